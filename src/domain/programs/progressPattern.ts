import type { PlainDate } from '../kernel/plainDate.ts';
import type { MassUnit } from '../kernel/quantity.ts';
import type { RacePriority } from '../strength/taper.ts';
import { LIMITS } from './cellLimits.ts';

/** Blocks of a season in their order (R2.1). */
export const BLOCK_KINDS = ['general', 'maximal', 'reactive', 'maintenance'] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/** How rows go on from week to week (editor.md, *Progress*). Weeks already marked deload stay deloads in every pattern but the ramp. */
export type ProgressPattern =
  /** So many kilograms or pounds more each week. */
  | { readonly kind: 'load'; readonly by: number; readonly unit: MassUnit }
  /** So many points more each week where per cent is written, so many per cent of the load where a load is. */
  | { readonly kind: 'percent'; readonly by: number }
  /** Double progression (R2.1): a repetition more each week up to `toReps`, then a step of the load and `fromReps` again. */
  | {
      readonly kind: 'double';
      readonly fromReps: number;
      readonly toReps: number;
      /** Step of a load. */
      readonly by: number;
      readonly unit: MassUnit;
      /** Step of a per cent, in points. */
      readonly points: number;
    }
  /**
   * Weeks that rise, then a deload (R2.1). `rise`: points (per cent of a load) a week; `fewerReps`: repetitions less a week;
   * `nextRise`: points by which the next wave begins higher.
   */
  | {
      readonly kind: 'wave';
      readonly weeksUp: number;
      readonly rise: number;
      readonly fewerReps: number;
      readonly nextRise: number;
    }
  /** The table of R2.11 from one of its weeks on. */
  | { readonly kind: 'ramp'; readonly firstWeek: number }
  /** Blocks one after another (R2.1), each of so many weeks; the last goes on to the end. */
  | {
      readonly kind: 'block';
      readonly blocks: readonly { readonly kind: BlockKind; readonly weeks: number }[];
      /** Whether the program's own blocks are named after them. */
      readonly isNaming: boolean;
    }
  /** Fewer sets of the same weight before a race (R2.12). `hasPrimer`: a light double in the last days instead of nothing. */
  | {
      readonly kind: 'taper';
      readonly racedOn: PlainDate;
      readonly priority: RacePriority;
      readonly hasPrimer: boolean;
    };

export type PatternOf<Kind extends ProgressPattern['kind']> = Extract<ProgressPattern, { readonly kind: Kind }>;

const MOST_STEP: Readonly<Record<MassUnit, number>> = { kg: 50, lb: 110 };
const MOST_POINTS = 20;
const MOST_WEEKS_UP = 5;
const LAST_RAMP_WEEK = 16;

const isIn = (value: number, least: number, most: number): boolean => value >= least && value <= most;

const isWholeIn = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && isIn(value, least, most);

/** What is wrong with the numbers of a pattern, in words; `undefined` when nothing is. */
export const patternFault = (pattern: ProgressPattern): string | undefined => {
  const isLoadStep = (by: number, unit: MassUnit): boolean => by > 0 && by <= MOST_STEP[unit];
  switch (pattern.kind) {
    case 'load':
      return isLoadStep(pattern.by, pattern.unit)
        ? undefined
        : `A step is above 0 and at most ${MOST_STEP[pattern.unit]} ${pattern.unit}`;
    case 'percent':
      return pattern.by > 0 && pattern.by <= MOST_POINTS ? undefined : `A step is above 0 and at most ${MOST_POINTS} %`;
    case 'double':
      if (!isWholeIn(pattern.fromReps, 1, LIMITS.reps) || !isWholeIn(pattern.toReps, pattern.fromReps, LIMITS.reps))
        return `Repetitions are whole and rise, up to ${LIMITS.reps}`;
      if (!isLoadStep(pattern.by, pattern.unit))
        return `A step is above 0 and at most ${MOST_STEP[pattern.unit]} ${pattern.unit}`;
      return pattern.points > 0 && pattern.points <= MOST_POINTS
        ? undefined
        : `Points are above 0 and at most ${MOST_POINTS}`;
    case 'wave':
      if (!isWholeIn(pattern.weeksUp, 2, MOST_WEEKS_UP))
        return `A wave rises for 2 to ${MOST_WEEKS_UP} weeks before its deload`;
      if (!isIn(pattern.rise, 0, MOST_POINTS) || !isIn(pattern.nextRise, 0, MOST_POINTS))
        return `A rise is at most ${MOST_POINTS} points`;
      return isWholeIn(pattern.fewerReps, 0, 5) ? undefined : 'Repetitions fall by 0 to 5 a week';
    case 'ramp':
      return isWholeIn(pattern.firstWeek, 1, LAST_RAMP_WEEK) ? undefined : `The ramp has weeks 1 to ${LAST_RAMP_WEEK}`;
    case 'block': {
      const isFine = pattern.blocks.every(({ weeks }) => isWholeIn(weeks, 0, 52));
      if (!isFine) return 'A block has 0 to 52 weeks';
      return pattern.blocks.some(({ weeks }) => weeks > 0) ? undefined : 'One block at least has a week';
    }
    case 'taper':
      return undefined;
  }
};
