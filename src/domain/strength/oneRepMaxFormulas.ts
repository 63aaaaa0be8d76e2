/** The repetition-to-failure equations of R1.1, by the name of their author. */
export const FORMULA_NAMES = ['Epley', 'Brzycki', 'Lombardi', 'Wathan', 'Mayhew', "O'Conner", 'Lander'] as const;

export type FormulaName = (typeof FORMULA_NAMES)[number];

/** One equation: one-rep max from a load and the repetitions done to failure. */
interface OneRepMaxFormula {
  readonly name: FormulaName;
  /** Repetitions the authors fitted it on, both ends included. */
  readonly validReps: readonly [number, number];
  readonly source: string;
  /** The equation as printed, in the unit of `load`. Callers use `estimateFromReps`, which guards its domain. */
  readonly estimate: (load: number, reps: number) => number;
}

/** R1.1. Every equation is linear in the load and grows with the repetitions on 1 to 10. */
export const ONE_REP_MAX_FORMULAS: Readonly<Record<FormulaName, OneRepMaxFormula>> = {
  Epley: {
    name: 'Epley',
    validReps: [2, 10],
    source: 'Epley 1985, Poundage chart',
    estimate: (load, reps) => load * (1 + reps / 30),
  },
  Brzycki: {
    name: 'Brzycki',
    validReps: [2, 10],
    source: 'Brzycki 1993, JOPERD 64:88-90',
    estimate: (load, reps) => (load * 36) / (37 - reps),
  },
  Lombardi: {
    name: 'Lombardi',
    validReps: [2, 10],
    source: 'Lombardi 1989, Beginning Weight Training',
    estimate: (load, reps) => load * reps ** 0.1,
  },
  Wathan: {
    name: 'Wathan',
    validReps: [2, 10],
    source: 'Wathan 1994, in Essentials of Strength Training and Conditioning',
    estimate: (load, reps) => (100 * load) / (48.8 + 53.8 * Math.exp(-0.075 * reps)),
  },
  Mayhew: {
    name: 'Mayhew',
    validReps: [5, 15],
    source: 'Mayhew, Ball, Arnold and Bowen 1992, J Appl Sport Sci Res 6:200-206',
    estimate: (load, reps) => (100 * load) / (52.2 + 41.9 * Math.exp(-0.055 * reps)),
  },
  "O'Conner": {
    name: "O'Conner",
    validReps: [2, 10],
    source: "O'Conner, Simmons and O'Shea 1989",
    estimate: (load, reps) => load * (1 + 0.025 * reps),
  },
  Lander: {
    name: 'Lander',
    validReps: [2, 10],
    source: 'Lander 1985, NSCA J 6:60-61',
    estimate: (load, reps) => (100 * load) / (101.3 - 2.67123 * reps),
  },
};

/** Above this many repetitions a set is stored but says nothing about the maximum (R1.1 policy). */
const MOST_REPS = 12;

const MOST_CONFIDENT_REPS = 10;

/** True for 11 and 12 repetitions: an estimate may be shown, flagged as of low confidence (R1.1 policy). */
export const isLowConfidence = (reps: number): boolean => reps > MOST_CONFIDENT_REPS && reps <= MOST_REPS;

/**
 * One-rep max in kilograms from a set done to failure (R1.1).
 * One repetition is its own maximum, whatever the equation says.
 * `undefined` for a load of 0 or less, for repetitions that are not whole, below 1 or above 12.
 */
export const estimateFromReps = (formula: FormulaName, loadKg: number, reps: number): number | undefined => {
  if (!(loadKg > 0) || !Number.isFinite(loadKg)) return undefined;
  if (!Number.isInteger(reps) || reps < 1 || reps > MOST_REPS) return undefined;
  return reps === 1 ? loadKg : ONE_REP_MAX_FORMULAS[formula].estimate(loadKg, reps);
};
