import { z } from 'zod';
import { ordinaryWeek } from '../../domain/athletes/athlete.ts';
import { countRow } from '../db/columns.ts';
import { change, readAll, readOne, type WriteDb } from '../db/sql.ts';

const nameRow = z.object({ name: z.string() });
const idRow = z.object({ id: z.int() });
const referenceRow = z.object({
  id: z.int(),
  table: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  on_delete: z.string(),
});

interface Reference {
  readonly parent: string;
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
  readonly mayBeNothing: boolean;
}

const tablesOf = (db: WriteDb): string[] =>
  readAll(db, nameRow, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").map(
    ({ name }) => name,
  );

const referencesOf = (db: WriteDb, table: string): Reference[] => {
  const required = new Set(
    readAll(db, nameRow, 'SELECT name FROM pragma_table_info(?) WHERE "notnull" = 1 OR pk > 0', table).map(
      ({ name }) => name,
    ),
  );
  const rows = readAll(
    db,
    referenceRow,
    'SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq',
    table,
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((parts) => ({
    parent: parts[0]?.table ?? '',
    pairs: parts.map(({ from, to }) => ({ from, to: to ?? 'id' })),
    mayBeNothing:
      parts.length === 1 && parts.every(({ from, on_delete }) => !required.has(from) && on_delete !== 'CASCADE'),
  }));
};

/** Children whose parent was lost but can stand again under a name that says so: their data is worth more than the name. */
const standInFor = (db: WriteDb, parent: 'athlete' | 'exercise', insert: (id: number) => void): number => {
  const missing = tablesOf(db).flatMap((table) =>
    referencesOf(db, table)
      .filter((reference) => reference.parent === parent)
      .flatMap(({ pairs }) => pairs)
      .flatMap(({ from }) =>
        readAll(
          db,
          idRow,
          `SELECT DISTINCT "${from}" AS id FROM "${table}" WHERE "${from}" IS NOT NULL
             AND "${from}" NOT IN (SELECT id FROM "${parent}")`,
        ),
      ),
  );
  const ids = new Set(missing.map(({ id }) => id));
  for (const id of ids) insert(id);
  return ids.size;
};

const standInAthlete = (db: WriteDb, id: number): void => {
  change(
    db,
    `INSERT OR IGNORE INTO athlete (id, name, entry_class, mass_unit, distance_unit, notes, gym_unit, bar_mass, created_at)
     VALUES (?, ?, 'A', 'kg', 'km', 'Whose this is could no longer be read. Rename it.', 'kg', 20, '')`,
    id,
    `Salvaged athlete ${id}`,
  );
};

const standInExercise = (db: WriteDb, id: number): void => {
  change(
    db,
    `INSERT OR IGNORE INTO exercise (id, key, name, pattern, equipment, is_unilateral, level, muscles, usual_dose, load_mode,
       cues, stress, is_own)
     VALUES (?, ?, ?, 'other', '[]', 0, 1, '[]', '', 'kg', '[]', 'null', 1)`,
    id,
    `salvaged-${id}`,
    `Salvaged exercise ${id}`,
  );
};

/** Everybody has a usual week of seven days: what of it was lost is as of somebody new. */
const completeWeeks = (db: WriteDb): number =>
  ordinaryWeek.reduce(
    (added, { weekday, run, distanceM, liftMinutes }) =>
      added +
      change(
        db,
        `INSERT OR IGNORE INTO usual_day (athlete_id, weekday, run, distance_m, lift_minutes)
         SELECT id, ?, ?, ?, ? FROM athlete`,
        weekday,
        run,
        distanceM,
        liftMinutes,
      ).rows,
    0,
  );

const brokenIn = (db: WriteDb): number =>
  readOne(db, countRow, 'SELECT count(*) AS n FROM pragma_foreign_key_check')?.n ?? 0;

/** Rows whose parent is gone: where they can do without one they do, else they go too. */
const dropOrphans = (db: WriteDb): number => {
  let dropped = 0;
  for (const table of tablesOf(db)) {
    for (const { parent, pairs, mayBeNothing } of referencesOf(db, table)) {
      const isSet = pairs.map(({ from }) => `"${table}"."${from}" IS NOT NULL`).join(' AND ');
      const isMet = pairs.map(({ from, to }) => `p."${to}" = "${table}"."${from}"`).join(' AND ');
      const orphans = `WHERE ${isSet} AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE ${isMet})`;
      const [first] = pairs;
      if (mayBeNothing && first !== undefined)
        change(db, `UPDATE OR IGNORE "${table}" SET "${first.from}" = NULL ${orphans}`);
      dropped += change(db, `DELETE FROM "${table}" ${orphans}`).rows;
    }
  }
  return dropped;
};

/** Makes the rows that were saved fit each other again. Answers how many had to be added or dropped. */
export const mendReferences = (db: WriteDb): number => {
  let mended =
    standInFor(db, 'athlete', (id) => standInAthlete(db, id)) +
    standInFor(db, 'exercise', (id) => standInExercise(db, id));
  mended += completeWeeks(db);
  // What goes may leave others without a parent: block, week, session, slot, prescription.
  for (let rounds = 0; rounds < 12 && brokenIn(db) > 0; rounds += 1) mended += dropOrphans(db);
  return mended;
};
