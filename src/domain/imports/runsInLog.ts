import type { DraftActivity, DraftSession, DraftSet, ImportChoices, SetFacts } from './draft.ts';
import { sportMeaning } from './sports.ts';

/** Runs on the treadmill and elsewhere that a lifting app has written between the sets. */
export const isRunInLog = ({ exercise, reps, distanceM }: SetFacts): boolean =>
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

interface ReadLog {
  readonly sessions: readonly DraftSession[];
  readonly setsByExercise: ReadonlyMap<string, number>;
  readonly runsInLog: number;
}

interface TakenLog {
  readonly sessions: readonly DraftSession[];
  readonly activities: readonly DraftActivity[];
  /** Absent when it has to be counted anew. */
  readonly setsByExercise: ReadonlyMap<string, number> | undefined;
}

/**
 * Runs between sets stay sets unless the coach wants them as runs: a watch has often recorded the same run, and it must not
 * count twice. A session of nothing but runs is then no lifting session.
 */
export const takeRunsInLog = (
  { sessions, setsByExercise, runsInLog }: ReadLog,
  choice: ImportChoices['runsInLog'],
): TakenLog => {
  if (choice !== 'runs' || runsInLog === 0) return { sessions, activities: [], setsByExercise };
  const all = sessions.map((session) => ({ session, sets: session.sets }));
  const lifted = all
    .map(({ session, sets }) =>
      withSets(
        session,
        sets.filter((set) => !isRunInLog(set)),
      ),
    )
    .filter(({ sets }, index) => sets.length > 0 || all[index]?.sets.length === 0);
  const activities = all.flatMap(({ session, sets }) =>
    sets.filter(isRunInLog).map((set, place) => asActivity(session, set, place + 1)),
  );
  return { sessions: lifted, activities, setsByExercise: undefined };
};

const withSets = (
  { sets: _before, setFacts: _facts, ...session }: DraftSession,
  sets: readonly DraftSet[],
): DraftSession => ({
  ...session,
  sets,
  setCount: sets.length,
});
