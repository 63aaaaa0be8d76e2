import type { DraftActivity, DraftSession, DraftSet, ImportChoices } from './draft.ts';
import { sportMeaning } from './sports.ts';

/** Runs on the treadmill and elsewhere that a lifting app has written between the sets. */
const isRun = ({ exercise, reps, distanceM }: DraftSet): boolean =>
  reps === undefined && distanceM !== undefined && sportMeaning(exercise).isRun;

const asActivity = (session: DraftSession, set: DraftSet, place: number): DraftActivity => ({
  importKey: `${session.importKey}|run ${place}`,
  line: set.line,
  performedOn: session.performedOn,
  timeOfDay: session.timeOfDay,
  printedStart: session.printedStart,
  sport: set.exercise,
  isRun: true,
  isTreadmill: sportMeaning(set.exercise).isTreadmill,
  title: session.title === '' ? undefined : session.title,
  distanceM: set.distanceM,
  movingS: set.durationS,
  rpe: set.rpe,
  notes: set.notes,
  isManual: true,
});

interface TakenLog {
  readonly sessions: readonly DraftSession[];
  readonly activities: readonly DraftActivity[];
  /** How many there are, whatever becomes of them. */
  readonly runsInLog: number;
}

/**
 * Runs between sets stay sets unless the coach wants them as runs: a watch has often recorded the same run, and it must not
 * count twice. A session of nothing but runs is then no lifting session.
 */
export const takeRunsInLog = (sessions: readonly DraftSession[], choice: ImportChoices['runsInLog']): TakenLog => {
  const runs = sessions.flatMap((session) => session.sets.filter(isRun).map((set, place) => ({ session, set, place })));
  if (choice !== 'runs' || runs.length === 0) return { sessions, activities: [], runsInLog: runs.length };
  const lifted = sessions
    .map((session) => ({ ...session, sets: session.sets.filter((set) => !isRun(set)) }))
    .filter(({ sets }, index) => sets.length > 0 || sessions[index]?.sets.length === 0);
  const activities = runs.map(({ session, set, place }) => asActivity(session, set, place + 1));
  return { sessions: lifted, activities, runsInLog: runs.length };
};
