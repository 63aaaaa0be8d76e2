import { addDays, daysBetween, isoWeekOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { Gym } from '../../domain/athletes/athlete.ts';
import { backFromBreak } from '../../domain/programs/afterBreak.ts';
import { resolvePrescription, type ResolveInput } from '../../domain/programs/resolve.ts';
import type { EntryClass, Phase, Prescription } from '../../domain/programs/program.ts';
import { leverRises, type LeverRise } from '../../domain/programs/levers.ts';
import { plannedLoad } from '../../domain/programs/plannedLoad.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import { exerciseInSlot, slotSteps } from '../../domain/programs/weekLevers.ts';
import { trainingMaxIn } from '../../domain/strength/trainingMax.ts';
import type { ReadDb } from '../db/sql.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import type { StoredExercise } from '../exercises/exerciseStore.ts';
import type { LiftPoint } from '../training/analysisStore.ts';
import { lastLiftDay, lastLoadOf, type SessionsDone } from '../training/liftStore.ts';
import { blockStarts, type StoredProgram } from './programStore.ts';
import type { StoredWeek } from './programWeekStore.ts';

/** What prescriptions are resolved against: the athlete's own gym and their own strength. */
export interface Resolving {
  readonly gym: Gym;
  readonly entryClass: EntryClass;
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  /** Every e1RM point of the athlete, oldest first. */
  readonly points: readonly LiftPoint[];
  readonly today: PlainDate;
  readonly lastLiftOn: PlainDate | undefined;
  readonly lastLoadOf: (exerciseKey: string) => ResolveInput['lastLift'];
  /** First days of the program's blocks, in order: training maxes change there and nowhere else (R1.6). */
  readonly blockStarts: readonly PlainDate[];
}

/** Asked once for each exercise: a program names the same few in every week. */
const remembered = <T>(ask: (key: string) => T): ((key: string) => T) => {
  const answers = new Map<string, T>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as T;
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
};

export const resolvingFor = (
  db: ReadDb,
  athlete: StoredAthlete,
  program: StoredProgram,
  known: Pick<Resolving, 'exercises' | 'points' | 'today'>,
): Resolving => ({
  ...known,
  gym: athlete.details.gym,
  entryClass: program.entryClass,
  lastLiftOn: lastLiftDay(db, athlete.athleteId),
  lastLoadOf: remembered((key) => lastLoadOf(db, athlete.athleteId, key)),
  blockStarts: blockStarts(db, program.programId),
});

const pointAt = (points: readonly LiftPoint[], key: string, day: PlainDate): LiftPoint | undefined =>
  points.findLast((point) => point.key === key && point.day < day) ?? points.find((point) => point.key === key);

/** A lift's trend as it was known when the week began, or as it is now for weeks ahead: a past week keeps its loads. */
const trendAt = ({ points }: Resolving, key: string, monday: PlainDate) => {
  const point = pointAt(points, key, monday);
  if (point === undefined) return undefined;
  return { trendKg: point.trend_kg, lowKg: point.low_kg, highKg: point.high_kg, performedOn: point.day };
};

/** The training max of the block a week is in. */
const trainingMaxAt = (resolving: Resolving, key: string, monday: PlainDate): number | undefined =>
  trainingMaxIn(
    resolving.blockStarts
      .filter((start) => start <= monday)
      .map((start) => pointAt(resolving.points, key, start)?.trend_kg),
  );

/** What a lift's loads of a week rest on. */
export const strengthAt = (resolving: Resolving, key: string, monday: PlainDate) => ({
  trend: trendAt(resolving, key, monday),
  trainingMaxKg: trainingMaxAt(resolving, key, monday),
  lastLift: resolving.lastLoadOf(key),
});

const exerciseNamed = (resolving: Resolving, key: string): StoredExercise => {
  const exercise = resolving.exercises.get(key);
  if (exercise === undefined) throw new Error(`a stored slot names exercise ${key}, which is not in the store`);
  return exercise;
};

type StoredSlot = StoredWeek['sessions'][number]['slots'][number];

/** The exercise of this week: the slot's own, or the rung its cell names. */
const exerciseOfWeek = (resolving: Resolving, slot: StoredSlot): StoredExercise =>
  exerciseNamed(resolving, exerciseInSlot(slot, (key) => resolving.exercises.get(key))?.key ?? slot.exerciseKey);

const resolved = (
  resolving: Resolving,
  exercise: StoredExercise,
  prescription: Prescription,
  monday: PlainDate,
  daysOff: number | undefined,
) =>
  resolvePrescription({
    prescription,
    exercise,
    gym: resolving.gym,
    trend: trendAt(resolving, exercise.key, monday),
    trainingMaxKg: prescription.basis.kind === 'pctTm' ? trainingMaxAt(resolving, exercise.key, monday) : undefined,
    lastLift: prescription.basis.kind === 'open' ? resolving.lastLoadOf(exercise.key) : undefined,
    daysOff,
    isNovice: resolving.entryClass === 'A',
  });

const stateOf = ({ written }: StoredSlot): 'sets' | 'skipped' | 'unread' =>
  written?.kind === 'skipped' || written?.kind === 'unread' ? written.kind : 'sets';

/** Where a slot stands and what it raises there. */
interface SlotPlace {
  readonly monday: PlainDate;
  readonly daysOff: number | undefined;
  readonly rises: readonly LeverRise[];
}

const slotView = (resolving: Resolving, slot: StoredSlot, { monday, daysOff, rises }: SlotPlace) => {
  const exercise = exerciseOfWeek(resolving, slot);
  const noGym = slot.noGymKey === undefined ? undefined : exerciseNamed(resolving, slot.noGymKey);
  return {
    label: slot.label,
    exerciseKey: exercise.key,
    exercise: exercise.name,
    isUnilateral: exercise.isUnilateral,
    role: slot.role,
    noGymKey: slot.noGymKey,
    noGym: noGym?.name,
    cell: printCell(slot.written ?? { kind: 'sets', prescriptions: slot.prescriptions }),
    state: stateOf(slot),
    progression: slot.progression,
    rises: [...rises],
    prescriptions: slot.prescriptions.map((written) => {
      const { prescription, why } = backFromBreak(written, daysOff);
      const answer = resolved(resolving, exercise, prescription, monday, daysOff);
      return { prescription, resolved: { ...answer, explanation: [...answer.explanation, ...why] } };
    }),
  };
};

/** After a week without lifting the next session is the first one back (R2.13); looked for seven days ahead. */
const BREAK_DAYS = 7;

/** Days off before a session, where it is the first one after a break. */
export const daysOffBefore = (
  { today, lastLiftOn }: Resolving,
  sessions: readonly { readonly date: PlainDate; readonly isDone: boolean }[],
  index: number,
): number | undefined => {
  if (lastLiftOn === undefined || daysBetween(lastLiftOn, today) <= BREAK_DAYS) return undefined;
  const next = sessions.findIndex(({ date, isDone }) => !isDone && date >= today);
  const date = sessions[index]?.date;
  if (next !== index || date === undefined || daysBetween(today, date) > BREAK_DAYS) return undefined;
  return daysBetween(lastLiftOn, date);
};

/** Sessions as the week brings them, whichever of them the template names first. */
export const inWeekOrder = (sessions: StoredWeek['sessions']): StoredWeek['sessions'] =>
  sessions.toSorted((a, b) => a.weekday - b.weekday);

/**
 * Sessions of a week that count as done: those recorded as such, and for every other lift of the week the next one that is left, in
 * the order of the week. Moved is not missed.
 */
export const doneIn = (week: StoredWeek, done: SessionsDone): ReadonlySet<number> => {
  const ids = inWeekOrder(week.sessions).map(({ sessionId }) => Number(sessionId));
  const linked = ids.filter((id) => done.linked.has(id));
  const left = ids.filter((id) => !done.linked.has(id));
  return new Set([...linked, ...left.slice(0, done.unlinkedIn(week.startsOn))]);
};

/** A stored week with every load resolved. */
export const weekView = (
  resolving: Resolving,
  week: StoredWeek,
  done: SessionsDone,
  risesOf: (session: string, label: string) => readonly LeverRise[] = () => [],
) => {
  const doneIds = doneIn(week, done);
  const sessions = inWeekOrder(week.sessions).map((session) => ({
    session,
    date: addDays(week.startsOn, session.weekday - 1),
    isDone: doneIds.has(Number(session.sessionId)),
  }));
  return {
    ordinal: week.ordinal,
    number: week.number,
    kind: week.kind,
    startsOn: week.startsOn,
    isoWeek: isoWeekOf(week.startsOn),
    lever: week.lever,
    sessions: sessions.map(({ session, date, isDone }, index) => {
      const daysOff = daysOffBefore(resolving, sessions, index);
      const slots = session.slots.map((slot) =>
        slotView(resolving, slot, { monday: week.startsOn, daysOff, rises: risesOf(session.name, slot.label) }),
      );
      return {
        sessionId: session.sessionId,
        name: session.name,
        weekday: session.weekday,
        date,
        minutes: session.minutes,
        isDone,
        load: plannedLoad(
          slots.map((slot) => ({
            exercise: exerciseNamed(resolving, slot.exerciseKey),
            prescriptions: slot.prescriptions,
          })),
        ),
        slots,
      };
    }),
  };
};

export interface BlockView {
  readonly name: string;
  readonly goal: string;
  readonly phase: Phase | undefined;
  readonly weeks: ReturnType<typeof weekView>[];
}

/** Weeks under the headings of their blocks. */
export const inBlocks = (weeks: readonly StoredWeek[], resolving: Resolving, done: SessionsDone): BlockView[] => {
  const blocks: BlockView[] = [];
  const rises = new Map(
    slotSteps(weeks, (key) => resolving.exercises.get(key)).map(({ week, session, slot, dose, before }) => [
      `${week} ${session} ${slot.label}`,
      before === undefined ? [] : leverRises(before, dose),
    ]),
  );
  for (const week of weeks) {
    const view = weekView(
      resolving,
      week,
      done,
      (session, label) => rises.get(`${week.ordinal} ${session} ${label}`) ?? [],
    );
    const last = blocks.at(-1);
    if (last !== undefined && last.name === week.block) last.weeks.push(view);
    else blocks.push({ name: week.block, goal: week.goal, phase: week.phase, weeks: [view] });
  }
  return blocks;
};
