import { z } from 'zod';
import { activityListCsv, setListCsv, wellnessListCsv } from '../../domain/exports/trainingLists.ts';
import type { DraftActivity, DraftSession, DraftSet, DraftWellness } from '../../domain/imports/draft.ts';
import { optional, storedDay } from '../db/columns.ts';
import { readAll, type ReadDb } from '../db/sql.ts';
import { FACT_COLUMNS, factShape, factsIn } from '../imports/runFacts.ts';
import { measuredIn, measuredShape } from '../training/measuredFacts.ts';

const text = optional(z.string());
const number = optional(z.number());

const setRow = z.object({
  lift_session_id: z.int(),
  performed_on: storedDay,
  time_of_day: text,
  title: z.string(),
  session_s: number,
  session_notes: text,
  import_key: text,
  exercise: z.string(),
  kind: z.enum(['work', 'warmup', 'drop', 'failure']),
  load_kg: number,
  reps: number,
  duration_s: number,
  distance_m: number,
  rpe: number,
  notes: text,
});

const draftSet = (row: z.output<typeof setRow>): DraftSet => ({
  line: 0,
  exercise: row.exercise,
  kind: row.kind,
  loadKg: row.load_kg,
  reps: row.reps,
  durationS: row.duration_s,
  distanceM: row.distance_m,
  rpe: row.rpe,
  notes: row.notes,
});

const sessionsOf = (db: ReadDb, athleteId: number): DraftSession[] => {
  const rows = readAll(
    db,
    setRow,
    `SELECT l.lift_session_id, s.performed_on, s.time_of_day, s.title, s.duration_s AS session_s, s.notes AS session_notes,
       s.import_key, coalesce(l.recorded_as, e.name) AS exercise, l.kind, l.load_kg, l.reps, l.duration_s, l.distance_m, l.rpe, l.notes
     FROM lift_session s JOIN lift_set l ON l.lift_session_id = s.id JOIN exercise e ON e.id = l.exercise_id
     WHERE s.athlete_id = ? ORDER BY s.performed_on, s.time_of_day, s.id, l.ordinal`,
    athleteId,
  );
  return [...Map.groupBy(rows, (row) => row.lift_session_id).values()].flatMap((sets): DraftSession[] => {
    const [first] = sets;
    if (first === undefined) return [];
    const {
      performed_on: performedOn,
      time_of_day: timeOfDay,
      title,
      session_s: durationS,
      session_notes: notes,
    } = first;
    const importKey = first.import_key ?? `ironstride:${first.lift_session_id}`;
    const session = { importKey, line: 0, performedOn, timeOfDay, printedStart: performedOn, title, durationS, notes };
    return [{ ...session, sets: sets.map(draftSet) }];
  });
};

const activityRow = z
  .object({
    id: z.int(),
    is_run: z.int(),
    ...factShape,
    performed_on: storedDay,
    source: z.string(),
    source_id: text,
    import_key: text,
  })
  .transform((row): DraftActivity => ({
    importKey: row.import_key ?? `ironstride:${row.is_run === 1 ? 'run' : 'other'}:${row.id}`,
    line: 0,
    printedStart: row.performed_on,
    isRun: row.is_run === 1,
    isManual: row.source === 'manual',
    sourceId: row.source_id,
    ...factsIn(row),
  }));

/** Of a ride or a swim less is kept: what else a run has is not there. */
const OF_OTHERS: Readonly<Record<string, string>> = {
  performed_on: 'performed_on',
  time_of_day: 'time_of_day',
  title: 'title',
  sport: 'sport',
  is_treadmill: '0',
  distance_m: 'distance_m',
  moving_s: 'moving_s',
  notes: 'notes',
};

const activitiesOf = (db: ReadDb, athleteId: number): DraftActivity[] =>
  readAll(
    db,
    activityRow,
    `SELECT id, 1 AS is_run, ${FACT_COLUMNS.join(', ')}, source, source_id, import_key FROM run WHERE athlete_id = ?1
     UNION ALL SELECT id, 0, ${FACT_COLUMNS.map((column) => OF_OTHERS[column] ?? 'NULL').join(', ')}, source, NULL, import_key
       FROM other_activity WHERE athlete_id = ?1 ORDER BY performed_on, time_of_day, id`,
    athleteId,
  );

const wellnessRow = z
  .object({ import_key: z.string(), ...measuredShape })
  .transform((row): DraftWellness => ({ importKey: row.import_key, line: 0, ...measuredIn(row) }));

const measurementsOf = (db: ReadDb, athleteId: number): DraftWellness[] =>
  readAll(
    db,
    wellnessRow,
    'SELECT * FROM wellness_day WHERE athlete_id = ? ORDER BY measured_on, time_of_day, id',
    athleteId,
  );

interface List {
  readonly file: string;
  readonly rows: number;
  readonly text: string;
}

/** What an athlete did, as lists that the import desk reads again. */
export const listsOf = (db: ReadDb, athleteId: number): List[] => {
  const sessions = sessionsOf(db, athleteId);
  const activities = activitiesOf(db, athleteId);
  const measurements = measurementsOf(db, athleteId);
  const sets = sessions.reduce((sum, one) => sum + one.sets.length, 0);
  return [
    { file: 'sets.csv', rows: sets, text: setListCsv(sessions) },
    { file: 'runs and other activities.csv', rows: activities.length, text: activityListCsv(activities) },
    { file: 'measurements.csv', rows: measurements.length, text: wellnessListCsv(measurements) },
  ].filter(({ rows }) => rows > 0);
};
