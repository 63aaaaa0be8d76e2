import { noGymRung } from '../exercises/noGym.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { addDays, weekdayOf, type PlainDate, type Weekday } from '../kernel/plainDate.ts';
import type { Block, EntryClass, Prescription, Program, Session, Slot, Week } from './program.ts';
import { sessionMinutes } from './sessionMinutes.ts';
import {
  RAMP_FIRST_WEEK,
  RAMP_ROWS,
  rampBlock,
  rampRow,
  rampRpeCap,
  type RampDose,
  type RampRow,
} from './startRampRows.ts';

/** The exercises of a ramp, by key. Without a pull, both sessions push. */
export interface RampLifts {
  readonly squat: string;
  readonly hinge: string;
  readonly calf: string;
  readonly push: string;
  readonly pull?: string | undefined;
  readonly trunk: string;
}

export interface StartRampInput {
  readonly entryClass: EntryClass;
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** Number of weeks; by default up to and with ramp week 16. */
  readonly weeks?: number | undefined;
  /** Days of session A and session B. */
  readonly weekdays: readonly [Weekday, Weekday];
  readonly lifts: RampLifts;
  /** The library: how an exercise is dosed decides how it is prescribed. */
  readonly exercises: readonly Exercise[];
}

const HEAVY_FRACTION = 0.85;

/** Weeks in which a load is chosen by feel, with four or more in reserve (R2.11). */
const FEELING_WEEKS = 2;

/** Repetitions of bodyweight work and of assistance (R2.3: 5 to 10 with load, ladders to 12). */
const LIGHT_REPS = { reps: 8, repsTo: 12 } as const;

const HOLD_S = 30;

const isLoaded = (exercise: Exercise): boolean => exercise.loadMode === 'kg';

const unloaded = (exercise: Exercise, sets: number, rpeCap: number, restS: number): Prescription =>
  exercise.loadMode === 'seconds' || exercise.loadMode === '%MVC'
    ? { sets, holdS: HOLD_S, basis: { kind: 'bodyweight' }, rpeCap, restS }
    : { sets, ...LIGHT_REPS, basis: { kind: 'bodyweight' }, rpeCap, restS };

/** A main lift of the table; where the athlete has nothing to load, the sets stay and the repetitions follow R2.8. */
const mainPrescription = (exercise: Exercise, dose: RampDose, row: RampRow, rpeCap: number): Prescription => {
  if (!isLoaded(exercise)) return unloaded(exercise, dose.sets, rpeCap, exercise.restS ?? 90);
  return {
    sets: dose.sets,
    reps: dose.reps,
    basis: { kind: 'pct1rm', fraction: dose.fraction },
    rpeCap,
    restS: dose.fraction >= HEAVY_FRACTION ? 180 : 150,
    ...(row.number <= FEELING_WEEKS ? { cue: 'Leave four or more in reserve' } : {}),
  };
};

/** Assistance stays at the same effort all along: only its sets change. */
const assistancePrescription = (exercise: Exercise, row: RampRow, rpeCap: number): Prescription => {
  const restS = exercise.restS ?? 75;
  if (!isLoaded(exercise)) return unloaded(exercise, row.assistanceSets, rpeCap, restS);
  return { sets: row.assistanceSets, ...LIGHT_REPS, basis: { kind: 'rir', rir: 3 }, rpeCap, restS };
};

const required = (key: string, byKey: ReadonlyMap<string, Exercise>): Exercise => {
  const exercise = byKey.get(key);
  if (exercise === undefined) throw new RangeError(`start ramp: no exercise "${key}"`);
  return exercise;
};

interface SlotPlan {
  readonly key: string;
  readonly role: Slot['role'];
}

const slotPlans = (lifts: RampLifts, isB: boolean): readonly SlotPlan[] => [
  { key: lifts.squat, role: 'main' },
  { key: lifts.hinge, role: 'main' },
  { key: lifts.calf, role: 'assistance' },
  { key: isB ? (lifts.pull ?? lifts.push) : lifts.push, role: 'assistance' },
  { key: lifts.trunk, role: 'assistance' },
];

const buildSession = (input: StartRampInput, row: RampRow, dose: RampDose, isB: boolean): Session => {
  const byKey = new Map(input.exercises.map((exercise) => [exercise.key, exercise]));
  const rpeCap = rampRpeCap(row, input.entryClass);
  const slots = slotPlans(input.lifts, isB).map(({ key, role }, index): Slot => {
    const exercise = required(key, byKey);
    const noGymKey = noGymRung(exercise, input.exercises)?.key;
    return {
      label: `${String.fromCodePoint(65 + index)}1`,
      exerciseKey: key,
      ...(noGymKey === undefined ? {} : { noGymKey }),
      role,
      prescriptions: [
        role === 'main' ? mainPrescription(exercise, dose, row, rpeCap) : assistancePrescription(exercise, row, rpeCap),
      ],
    };
  });
  return {
    name: isB ? 'Session B' : 'Session A',
    weekday: input.weekdays[isB ? 1 : 0],
    minutes: sessionMinutes(slots),
    slots,
  };
};

const buildWeek = (input: StartRampInput, row: RampRow, index: number): Week => ({
  number: row.number,
  kind: row.kind,
  startsOn: addDays(input.startsOn, index * 7),
  lever: index === 0 ? 'start' : row.lever,
  sessions: [
    buildSession(input, row, row.a, false),
    ...(row.b === undefined ? [] : [buildSession(input, row, row.b, true)]),
  ],
});

/** Weeks gathered into the blocks of the ramp, in order. */
const gather = (weeks: readonly Week[]): readonly Block[] => {
  const blocks: { name: string; goal: string; weeks: Week[] }[] = [];
  for (const week of weeks) {
    const { name = '', goal = '' } = rampBlock(week.number) ?? {};
    const current = blocks.at(-1);
    if (current?.name === name) current.weeks.push(week);
    else blocks.push({ name, goal, weeks: [week] });
  }
  return blocks;
};

/**
 * The "start small and build" program (R2.11) for one athlete: class A from ramp week 1, B from 3, C from 5.
 * Throws a `RangeError` when `startsOn` is no Monday or a lift is not among the exercises: both are the caller's to check.
 */
export const buildStartRamp = (input: StartRampInput): Program => {
  if (weekdayOf(input.startsOn) !== 1) throw new RangeError(`start ramp: ${input.startsOn} is not a Monday`);
  const first = RAMP_FIRST_WEEK[input.entryClass];
  const length = input.weeks ?? RAMP_ROWS.length - first + 1;
  const rows = Array.from({ length }, (_, index) => rampRow(first + index)).filter((row) => row !== undefined);
  return {
    name: 'Start ramp',
    templateKey: 'start-ramp',
    entryClass: input.entryClass,
    startsOn: input.startsOn,
    blocks: gather(rows.map((row, index) => buildWeek(input, row, index))),
  };
};
