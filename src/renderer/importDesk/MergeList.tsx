import type { DistanceUnit } from '../../domain/kernel/quantity.ts';
import { appName } from '../appName.ts';
import { useApp } from '../app/appContext.ts';
import { clock, distance, fullDay } from '../format.ts';
import type { ImportReading } from './deskFiles.ts';
import styles from './MergeList.module.css';

type RunMerge = ImportReading['merges'][number];
type Field = RunMerge['fields'][number];

const FIELD_WORDS: Readonly<Record<string, string>> = {
  performedOn: 'day',
  timeOfDay: 'start',
  title: 'title',
  distanceM: 'distance',
  movingS: 'moving time',
  elapsedS: 'elapsed time',
  averageHr: 'heart rate',
  maxHr: 'highest heart rate',
  cadenceSpm: 'cadence',
  ascentM: 'ascent',
  powerW: 'power',
  rpe: 'RPE',
  notes: 'notes',
};

const valueWords = (field: string, value: string | undefined, unit: DistanceUnit): string => {
  if (value === undefined) return 'nothing';
  if (field === 'distanceM') return `${distance(Number(value), unit)} ${unit}`;
  if (field === 'movingS' || field === 'elapsedS') return clock(Number(value));
  if (field === 'timeOfDay') return value.slice(0, 5);
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
};

/** Changes a coach would not see are not listed: half a second, a few metres. */
const isSeen = ({ field, before, after }: Field, unit: DistanceUnit): boolean =>
  valueWords(field, before, unit) !== valueWords(field, after, unit);

/** Runs that another app has told already, and what this file makes otherwise in them. */
export const MergeList = ({ reading }: { readonly reading: ImportReading }) => {
  const { settings } = useApp();
  const unit = settings.distanceUnit;
  const left = reading.runs.merged - reading.merges.length;
  return (
    <>
      <p className="quiet">
        Each becomes one run of both: what was measured is the watch’s word, what was written the people’s. Taking the
        import back parts them again.
      </p>
      <ul className={styles['merges']}>
        {reading.merges.map((merge) => {
          const seen = merge.fields.filter((field) => isSeen(field, unit));
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
                          `${FIELD_WORDS[field] ?? field} ${valueWords(field, before, unit)} → ${valueWords(field, after, unit)}`,
                      )
                      .join(', ')}
              </span>
            </li>
          );
        })}
        {left > 0 && <li className="quiet">and {left} more</li>}
      </ul>
    </>
  );
};
