import { percentOf1rm } from '../strength/rpeChart.ts';

/** Sets of a main lift in one week or session. Fractions are of the e1RM, of 1; a range where the rule gives one. */
export interface ModelRow {
  readonly sets: number;
  readonly setsTo?: number;
  readonly reps: number;
  readonly repsTo?: number;
  readonly fraction: number;
  readonly fractionTo?: number;
  readonly rpeCap: number;
}

/** One week of a wave; `tmFraction` of the training max is added to the load. */
export interface WaveWeek extends ModelRow {
  readonly wave: number;
  readonly isDeload: boolean;
  readonly tmFraction: number;
}

/** One phase of the block model, in its order. */
export interface BlockPhase extends ModelRow {
  readonly phase: BlockPhaseName;
  readonly weeks: number;
  /** Absent where the phase lasts as long as the season does. */
  readonly weeksTo?: number;
  readonly sessionsPerWeek: number;
  readonly hasJumps: boolean;
}

export type BlockPhaseName = 'general' | 'maximal' | 'reactive' | 'maintenance';

/** No plan goes above this effort (R2.3); tests alone do. */
const MOST_RPE = 9;

/** R2.1 wave, weeks 1 to 4: three up, one down. */
const WAVE_ROWS: readonly ModelRow[] = [
  { sets: 3, reps: 5, fraction: 0.8, rpeCap: MOST_RPE },
  { sets: 3, reps: 4, fraction: 0.84, rpeCap: MOST_RPE },
  { sets: 3, reps: 3, fraction: 0.88, rpeCap: MOST_RPE },
  { sets: 2, reps: 4, fraction: 0.75, rpeCap: 7 },
];

/** What each wave after the first adds, as a fraction of the training max. */
const WAVE_RISE = 0.025;

/** A week of waves (R2.1), counted from 1 and without end; `undefined` below 1 and between weeks. */
export const waveWeek = (week: number): WaveWeek | undefined => {
  if (!Number.isInteger(week)) return undefined;
  const place = (week - 1) % WAVE_ROWS.length;
  const row = WAVE_ROWS[place];
  if (row === undefined) return undefined;
  const wave = Math.floor((week - 1) / WAVE_ROWS.length) + 1;
  return { ...row, wave, isDeload: place === WAVE_ROWS.length - 1, tmFraction: WAVE_RISE * (wave - 1) };
};

/** A fraction of the e1RM, no higher than the chart allows for the repetitions under the effort cap (R1.2, template lint). */
export const fractionUnderCap = (fraction: number, reps: number, rpeCap: number): number | undefined => {
  const percent = percentOf1rm(reps, rpeCap);
  return percent === undefined ? undefined : Math.min(fraction, percent / 100);
};

/**
 * The load of a wave's week in kilograms, not rounded (R2.1): its share of the e1RM, and 2.5 % of the training max more for each
 * wave before it, never above what the chart gives at its effort cap [D]. `undefined` for an e1RM or training max of 0 or less.
 */
export const waveLoadKg = (week: WaveWeek, e1rmKg: number, trainingMaxKg: number): number | undefined => {
  if (!(e1rmKg > 0) || !(trainingMaxKg > 0)) return undefined;
  const wanted = week.fraction + (week.tmFraction * trainingMaxKg) / e1rmKg;
  const held = fractionUnderCap(wanted, week.reps, week.rpeCap);
  return held === undefined ? undefined : held * e1rmKg;
};

/** R2.1 daily undulation: session A for volume, session B for load, the latter 48 hours or more before a key run. */
export const DUP_ROWS: Readonly<Record<'A' | 'B', ModelRow>> = {
  A: { sets: 3, reps: 5, fraction: 0.78, fractionTo: 0.81, rpeCap: 8 },
  B: { sets: 3, reps: 3, fraction: 0.86, fractionTo: 0.88, rpeCap: 8 },
};

/** R2.1 block model, in order; a taper follows (R2.12). [D] */
export const BLOCK_PHASES: readonly BlockPhase[] = [
  {
    phase: 'general',
    weeks: 4,
    weeksTo: 6,
    sessionsPerWeek: 2,
    sets: 3,
    reps: 6,
    repsTo: 8,
    fraction: 0.7,
    fractionTo: 0.775,
    rpeCap: 8,
    hasJumps: false,
  },
  {
    phase: 'maximal',
    weeks: 4,
    weeksTo: 6,
    sessionsPerWeek: 2,
    sets: 3,
    setsTo: 4,
    reps: 3,
    repsTo: 5,
    fraction: 0.825,
    fractionTo: 0.9,
    rpeCap: MOST_RPE,
    hasJumps: false,
  },
  {
    phase: 'reactive',
    weeks: 3,
    weeksTo: 4,
    sessionsPerWeek: 2,
    sets: 2,
    setsTo: 3,
    reps: 3,
    fraction: 0.85,
    fractionTo: 0.9,
    rpeCap: MOST_RPE,
    hasJumps: true,
  },
  {
    phase: 'maintenance',
    weeks: 1,
    sessionsPerWeek: 1,
    sets: 2,
    reps: 3,
    repsTo: 5,
    fraction: 0.825,
    rpeCap: 8,
    hasJumps: false,
  },
];

/**
 * Per cent of the one-rep max that `4RM` and the like stand for (R2.1): the heaviest load for so many repetitions, none in
 * reserve. Unsupervised it is held to RPE 9, one in reserve [D]. `undefined` outside 1 to 12.
 */
export const percentOfRm = (rm: number, isSupervised: boolean): number | undefined =>
  percentOf1rm(rm, isSupervised ? 10 : MOST_RPE);
