import type { Phase, WeekKind } from '../programs/program.ts';

/** How many lifts of the legs a week may hold, by the phase of its block (R2.12); the coach may set others. */
export type LegLifts = Readonly<Record<Phase, number>>;

export const DEFAULT_LEG_LIFTS: LegLifts = { prep: 3, build: 2, season: 1, taper: 1 };

/** Where a week of a program stands. */
export interface WeekStage {
  readonly phase?: Phase | undefined;
  readonly kind: WeekKind;
}

/** How many lifts of the legs a week may hold, and by which rule. */
export interface LiftLimit {
  readonly most: number;
  readonly rule: 'R2.3' | 'R2.11' | 'R2.12';
  /** `in a build block`; empty where the week says nothing. */
  readonly where: string;
}

/** A block without a phase has the most there is (R2.3). */
const ANY_WEEK: LiftLimit = { most: 3, rule: 'R2.3', where: '' };

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  prep: 'preparation',
  build: 'build',
  season: 'season',
  taper: 'taper',
};

const limitsOf = ({ phase, kind }: WeekStage, legLifts: LegLifts): readonly LiftLimit[] => [
  ...(phase === undefined
    ? [ANY_WEEK]
    : [{ most: legLifts[phase], rule: 'R2.12' as const, where: `in a ${PHASE_WORDS[phase]} block` }]),
  ...(kind === 'start' ? [{ most: 1, rule: 'R2.11' as const, where: 'in a start week' }] : []),
  ...(kind === 'race' ? [{ most: 1, rule: 'R2.12' as const, where: 'in a race week' }] : []),
];

/** Of some limits the one that allows least, the first of equals; `undefined` of none. */
export const strictest = (limits: readonly LiftLimit[]): LiftLimit | undefined =>
  limits.toSorted((a, b) => a.most - b.most)[0];

/**
 * How often the legs may be lifted for in a week (H5): by its phase (R2.12), once in a start week (R2.11) and once, as a primer, in the
 * week of a race (R2.12).
 */
export const liftLimit = (stage: WeekStage, legLifts: LegLifts = DEFAULT_LEG_LIFTS): LiftLimit =>
  strictest(limitsOf(stage, legLifts)) ?? ANY_WEEK;

/** `2 at most in a build block (R2.12)`. */
export const limitText = ({ most, rule, where }: LiftLimit): string =>
  `${most} at most${where === '' ? '' : ` ${where}`} (${rule})`;
