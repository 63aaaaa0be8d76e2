import { addDays, plainDateOf } from '../kernel/plainDate.ts';
import { roundTo } from '../kernel/quantity.ts';
import { FORMULA_NAMES, ONE_REP_MAX_FORMULAS, estimateFromReps } from '../strength/oneRepMaxFormulas.ts';
import { estimateFromRpe, percentOf1rm } from '../strength/rpeChart.ts';
import { setCv } from '../strength/setUncertainty.ts';
import { changeInWords, probabilityOfChange, SMALLEST_WORTHWHILE_CHANGE } from '../strength/strengthChange.ts';
import { strengthTrend } from '../strength/strengthTrend.ts';
import { DEFAULT_TM_FACTOR, nextTrainingMaxKg, trainingMaxKg } from '../strength/trainingMax.ts';
import { estimateFromVelocity, MINIMAL_VELOCITY_MS } from '../strength/velocityEstimate.ts';
import { ratedSessions, type RatedSession } from './barFields.ts';
import { choice, flag, number, optional, rows } from './fields.ts';
import { calculation, type ScienceRule } from './rule.ts';

const load = number({ label: 'Load', unit: 'kg', above: 0, to: 1000, example: 100 });
const reps = number({ label: 'Repetitions', from: 1, to: 12, isWhole: true, example: 5 });
const rpe = number({ label: 'RPE', from: 6, to: 10, example: 8 });

const OFF_CHART =
  'The chart holds 1 to 12 repetitions and RPE 6 to 10 in steps of 0.5; an estimate needs 12 repetitions in all at most, with those in reserve.';

const trendOf = (sessions: readonly RatedSession[]) => {
  const start = plainDateOf(2000, 1, 3);
  if (start === undefined) return [];
  return strengthTrend(
    sessions.map(({ day, sets }) => ({
      performedOn: addDays(start, day),
      sets: sets.map((set) => ({ kind: 'work' as const, loadKg: set.w, reps: set.reps, rpe: set.rpe })),
    })),
  );
};

const lastOfTrend = (sessions: readonly RatedSession[]): unknown => {
  const last = trendOf(sessions).at(-1);
  if (last === undefined) return undefined;
  return {
    session: last.sessionKg,
    sessionCV: last.sessionCv,
    mean: last.trendKg,
    lo90: last.lowKg,
    hi90: last.highKg,
  };
};

const estimateRange = (label: string, example: number) => number({ label, unit: 'kg', above: 0, to: 1000, example });

const changeBetween = (before: { at: number; lo: number; hi: number }, after: typeof before): unknown => {
  if (!(before.lo <= before.at && before.at <= before.hi && after.lo <= after.at && after.at <= after.hi))
    return undefined;
  const [from, to] = [before, after].map(({ at, lo, hi }) => ({ trendKg: at, lowKg: lo, highKg: hi }));
  if (from === undefined || to === undefined) return undefined;
  const worthwhile = probabilityOfChange(from, to, SMALLEST_WORTHWHILE_CHANGE);
  return {
    stronger: probabilityOfChange(from, to, 0),
    worthwhile,
    words: changeInWords(worthwhile),
  };
};

/** R1.1 to R1.6: what a lifter could lift once. */
export const MAXIMUM_RULES: readonly ScienceRule[] = [
  {
    rule: 'R1.1',
    name: 'One-rep max from repetitions to failure',
    formula:
      'Epley: w × (1 + n/30). Brzycki: 36w / (37 − n). Lombardi: w × n^0.10. Wathan: 100w / (48.8 + 53.8·e^(−0.075n)). Mayhew: 100w / (52.2 + 41.9·e^(−0.055n)). O’Conner: w × (1 + 0.025n). Lander: 100w / (101.3 − 2.67123n). One repetition is its own maximum; 11 and 12 are of low confidence; more than 12 say nothing.',
    units: 'w and the answer in the same unit of mass; n repetitions',
    source: FORMULA_NAMES.map((name) => ONE_REP_MAX_FORMULAS[name].source).join('; '),
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'One-rep max from a set to failure',
        fields: { formula: choice('Formula', FORMULA_NAMES, 'Epley'), w: load, reps },
        result: { unit: 'kg' },
        answer: ({ formula, w, reps: n }) => estimateFromReps(formula, w, n),
      }),
    ],
  },
  {
    rule: 'R1.2',
    name: 'One-rep max from a set with an RPE',
    formula:
      'Per cent of the maximum by k = repetitions + (10 − RPE): 100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.2; half steps are the mean of their neighbours. One-rep max = load / per cent.',
    units: 'per cent of the one-rep max; mass in, mass out',
    source:
      'The RPE chart, as several independent public programs print it. How far people misjudge repetitions in reserve: Halperin 2022, Sports Med 52:377–390',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'One-rep max from a set with an RPE',
        fields: { w: load, reps, rpe },
        result: { unit: 'kg' },
        outside: OFF_CHART,
        answer: ({ w, reps: n, rpe: effort }) => estimateFromRpe({ loadKg: w, reps: n, rpe: effort }),
      }),
      calculation({
        title: 'Per cent of the one-rep max',
        fields: { reps, rpe },
        result: { unit: '% of the one-rep max' },
        outside: OFF_CHART,
        answer: ({ reps: n, rpe: effort }) => percentOf1rm(n, effort),
      }),
    ],
  },
  {
    rule: 'R1.3',
    name: 'One-rep max from bar speed',
    formula:
      'Straight line through speed against load; the one-rep max is where it meets the slowest speed a repetition can have (back squat 0.30 m/s). Two loads or more, speeds 0.4 m/s apart or more.',
    units: 'kg, m/s',
    source: 'Back squat at 0.30 m/s: used in Chen 2025 and Dello Stritto 2025',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'One-rep max from bar speed',
        fields: {
          points: rows(
            'Lifts',
            [
              { label: 'load, kg', above: 0, to: 1000 },
              { label: 'speed, m/s', above: 0, to: 5 },
            ],
            [
              [60, 0.9],
              [100, 0.5],
            ],
          ),
          mvt: number({
            label: 'Slowest speed',
            unit: 'm/s',
            above: 0,
            to: 1,
            example: MINIMAL_VELOCITY_MS.backSquat,
          }),
        },
        result: { unit: 'kg' },
        outside: 'It takes two different loads or more, speeds 0.4 m/s apart or more, and the heavier one slower.',
        answer: ({ points, mvt }) =>
          estimateFromVelocity(
            points.map(([loadKg = 0, velocityMs = 0]) => ({ loadKg, velocityMs })),
            mvt,
          )?.e1rmKg,
      }),
    ],
  },
  {
    rule: 'R1.4',
    name: 'How sure one set is',
    formula:
      'CV = √(0.025² + (0.006·(k − 1)·f)² + (0.027·(0.5 + 0.25·RIR))²). f is 1 for barbells, 1.25 for dumbbells, 1.5 for machines and single-leg lifts. After true failure the last part is 0.',
    units: 'coefficient of variation, a fraction of the estimate',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Uncertainty of one set',
        fields: {
          k: number({ label: 'Repetitions and reserve together (k)', from: 1, to: 16, example: 7 }),
          rir: number({ label: 'Repetitions in reserve', from: 0, to: 9, example: 2 }),
          failure: optional(flag('Ended in true failure')),
        },
        result: { unit: 'of the estimate (0.05 is 5 %)' },
        answer: ({ k, rir, failure }) => setCv({ k, rir, isFailure: failure === true }),
      }),
    ],
  },
  {
    rule: 'R1.5',
    name: 'Strength over time, with its interval',
    formula:
      'A day counts its two best sets, weighted by how sure they are. The trend is a random walk of ln(one-rep max), 0.0035 a √day, updated by each day (Kalman filter); the interval is exp(x ± 1.645·√P). A day more than three standard errors off is not believed until the coach says so. “Very likely stronger” from 0.95, “likely” from 0.75, “unclear” from 0.25.',
    units: 'kg; CV a fraction; interval 90 %',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Trend after some days of one lift',
        fields: {
          sessions: ratedSessions('Days', [
            {
              day: 0,
              sets: [
                { w: 100, reps: 5, rpe: 8 },
                { w: 100, reps: 5, rpe: 8.5 },
              ],
            },
            { day: 7, sets: [{ w: 102.5, reps: 5, rpe: 8 }] },
            { day: 14, sets: [{ w: 107.5, reps: 4, rpe: 8.5 }] },
          ]),
        },
        result: {
          unit: 'kg',
          parts: {
            session: 'Last day alone, kg',
            sessionCV: 'Its uncertainty, fraction',
            mean: 'Trend, kg',
            lo90: 'Interval from, kg',
            hi90: 'Interval to, kg',
          },
        },
        outside: 'No set counts: it takes 10 repetitions or fewer in all, with those in reserve, and RPE 6 or more.',
        answer: ({ sessions }) => lastOfTrend(sessions),
      }),
      calculation({
        title: 'Is a change real?',
        fields: {
          before: estimateRange('Trend before', 122.3),
          beforeLow: estimateRange('Its interval from', 115.4),
          beforeHigh: estimateRange('Its interval to', 129.5),
          after: estimateRange('Trend after', 125.4),
          afterLow: estimateRange('Its interval from (after)', 120.6),
          afterHigh: estimateRange('Its interval to (after)', 130.4),
        },
        result: {
          parts: {
            stronger: 'Probability of being stronger at all',
            worthwhile: 'Probability of 2.5 % or more',
            words: 'In words, against 2.5 %',
          },
        },
        outside: 'Each trend must lie inside its own interval.',
        answer: (v) =>
          changeBetween(
            { at: v.before, lo: v.beforeLow, hi: v.beforeHigh },
            { at: v.after, lo: v.afterLow, hi: v.afterHigh },
          ),
      }),
    ],
  },
  {
    rule: 'R1.6',
    name: 'Training max',
    formula:
      'Factor × one-rep max: 0.85 in the first four weeks of the start ramp, 0.90 after, 0.80 to 1.00 allowed. Changes between blocks only, up by 5 % at most.',
    units: 'kg',
    evidence: 'convention',
    calculations: [
      calculation({
        title: 'Training max',
        fields: {
          e1rm: number({ label: 'One-rep max', unit: 'kg', above: 0, to: 1000, example: 125.41 }),
          factor: optional(number({ label: 'Factor', from: 0.8, to: 1, example: DEFAULT_TM_FACTOR })),
          previous: optional(number({ label: 'Training max before', unit: 'kg', above: 0, to: 1000, example: 110 })),
        },
        result: { unit: 'kg' },
        answer: ({ e1rm, factor, previous }) => {
          const wanted =
            previous === undefined ? trainingMaxKg(e1rm, factor) : nextTrainingMaxKg(previous, e1rm, factor);
          return wanted === undefined ? undefined : roundTo(wanted, 6);
        },
      }),
    ],
  },
];
