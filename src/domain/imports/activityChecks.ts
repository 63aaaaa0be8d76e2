import type { DraftActivity } from './draft.ts';
import type { DatedRow } from './importer.ts';
import type { TableReading } from './tableReading.ts';
import { report } from './tableReading.ts';

/** A run longer than this, or faster on average, is pointed out. */
const MAX_RUN_M = 500_000;
const MAX_RUN_M_PER_S = 12;
/** A recording this short without a distance is an accidental start. */
const ACCIDENTAL_S = 10;

interface CheckedColumns {
  readonly distance: number | undefined;
  readonly elapsed: number | undefined;
}

/** Reports what can hardly be true of a run; it is kept as printed. */
export const pointOutOddities = (
  reading: TableReading,
  row: DatedRow,
  activity: DraftActivity,
  columns: CheckedColumns,
): void => {
  const { distanceM, isRun } = activity;
  const durationS = activity.movingS ?? activity.elapsedS;
  if (isRun && distanceM !== undefined) {
    const isFast = durationS !== undefined && distanceM / durationS > MAX_RUN_M_PER_S;
    if (isFast || distanceM > MAX_RUN_M) {
      const found = `${(distanceM / 1000).toFixed(2)} km in ${durationS ?? '?'} s`;
      const expected = 'a run of at most 500 km and 12 m/s; kept as printed: check it';
      report(reading, row, columns.distance, expected, found);
    }
  }
  if (distanceM === undefined && (activity.elapsedS ?? ACCIDENTAL_S) < ACCIDENTAL_S) {
    const expected = 'an activity of 10 seconds or more; kept, but it looks like an accidental start';
    report(reading, row, columns.elapsed, expected);
  }
};

/** One activity an ID: the later line wins, and it is said. */
export const onePerKey = (
  reading: TableReading,
  idColumn: number,
  activities: readonly DraftActivity[],
): DraftActivity[] => {
  const byKey = new Map<string, DraftActivity>();
  for (const activity of activities) {
    const before = byKey.get(activity.importKey);
    if (before !== undefined) {
      reading.notes.problems.push({
        line: before.line,
        field: (reading.table.heading[idColumn] ?? '').trim(),
        found: `${before.sourceId ?? before.importKey} (${before.title ?? before.sport})`,
        expected: `each activity once; line ${activity.line} has the same ID and is taken instead`,
      });
    }
    byKey.set(activity.importKey, activity);
  }
  return [...byKey.values()];
};
