/** One exercise as planned and as done. Loads in any one unit. */
export interface DoneExercise {
  readonly role: ExerciseRole;
  readonly repsPlanned: number;
  readonly repsDone: number;
  /** Absent where no load was planned: repetitions alone count. */
  readonly loadPlanned?: number | undefined;
  readonly loadDone?: number | undefined;
  /** The effort reached the cap: a lighter load was the plan, not a lapse. */
  readonly hasReachedCap: boolean;
}

export type ExerciseRole = 'main' | 'plyo' | 'assistance';

export type SessionRole = 'keyRun' | 'heavyLift' | 'easyRun' | 'mobility';

/** One planned session of a week; `share` is 0 to 1, 0 when it was not started. Excused: illness, travel, the coach, a red light. */
export interface DoneSession {
  readonly role: SessionRole;
  readonly share: number;
  readonly isExcused: boolean;
}

const EXERCISE_WEIGHTS: Readonly<Record<ExerciseRole, number>> = { main: 3, plyo: 1.5, assistance: 1 };

const SESSION_WEIGHTS: Readonly<Record<SessionRole, number>> = { keyRun: 3, heavyLift: 2, easyRun: 1, mobility: 0.5 };

/** A load this close to the planned one counts as it. */
const LOAD_TOLERANCE = 0.95;

const MOST_DONE = 1.15;

const weighted = (parts: readonly { readonly weight: number; readonly share: number }[]): number | undefined => {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return weight > 0 ? parts.reduce((sum, part) => sum + part.weight * part.share, 0) / weight : undefined;
};

const loadShare = ({ loadPlanned, loadDone, hasReachedCap }: DoneExercise): number => {
  if (hasReachedCap || loadPlanned === undefined || loadPlanned <= 0) return 1;
  return Math.min(1, (loadDone ?? 0) / (LOAD_TOLERANCE * loadPlanned));
};

/** How much of one exercise was done, 0 to 1 (R10.1); `undefined` when no repetition was planned. */
export const exerciseCompliance = (done: DoneExercise): number | undefined =>
  done.repsPlanned > 0 && done.repsDone >= 0
    ? Math.min(1, done.repsDone / done.repsPlanned) * loadShare(done)
    : undefined;

/** How much of a session was done, 0 to 1 (R10.1), main lifts counting three times; `undefined` when nothing was planned. */
export const sessionCompliance = (exercises: readonly DoneExercise[]): number | undefined =>
  weighted(
    exercises.flatMap((one) => {
      const share = exerciseCompliance(one);
      return share === undefined ? [] : [{ weight: EXERCISE_WEIGHTS[one.role], share }];
    }),
  );

/** How much of a week was done, 0 to 1 (R10.1); excused sessions leave it. `undefined` when all were excused. */
export const weekCompliance = (sessions: readonly DoneSession[]): number | undefined =>
  weighted(
    sessions.filter(({ isExcused }) => !isExcused).map(({ role, share }) => ({ weight: SESSION_WEIGHTS[role], share })),
  );

/** More than prescribed (R10.1): amber, never rewarded. */
export const isMoreThanPrescribed = (done: number, planned: number): boolean =>
  planned > 0 && done / planned > MOST_DONE;
