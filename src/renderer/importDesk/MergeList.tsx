import { appName } from '../appName.ts';
import { useApp, type AppView } from '../app/appContext.ts';
import { fullDay } from '../format.ts';
import type { ImportReading } from './deskFiles.ts';
import { fieldWord, valueWords } from './fieldWords.ts';
import styles from './MergeList.module.css';

type RunMerge = ImportReading['merges'][number];
type Field = RunMerge['fields'][number];

/** Changes a coach would not see are not listed: half a second, a few metres. */
const isSeen = ({ field, before, after }: Field, units: AppView['settings']): boolean =>
  valueWords(field, before, units) !== valueWords(field, after, units);

/** Runs that another app has told already, and what this file makes otherwise in them. */
export const MergeList = ({ reading }: { readonly reading: ImportReading }) => {
  const { settings } = useApp();
  const left = reading.runs.merged - reading.merges.length;
  return (
    // A long list scrolls in its own window: then the arrow keys must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['list']} tabIndex={0} aria-label={`Runs that merge in ${reading.file}`}>
      <p className="quiet">
        Each becomes one run of both: what was measured is the watch’s word, what was written the people’s. Taking the
        import back parts them again.
      </p>
      <ul className={styles['merges']}>
        {reading.merges.map((merge) => {
          const seen = merge.fields.filter((field) => isSeen(field, settings));
          return (
            <li key={`${merge.line} ${merge.on}`}>
              <span>
                {fullDay(merge.on)} · {merge.title} <span className="quiet">({appName(merge.with)})</span>
              </span>
              <span className="quiet">
                {seen.length === 0
                  ? 'nothing becomes otherwise'
                  : seen
                      .map(
                        ({ field, before, after }) =>
                          `${fieldWord(field)} ${valueWords(field, before, settings)} → ${valueWords(field, after, settings)}`,
                      )
                      .join(', ')}
              </span>
            </li>
          );
        })}
        {left > 0 && <li className="quiet">and {left} more</li>}
      </ul>
    </section>
  );
};
