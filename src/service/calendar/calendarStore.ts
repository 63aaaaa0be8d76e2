import { z } from 'zod';
import { AWAY_KINDS, WRITTEN_RUN_KINDS } from '../../contract/schemas/calendar.ts';
import { RACE_PRIORITIES } from '../../contract/schemas/athlete.ts';
import { athleteId, distanceUnit, plainDate, raceId, timeOfDay, weekday } from '../../contract/schemas/scalars.ts';
import { RUN_KINDS } from '../../domain/athletes/athlete.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { ENTRY_CLASSES } from '../../domain/programs/program.ts';
import type { AwaySpan, WrittenRunOn } from '../../domain/running/runningPlan.ts';
import { ILLNESSES } from '../../domain/wellness/trafficLight.ts';
import { flag, optional, textList } from '../db/columns.ts';
import { change, readAll, type ReadDb, type WriteDb } from '../db/sql.ts';

const IN = 'IN (SELECT value FROM json_each(?1))';

const athleteRow = z
  .object({
    id: athleteId,
    name: z.string(),
    groups: textList,
    birth_year: optional(z.int()),
    entry_class: z.enum(ENTRY_CLASSES),
    distance_unit: distanceUnit,
    two_a_days: flag,
    runs_at: timeOfDay,
    lifts_at: optional(timeOfDay),
  })
  .transform((row) => ({
    athleteId: row.id,
    name: row.name,
    groups: row.groups,
    birthYear: row.birth_year,
    entryClass: row.entry_class,
    distanceUnit: row.distance_unit,
    twoADays: row.two_a_days,
    runsAt: row.runs_at,
    liftsAt: row.lifts_at,
  }));

export type CalendarAthleteRow = z.output<typeof athleteRow>;

/** Some athletes, by name; without a list everybody who is not archived. */
export const calendarAthletes = (
  db: ReadDb,
  ids: readonly AthleteId[] | undefined,
  group?: string,
): CalendarAthleteRow[] =>
  readAll(
    db,
    athleteRow,
    `SELECT a.id, a.name, a.birth_year, a.entry_class, a.distance_unit, a.two_a_days, a.runs_at, a.lifts_at,
       (SELECT json_group_array(name) FROM athlete_group g WHERE g.athlete_id = a.id) AS groups
     FROM athlete a
     WHERE CASE WHEN ?1 IS NULL THEN a.archived_on IS NULL ELSE a.id IN (SELECT value FROM json_each(?1)) END
       AND (?2 IS NULL OR EXISTS (SELECT 1 FROM athlete_group g WHERE g.athlete_id = a.id AND g.name = ?2))
     ORDER BY a.name COLLATE NOCASE`,
    ids === undefined ? undefined : JSON.stringify(ids),
    group,
  );

const usualRow = z
  .object({
    athlete_id: athleteId,
    weekday,
    run: z.enum(RUN_KINDS),
    distance_m: optional(z.number()),
    lift_minutes: z.int(),
  })
  .transform((row) => ({
    athleteId: row.athlete_id,
    day: { weekday: row.weekday, run: row.run, distanceM: row.distance_m, liftMinutes: row.lift_minutes },
  }));

export const usualDays = (db: ReadDb, ids: readonly AthleteId[]): z.output<typeof usualRow>[] =>
  readAll(
    db,
    usualRow,
    `SELECT athlete_id, weekday, run, distance_m, lift_minutes FROM usual_day WHERE athlete_id ${IN} ORDER BY athlete_id, weekday`,
    JSON.stringify(ids),
  );

const writtenRow = z
  .object({
    athlete_id: athleteId,
    planned_on: plainDate,
    kind: z.enum(WRITTEN_RUN_KINDS),
    time_of_day: optional(timeOfDay),
    distance_m: optional(z.number()),
    duration_s: optional(z.number()),
    target_rpe: optional(z.number()),
    title: optional(z.string()),
    notes: optional(z.string()),
  })
  .transform((row): { athleteId: AthleteId; run: WrittenRunOn } => ({
    athleteId: row.athlete_id,
    run: {
      on: row.planned_on,
      kind: row.kind,
      ...(row.time_of_day === undefined ? {} : { timeOfDay: row.time_of_day }),
      distanceM: row.distance_m,
      durationS: row.duration_s,
      targetRpe: row.target_rpe,
      title: row.title,
      notes: row.notes,
    },
  }));

export const writtenRuns = (
  db: ReadDb,
  ids: readonly AthleteId[],
  from: PlainDate,
  to: PlainDate,
): z.output<typeof writtenRow>[] =>
  readAll(
    db,
    writtenRow,
    `SELECT athlete_id, planned_on, kind, time_of_day, distance_m, duration_s, target_rpe, title, notes
     FROM planned_run
     WHERE athlete_id ${IN} AND planned_on BETWEEN ?2 AND ?3 ORDER BY athlete_id, planned_on, ordinal`,
    JSON.stringify(ids),
    from,
    to,
  );

/** Writes the runs of a day in place of what stood there; `rest` alone when there is none. */
export const saveDay = (
  db: WriteDb,
  athlete: AthleteId,
  on: PlainDate,
  runs: readonly Omit<WrittenRunOn, 'on'>[],
): void => {
  change(db, 'DELETE FROM planned_run WHERE athlete_id = ? AND planned_on = ?', athlete, on);
  const rows = runs.filter(({ kind }) => kind !== 'rest');
  (rows.length === 0 ? [{ kind: 'rest' as const }] : rows).forEach((run: Omit<WrittenRunOn, 'on'>, ordinal) => {
    change(
      db,
      `INSERT INTO planned_run (athlete_id, planned_on, ordinal, kind, time_of_day, distance_m, duration_s, target_rpe, title,
         notes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      athlete,
      on,
      ordinal,
      run.kind,
      run.timeOfDay,
      run.distanceM,
      run.durationS,
      run.targetRpe,
      run.title,
      run.notes,
    );
  });
};

const dayRow = z.object({ planned_on: plainDate });

/** Removes what was written for some days; says how many there were. */
export const clearDays = (db: WriteDb, athlete: AthleteId, from: PlainDate, to: PlainDate): number => {
  const days = readAll(
    db,
    dayRow,
    'SELECT DISTINCT planned_on FROM planned_run WHERE athlete_id = ? AND planned_on BETWEEN ? AND ?',
    athlete,
    from,
    to,
  );
  change(db, 'DELETE FROM planned_run WHERE athlete_id = ? AND planned_on BETWEEN ? AND ?', athlete, from, to);
  return days.length;
};

const awayRow = z
  .object({
    id: z.int(),
    athlete_id: athleteId,
    kind: z.enum(AWAY_KINDS),
    from_on: plainDate,
    to_on: plainDate,
    note: z.string(),
  })
  .transform((row) => ({
    athleteId: row.athlete_id,
    away: { awayId: row.id, kind: row.kind, from: row.from_on, to: row.to_on, note: row.note },
  }));

export const awaySpans = (
  db: ReadDb,
  ids: readonly AthleteId[],
  from: PlainDate,
  to: PlainDate,
): z.output<typeof awayRow>[] =>
  readAll(
    db,
    awayRow,
    `SELECT id, athlete_id, kind, from_on, to_on, note FROM away
     WHERE athlete_id ${IN} AND from_on <= ?3 AND to_on >= ?2 ORDER BY athlete_id, from_on`,
    JSON.stringify(ids),
    from,
    to,
  );

export const insertAway = (db: WriteDb, athlete: AthleteId, { kind, from, to, note }: AwaySpan): void => {
  change(
    db,
    'INSERT INTO away (athlete_id, kind, from_on, to_on, note) VALUES (?, ?, ?, ?, ?)',
    athlete,
    kind,
    from,
    to,
    note,
  );
};

/** False when it is not there. */
export const deleteAway = (db: WriteDb, awayId: number): boolean =>
  change(db, 'DELETE FROM away WHERE id = ?', awayId).rows === 1;

interface Habits {
  readonly twoADays: boolean;
  readonly runsAt: 'am' | 'pm';
  readonly liftsAt?: 'am' | 'pm' | undefined;
}

export const saveHabits = (db: WriteDb, athlete: AthleteId, { twoADays, runsAt, liftsAt }: Habits): boolean =>
  change(
    db,
    'UPDATE athlete SET two_a_days = ?, runs_at = ?, lifts_at = ? WHERE id = ?',
    twoADays,
    runsAt,
    liftsAt,
    athlete,
  ).rows === 1;

const raceRow = z
  .object({
    id: raceId,
    athlete_id: athleteId,
    name: z.string(),
    raced_on: plainDate,
    distance_m: optional(z.number()),
    priority: z.enum(RACE_PRIORITIES),
  })
  .transform((row) => ({
    athleteId: row.athlete_id,
    race: {
      raceId: row.id,
      name: row.name,
      racedOn: row.raced_on,
      distanceM: row.distance_m,
      priority: row.priority,
    },
  }));

export const racesBetween = (
  db: ReadDb,
  ids: readonly AthleteId[],
  from: PlainDate,
  to: PlainDate,
): z.output<typeof raceRow>[] =>
  readAll(
    db,
    raceRow,
    `SELECT id, athlete_id, name, raced_on, distance_m, priority FROM race
     WHERE athlete_id ${IN} AND raced_on BETWEEN ?2 AND ?3 ORDER BY athlete_id, raced_on, id`,
    JSON.stringify(ids),
    from,
    to,
  );

const doneRunRow = z
  .object({ athlete_id: athleteId, performed_on: plainDate, distance_m: optional(z.number()), is_key: flag })
  .transform((row) => ({
    athleteId: row.athlete_id,
    run: { on: row.performed_on, distanceM: row.distance_m, isKey: row.is_key },
  }));

export const doneRuns = (
  db: ReadDb,
  ids: readonly AthleteId[],
  from: PlainDate,
  to: PlainDate,
): z.output<typeof doneRunRow>[] =>
  readAll(
    db,
    doneRunRow,
    `SELECT athlete_id, performed_on, distance_m, is_key FROM run
     WHERE athlete_id ${IN} AND performed_on BETWEEN ?2 AND ?3 ORDER BY athlete_id, performed_on`,
    JSON.stringify(ids),
    from,
    to,
  );

const extraLiftRow = z
  .object({ athlete_id: athleteId, performed_on: plainDate, title: z.string() })
  .transform((row) => ({ athleteId: row.athlete_id, lift: { on: row.performed_on, title: row.title } }));

/** Lifts that were done and are of no planned session. */
export const extraLifts = (
  db: ReadDb,
  ids: readonly AthleteId[],
  from: PlainDate,
  to: PlainDate,
): z.output<typeof extraLiftRow>[] =>
  readAll(
    db,
    extraLiftRow,
    `SELECT athlete_id, performed_on, title FROM lift_session
     WHERE athlete_id ${IN} AND performed_on BETWEEN ?2 AND ?3 AND session_id IS NULL ORDER BY athlete_id, performed_on`,
    JSON.stringify(ids),
    from,
    to,
  );

const reportRow = z
  .object({
    athlete_id: athleteId,
    checked_on: plainDate,
    pain_score: optional(z.number()),
    soreness: optional(z.number()),
    sleep_h: optional(z.number()),
    illness: optional(z.enum(ILLNESSES)),
    has_red_flag: flag,
  })
  .transform((row) => ({
    athleteId: row.athlete_id,
    report: {
      on: row.checked_on,
      painScore: row.pain_score,
      soreness: row.soreness,
      sleepH: row.sleep_h,
      illness: row.illness,
      hasRedFlag: row.has_red_flag,
    },
  }));

export const reportsBetween = (
  db: ReadDb,
  ids: readonly AthleteId[],
  from: PlainDate,
  to: PlainDate,
): z.output<typeof reportRow>[] =>
  readAll(
    db,
    reportRow,
    `SELECT athlete_id, checked_on, pain_score, soreness, sleep_h, illness,
       CASE WHEN coalesce(json_array_length(red_flags), 0) > 0 THEN 1 ELSE 0 END AS has_red_flag FROM check_in
     WHERE athlete_id ${IN} AND checked_on BETWEEN ?2 AND ?3 ORDER BY athlete_id, checked_on`,
    JSON.stringify(ids),
    from,
    to,
  );
