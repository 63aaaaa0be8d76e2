import { z } from 'zod';
import { RUN_KINDS, SEXES, type AthleteDetails } from '../../domain/athletes/athlete.ts';
import { ENTRY_CLASSES } from '../../domain/programs/program.ts';
import { athleteId, distanceUnit, massUnit, plainDate, weekday } from '../../contract/schemas/scalars.ts';
import { LANGUAGES } from '../../domain/sheets/sheetLanguage.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { countRow, optional, textList } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const athleteRow = z.object({
  id: athleteId,
  name: z.string(),
  sex: optional(z.enum(SEXES)),
  birth_year: optional(z.int()),
  entry_class: z.enum(ENTRY_CLASSES),
  mass_unit: massUnit,
  distance_unit: distanceUnit,
  language: optional(z.enum(LANGUAGES)),
  time_zone: optional(z.string()),
  phone: optional(z.string()),
  email: optional(z.string()),
  notes: z.string(),
  gym_unit: massUnit,
  bar_mass: z.number(),
  archived_on: optional(plainDate),
  last_contact_on: optional(plainDate),
  groups: textList,
  tags: textList,
  equipment: textList,
});

const plateRow = z.object({ mass: z.number(), pairs: z.int() });
const usualDayRow = z.object({
  weekday,
  run: z.enum(RUN_KINDS),
  distance_m: optional(z.number()),
  lift_minutes: z.int(),
});

export interface StoredAthlete {
  readonly athleteId: AthleteId;
  readonly details: AthleteDetails;
  readonly archivedOn?: PlainDate | undefined;
  readonly lastContactOn?: PlainDate | undefined;
}

const namesOf = (table: string, column: string): string =>
  `(SELECT json_group_array(${column}) FROM (SELECT ${column} FROM ${table} WHERE athlete_id = a.id ORDER BY ${column}))`;

const SELECT_ATHLETE = `SELECT a.*, ${namesOf('athlete_group', 'name')} AS groups, ${namesOf('athlete_tag', 'name')} AS tags,
  ${namesOf('athlete_equipment', 'item')} AS equipment FROM athlete a`;

const assembled = (db: ReadDb, row: z.output<typeof athleteRow>): StoredAthlete => ({
  athleteId: row.id,
  archivedOn: row.archived_on,
  lastContactOn: row.last_contact_on,
  details: {
    name: row.name,
    sex: row.sex,
    birthYear: row.birth_year,
    entryClass: row.entry_class,
    massUnit: row.mass_unit,
    distanceUnit: row.distance_unit,
    language: row.language,
    timeZone: row.time_zone,
    phone: row.phone,
    email: row.email,
    groups: row.groups,
    tags: row.tags,
    notes: row.notes,
    gym: {
      unit: row.gym_unit,
      bar: row.bar_mass,
      plates: readAll(
        db,
        plateRow,
        'SELECT mass, pairs FROM athlete_plate WHERE athlete_id = ? ORDER BY mass DESC',
        row.id,
      ),
      equipment: row.equipment,
    },
    usualWeek: readAll(
      db,
      usualDayRow,
      'SELECT weekday, run, distance_m, lift_minutes FROM usual_day WHERE athlete_id = ? ORDER BY weekday',
      row.id,
    ).map(({ distance_m, lift_minutes, ...day }) => ({ ...day, distanceM: distance_m, liftMinutes: lift_minutes })),
  },
});

export const findAthlete = (db: ReadDb, id: number): StoredAthlete | undefined => {
  const row = readOne(db, athleteRow, `${SELECT_ATHLETE} WHERE a.id = ?`, id);
  return row === undefined ? undefined : assembled(db, row);
};

export const listingRow = z
  .object({ id: athleteId, name: z.string(), groups: textList, archived_on: optional(plainDate) })
  .transform(({ id, name, groups, archived_on }) => ({
    athleteId: id,
    name,
    groups,
    isArchived: archived_on !== undefined,
  }));

export const listAthletes = (db: ReadDb): z.output<typeof listingRow>[] =>
  readAll(
    db,
    listingRow,
    `SELECT a.id, a.name, a.archived_on, ${namesOf('athlete_group', 'name')} AS groups FROM athlete a ORDER BY a.name COLLATE NOCASE`,
  );

const idRow = z.object({ id: athleteId });

/** Athletes whose name is this, whatever the case. */
export const athleteNamed = (db: ReadDb, name: string): AthleteId | undefined =>
  readOne(db, idRow, 'SELECT id FROM athlete WHERE name = ? COLLATE NOCASE', name)?.id;

export const countAthletes = (db: ReadDb, archived: boolean): number =>
  readOne(db, countRow, `SELECT count(*) AS n FROM athlete WHERE (archived_on IS NOT NULL) = ?`, archived)?.n ?? 0;

export const insertAthlete = (db: WriteDb, details: AthleteDetails, createdAt: string): AthleteId => {
  const { id } = change(
    db,
    `INSERT INTO athlete (name, sex, birth_year, entry_class, mass_unit, distance_unit, language, time_zone, phone, email,
                          notes, gym_unit, bar_mass, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...columnsOf(details),
    createdAt,
  );
  replaceLists(db, id, details);
  return id as AthleteId;
};

export const updateAthlete = (db: WriteDb, id: number, details: AthleteDetails): void => {
  change(
    db,
    `UPDATE athlete SET name = ?, sex = ?, birth_year = ?, entry_class = ?, mass_unit = ?, distance_unit = ?,
       language = ?, time_zone = ?, phone = ?, email = ?, notes = ?, gym_unit = ?, bar_mass = ? WHERE id = ?`,
    ...columnsOf(details),
    id,
  );
  replaceLists(db, id, details);
};

const columnsOf = (details: AthleteDetails): (string | number | undefined)[] => [
  details.name,
  details.sex,
  details.birthYear,
  details.entryClass,
  details.massUnit,
  details.distanceUnit,
  details.language,
  details.timeZone,
  details.phone,
  details.email,
  details.notes,
  details.gym.unit,
  details.gym.bar,
];

/** Sets the lists that belong to an athlete. Rows that stay as they are are not touched, so that history stays readable. */
const replaceLists = (db: WriteDb, id: number, details: AthleteDetails): void => {
  replaceNames(db, 'athlete_group', 'name', id, details.groups);
  replaceNames(db, 'athlete_tag', 'name', id, details.tags);
  replaceNames(db, 'athlete_equipment', 'item', id, details.gym.equipment);
  replacePlates(db, id, details);
  for (const day of details.usualWeek) {
    change(
      db,
      `INSERT INTO usual_day (athlete_id, weekday, run, distance_m, lift_minutes) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (athlete_id, weekday) DO UPDATE SET run = excluded.run, distance_m = excluded.distance_m,
         lift_minutes = excluded.lift_minutes`,
      id,
      day.weekday,
      day.run,
      day.distanceM,
      day.liftMinutes,
    );
  }
};

const replaceNames = (db: WriteDb, table: string, column: string, id: number, names: readonly string[]): void => {
  change(
    db,
    `DELETE FROM ${table} WHERE athlete_id = ? AND ${column} NOT IN (SELECT value FROM json_each(?))`,
    id,
    JSON.stringify(names),
  );
  for (const name of new Set(names)) {
    change(db, `INSERT INTO ${table} (athlete_id, ${column}) VALUES (?, ?) ON CONFLICT DO NOTHING`, id, name);
  }
};

const replacePlates = (db: WriteDb, id: number, { gym }: AthleteDetails): void => {
  change(
    db,
    'DELETE FROM athlete_plate WHERE athlete_id = ? AND mass NOT IN (SELECT value FROM json_each(?))',
    id,
    JSON.stringify(gym.plates.map((plate) => plate.mass)),
  );
  for (const plate of gym.plates) {
    change(
      db,
      `INSERT INTO athlete_plate (athlete_id, mass, pairs) VALUES (?, ?, ?)
       ON CONFLICT (athlete_id, mass) DO UPDATE SET pairs = excluded.pairs`,
      id,
      plate.mass,
      plate.pairs,
    );
  }
};

export const archiveAthlete = (db: WriteDb, id: number, on: PlainDate | undefined): boolean =>
  change(db, 'UPDATE athlete SET archived_on = ? WHERE id = ?', on, id).rows === 1;

export const noteContact = (db: WriteDb, id: number, on: PlainDate): boolean =>
  change(db, 'UPDATE athlete SET last_contact_on = ? WHERE id = ?', on, id).rows === 1;

/** False when there is no such athlete. */
export const addToGroup = (db: WriteDb, id: number, group: string): boolean => {
  if (readOne(db, idRow, 'SELECT id FROM athlete WHERE id = ?', id) === undefined) return false;
  change(db, 'INSERT INTO athlete_group (athlete_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING', id, group);
  return true;
};

export const deleteAthlete = (db: WriteDb, id: number): void => {
  change(db, 'DELETE FROM athlete WHERE id = ?', id);
};

const bodyMassRow = z
  .object({ measured_on: plainDate, mass_kg: z.number() })
  .transform((row) => ({ measuredOn: row.measured_on, massKg: row.mass_kg }));

export const bodyMassOf = (db: ReadDb, id: number): z.output<typeof bodyMassRow>[] =>
  readAll(
    db,
    bodyMassRow,
    'SELECT measured_on, mass_kg FROM body_mass WHERE athlete_id = ? ORDER BY measured_on DESC',
    id,
  );

export const saveBodyMass = (db: WriteDb, id: number, on: PlainDate, massKg: number): void => {
  change(
    db,
    `INSERT INTO body_mass (athlete_id, measured_on, mass_kg) VALUES (?, ?, ?)
     ON CONFLICT (athlete_id, measured_on) DO UPDATE SET mass_kg = excluded.mass_kg, import_id = NULL`,
    id,
    on,
    massKg,
  );
};
