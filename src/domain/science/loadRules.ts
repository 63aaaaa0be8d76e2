import {
  averageIntensityPercent,
  inol,
  inolBand,
  relativeVolume,
  sessionRpeLoad,
  tonnageKg,
} from '../strength/strengthLoad.ts';
import { legLoadPercent, pointsRate } from '../strength/combinedLoad.ts';
import { isHardSet } from '../strength/hardSets.ts';
import { number, optional, rows } from './fields.ts';
import { calculation, type ScienceRule } from './rule.ts';

const INOL_OUTSIDE = 'INOL needs a per cent above 0 and up to 99.';

const setRows = rows(
  'Sets',
  [
    { label: 'repetitions', from: 0, to: 1000, isWhole: true },
    { label: '% of the one-rep max', above: 0, to: 99 },
  ],
  [
    [4, 85],
    [4, 85],
    [4, 85],
    [4, 85],
  ],
);

/** Ten runs, the fewest that speak for an athlete. */
const EXAMPLE_RUNS = [
  [225, 48],
  [420, 95],
  [300, 60],
  [540, 110],
  [180, 38],
  [480, 104],
  [260, 55],
  [350, 77],
  [600, 128],
  [240, 50],
];

const legsOf = (weeks: readonly (readonly number[])[]) => {
  const loads = weeks.map(([runKm = 0, lowerHardSets = 0, weightedContacts = 0]) => ({
    runM: runKm * 1000,
    lowerHardSets,
    weightedContacts,
  }));
  const now = loads.at(-1);
  const percents = now === undefined ? {} : legLoadPercent(now, loads.slice(0, -1));
  const known = Object.entries(percents).filter(([, percent]) => percent !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
};

/** §5: how much strength work it was. */
export const LOAD_RULES: readonly ScienceRule[] = [
  {
    rule: 'R5',
    name: 'Strength load',
    formula:
      'INOL = Σ repetitions / (100 − %): below 0.4 light, to 1 optimal, to 2 hard, above excessive; for runners no more than 1.2 a session and 2.0 a week. Tonnage = Σ repetitions × load, both sides counted. Average intensity = Σ(repetitions × %) / Σ repetitions. Hard set: 4 or fewer in reserve at 60 % or more, without an RPE 75 % or more. Session load = RPE × minutes with rests.',
    units: 'INOL has none; kg; per cent; arbitrary units',
    source:
      'INOL bands of a session: Hristov 2005. Session RPE for lifting: Day, McGuigan, Brice & Foster 2004. The runner’s limits and the hard set are ours',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'INOL of one lift in one session',
        fields: { sets: setRows },
        outside: INOL_OUTSIDE,
        answer: ({ sets }) => inol(sets.map(([reps = 0, percentOf1rm = 0]) => ({ reps, percentOf1rm }))),
      }),
      calculation({
        title: 'What an INOL means',
        fields: { inol: number({ label: 'INOL of a session', from: 0, to: 100, example: 1.07 }) },
        answer: ({ inol: value }) => inolBand(value),
      }),
      calculation({
        title: 'Tonnage, intensity and relative volume',
        fields: {
          work: rows(
            'Work',
            [
              { label: 'repetitions in all', from: 0, to: 10_000, isWhole: true },
              { label: 'load, kg', from: 0, to: 1000 },
              { label: 'one-rep max, kg', above: 0, to: 1000 },
            ],
            [
              [12, 105, 125.41],
              [18, 72.5, 95],
            ],
          ),
        },
        result: {
          parts: {
            tonnage: 'Tonnage, kg',
            averageIntensity: 'Average intensity, %',
            relativeVolume: 'Relative volume, repetitions at the maximum',
          },
        },
        outside: 'There is no repetition in it.',
        answer: ({ work }) => {
          const loaded = work.map(([reps = 0, loadKg = 0, e1rmKg = 0]) => ({ reps, loadKg, e1rmKg }));
          const averageIntensity = averageIntensityPercent(loaded);
          if (averageIntensity === undefined) return undefined;
          return { tonnage: tonnageKg(loaded), averageIntensity, relativeVolume: relativeVolume(loaded) };
        },
      }),
      calculation({
        title: 'Is it a hard set?',
        fields: {
          reps: number({ label: 'Repetitions', from: 1, to: 100, isWhole: true, example: 5 }),
          load: number({ label: 'Load', unit: 'kg', above: 0, to: 1000, example: 100 }),
          rpe: optional(number({ label: 'RPE', from: 1, to: 10, example: 8 })),
          e1rm: optional(number({ label: 'One-rep max before', unit: 'kg', above: 0, to: 1000, example: 123 })),
        },
        answer: ({ reps, load, rpe, e1rm }) => isHardSet({ kind: 'work', reps, loadKg: load, rpe }, e1rm),
      }),
      calculation({
        title: 'Session load',
        fields: {
          rpe: number({ label: 'RPE of the session', from: 0, to: 10, example: 6 }),
          minutes: number({ label: 'Minutes with rests', above: 0, to: 1440, example: 45 }),
        },
        result: { unit: 'AU' },
        answer: ({ rpe, minutes }) => sessionRpeLoad(rpe, minutes),
      }),
    ],
  },
  {
    rule: 'R5.1',
    name: 'Lifting and running on one scale',
    formula:
      'Points = rate × session load of the lift. Rate = Σ(AU × rTSS) / Σ AU² over the last 10 to 60 runs; with fewer, or outside 0.10 to 0.40, it is 0.22. Beside it three bars that are never added up: run distance, lower-body hard sets and weighted contacts, each against the mean of the four weeks before. Session load does not see what heavy sets ask of the legs: it never clears a lift alone.',
    units: 'points as of rTSS; AU = RPE × minutes; per cent',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Points of a lift',
        fields: {
          runs: optional(
            rows(
              'Runs, the newest last',
              [
                { label: 'AU', above: 0, to: 10_000 },
                { label: 'rTSS', from: 0, to: 2000 },
              ],
              EXAMPLE_RUNS,
            ),
          ),
          lift: number({ label: 'Session load of the lift', unit: 'AU', from: 0, to: 10_000, example: 270 }),
        },
        result: { parts: { points: 'Points', pointsPerAu: 'Points for one AU', isOwn: 'From the athlete’s own runs' } },
        answer: ({ runs = [], lift }) => {
          const { pointsPerAu, isOwn } = pointsRate(runs.map(([au = 0, rtss = 0]) => ({ au, rtss })));
          return { points: pointsPerAu * lift, pointsPerAu, isOwn };
        },
      }),
      calculation({
        title: 'What the legs had this week',
        fields: {
          weeks: rows(
            'Four weeks, then this one',
            [
              { label: 'run, km', from: 0, to: 1000 },
              { label: 'lower-body hard sets', from: 0, to: 1000 },
              { label: 'weighted contacts', from: 0, to: 100_000 },
            ],
            [
              [40, 8, 60],
              [42, 8, 60],
              [44, 8, 70],
              [34, 4, 30],
              [44, 9, 66],
            ],
          ),
        },
        result: {
          parts: { runs: 'Run distance, %', hardSets: 'Lower-body hard sets, %', contacts: 'Weighted contacts, %' },
        },
        outside: 'It takes four weeks before this one, and something done in them.',
        answer: ({ weeks }) => legsOf(weeks),
      }),
    ],
  },
];
