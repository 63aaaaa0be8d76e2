import { normalBelow } from '../kernel/normal.ts';

/** An estimate of a lift's maximum with its 90 % interval, kilograms. */
export interface Estimate {
  readonly trendKg: number;
  readonly lowKg: number;
  readonly highKg: number;
}

/** A main lift as it was when a block began and as it was when it ended. */
export interface LiftOverBlock {
  readonly start: Estimate;
  readonly end: Estimate;
}

/** What a block was, and what came of it. Strength as shares: 0.03 is 3 % more. */
export interface BlockOutcome {
  /** Mean over the main lifts; absent when none was known at both ends. */
  readonly strength?: { readonly change: number; readonly error: number; readonly lifts: number } | undefined;
  /** Weekly distance of the block over that of the four weeks before it, less one; absent without running before. */
  readonly running?: number | undefined;
  /** Sessions done of planned. */
  readonly adherence?: number | undefined;
}

export type Verdict = 'up' | 'level' | 'down' | 'unclear';

/** Where a block lies: what strength did, and what running did. */
export interface Quadrant {
  readonly strength: Verdict;
  readonly running: Exclude<Verdict, 'unclear'>;
}

const Z_90 = 1.645;
/** More sure than this a change is called one (R1.5, R7.5). */
const LIKELY = 0.75;
/** A change of weekly distance that is worth calling one. [D] */
const RUNNING_CHANGE = 0.05;

const errorOf = ({ lowKg, highKg }: Estimate): number => Math.log(highKg / lowKg) / (2 * Z_90);

/** The mean change of some lifts over a block, as a share, with its standard error: each lift's own doubt, averaged. */
export const strengthOver = (lifts: readonly LiftOverBlock[]): BlockOutcome['strength'] => {
  const known = lifts.filter(
    ({ start, end }) => start.trendKg > 0 && end.trendKg > 0 && start.lowKg > 0 && end.lowKg > 0,
  );
  if (known.length === 0) return undefined;
  const changes = known.map(({ start, end }) => Math.log(end.trendKg / start.trendKg));
  const variances = known.map(({ start, end }) => errorOf(start) ** 2 + errorOf(end) ** 2);
  const mean = changes.reduce((sum, value) => sum + value, 0) / known.length;
  const error = Math.sqrt(variances.reduce((sum, value) => sum + value, 0)) / known.length;
  return { change: Math.expm1(mean), error, lifts: known.length };
};

const strengthVerdict = ({ change, error }: NonNullable<BlockOutcome['strength']>): Verdict => {
  if (error === 0) return change > 0 ? 'up' : change < 0 ? 'down' : 'level';
  const above = normalBelow(Math.log1p(change) / error);
  if (above >= LIKELY) return 'up';
  return above <= 1 - LIKELY ? 'down' : 'unclear';
};

/** Where a block lies among stronger or not and running more or less; `undefined` while either is not known. */
export const quadrantOf = ({ strength, running }: BlockOutcome): Quadrant | undefined => {
  if (strength === undefined || running === undefined) return undefined;
  return {
    strength: strengthVerdict(strength),
    running: running > RUNNING_CHANGE ? 'up' : running < -RUNNING_CHANGE ? 'down' : 'level',
  };
};

const STRENGTH_WORDS: Readonly<Record<Verdict, string>> = {
  up: 'likely stronger',
  level: 'as strong',
  down: 'likely weaker',
  unclear: 'strength unclear',
};

const RUNNING_WORDS: Readonly<Record<Quadrant['running'], string>> = {
  up: 'running more',
  level: 'running as much',
  down: 'running less',
};

/** `likely stronger, running more` */
export const quadrantWords = ({ strength, running }: Quadrant): string =>
  `${STRENGTH_WORDS[strength]}, ${RUNNING_WORDS[running]}`;
