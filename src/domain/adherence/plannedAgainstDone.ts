import { LOWER_PATTERNS, type Pattern } from '../exercises/exercise.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import { sessionCompliance, weekCompliance, type DoneExercise, type ExerciseRole } from './compliance.ts';
import type { WeekDose } from './weekDose.ts';

/** What is counted of an exercise: repetitions (or ground contacts), or whole sets for holds and carries. */
export type CountedIn = 'reps' | 'sets';

/** One exercise of a planned session. */
export interface PlannedExercise {
  readonly exerciseKey: string;
  /** The rung done instead when there is no gym. */
  readonly noGymKey?: string | undefined;
  readonly pattern: Pattern;
  readonly role: ExerciseRole;
  readonly sets: number;
  readonly countedIn: CountedIn;
  /** All repetitions of the session, or its sets. */
  readonly amount: number;
  /** Absent where no load follows from the plan. */
  readonly loadKg?: number | undefined;
  readonly rpeCap?: number | undefined;
}

export interface PlannedSession {
  readonly sessionId: number;
  readonly exercises: readonly PlannedExercise[];
}

/** A work set as it was done. */
export interface DoneSet {
  readonly exerciseKey: string;
  readonly pattern: Pattern;
  readonly reps?: number | undefined;
  readonly loadKg?: number | undefined;
  readonly rpe?: number | undefined;
}

export interface LoggedSession {
  readonly performedOn: PlainDate;
  /** The planned session that it was recorded as. */
  readonly sessionId?: number | undefined;
  readonly sets: readonly DoneSet[];
}

/** A planned session and how much of it was done, 0 to 1 (R10.1). */
export interface SessionOutcome {
  readonly sessionId: number;
  readonly isDone: boolean;
  readonly share: number;
}

/** A week of lifting against its plan. */
export interface WeekOutcome {
  readonly sessions: readonly SessionOutcome[];
  /** 0 to 1 (R10.1); absent when nothing was planned. */
  readonly share?: number | undefined;
  readonly dose: WeekDose;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const isLower = ({ pattern }: { readonly pattern: Pattern }): boolean => LOWER_PATTERNS.includes(pattern);

/** Slots of one exercise are one exercise: their sets cannot be told apart once they are done. */
const merge = (a: PlannedExercise, b: PlannedExercise): PlannedExercise => ({
  ...a,
  sets: a.sets + b.sets,
  amount: a.amount + b.amount,
  loadKg:
    a.loadKg === undefined || b.loadKg === undefined
      ? undefined
      : (a.loadKg * a.sets + b.loadKg * b.sets) / (a.sets + b.sets),
  rpeCap: a.rpeCap === undefined || b.rpeCap === undefined ? undefined : Math.max(a.rpeCap, b.rpeCap),
});

const mergedByKey = (exercises: readonly PlannedExercise[]): readonly PlannedExercise[] => {
  const byKey = new Map<string, PlannedExercise>();
  for (const one of exercises) {
    const known = byKey.get(one.exerciseKey);
    byKey.set(one.exerciseKey, known === undefined ? one : merge(known, one));
  }
  return [...byKey.values()];
};

/** The sets that were this exercise: by its key or its rung, else an exercise of its pattern that nothing else planned. */
const setsOf = (
  planned: PlannedExercise,
  sets: readonly DoneSet[],
  planKeys: ReadonlySet<string>,
): readonly DoneSet[] => {
  const own = sets.filter(({ exerciseKey }) => exerciseKey === planned.exerciseKey || exerciseKey === planned.noGymKey);
  if (own.length > 0) return own;
  return sets.filter(({ exerciseKey, pattern }) => pattern === planned.pattern && !planKeys.has(exerciseKey));
};

/** Mean load of the heaviest sets, as many as were planned: sets on the way up are no shortfall. */
const loadDone = (sets: readonly DoneSet[], planned: PlannedExercise): number | undefined => {
  const heaviest = sets
    .flatMap(({ loadKg }) => loadKg ?? [])
    .toSorted((a, b) => b - a)
    .slice(0, planned.sets);
  return heaviest.length === 0 ? undefined : sum(heaviest) / heaviest.length;
};

/** Whoever swaps the exercise is not held to its load: the plan's kilograms are not those of another lift. */
const outcomeOf = (planned: PlannedExercise, sets: readonly DoneSet[]): DoneExercise => {
  const isSwapped = sets.some(({ exerciseKey }) => exerciseKey !== planned.exerciseKey);
  const cap = planned.rpeCap;
  return {
    role: planned.role,
    repsPlanned: planned.amount,
    repsDone: planned.countedIn === 'sets' ? sets.length : sum(sets.map(({ reps }) => reps ?? 0)),
    loadPlanned: isSwapped ? undefined : planned.loadKg,
    loadDone: loadDone(sets, planned),
    hasReachedCap: cap !== undefined && sets.some(({ rpe }) => rpe !== undefined && rpe >= cap),
  };
};

const shareOf = (planned: PlannedSession, done: LoggedSession): number => {
  const exercises = mergedByKey(planned.exercises);
  const keys = new Set(exercises.flatMap(({ exerciseKey, noGymKey }) => [exerciseKey, noGymKey ?? exerciseKey]));
  return sessionCompliance(exercises.map((one) => outcomeOf(one, setsOf(one, done.sets, keys)))) ?? 0;
};

/**
 * Which logged session was which planned one (R10.1): the one it was recorded as, else the next that is left, in the order of
 * the week. Moved within the week is not missed. Both in order of date.
 */
export const matchSessions = (
  planned: readonly PlannedSession[],
  logged: readonly LoggedSession[],
): ReadonlyMap<number, LoggedSession> => {
  const matched = new Map<number, LoggedSession>();
  const ids = new Set(planned.map(({ sessionId }) => sessionId));
  const left = logged.filter((session) => {
    if (session.sets.length === 0) return false;
    if (session.sessionId === undefined || !ids.has(session.sessionId) || matched.has(session.sessionId)) return true;
    matched.set(session.sessionId, session);
    return false;
  });
  const open = planned.filter(({ sessionId }) => !matched.has(sessionId));
  left.slice(0, open.length).forEach((session, at) => {
    const sessionId = open[at]?.sessionId;
    if (sessionId !== undefined) matched.set(sessionId, session);
  });
  return matched;
};

const lowerSetsOf = ({ exercises }: PlannedSession): number => sum(exercises.filter(isLower).map(({ sets }) => sets));

const fewestLowerSets = (planned: readonly PlannedSession[]): number => {
  const counts = planned.map(lowerSetsOf).filter((sets) => sets > 0);
  return counts.length === 0 ? 0 : Math.min(...counts);
};

const doseDone = (logged: readonly LoggedSession[]): Pick<WeekDose, 'liftDays' | 'lowerSetsDone'> => {
  const setsByDay = new Map<PlainDate, number>();
  for (const { performedOn, sets } of logged) {
    if (sets.length > 0) setsByDay.set(performedOn, (setsByDay.get(performedOn) ?? 0) + sets.filter(isLower).length);
  }
  return { liftDays: setsByDay.size, lowerSetsDone: Math.max(0, ...setsByDay.values()) };
};

/** A week's lifting against its plan: each planned session, the week's share (R10.1) and its dose (R10.2). */
export const weekOutcome = (planned: readonly PlannedSession[], logged: readonly LoggedSession[]): WeekOutcome => {
  const toDo = planned.filter(({ exercises }) => exercises.length > 0);
  const matched = matchSessions(toDo, logged);
  const sessions = toDo.map((session): SessionOutcome => {
    const done = matched.get(session.sessionId);
    return { sessionId: session.sessionId, isDone: done !== undefined, share: done ? shareOf(session, done) : 0 };
  });
  return {
    sessions,
    share: weekCompliance(sessions.map(({ share }) => ({ role: 'heavyLift', share, isExcused: false }))),
    dose: { sessionsPlanned: toDo.length, lowerSetsPlanned: fewestLowerSets(toDo), ...doseDone(logged) },
  };
};
