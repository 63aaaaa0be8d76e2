import type { EntryClass, WeekKind } from './program.ts';

/** Sets and repetitions of each of the two lower lifts; `fraction` is of the e1RM. */
export interface RampDose {
  readonly sets: number;
  readonly reps: number;
  readonly fraction: number;
}

/** One week of the ramp (R2.11). */
export interface RampRow {
  readonly number: number;
  readonly kind: WeekKind;
  readonly a: RampDose;
  /** The second session; absent in one-session weeks. */
  readonly b?: RampDose | undefined;
  /** Sets of each assistance exercise. */
  readonly assistanceSets: number;
  readonly rpeCap: number;
  /** What is raised against the last week that was no deload, in the coach's words; empty when nothing is. */
  readonly lever: string;
}

const dose = (sets: number, reps: number, percent: number): RampDose => ({ sets, reps, fraction: percent / 100 });

const once = (
  number: number,
  kind: WeekKind,
  a: RampDose,
  assistanceSets: number,
  rpeCap: number,
  lever: string,
): RampRow => ({
  number,
  kind,
  a,
  assistanceSets,
  rpeCap,
  lever,
});

const twice = (number: number, a: RampDose, b: RampDose, rpeCap: number, lever: string): RampRow => ({
  number,
  kind: 'build',
  a,
  b,
  assistanceSets: 2,
  rpeCap,
  lever,
});

/**
 * "Start small and build" (R2.11), weeks 1 to 16. Weeks 13 to 16 make the table's "13+" definite [D]: inside 85 to 89 % for A
 * and 82.5 to 86 % for B, one lever a week, a deload at the end. Longer programs repeat them.
 */
export const RAMP_ROWS: readonly RampRow[] = [
  once(1, 'start', dose(2, 6, 65), 1, 6, ''),
  once(2, 'start', dose(2, 7, 65), 2, 6.5, 'volume'),
  once(3, 'start', dose(2, 6, 70), 2, 7, 'intensity'),
  once(4, 'start', dose(3, 4, 75), 2, 7.5, 'intensity, same reps'),
  twice(5, dose(3, 4, 75), dose(2, 4, 75), 7.5, 'frequency'),
  twice(6, dose(3, 4, 78), dose(2, 4, 75), 7.5, 'intensity (A)'),
  twice(7, dose(3, 4, 80), dose(2, 4, 78), 8, 'intensity (B)'),
  once(8, 'deload', dose(2, 4, 75), 1, 6.5, ''),
  twice(9, dose(3, 4, 82.5), dose(3, 3, 80), 8, 'intensity (A), volume (B)'),
  twice(10, dose(3, 3, 85), dose(3, 3, 82.5), 8.5, 'intensity, less volume (A)'),
  twice(11, dose(3, 3, 87.5), dose(3, 3, 82.5), 8.5, 'intensity (A)'),
  once(12, 'deload', dose(2, 3, 80), 1, 6.5, ''),
  twice(13, dose(3, 4, 85), dose(3, 3, 82.5), 8.5, 'volume (A)'),
  twice(14, dose(3, 3, 87.5), dose(3, 3, 84), 8.5, 'intensity (A)'),
  twice(15, dose(3, 3, 89), dose(3, 3, 86), 9, ''),
  once(16, 'deload', dose(2, 3, 80), 1, 6.5, ''),
];

/** The ramp week each entry class starts at (R2.11). */
export const RAMP_FIRST_WEEK: Readonly<Record<EntryClass, number>> = { A: 1, B: 3, C: 5 };

const FIRST_WAVE_WEEK = 13;

const WAVE_WEEKS = 4;

/** The row of a ramp week, 1 or more; after week 16 the last wave repeats. */
export const rampRow = (week: number): RampRow | undefined => {
  const last = RAMP_ROWS.length;
  const number = week <= last ? week : FIRST_WAVE_WEEK + ((week - FIRST_WAVE_WEEK) % WAVE_WEEKS);
  return RAMP_ROWS[number - 1];
};

const NOVICE_WEEKS = 8;

const NOVICE_CAP = 7.5;

/** The RPE cap of a row for a class: novices stay at 7.5 or below for their first eight weeks (R8.6). */
export const rampRpeCap = (row: RampRow, entryClass: EntryClass): number =>
  entryClass === 'A' && row.number <= NOVICE_WEEKS ? Math.min(row.rpeCap, NOVICE_CAP) : row.rpeCap;

export interface RampBlock {
  readonly name: string;
  readonly goal: string;
  readonly firstWeek: number;
}

const RAMP_BLOCKS: readonly RampBlock[] = [
  { name: 'Start', goal: 'Learn the lifts, start small', firstWeek: 1 },
  { name: 'Build', goal: 'Lift twice a week, add load', firstWeek: 5 },
  { name: 'Heavy', goal: 'Fewer reps, heavier bar, full rests', firstWeek: 9 },
  { name: 'Hold heavy', goal: 'Keep the strength, keep running', firstWeek: FIRST_WAVE_WEEK },
];

/** The block a ramp week belongs to. */
export const rampBlock = (week: number): RampBlock | undefined =>
  RAMP_BLOCKS.findLast((block) => block.firstWeek <= week);
