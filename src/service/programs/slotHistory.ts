import { matchSessions, type LoggedSession } from '../../domain/adherence/plannedAgainstDone.ts';
import { mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { exerciseInSlot } from '../../domain/programs/weekLevers.ts';
import type { LiftedSession, LiftedSet } from '../../domain/progression/proposal.ts';
import { groupRows } from '../db/groupRows.ts';
import type { ReadDb } from '../db/sql.ts';
import type { StoredExercise } from '../exercises/exerciseStore.ts';
import { workSetsOf } from '../training/consistencyStore.ts';
import type { StoredWeek } from './programWeekStore.ts';

type StoredSession = StoredWeek['sessions'][number];
type StoredSlot = StoredSession['slots'][number];

/** A recorded session with its holds. */
interface RecordedSession extends LoggedSession {
  readonly sets: readonly (LoggedSession['sets'][number] & { readonly holdS: number | undefined })[];
}

const recordedSince = (db: ReadDb, athleteId: number, from: PlainDate): RecordedSession[] =>
  [...groupRows(workSetsOf(db, athleteId, from), (row) => row.lift_session_id).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const sets = rows.map(({ key, pattern, reps, load_kg, duration_s, rpe }) => ({
      exerciseKey: key,
      pattern,
      reps,
      loadKg: load_kg,
      holdS: duration_s,
      rpe,
    }));
    return { performedOn: first.performed_on, sessionId: first.session_id, sets };
  });

const hasSets = ({ slots }: StoredSession): boolean => slots.some(({ prescriptions }) => prescriptions.length > 0);

/** A week's sessions with something to do, in the order of their days. */
export const sessionsInOrder = ({ sessions }: StoredWeek): readonly StoredSession[] =>
  sessions.filter(hasSets).toSorted((a, b) => a.weekday - b.weekday);

/**
 * What was recorded for each planned session, by its id: the session that was recorded as it, whenever that was, else one of its
 * week (R10.1: moved within the week is not missed).
 */
export const doneSessions = (
  db: ReadDb,
  athleteId: number,
  weeks: readonly StoredWeek[],
  from: PlainDate,
): ReadonlyMap<number, RecordedSession> => {
  const recorded = recordedSince(db, athleteId, from);
  const planned = new Set(weeks.flatMap((week) => week.sessions.map(({ sessionId }): number => sessionId)));
  const done = new Map<number, RecordedSession>();
  for (const week of weeks) {
    const sessions = sessionsInOrder(week).map(({ sessionId }) => ({ sessionId, exercises: [] }));
    const ids = new Set<number>(sessions.map(({ sessionId }) => sessionId));
    const here = recorded.filter(({ sessionId, performedOn }) =>
      sessionId !== undefined && planned.has(sessionId) ? ids.has(sessionId) : mondayOf(performedOn) === week.startsOn,
    );
    for (const [sessionId, found] of matchSessions(sessions, here)) {
      const session = here.find((one) => one === found);
      if (session !== undefined) done.set(sessionId, session);
    }
  }
  return done;
};

type ExerciseAt = (key: string) => StoredExercise | undefined;

/** The sets of a slot in a session: those of its exercise, dealt out in order where two slots share it. */
const setsOfSlot = (
  session: StoredSession,
  slot: StoredSlot,
  recorded: RecordedSession,
  exerciseAt: ExerciseAt,
): readonly LiftedSet[] => {
  const keyOf = (one: StoredSlot): string => exerciseInSlot(one, exerciseAt)?.key ?? one.exerciseKey;
  const key = keyOf(slot);
  const sharing = session.slots.filter((one) => one.prescriptions.length > 0 && keyOf(one) === key);
  const place = sharing.indexOf(slot);
  const plannedSets = (one: StoredSlot): number => one.prescriptions.reduce((sum, { sets }) => sum + sets, 0);
  const from = sharing.slice(0, place).reduce((sum, one) => sum + plannedSets(one), 0);
  const to = place === sharing.length - 1 ? undefined : from + plannedSets(slot);
  return recorded.sets
    .filter(({ exerciseKey }) => exerciseKey === key)
    .slice(from, to)
    .map(({ reps, loadKg, holdS, rpe }) => ({ reps, loadKg, holdS, rpe }));
};

/** Every session in which a slot, the same place with the same exercise, was lifted; oldest first. */
export const slotHistory = (
  weeks: readonly StoredWeek[],
  done: ReadonlyMap<number, RecordedSession>,
  slot: { readonly session: string; readonly label: string; readonly exerciseKey: string },
  exerciseAt: ExerciseAt,
): readonly LiftedSession[] =>
  weeks.flatMap((week) =>
    sessionsInOrder(week)
      .filter(({ name }) => name === slot.session)
      .flatMap((session) => {
        const recorded = done.get(session.sessionId);
        const own = session.slots.find(({ label }) => label === slot.label);
        if (recorded === undefined || own === undefined || own.prescriptions.length === 0) return [];
        if ((exerciseInSlot(own, exerciseAt)?.key ?? own.exerciseKey) !== slot.exerciseKey) return [];
        const sets = setsOfSlot(session, own, recorded, exerciseAt);
        if (sets.length === 0) return [];
        return { on: recorded.performedOn, planned: own.prescriptions, sets, isDeload: week.kind === 'deload' };
      }),
  );
