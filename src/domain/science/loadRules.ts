import {
  averageIntensityPercent,
  inol,
  inolBand,
  relativeVolume,
  sessionRpeLoad,
  tonnageKg,
} from '../strength/strengthLoad.ts';
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
];
