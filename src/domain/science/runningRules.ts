import { decouplingPercent, efficiencyFactor } from '../running/efficiency.ts';
import { formOver } from '../running/form.ts';
import { loadChange } from '../running/loadChange.ts';
import { spikeOf, suggestedLongestM, twoWeekRise } from '../running/runSpike.ts';
import { flatSpeed, MOST_GRADIENT, runningCost, runStress, trimp } from '../running/runStress.ts';
import { weekLoad } from '../running/weekLoad.ts';
import { polarizationIndex } from '../running/zones.ts';
import { choice, number, numbers, optional, rows } from './fields.ts';
import { RACE_RULES } from './raceRules.ts';
import { metres, seconds } from './runFields.ts';
import { calculation, type ScienceRule } from './rule.ts';

const share = (label: string, example: number) => number({ label, from: 0, to: 1, example });

const MOST_AU = 10_000;

const dailyAu = (example: readonly number[]) =>
  numbers({ label: 'Load of each day, RPE × minutes', from: 0, to: MOST_AU, example });

const SEXES = ['m', 'f', 'other'] as const;
const SEX_OF = { m: 'male', f: 'female', other: 'other' } as const;

/** §4: how much running it was. */
export const RUNNING_RULES: readonly ScienceRule[] = [
  {
    rule: 'R4.1',
    name: 'A week of running',
    formula:
      'Distance, time, runs, longest run; time in three zones: below 80 %, to 90 %, above, of the highest heart rate, or below 82 %, to 100 %, above, of critical speed. Polarisation = log₁₀(low / middle × high × 100) of the shares; above 2 is polarised.',
    units: 'm, s; shares of the time',
    evidence: 'convention',
    calculations: [
      calculation({
        title: 'How polarised a week is',
        fields: {
          low: share('Share in the low zone', 0.8),
          middle: share('Share in the middle zone', 0.06),
          high: share('Share in the high zone', 0.14),
        },
        outside: 'The middle and the high zone both need some time.',
        answer: ({ low, middle, high }) => polarizationIndex({ lowS: low, middleS: middle, highS: high }),
      }),
    ],
  },
  {
    rule: 'R4.2',
    name: 'Session load, monotony and strain',
    formula:
      'Load = RPE (0 to 10) × minutes. Monotony = mean of the seven days / their spread (n − 1); rest days count as 0. Strain = load of the week × monotony. Monotony above 2 is worth a look; strain above nine in ten of the athlete’s own weeks.',
    units: 'arbitrary units',
    source: 'Foster 2001, J Strength Cond Res 15:109–115. The strain limit is ours',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'A week, day by day',
        fields: { daily: dailyAu([0, 300, 450, 200, 480, 0, 720]) },
        result: {
          parts: { W: 'Load of the week', mean: 'Mean of a day', sd: 'Spread', mono: 'Monotony', strain: 'Strain' },
        },
        outside: 'A week has seven days.',
        answer: ({ daily }) => {
          const week = weekLoad(daily);
          if (week === undefined) return undefined;
          const { totalAu, meanAu, sdAu, monotony, strain } = week;
          return { W: totalAu, mean: meanAu, sd: sdAu, mono: monotony ?? null, strain: strain ?? null };
        },
      }),
    ],
  },
  {
    rule: 'R4.3',
    name: 'Load change',
    formula:
      'Last 7 days against the last 28 (coupled, never above 4) or against the 21 before them (uncoupled); moving means with λ = 2 / (N + 1). Shown as a description. In 5 205 runners it did not go with injury the way it was thought to; nothing is planned or blocked by it.',
    units: 'ratio of arbitrary units',
    source:
      'Moving means: Williams 2017, Br J Sports Med 51:209–210. Critique: Impellizzeri and others 2020, Sports Med; Frandsen 2025, Br J Sports Med',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'The last 28 days',
        fields: {
          daily: dailyAu([...Array.from({ length: 21 }, () => 300), ...Array.from({ length: 7 }, () => 450)]),
        },
        result: {
          parts: {
            acute: 'Mean of 7 days',
            chronic: 'Mean of 28 days',
            coupled: '7 over 28',
            unc: '7 over the 21 before',
            ewma7: 'Moving mean, 7',
            ewma28: 'Moving mean, 28',
          },
        },
        outside: 'It takes 28 days.',
        answer: ({ daily }) => {
          const change = loadChange(daily);
          if (change === undefined) return undefined;
          const { acuteAu, chronicAu, coupled, uncoupled, ewma7Au, ewma28Au } = change;
          return {
            acute: acuteAu,
            chronic: chronicAu,
            coupled: coupled ?? null,
            unc: uncoupled ?? null,
            ewma7: ewma7Au,
            ewma28: ewma28Au,
          };
        },
      }),
    ],
  },
  {
    rule: 'R4.4',
    name: 'How much further',
    formula:
      'A run against the longest of the 30 days before: up to 1.10 none, to 1.30 small, to 2.00 moderate, above large. The last two weeks against the two before: above 1.30 is worth a look. The ten-per-cent rule is not used: in a trial of 532 novices it changed nothing.',
    units: 'm; ratio',
    source:
      'Frandsen 2025, Br J Sports Med (5 205 runners); Nielsen 2014, J Orthop Sports Phys Ther 44:739–747; Buist 2008, Am J Sports Med 36:33–39. Seen in groups: no proof for one runner',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'The step to a run',
        fields: {
          distM: metres('The run', 20_000),
          longest30M: optional(metres('Longest in the 30 days before', 18_000)),
        },
        answer: ({ distM, longest30M }) => spikeOf(distM, longest30M),
      }),
      calculation({
        title: 'The longest run to suggest',
        fields: {
          longestM: optional(metres('Longest in the 30 days before', 18_000)),
          lastKnownM: optional(metres('Longest that is known', 21_000)),
        },
        result: { unit: 'm' },
        answer: ({ longestM, lastKnownM }) => suggestedLongestM(longestM, lastKnownM),
      }),
      calculation({
        title: 'Two weeks against two',
        fields: {
          weeks: rows('Weeks', [{ label: 'distance', from: 0, to: 1000 }], [[40], [42], [52], [56]]),
        },
        result: { parts: { ratio: 'Ratio', isSteep: 'Worth a look' } },
        outside: 'Four weeks, and some running in the first two.',
        answer: ({ weeks }) => {
          const [a, b, c, d] = weeks.map(([distance = 0]) => distance);
          if (weeks.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined)
            return undefined;
          const rise = twoWeekRise([a, b], [c, d]);
          return rise.ratio === undefined ? undefined : rise;
        },
      }),
    ],
  },
  {
    rule: 'R4.5',
    name: 'Fitness, fatigue and form',
    formula:
      'Fitness moves toward the day’s load by 1 − e^(−1/42), fatigue by 1 − e^(−1/7). Form is fitness less fatigue on the morning of the day. A day without a record counts as 0 only when it is known to have been rest.',
    units: 'the unit of the loads',
    source: 'Banister 1975, with the usual 42 and 7 days',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'Day by day',
        fields: {
          ctl0: number({ label: 'Fitness the day before', from: 0, to: 1000, example: 50 }),
          atl0: number({ label: 'Fatigue the day before', from: 0, to: 1000, example: 60 }),
          loads: numbers({ label: 'Loads, day by day', from: 0, to: MOST_AU, example: [100, 0, 80] }),
        },
        result: { parts: { ctl: 'Fitness', atl: 'Fatigue', tsb: 'Form' } },
        answer: ({ ctl0, atl0, loads }) => formOver({ ctl: ctl0, atl: atl0 }, loads),
      }),
    ],
  },
  {
    rule: 'R4.6',
    name: 'What a run asked for',
    formula:
      'Stress points = hours × (speed / threshold speed)² × 100, the speed as on the flat. Cost of running at a gradient i: 155.4 i⁵ − 30.4 i⁴ − 43.3 i³ + 46.3 i² + 19.5 i + 3.6. By heart rate: minutes × reserve × 0.64 e^(1.92 × reserve) for men, 0.86 e^(1.67 × reserve) for women, the mean of both for others.',
    units: 'points; J per kg and m; arbitrary units',
    source: 'Gradient: Minetti 2002, J Appl Physiol 93:1039–1046',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'Stress points',
        fields: {
          sec: number({ label: 'Time', unit: 's', from: 0, to: 400_000, example: 3000 }),
          v: number({ label: 'Speed as on the flat', unit: 'm/s', from: 0, to: 12, example: 4 }),
          vth: number({ label: 'Threshold speed', unit: 'm/s', above: 0, to: 12, example: 4.2 }),
        },
        result: { unit: 'points' },
        answer: ({ sec, v, vth }) => runStress(sec, v, vth),
      }),
      calculation({
        title: 'Cost at a gradient',
        fields: {
          i: number({ label: 'Gradient (0.05 is 5 %)', from: -MOST_GRADIENT, to: MOST_GRADIENT, example: 0.05 }),
        },
        result: { unit: 'J per kg and m' },
        answer: ({ i }) => runningCost(i),
      }),
      calculation({
        title: 'Speed as on the flat',
        fields: {
          speed: number({ label: 'Speed', unit: 'm/s', above: 0, to: 12, example: 3 }),
          gradient: number({ label: 'Gradient (0.05 is 5 %)', from: -1, to: 1, example: 0.05 }),
        },
        result: { unit: 'm/s' },
        answer: ({ speed, gradient }) => flatSpeed(speed, gradient),
      }),
      calculation({
        title: 'By heart rate',
        fields: {
          min: number({ label: 'Minutes', from: 0, to: 2000, example: 60 }),
          hr: number({ label: 'Mean heart rate', above: 0, to: 250, example: 150 }),
          rest: number({ label: 'At rest', above: 0, to: 150, example: 50 }),
          max: number({ label: 'Highest', above: 0, to: 250, example: 190 }),
          sex: choice('Sex', SEXES, 'm'),
        },
        outside: 'The mean lies between the rate at rest and the highest.',
        answer: ({ min, hr, rest, max, sex }) =>
          trimp({ minutes: min, hr, restHr: rest, maxHr: max, sex: SEX_OF[sex] }),
      }),
    ],
  },
  {
    rule: 'R4.7',
    name: 'Efficiency and decoupling',
    formula:
      'Efficiency factor = metres a minute as on the flat / mean heart rate, on steady runs of 20 min or more at an RPE of 4 or less. Decoupling = what the second half loses of it. A single change below 3 % is noise: only the charts of the running guard judge it.',
    units: 'm per beat; per cent',
    source: 'Noise of running economy: Saunders 2004, Med Sci Sports Exerc 36:1972–1976; Shaw 2013',
    evidence: 'convention',
    calculations: [
      calculation({
        title: 'Efficiency factor',
        fields: {
          m: metres('Distance as on the flat', 12_000),
          sec: seconds('Time', 3600),
          hr: number({ label: 'Mean heart rate', above: 0, to: 250, example: 145 }),
        },
        answer: ({ m, sec, hr }) => efficiencyFactor(m / sec, hr),
      }),
      calculation({
        title: 'Decoupling',
        fields: {
          first: number({ label: 'First half: m/min per beat', above: 0, to: 10, example: 1.4085 }),
          second: number({ label: 'Second half', above: 0, to: 10, example: 1.3289 }),
        },
        result: { unit: '%' },
        answer: ({ first, second }) => decouplingPercent(first, second),
      }),
    ],
  },
  ...RACE_RULES,
];
