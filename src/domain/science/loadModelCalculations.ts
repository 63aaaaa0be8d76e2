import { autoregulate, simpleAutoregulate } from '../progression/autoregulate.ts';
import { doubleProgression } from '../progression/doubleProgression.ts';
import { linearStep } from '../progression/linear.ts';
import {
  BLOCK_PHASES,
  DUP_ROWS,
  fractionUnderCap,
  percentOfRm,
  waveLoadKg,
  waveWeek,
  type BlockPhaseName,
} from '../progression/loadModels.ts';
import { roundTo } from '../kernel/quantity.ts';
import { choice, flag, number, optional, rows } from './fields.ts';
import { calculation, type Calculation } from './rule.ts';

const step = number({ label: 'Smallest step', unit: 'kg', from: 0.1, to: 50, example: 2.5 });
const e1rm = number({ label: 'One-rep max', unit: 'kg', above: 0, to: 1000, example: 125 });
const rpe = (label: string, example: number) => number({ label, from: 6, to: 10, example });
const whole = (label: string, from: number, to: number, example: number) =>
  number({ label, from, to, isWhole: true, example });

const ratedSets = (example: readonly (readonly number[])[]) =>
  rows(
    'Sets done',
    [
      { label: 'repetitions', from: 1, to: 30, isWhole: true },
      { label: 'load, kg', above: 0, to: 1000 },
      { label: 'RPE', from: 1, to: 10 },
    ],
    example,
  );

const toRated = ([reps = 0, loadKg = 0, rated = 0]: readonly number[]) => ({ reps, loadKg, rpe: rated });

const DUP_SESSIONS: readonly (keyof typeof DUP_ROWS)[] = ['A', 'B'];

const PHASES: readonly BlockPhaseName[] = BLOCK_PHASES.map(({ phase }) => phase);

const ROW_PARTS = {
  sets: 'Sets',
  setsTo: 'Sets, up to',
  reps: 'Repetitions',
  repsTo: 'Repetitions, up to',
  fraction: 'Share of the maximum',
  fractionTo: 'Share, up to',
  rpeCap: 'RPE at most',
};

/** R2.1, the rest of a session from the sets done. */
const RATED: readonly Calculation[] = [
  calculation({
    title: 'Rest of the session after a rated set',
    fields: {
      targetReps: whole('Repetitions planned', 1, 12, 4),
      targetRpe: rpe('RPE planned', 8),
      done: ratedSets([[4, 105, 9]]),
      step,
      simple: optional(flag('Simple rule: 4 % for each RPE')),
    },
    result: {
      parts: {
        loadKg: 'Next set, kg',
        e1rmKg: 'One-rep max from the last set, kg',
        wantedKg: 'Wanted, kg',
        leastKg: 'At least, kg',
        mostKg: 'At most, kg',
      },
    },
    outside:
      'The chart holds 1 to 12 repetitions and RPE 6 to 10 in steps of 0.5, 12 repetitions with those in reserve.',
    answer: (v) => {
      const session = { target: { reps: v.targetReps, rpe: v.targetRpe }, done: v.done.map(toRated), stepKg: v.step };
      return v.simple === true ? simpleAutoregulate(session) : autoregulate(session);
    },
  }),
  calculation({
    title: 'Double progression: next session',
    fields: {
      sets: whole('Sets', 1, 20, 3),
      from: whole('Repetitions from', 1, 30, 4),
      to: whole('Repetitions to', 1, 30, 6),
      cap: rpe('RPE at most', 8.5),
      done: ratedSets([
        [6, 100, 8],
        [6, 100, 8],
        [6, 100, 8],
      ]),
      step,
    },
    result: { parts: { action: 'What to do', loadKg: 'Load, kg', reps: 'Repetitions a set to begin with' } },
    outside: 'The range must not end below where it begins.',
    answer: (v) =>
      doubleProgression({ sets: v.sets, from: v.from, to: v.to, rpeCap: v.cap }, v.done.map(toRated), v.step),
  }),
  calculation({
    title: 'Linear progression: next session',
    fields: {
      load: number({ label: 'Load', unit: 'kg', above: 0, to: 1000, example: 60 }),
      step,
      misses: whole('Misses in a row', 0, 50, 0),
      weeksLifting: optional(whole('Weeks since lifting began', 0, 520, 6)),
    },
    result: { parts: { action: 'What to do', loadKg: 'Load, kg' } },
    answer: (v) => linearStep({ loadKg: v.load, stepKg: v.step, missesInARow: v.misses, weeksLifting: v.weeksLifting }),
  }),
];

/** R2.1, models that are written ahead. */
const WRITTEN: readonly Calculation[] = [
  calculation({
    title: 'A week of waves, three up and one down',
    fields: {
      week: whole('Week', 1, 520, 3),
      e1rm,
      trainingMax: number({ label: 'Training max', unit: 'kg', above: 0, to: 1000, example: 112.5 }),
    },
    result: {
      parts: {
        ...ROW_PARTS,
        wave: 'Wave',
        isDeload: 'Deload',
        tmFraction: 'Added, of the training max',
        loadKg: 'Load, kg',
      },
    },
    answer: (v) => {
      const week = waveWeek(v.week);
      const loadKg = week && waveLoadKg(week, v.e1rm, v.trainingMax);
      return week === undefined || loadKg === undefined ? undefined : { ...week, loadKg: roundTo(loadKg, 6) };
    },
  }),
  calculation({
    title: 'Two different sessions a week',
    fields: { session: choice('Session', DUP_SESSIONS, 'A') },
    result: { parts: ROW_PARTS },
    answer: (v) => DUP_ROWS[v.session],
  }),
  calculation({
    title: 'Blocks of a season',
    fields: { phase: choice('Phase', PHASES, 'maximal') },
    result: {
      parts: {
        phase: 'Phase',
        weeks: 'Weeks',
        weeksTo: 'Weeks, up to',
        sessionsPerWeek: 'Sessions a week',
        ...ROW_PARTS,
        hasJumps: 'With jumps',
      },
    },
    answer: (v) => BLOCK_PHASES.find(({ phase }) => phase === v.phase),
  }),
  calculation({
    title: 'Per cent of a repetition maximum (4RM)',
    fields: { rm: whole('Repetition maximum', 1, 12, 4), supervised: flag('Supervised') },
    result: { unit: '%' },
    answer: (v) => percentOfRm(v.rm, v.supervised),
  }),
  calculation({
    title: 'Most that fits under an RPE',
    fields: {
      percent: number({ label: 'Per cent of the one-rep max', above: 0, to: 120, example: 90 }),
      reps: whole('Repetitions', 1, 12, 3),
      cap: rpe('RPE at most', 9),
    },
    result: { unit: '%' },
    outside: 'The chart holds 1 to 12 repetitions and RPE 6 to 10 in steps of 0.5.',
    answer: (v) => {
      const fraction = fractionUnderCap(v.percent / 100, v.reps, v.cap);
      return fraction === undefined ? undefined : roundTo(fraction * 100, 6);
    },
  }),
];

/** R2.1 beyond a per cent and an RPE: within a session, from session to session, and written ahead. */
export const LOAD_MODEL_CALCULATIONS: readonly Calculation[] = [...RATED, ...WRITTEN];
