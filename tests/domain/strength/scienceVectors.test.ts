import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { FORMULA_NAMES, estimateFromReps } from '../../../src/domain/strength/oneRepMaxFormulas.ts';
import { loadBar, type LoadMode } from '../../../src/domain/strength/plates.ts';
import { retention, returnLoadFactor } from '../../../src/domain/strength/retention.ts';
import { estimateFromRpe, percentOf1rm } from '../../../src/domain/strength/rpeChart.ts';
import { setCv } from '../../../src/domain/strength/setUncertainty.ts';
import { strengthTrend } from '../../../src/domain/strength/strengthTrend.ts';
import { estimateFromVelocity } from '../../../src/domain/strength/velocityEstimate.ts';
import { warmUpRamp } from '../../../src/domain/strength/warmUp.ts';

/** Inputs differ from rule to rule; each reader below takes the fields of its own. */
interface VectorInput {
  readonly formula?: string;
  readonly w?: number;
  readonly reps?: number;
  readonly rpe?: number;
  readonly points?: readonly (readonly number[])[];
  readonly mvt?: number;
  readonly k?: number;
  readonly rir?: number;
  readonly failure?: boolean;
  readonly sessions?: readonly {
    readonly day: number;
    readonly sets: readonly { readonly w: number; readonly reps: number; readonly rpe: number }[];
  }[];
  readonly target?: number;
  readonly bar?: number;
  readonly pairs?: Readonly<Record<string, number>>;
  readonly mode?: string;
  readonly work?: number;
  readonly inc?: number;
  readonly intensity?: number;
  readonly daysOff?: number;
}

interface Vector {
  readonly id: string;
  readonly rule: string;
  readonly input: VectorInput;
  readonly expected: unknown;
  readonly tol: number;
}

/** Copied from the science specification: the numbers were computed there, not here. */
const vectors = JSON.parse(
  readFileSync(new URL('../../fixtures/science/vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];

const DAY_0 = '2026-01-05' as PlainDate;

const formulaVector = ({ formula, w = 0, reps = 0 }: VectorInput): unknown => {
  const name = FORMULA_NAMES.find((one) => one === formula);
  return name === undefined ? undefined : estimateFromReps(name, w, reps);
};

const rpeVector = ({ w, reps = 0, rpe = 0 }: VectorInput): unknown =>
  w === undefined ? percentOf1rm(reps, rpe) : estimateFromRpe({ loadKg: w, reps, rpe });

const velocityVector = ({ points = [], mvt = 0 }: VectorInput): unknown =>
  estimateFromVelocity(
    points.map(([loadKg = 0, velocityMs = 0]) => ({ loadKg, velocityMs })),
    mvt,
  )?.e1rmKg;

const trendVector = ({ sessions = [] }: VectorInput): unknown => {
  const last = strengthTrend(
    sessions.map(({ day, sets }) => ({
      performedOn: addDays(DAY_0, day),
      sets: sets.map(({ w, reps, rpe }) => ({ kind: 'work' as const, loadKg: w, reps, rpe })),
    })),
  ).at(-1);
  return {
    session: last?.sessionKg,
    sessionCV: last?.sessionCv,
    mean: last?.trendKg,
    lo90: last?.lowKg,
    hi90: last?.highKg,
  };
};

const platesVector = ({ target = 0, bar = 0, pairs = {}, mode }: VectorInput): unknown => {
  const plates = Object.entries(pairs).map(([mass, count]) => ({ mass: Number(mass), pairs: count }));
  const { total, perSide } = loadBar({ target, bar, plates, mode: mode as LoadMode });
  return { total, side: perSide };
};

const warmUpVector = ({ work = 0, bar = 0, inc = 0, intensity = 0 }: VectorInput): unknown =>
  warmUpRamp({ workLoad: work, bar, step: inc, intensity }).map(({ load, reps }) => [load, reps]);

const answers: Readonly<Record<string, (input: VectorInput) => unknown>> = {
  'R1.1': formulaVector,
  'R1.2': rpeVector,
  'R1.3': velocityVector,
  'R1.4': ({ k = 0, rir = 0, failure }) => setCv({ k, rir, isFailure: failure === true }),
  'R1.5': trendVector,
  'R1.7': platesVector,
  'R1.8': warmUpVector,
  'R2.13': ({ daysOff = 0 }) => ({ ret: retention(daysOff), factor: returnLoadFactor(daysOff) }),
};

const isNear = (answer: unknown, expected: unknown, tolerance: number): boolean => {
  if (typeof expected === 'number') return typeof answer === 'number' && Math.abs(answer - expected) <= tolerance;
  if (expected === null || typeof expected !== 'object') return answer === expected;
  if (answer === null || typeof answer !== 'object') return false;
  const [wanted, got] = [Object.entries(expected), new Map(Object.entries(answer))];
  return wanted.length === got.size && wanted.every(([key, value]) => isNear(got.get(key), value, tolerance));
};

describe('the science specification', () => {
  test('every vector of R1.1 to R1.8 and R2.13', () => {
    const ours = vectors.filter(({ rule }) => answers[rule] !== undefined);
    const failed = ours.filter(({ rule, input, expected, tol }) => !isNear(answers[rule]?.(input), expected, tol));
    expect(failed.map(({ id }) => id)).toEqual([]);
    expect(ours.length).toBe(145);
  });
});
