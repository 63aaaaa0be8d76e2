import type { LiftSessionId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { SetKind } from '../../domain/imports/draft.ts';
import { change, type WriteDb } from '../db/sql.ts';

/** Where rows come from that no file brought. */
const RECORDED_HERE = 'ironstride';

export interface NewRun {
  readonly performedOn: PlainDate;
  readonly timeOfDay?: string | undefined;
  readonly title?: string | undefined;
  readonly distanceM?: number | undefined;
  readonly movingS?: number | undefined;
  readonly averageHr?: number | undefined;
  readonly isKey: boolean;
  readonly rpe?: number | undefined;
}

export const recordRun = (db: WriteDb, athleteId: number, run: NewRun): void => {
  change(
    db,
    `INSERT INTO run (athlete_id, performed_on, time_of_day, title, sport, is_treadmill, is_key, distance_m, moving_s,
                      average_hr, rpe, source)
     VALUES (?, ?, ?, ?, 'Run', 0, ?, ?, ?, ?, ?, '${RECORDED_HERE}')`,
    athleteId,
    run.performedOn,
    run.timeOfDay,
    run.title,
    run.isKey,
    run.distanceM,
    run.movingS,
    run.averageHr,
    run.rpe,
  );
};

export interface NewLiftSession {
  readonly performedOn: PlainDate;
  readonly timeOfDay?: string | undefined;
  readonly title: string;
  readonly durationS?: number | undefined;
  /** How hard the whole session was, 0 to 10. */
  readonly rpe?: number | undefined;
  /** How it felt, 1 (bad) to 5 (good). */
  readonly feeling?: number | undefined;
  readonly notes?: string | undefined;
  /** The planned session that this was. */
  readonly sessionId?: number | undefined;
  readonly sets: readonly {
    readonly exerciseId: number;
    readonly kind: SetKind;
    readonly loadKg?: number | undefined;
    readonly reps?: number | undefined;
    readonly durationS?: number | undefined;
    readonly distanceM?: number | undefined;
    readonly rpe?: number | undefined;
    readonly notes?: string | undefined;
  }[];
}

const insertSets = (db: WriteDb, athleteId: number, id: number, session: NewLiftSession): void => {
  session.sets.forEach((set, ordinal) => {
    change(
      db,
      `INSERT INTO lift_set (lift_session_id, ordinal, athlete_id, exercise_id, kind, load_kg, reps, duration_s, distance_m, rpe,
         notes, stopped_short)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      ordinal,
      athleteId,
      set.exerciseId,
      set.kind,
      set.loadKg,
      set.reps,
      set.durationS,
      set.distanceM,
      set.rpe,
      set.notes,
      session.sessionId !== undefined && set.kind === 'work' && set.rpe === undefined,
    );
  });
};

export const recordLiftSession = (db: WriteDb, athleteId: number, session: NewLiftSession): LiftSessionId => {
  const { id } = change(
    db,
    `INSERT INTO lift_session (athlete_id, performed_on, time_of_day, title, duration_s, rpe, feeling, notes, session_id, source)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '${RECORDED_HERE}')`,
    athleteId,
    session.performedOn,
    session.timeOfDay,
    session.title,
    session.durationS,
    session.rpe,
    session.feeling,
    session.notes,
    session.sessionId,
  );
  insertSets(db, athleteId, id, session);
  return id as LiftSessionId;
};

/** Another reading of a session that was recorded before: what else knows of it, such as an app's entry, stays with it. */
export const rewriteLiftSession = (db: WriteDb, athleteId: number, id: number, session: NewLiftSession): void => {
  change(db, 'DELETE FROM lift_set WHERE lift_session_id = ?', id);
  change(
    db,
    `UPDATE lift_session SET performed_on = ?, title = ?, duration_s = ?, rpe = ?, feeling = ?, notes = ?, session_id = ?
     WHERE id = ? AND athlete_id = ?`,
    session.performedOn,
    session.title,
    session.durationS,
    session.rpe,
    session.feeling,
    session.notes,
    session.sessionId,
    id,
    athleteId,
  );
  insertSets(db, athleteId, id, session);
};

/** False when the athlete has no such session. */
export const deleteLiftSession = (db: WriteDb, athleteId: number, id: number): boolean =>
  change(db, 'DELETE FROM lift_session WHERE id = ? AND athlete_id = ?', id, athleteId).rows === 1;

/** Stores a tested one-rep max; a second test of the same lift on the same day replaces the first. */
export const saveTest = (db: WriteDb, athleteId: number, exerciseId: number, on: PlainDate, loadKg: number): void => {
  change(
    db,
    `INSERT INTO tested_max (athlete_id, exercise_id, tested_on, load_kg) VALUES (?, ?, ?, ?)
     ON CONFLICT (athlete_id, exercise_id, tested_on) DO UPDATE SET load_kg = excluded.load_kg`,
    athleteId,
    exerciseId,
    on,
    loadKg,
  );
};

/** False when that lift was not tested that day. */
export const deleteTest = (db: WriteDb, athleteId: number, exerciseId: number, on: PlainDate): boolean =>
  change(
    db,
    'DELETE FROM tested_max WHERE athlete_id = ? AND exercise_id = ? AND tested_on = ?',
    athleteId,
    exerciseId,
    on,
  ).rows === 1;
