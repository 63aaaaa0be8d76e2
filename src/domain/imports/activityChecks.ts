import type { DraftActivity } from './draft.ts';
import type { DatedRow } from './importer.ts';
import type { TableReading } from './tableReading.ts';
import { report } from './tableReading.ts';

/** A run longer than this, or faster on average, is pointed out. */
const MAX_RUN_M = 500_000;
const MAX_RUN_M_PER_S = 12;

/** Nothing on legs or wheels goes faster for the whole of its way. */
export const FASTEST_M_PER_S = 40;

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

/** An activity and the row it was read from. */
export interface ReadActivity {
  readonly row: DatedRow;
  readonly activity: DraftActivity;
}

const lengthFirst = (left: ReadActivity, right: ReadActivity): number =>
  (right.activity.distanceM ?? 0) - (left.activity.distanceM ?? 0) ||
  (right.activity.movingS ?? 0) - (left.activity.movingS ?? 0);

const numbered = (group: readonly ReadActivity[]): Map<ReadActivity, string> =>
  new Map(
    group
      .toSorted(lengthFirst)
      .map((one, index) => [one, index === 0 ? one.activity.importKey : `${one.activity.importKey}#${index + 1}`]),
  );

/** A row that stands twice to the letter, time of day and all, is said; nothing of a file is left out for looking alike. */
const pointOutCopies = (reading: TableReading, group: readonly ReadActivity[]): void => {
  if (group.length < 2) return;
  const seen = new Map<string, ReadActivity>();
  group.forEach((one) => {
    const letters = JSON.stringify(one.row.cells);
    const same = seen.get(letters);
    if (same === undefined) seen.set(letters, one);
    if (same === undefined || one.activity.timeOfDay === undefined) return;
    const expected = `each activity once; line ${same.row.line} is the very same row. Both are kept: remove one if it is a copy`;
    report(reading, one.row, undefined, expected, 'a copy');
  });
};

/**
 * Activities without an ID whose keys meet are told apart by number, the longest first, so that the order of a file does
 * not matter, and the same file read again meets them all.
 */
export const onePerStart = (reading: TableReading, read: readonly ReadActivity[]): DraftActivity[] => {
  const groups = new Map<string, ReadActivity[]>();
  for (const one of read) {
    const group = groups.get(one.activity.importKey);
    if (group === undefined) groups.set(one.activity.importKey, [one]);
    else group.push(one);
  }
  const keys = new Map<ReadActivity, string>();
  for (const group of groups.values()) {
    const hasId = group[0]?.activity.sourceId !== undefined;
    if (!hasId) pointOutCopies(reading, group);
    for (const [one, key] of numbered(group)) keys.set(one, hasId ? one.activity.importKey : key);
  }
  return read.flatMap((one) => {
    const importKey = keys.get(one);
    if (importKey === undefined) return [];
    return importKey === one.activity.importKey ? [one.activity] : [{ ...one.activity, importKey }];
  });
};
