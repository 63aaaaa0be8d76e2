import type { BlockOutcome } from './blockOutcome.ts';

/** A mean over athletes with its 90 % interval. */
export interface MeanWithInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Fewer say nothing of a template. */
export const LEAST_ATHLETES = 3;

/** 95th percentiles of Student's t for few degrees of freedom; beyond them the series below is exact enough. */
const T_95 = [6.314, 2.92, 2.353, 2.132, 2.015];
const Z_95 = 1.6449;

const tQuantile = (degrees: number): number => {
  const known = T_95[degrees - 1];
  if (known !== undefined) return known;
  const z = Z_95;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
};

/** The mean of some athletes' values with its 90 % interval by Student's t; `undefined` for fewer than three. */
export const meanWithInterval = (values: readonly number[]): MeanWithInterval | undefined => {
  const n = values.length;
  if (n < LEAST_ATHLETES) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = tQuantile(n - 1) * Math.sqrt(variance / n);
  return { mean, low: mean - half, high: mean + half, n };
};

/** What came of one template over everybody who did it. */
export interface TemplateOutcome {
  readonly athletes: number;
  readonly blocks: number;
  readonly strength?: MeanWithInterval | undefined;
  readonly running?: MeanWithInterval | undefined;
  readonly adherence?: MeanWithInterval | undefined;
}

interface OwnedOutcome extends BlockOutcome {
  readonly athleteId: number;
}

/** An athlete's blocks are one opinion: their mean. */
const perAthlete = (
  outcomes: readonly OwnedOutcome[],
  valueOf: (one: BlockOutcome) => number | undefined,
): readonly number[] =>
  [...Map.groupBy(outcomes, ({ athleteId }) => athleteId).values()].flatMap((own) => {
    const values = own.flatMap((one) => valueOf(one) ?? []);
    return values.length === 0 ? [] : [values.reduce((sum, value) => sum + value, 0) / values.length];
  });

/** The blocks of one template taken together (§10: n and intervals, never a bare mean). */
export const templateOutcome = (outcomes: readonly OwnedOutcome[]): TemplateOutcome => ({
  athletes: new Set(outcomes.map(({ athleteId }) => athleteId)).size,
  blocks: outcomes.length,
  strength: meanWithInterval(perAthlete(outcomes, ({ strength }) => strength?.change)),
  running: meanWithInterval(perAthlete(outcomes, ({ running }) => running)),
  adherence: meanWithInterval(perAthlete(outcomes, ({ adherence }) => adherence)),
});
