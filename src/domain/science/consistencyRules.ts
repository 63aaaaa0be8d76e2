import {
  exerciseCompliance,
  isMoreThanPrescribed,
  sessionCompliance,
  weekCompliance,
  type ExerciseRole,
  type SessionRole,
} from '../adherence/compliance.ts';
import {
  consistencyBand,
  consistencyIndex,
  isMinimumDose,
  regularity,
  streaks,
  weeklyTrend,
  wilsonInterval,
  type WeekMark,
} from '../adherence/consistency.ts';
import { triageKey } from '../athletes/rosterStatus.ts';
import { choice, flag, number, numbers, optional, rows, words } from './fields.ts';
import { calculation, type ScienceRule } from './rule.ts';

const LIGHTS = ['red', 'amber', 'green'] as const;
const LEVEL_OF = { red: 'act', amber: 'look', green: 'ok' } as const;

const MARKS: readonly WeekMark[] = ['done', 'missed', 'frozen'];
const EXERCISE_ROLES: readonly ExerciseRole[] = ['main', 'plyo', 'assistance'];
const SESSION_ROLES: readonly SessionRole[] = ['keyRun', 'heavyLift', 'easyRun', 'mobility'];

const weeks = (label: string, example: number) => number({ label, from: 0, to: 12, isWhole: true, example });

const count = (label: string, example: number, from = 0) =>
  number({ label, from, to: 100_000, isWhole: true, example });

/** §10: how much of the plan was done, and how steadily. */
export const CONSISTENCY_RULES: readonly ScienceRule[] = [
  {
    rule: 'R10.1',
    name: 'How much of the plan was done',
    formula:
      'Exercise: min(1, repetitions done / planned) × min(1, load done / (0.95 × planned)); the load counts as done when the RPE cap was reached. Session: main lifts count 3, jumps 1.5, assistance 1. Week: key runs 3, heavy lifts 2, easy runs 1, mobility 0.5; excused sessions leave it.',
    units: 'shares, 0 to 1',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'How much was done: an exercise',
        fields: {
          repsPlanned: count('Repetitions planned', 12, 1),
          repsDone: count('Repetitions done', 12),
          loadPlanned: optional(number({ label: 'Load planned', above: 0, to: 1000, example: 105 })),
          loadDone: optional(number({ label: 'Load done', from: 0, to: 1000, example: 90 })),
          reachedCap: optional(flag('RPE reached the cap')),
        },
        answer: ({ reachedCap, ...done }) =>
          exerciseCompliance({ role: 'main', hasReachedCap: reachedCap === true, ...done }),
      }),
      calculation({
        title: 'How much was done: a session',
        fields: {
          exercises: rows(
            'Exercises',
            [
              { label: '1 main, 2 jumps, 3 assistance', from: 1, to: 3, isWhole: true },
              { label: 'repetitions planned', from: 1, to: 1000, isWhole: true },
              { label: 'done', from: 0, to: 1000, isWhole: true },
            ],
            [
              [1, 12, 12],
              [1, 18, 15],
              [3, 24, 0],
            ],
          ),
        },
        answer: ({ exercises }) =>
          sessionCompliance(
            exercises.map(([role = 1, repsPlanned = 1, repsDone = 0]) => ({
              role: EXERCISE_ROLES[role - 1] ?? 'main',
              repsPlanned,
              repsDone,
              hasReachedCap: false,
            })),
          ),
      }),
      calculation({
        title: 'How much was done: a week',
        fields: {
          sessions: rows(
            'Sessions',
            [
              { label: '1 key run, 2 heavy lift, 3 easy run, 4 mobility', from: 1, to: 4, isWhole: true },
              { label: 'share done', from: 0, to: 1 },
              { label: 'excused, 1 or 0', from: 0, to: 1, isWhole: true },
            ],
            [
              [1, 1, 0],
              [1, 0.9, 0],
              [2, 0.7857, 0],
              [2, 0, 0],
              [3, 1, 0],
              [3, 1, 0],
              [3, 0, 1],
            ],
          ),
        },
        outside: 'Every session was excused.',
        answer: ({ sessions }) =>
          weekCompliance(
            sessions.map(([role = 1, share = 0, excused]) => ({
              role: SESSION_ROLES[role - 1] ?? 'easyRun',
              share,
              isExcused: excused === 1,
            })),
          ),
      }),
      calculation({
        title: 'More than prescribed?',
        fields: {
          done: number({ label: 'Done', from: 0, example: 120 }),
          planned: number({ label: 'Planned', above: 0, example: 100 }),
        },
        answer: ({ done, planned }) => isMoreThanPrescribed(done, planned),
      }),
    ],
  },
  {
    rule: 'R10.2',
    name: 'Consistency',
    formula:
      'A week counts with one heavy lift that held 60 % of its planned lower-body sets. Index = 100 × weeks that count / (12 − frozen weeks): 85 excellent, 70 good, 50 building, below that restart small. Regularity = 1 / (1 + CV of the days between lifts). Trend: each new week counts a quarter. Done of planned with its Wilson interval.',
    units: 'per cent; shares, 0 to 1',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Done of planned, with its interval',
        fields: {
          x: count('Done', 7),
          n: count('Planned', 8, 1),
          z: number({ label: 'z (1.645 for 90 %)', above: 0, to: 10, example: 1.645 }),
        },
        result: { parts: { '0': 'From', '1': 'To' } },
        outside: 'No more can be done than was planned.',
        answer: ({ x, n, z }) => wilsonInterval(x, n, z),
      }),
      calculation({
        title: 'Trend over weeks',
        fields: { weeks: numbers({ label: 'Share done, week by week', from: 0, to: 1, example: [1, 0.8, 0.5, 1] }) },
        answer: ({ weeks: shares }) => weeklyTrend(shares),
      }),
      calculation({
        title: 'Regularity of lifting',
        fields: {
          gaps: numbers({ label: 'Days between lifts', above: 0, to: 1000, example: [3, 4, 3, 4, 7, 3, 4, 4] }),
        },
        outside: 'It takes two gaps or more.',
        answer: ({ gaps }) => regularity(gaps),
      }),
      calculation({
        title: 'Consistency of 12 weeks',
        fields: { done: weeks('Weeks that count', 9), frozen: weeks('Frozen weeks', 1) },
        result: { parts: { index: 'Index, per cent', band: 'In words' } },
        outside: 'The weeks do not fit into 12, or all are frozen.',
        answer: ({ done, frozen }) => {
          const index = consistencyIndex(done, frozen);
          return index === undefined ? undefined : { index, band: consistencyBand(index) };
        },
      }),
      calculation({
        title: 'Streak of weeks',
        fields: { marks: words('Weeks', ['done', 'done', 'frozen', 'done', 'missed', 'done'], MARKS) },
        result: { parts: { longest: 'Longest', current: 'Now' } },
        answer: ({ marks }) => streaks(marks),
      }),
      calculation({
        title: 'Does a week count?',
        fields: {
          heavyLifts: count('Heavy lifts', 1),
          setsDone: count('Lower-body sets done', 6),
          setsPlanned: count('Lower-body sets planned', 9),
        },
        answer: ({ heavyLifts, setsDone, setsPlanned }) =>
          isMinimumDose({ heavyLifts, lowerSetsDone: setsDone, lowerSetsPlanned: setsPlanned }),
      }),
    ],
  },
  {
    rule: 'R10.3',
    name: 'Who needs the coach',
    formula:
      'Order of the roster: 100 for red, 10 for amber, plus what is missing of consistency (1 − index / 100), plus days since the last contact / 30, counted for 60 days at most and as 30 where none is noted. With 20 athletes the two charts of the running guard alone turn amber without cause about 4 times in 12 weeks, and red 0.3 times.',
    units: 'none; the higher, the sooner',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Place on the roster',
        fields: {
          light: choice('Light', LIGHTS, 'amber'),
          consistency: optional(number({ label: 'Consistency, per cent', from: 0, to: 100, example: 82 })),
          days: optional(number({ label: 'Days since the last contact', from: 0, to: 10_000, example: 15 })),
        },
        answer: ({ light, consistency, days }) =>
          triageKey({ level: LEVEL_OF[light], consistency, daysSinceContact: days }),
      }),
    ],
  },
];
