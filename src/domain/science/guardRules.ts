import { baselineOf, controlChart, NEWEST_WEIGHT, USUAL_WIDTH, type Baseline } from '../guard/controlChart.ts';
import { chanceOfLoss, missedAlarm, volumeAlarm } from '../guard/detectors.ts';
import { atLeastByChance, moreMissesByChance } from '../guard/exactTests.ts';
import { EF_CHART } from '../guard/runCharts.ts';
import { number, numbers } from './fields.ts';
import { calculation, type ScienceRule } from './rule.ts';

const whole = (label: string, example: number, from = 0) => number({ label, from, to: 1000, isWhole: true, example });

const chart = {
  lambda: number({ label: 'Weight of the newest run', above: 0, to: 1, example: NEWEST_WEIGHT }),
  L: number({ label: 'Width of the limits', above: 0, to: 10, example: USUAL_WIDTH }),
};

const MOST_EF = 10;

const efList = (label: string, example: readonly number[]) => numbers({ label, above: 0, to: MOST_EF, example });

const rpeChart = (baseline: Baseline, runs: readonly number[], newest: number, width: number) =>
  controlChart(runs, baseline, { worse: 'upper', newest, width }).map(({ z, limit }) => ({ z, lim: limit }));

/** §7: whether running pays for the lifting. */
export const GUARD_RULES: readonly ScienceRule[] = [
  {
    rule: 'R7.2',
    name: 'The charts of the running guard',
    formula:
      'z = λ (x − m) / s + (1 − λ) z, from 0, λ = 0.20; limit = L √(λ / (2 − λ) (1 − (1 − λ)^2t) + (1 − (1 − λ)^t)² / n), L = 2.75, 3 in the first three weeks of lifting, 3.5 where runs resemble the one before. A signal only when the shift matters too: 1 % of the efficiency factor, half a point of RPE. By simulation a chart alarms without cause in 11 of 100 blocks of 12 weeks, and finds a worsening of 1.5 spreads within 12 runs in 87 of 100.',
    units: 'spreads of the athlete’s own easy runs',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Efficiency of easy runs',
        fields: {
          baseline: efList(
            'Efficiency factors before',
            [1.382, 1.41, 1.358, 1.401, 1.395, 1.366, 1.412, 1.371, 1.398, 1.36, 1.389, 1.378],
          ),
          runs: efList('Efficiency factors since', [1.356, 1.349, 1.344, 1.352, 1.338, 1.346, 1.335]),
          ...chart,
        },
        result: { parts: { z: 'z', lim: 'Limit', alarm: 'Beyond it' } },
        outside: 'A baseline takes 8 runs or more.',
        answer: ({ baseline, runs, lambda, L }) => {
          const known = baselineOf(baseline.map(Math.log), EF_CHART.leastSd);
          if (known === undefined) return undefined;
          const points = controlChart(runs.map(Math.log), known, { worse: 'lower', newest: lambda, width: L });
          return points.map(({ z, limit, isBeyond }) => ({ z, lim: limit, alarm: isBeyond }));
        },
      }),
      calculation({
        title: 'Effort of easy runs',
        fields: {
          m: number({ label: 'Mean RPE before', from: 0, to: 10, example: 3.2 }),
          s: number({ label: 'Its spread', above: 0, to: 10, example: 0.6 }),
          n0: whole('Runs before', 12, 8),
          runs: numbers({ label: 'RPE since', from: 0, to: 10, example: [4, 4, 5, 4] }),
          ...chart,
        },
        result: { parts: { z: 'z', lim: 'Limit' } },
        answer: ({ m, s, n0, runs, lambda, L }) => rpeChart({ mean: m, sd: s, runs: n0 }, runs, lambda, L),
      }),
    ],
  },
  {
    rule: 'R7.3',
    name: 'The other detectors of the running guard',
    formula:
      'Distance done of planned over two weeks: below 0.85 amber, 0.70 red. Runs missed in 14 days: chance of so many, binomial, ≤ 0.05 amber, ≤ 0.01 red. Missed within 48 h after lifts against the others: Fisher’s exact test, ≤ 0.10 amber, ≤ 0.02 red. Efficiency 6 to 36 h after lifts: chance of a loss above 1 % of 0.90 or more amber. Key runs within 72 h of a lift: 2 of 3 failed amber, 3 red. Soreness at 48 h: 5, or 4 twice, amber, 7 red. Easy runs 2 harder than planned on 2 of 4: amber.',
    units: 'chances, 0 to 1',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'So many misses by chance',
        fields: {
          k: whole('Missed or cut', 3),
          n: whole('Planned', 10, 1),
          p: number({ label: 'Usual share of misses', above: 0, to: 0.99, example: 0.08 }),
        },
        outside: 'No more can be missed than were planned.',
        answer: ({ k, n, p }) => atLeastByChance(k, n, p),
      }),
      calculation({
        title: 'So many more after lifts by chance',
        fields: {
          missA: whole('Missed after lifts', 2),
          nA: whole('Planned after lifts', 8, 1),
          missB: whole('Missed otherwise', 2),
          nB: whole('Planned otherwise', 24, 1),
        },
        outside: 'No more can be missed than were planned.',
        answer: ({ missA, nA, missB, nB }) => moreMissesByChance(missA, nA, missB, nB),
      }),
      calculation({
        title: 'Chance that a loss after lifts matters',
        fields: {
          change: number({ label: 'Change of ln EF (−0.021 is −2.1 %)', from: -1, to: 1, example: -0.026 }),
          error: number({ label: 'Its standard error', above: 0, to: 1, example: 0.009 }),
        },
        answer: ({ change, error }) => chanceOfLoss(change, error),
      }),
      calculation({
        title: 'Two weeks of running, done of planned',
        fields: {
          planned: number({ label: 'Planned', above: 0, to: 1000, example: 100 }),
          done: number({ label: 'Done', from: 0, to: 1000, example: 82 }),
        },
        result: { parts: { share: 'Share', alarm: 'Alarm' } },
        answer: ({ planned, done }) => volumeAlarm(planned, done),
      }),
      calculation({
        title: 'Missed runs against the usual',
        fields: {
          missed: whole('Missed or cut in 14 days', 3),
          planned: whole('Planned', 10, 1),
          usual: number({ label: 'Usual share', from: 0, to: 1, example: 0.08 }),
        },
        result: { parts: { chance: 'Chance of so many', alarm: 'Alarm' } },
        outside: 'It takes five planned runs.',
        answer: ({ missed, planned, usual }) => missedAlarm(missed, planned, usual),
      }),
    ],
  },
];
