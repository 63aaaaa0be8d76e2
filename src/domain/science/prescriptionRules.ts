import { roundTo } from '../kernel/quantity.ts';
import { isTwoForTwo, mayRaiseLoad, nextLoad, type BodyRegion } from '../strength/acsmStep.ts';
import { deloadOf, deloadReasons } from '../strength/deload.ts';
import { answerToMisses, isMissed } from '../strength/missedReps.ts';
import { repCapAt } from '../strength/prilepin.ts';
import { zonePlaces, type LiftRole } from '../strength/heavyZone.ts';
import { loadForRpe } from '../strength/rpeChart.ts';
import { choice, flag, number, numbers, optional } from './fields.ts';
import { LOAD_MODEL_CALCULATIONS } from './loadModelCalculations.ts';
import { calculation, type ScienceRule } from './rule.ts';

const REGIONS: readonly BodyRegion[] = ['upper', 'lower'];
const LIFT_ROLES: readonly LiftRole[] = ['main', 'assistance'];

const e1rm = number({ label: 'One-rep max', unit: 'kg', above: 0, to: 1000, example: 125 });
const load = number({ label: 'Load', above: 0, to: 1000, example: 100 });
const step = number({ label: 'Smallest step', above: 0, to: 50, example: 2.5 });
const percent = number({ label: 'Per cent of the one-rep max', above: 0, to: 120, example: 85 });
const sets = number({ label: 'Sets', from: 1, to: 20, isWhole: true, example: 4 });
const reps = number({ label: 'Repetitions', from: 1, to: 100, isWhole: true, example: 4 });
const targetReps = number({ label: 'Repetitions planned', from: 1, to: 100, isWhole: true, example: 5 });
const rpeCap = number({ label: 'RPE at most', from: 1, to: 10, example: 8 });
const OFF_CHART = 'The chart holds 1 to 12 repetitions and RPE 6 to 10 in steps of 0.5.';

/** R2.1 to R2.6: how a load is chosen, raised and lowered. */
export const PRESCRIPTION_RULES: readonly ScienceRule[] = [
  {
    rule: 'R2.1',
    name: 'How a load is chosen',
    formula:
      'Per cent: p × one-rep max, rounded down. RPE: one-rep max × the chart’s per cent (R1.2), to the nearest step; after a rated set the rest anew, at most 5 % a set and 10 % a session. Double progression: every set to the top of its range, then a step more. Linear, in the first 12 weeks: a step each success, after two misses a tenth off. Waves: 80, 84, 88 %, then a deload. 4RM and the like: the chart at RPE 10, unsupervised at RPE 9.',
    units: 'kg',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Load at a per cent',
        fields: { e1rm, percent, step },
        result: { unit: 'kg' },
        answer: (v) => roundTo(Math.floor((v.e1rm * v.percent) / 100 / v.step + 1e-9) * v.step, 2),
      }),
      calculation({
        title: 'Load for repetitions at an RPE, not rounded',
        fields: {
          e1rm,
          reps: number({ label: 'Repetitions', from: 1, to: 12, isWhole: true, example: 4 }),
          rpe: number({ label: 'RPE', from: 6, to: 10, example: 8 }),
        },
        result: { unit: 'kg' },
        outside: OFF_CHART,
        answer: (v) => loadForRpe(v.e1rm, v.reps, v.rpe),
      }),
      ...LOAD_MODEL_CALCULATIONS,
    ],
  },
  {
    rule: 'R2.2',
    name: 'Most repetitions at an intensity',
    formula:
      'Repetitions of one lift in one session: 55–69 % 18 to 30, 70–79 % 12 to 24, 80–89 % 10 to 20, 90 % and more 4 to 10. Only the upper end is a limit: runners work below the lower on purpose.',
    units: 'repetitions',
    source: 'Prilepin’s chart; public copies disagree on its last row',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'Too many repetitions at this intensity?',
        fields: { percent: { ...percent, label: 'Per cent of the one-rep max' }, sets, reps },
        result: {
          parts: {
            total: 'Repetitions in all',
            least: 'Chart from',
            optimal: 'Chart’s best',
            most: 'Chart to',
            isTooMuch: 'Too much',
          },
        },
        outside: 'The chart holds 55 to 100 % of the one-rep max.',
        answer: (v) => {
          const cap = repCapAt(v.percent);
          const total = v.sets * v.reps;
          return cap === undefined ? undefined : { total, ...cap, isTooMuch: total > cap.most };
        },
      }),
    ],
  },
  {
    rule: 'R2.3',
    name: 'The zone of heavy strength for runners',
    formula:
      'Main lifts 80 to 90 % of the maximum (75 to 95 allowed), 3 to 6 repetitions, 3 sets (2 to 4), 3 minutes’ rest, RPE 7 to 9, two main lower-body lifts a session, 6 to 9 lower-body hard sets, twice a week, ten weeks or more before it is judged.',
    units: 'per cent of the one-rep max, repetitions, seconds',
    source:
      'High load from 80 %: Llanos-Lagos 2024; largest effect at 90 % or 4 repetitions and fewer: Eihara 2022; two to three times a week for 8 to 12 weeks: Balsalobre-Fernández 2016; rests of 3 to 5 minutes and order: ACSM 2009',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'Is a lift in the zone?',
        fields: {
          role: choice('Lift', LIFT_ROLES, 'main'),
          percent: optional(percent),
          sets: optional({ ...sets, example: 3 }),
          reps: optional(reps),
          restS: optional(number({ label: 'Rest', unit: 's', from: 0, to: 1800, example: 180 })),
          rpe: optional(number({ label: 'RPE', from: 1, to: 10, example: 8 })),
        },
        result: {
          parts: { intensity: 'Per cent', sets: 'Sets', reps: 'Repetitions', rest: 'Rest', effort: 'RPE' },
        },
        answer: ({ role, percent: percentOf1rm, ...lift }) => zonePlaces({ percentOf1rm, ...lift }, role),
      }),
    ],
  },
  {
    rule: 'R2.4',
    name: 'When the load rises, and by how much',
    formula:
      'A repetition or more over the target in the last set at the RPE cap or below, once (novices twice): 2.5 % more for the upper body, 5 % for the lower, one plate step at least, 10 % at most; else add repetitions. 2-for-2: two over the target in the last set, two sessions running.',
    units: 'any one unit of mass',
    source: 'The step of 2 to 10 %: ACSM 2009 (Ratamess et al.), Med Sci Sports Exerc 41:687–708',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'Next load',
        fields: { load, region: choice('Body', REGIONS, 'lower'), step },
        result: { parts: { kind: 'What to do', load: 'Next load' } },
        answer: (v) => nextLoad(v.load, v.region, v.step),
      }),
      calculation({
        title: 'May the load rise? (2-for-2)',
        fields: {
          target: targetReps,
          lastSets: numbers({ label: 'Last set of each session', from: 0, to: 100, isWhole: true, example: [7, 7] }),
        },
        answer: (v) => isTwoForTwo(v.target, v.lastSets),
      }),
      calculation({
        title: 'May the load rise? (repetitions and RPE)',
        fields: {
          target: targetReps,
          cap: rpeCap,
          novice: flag('Novice'),
          reps: numbers({ label: 'Last set of each session', from: 0, to: 100, isWhole: true, example: [6, 6] }),
          rpes: numbers({ label: 'Its RPE', from: 1, to: 10, example: [8, 7.5] }),
        },
        outside: 'There must be one RPE for each last set.',
        answer: (v) =>
          v.reps.length === v.rpes.length
            ? mayRaiseLoad({
                targetReps: v.target,
                rpeCap: v.cap,
                isNovice: v.novice,
                lastSets: v.reps.map((done, at) => ({ reps: done, rpe: v.rpes[at] })),
              })
            : undefined,
      }),
    ],
  },
  {
    rule: 'R2.5',
    name: 'Missed repetitions',
    formula:
      'A set two or more short, or RPE a point over the cap: hold. Again: 5 % off. A third time: 10 % off, and look at sleep, soreness and running. A technique flag: an easier exercise.',
    units: 'any one unit of mass',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'After missed repetitions',
        fields: {
          load: { ...load, example: 110 },
          step,
          misses: number({ label: 'Sessions missed in a row', from: 0, to: 50, isWhole: true, example: 2 }),
          technique: optional(flag('Technique flag')),
        },
        result: { parts: { action: 'What to do', load: 'Next load' } },
        answer: (v) =>
          answerToMisses({
            load: v.load,
            plateStep: v.step,
            missesInARow: v.misses,
            hasTechniqueFlag: v.technique === true,
          }),
      }),
      calculation({
        title: 'Was the target missed?',
        fields: {
          target: targetReps,
          reps: numbers({ label: 'Repetitions done', from: 0, to: 100, isWhole: true, example: [5, 4, 3] }),
          rpe: optional(number({ label: 'RPE', from: 1, to: 10, example: 8.5 })),
          cap: optional(rpeCap),
        },
        answer: (v) => isMissed({ targetReps: v.target, reps: v.reps, rpe: v.rpe, rpeCap: v.cap }),
      }),
    ],
  },
  {
    rule: 'R2.6',
    name: 'Deload',
    formula:
      'Every fourth week (third to sixth), or after two amber days in a week, a red one, a substantial health problem, or strength down by more than 5 %. Sets: 0.55 × n, rounded; load up to a tenth less; RPE 6 to 7; half the jumps; nothing new.',
    units: 'sets; any one unit of mass',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'A deload week',
        fields: { sets: { ...sets, label: 'Hard sets', example: 9 }, load: { ...load, example: 105 }, step },
        result: { parts: { hardSets: 'Hard sets', leastLoad: 'Load from', mostLoad: 'Load to' } },
        answer: (v) => deloadOf(v.sets, v.load, v.step),
      }),
      calculation({
        title: 'Is a deload due?',
        fields: {
          weeks: number({ label: 'Weeks since the last', from: 0, to: 520, isWhole: true, example: 3 }),
          every: number({ label: 'Every', unit: 'weeks', from: 3, to: 6, isWhole: true, example: 4 }),
          amberDays: number({ label: 'Amber days in a week', from: 0, to: 7, isWhole: true, example: 0 }),
          red: flag('A red day'),
          substantial: flag('A substantial health problem'),
          change: number({ label: 'Change of strength', unit: '%', from: -100, to: 100, example: 0 }),
        },
        answer: (v) =>
          deloadReasons({
            weeksSinceDeload: v.weeks,
            everyWeeks: v.every,
            amberDaysInAWeek: v.amberDays,
            isRed: v.red,
            hasSubstantialProblem: v.substantial,
            trendChange: v.change / 100,
          }),
      }),
    ],
  },
];
