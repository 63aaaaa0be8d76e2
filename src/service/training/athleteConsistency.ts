import { consistencySummary } from '../../domain/adherence/consistencySummary.ts';
import type { ExerciseRole } from '../../domain/adherence/compliance.ts';
import {
  weekOutcome,
  type LoggedSession,
  type PlannedExercise,
  type PlannedSession,
} from '../../domain/adherence/plannedAgainstDone.ts';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { targetOf } from '../../domain/programs/loadTarget.ts';
import type { Prescription } from '../../domain/programs/program.ts';
import { groupRows } from '../db/groupRows.ts';
import type { ReadDb } from '../db/sql.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { programsOf } from '../programs/programStore.ts';
import { programWeeks, type StoredWeek } from '../programs/programWeekStore.ts';
import { liftPointsOf, type LiftPoint } from './analysisStore.ts';
import { workSetsOf } from './consistencyStore.ts';

type StoredSession = StoredWeek['sessions'][number];
type StoredSlot = StoredSession['slots'][number];

interface Known {
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  readonly points: readonly LiftPoint[];
}

const EVER = '1000-01-01' as PlainDate;

const roleOf = (slot: StoredSlot, exercise: StoredExercise): ExerciseRole =>
  exercise.pattern.startsWith('plyo') ? 'plyo' : slot.role;

/** What a set of it is counted by; holds and carries by the set. */
const repsASet = ({ reps, contacts }: Prescription): number | undefined => reps ?? contacts;

/** The load the plan came to when the week began; absent where none follows from it. */
const plannedKg = (prescription: Prescription, exercise: StoredExercise, monday: PlainDate, known: Known) => {
  const point = known.points.findLast((one) => one.key === exercise.key && one.day < monday);
  const trend = point === undefined ? undefined : { trendKg: point.trend_kg };
  const target = targetOf({ prescription, exercise, trend });
  return target.kind === 'target' ? target.targetKg : undefined;
};

const plannedExercises = (slot: StoredSlot, monday: PlainDate, known: Known): PlannedExercise[] => {
  const exercise = known.exercises.get(slot.exerciseKey);
  if (exercise === undefined)
    throw new Error(`a stored slot names exercise ${slot.exerciseKey}, which is not in the store`);
  return slot.prescriptions.map((prescription) => {
    const reps = repsASet(prescription);
    return {
      exerciseKey: slot.exerciseKey,
      noGymKey: slot.noGymKey,
      pattern: exercise.pattern,
      role: roleOf(slot, exercise),
      sets: prescription.sets,
      countedIn: reps === undefined ? 'sets' : 'reps',
      amount: prescription.sets * (reps ?? 1),
      loadKg: plannedKg(prescription, exercise, monday, known),
      rpeCap: prescription.rpeCap,
    };
  });
};

const plannedSession = (session: StoredSession, monday: PlainDate, known: Known): PlannedSession => ({
  sessionId: session.sessionId,
  exercises: session.slots.flatMap((slot) => plannedExercises(slot, monday, known)),
});

/** Planned sessions by the Monday of their week, in the order of their days. */
const plannedIn = (db: ReadDb, athleteId: number, from: PlainDate, known: Known) => {
  const byMonday = new Map<PlainDate, { readonly session: StoredSession; readonly planned: PlannedSession }[]>();
  for (const program of programsOf(db, athleteId)) {
    if (program.endsOn < from) continue;
    for (const { startsOn, sessions } of programWeeks(db, program.programId)) {
      if (startsOn < from) continue;
      const planned = sessions
        .toSorted((a, b) => a.weekday - b.weekday)
        .map((session) => ({ session, planned: plannedSession(session, startsOn, known) }));
      byMonday.set(startsOn, [...(byMonday.get(startsOn) ?? []), ...planned]);
    }
  }
  return byMonday;
};

const loggedIn = (db: ReadDb, athleteId: number, from: PlainDate): LoggedSession[] =>
  [...groupRows(workSetsOf(db, athleteId, from), (row) => row.lift_session_id).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    return {
      performedOn: first.performed_on,
      sessionId: first.session_id,
      sets: rows.map(({ key, pattern, reps, load_kg, rpe }) => ({
        exerciseKey: key,
        pattern,
        reps,
        loadKg: load_kg,
        rpe,
      })),
    };
  });

/** What was planned and done since a Monday: each week's outcome, and what it was made of. */
export const outcomesSince = (db: ReadDb, athleteId: number, from: PlainDate) => {
  const known: Known = {
    exercises: new Map(listExercises(db).map((exercise) => [exercise.key, exercise])),
    points: liftPointsOf(db, athleteId, EVER),
  };
  const planned = plannedIn(db, athleteId, from, known);
  const logged = loggedIn(db, athleteId, from);
  const outcomeOf = (startsOn: PlainDate) =>
    weekOutcome(
      (planned.get(startsOn) ?? []).map((one) => one.planned),
      logged.filter(({ performedOn }) => mondayOf(performedOn) === startsOn),
    );
  return { planned, logged, outcomeOf };
};

/** How steadily one athlete lifts (R10.1, R10.2): so many complete weeks before this one, and this one so far. */
export const athleteConsistency = (db: ReadDb, athleteId: number, weeks: number, today: PlainDate) => {
  const monday = mondayOf(today);
  const from = addDays(monday, -7 * weeks);
  const { planned, logged, outcomeOf } = outcomesSince(db, athleteId, from);
  const starts = Array.from({ length: weeks }, (_, at) => addDays(from, 7 * at));
  const summary = consistencySummary({
    weeks: starts.map(outcomeOf),
    thisWeek: outcomeOf(monday),
    liftDays: [...new Set(logged.map(({ performedOn }) => performedOn))],
    hasProgram: programsOf(db, athleteId).some(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn),
  });
  return {
    ...summary,
    weeks: summary.weeks.map((week, at) => ({ ...week, startsOn: starts[at] ?? monday })),
    thisWeek: { ...summary.thisWeek, startsOn: monday },
    next: withSession(summary.next, planned.get(monday) ?? []),
  };
};

/** The session by its name and day, for people. */
const withSession = (
  next: ReturnType<typeof consistencySummary>['next'],
  planned: readonly { readonly session: StoredSession }[],
) => {
  if (next.tag !== 'lift') return next;
  const session = planned.find((one) => one.session.sessionId === next.sessionId)?.session;
  return { tag: next.tag, sets: next.sets, session: session?.name ?? '', weekday: session?.weekday };
};
