import { useApp } from '../app/appContext.ts';
import { counted, fullDay } from '../format.ts';
import type { ImportReading } from './deskFiles.ts';
import { fieldWord, valueWords } from './fieldWords.ts';
import styles from './MergeList.module.css';

type EntryChange = ImportReading['changes'][number];

const KINDS: Readonly<Record<EntryChange['kind'], string>> = {
  run: 'run',
  other: 'other activity',
  session: 'session',
  measurement: 'measurement',
};

/** Entries that are here already and that the file has otherwise: what is here, and what is in the file. */
export const ChangeList = ({ reading }: { readonly reading: ImportReading }) => {
  const { settings } = useApp();
  const left = reading.changeCount - reading.changes.length;
  return (
    // A long list scrolls in its own window: then the arrow keys must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['list']} tabIndex={0} aria-label={`Entries that differ in ${reading.file}`}>
      <p className="quiet">
        What is here stays as it is. To have the file’s word instead, take the earlier import back and import this file.
      </p>
      <ul className={styles['merges']}>
        {reading.changes.map(({ kind, on, title, line, isEdited, fields }) => (
          <li key={`${line} ${kind} ${on}`}>
            <span>
              {fullDay(on)} · {title === '' ? KINDS[kind] : title}
              {isEdited && <span className="quiet"> (edited by you)</span>}
            </span>
            {fields.map(({ field, here, inFile }) => (
              <span key={field} className="quiet">
                {fieldWord(field)}: here {valueWords(field, here, settings)}, in the file{' '}
                {valueWords(field, inFile, settings)}
              </span>
            ))}
          </li>
        ))}
        {left > 0 && <li className="quiet">and {counted(left, 'more entry', 'more entries')}</li>}
      </ul>
    </section>
  );
};
