import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LOAD_MODES, PATTERNS, type Exercise } from '../../domain/exercises/exercise.ts';
import { parseLibrary } from '../../domain/exercises/library.ts';
import { flag, jsonOf, optional } from '../db/columns.ts';
import { change, readAll, readOne, type Bindable, type ReadDb, type WriteDb } from '../db/sql.ts';

const equipmentJson = jsonOf(z.array(z.array(z.string())));
const textsJson = jsonOf(z.array(z.string()));
const digit = z.int().min(0).max(3);
const stressShape = z.object({ K: digit, A: digit, H: digit, G: digit, L: digit, I: digit });
/** `null` where nobody has rated it. */
const stressJson = z.string().transform((json) => stressShape.nullable().parse(JSON.parse(json)) ?? undefined);

const exerciseRow = z
  .object({
    id: z.int(),
    key: z.string(),
    name: z.string(),
    pattern: z.enum(PATTERNS),
    equipment: equipmentJson,
    is_unilateral: flag,
    level: z.int(),
    regress_key: optional(z.string()),
    progress_key: optional(z.string()),
    muscles: textsJson,
    usual_dose: z.string(),
    rest_s: optional(z.int()),
    load_mode: z.enum(LOAD_MODES),
    cues: textsJson,
    stress: stressJson,
    is_own: flag,
    is_archived: flag,
  })
  .transform((row): StoredExercise => ({
    exerciseId: row.id,
    key: row.key,
    name: row.name,
    pattern: row.pattern,
    equipment: row.equipment,
    isUnilateral: row.is_unilateral,
    level: row.level,
    regressKey: row.regress_key,
    progressKey: row.progress_key,
    muscles: row.muscles,
    usualDose: row.usual_dose,
    restS: row.rest_s,
    loadMode: row.load_mode,
    cues: row.cues,
    stress: row.stress,
    isOwn: row.is_own,
    ...(row.is_archived ? { isArchived: true as const } : {}),
  }));

export interface StoredExercise extends Exercise {
  readonly exerciseId: number;
}

export const listExercises = (db: ReadDb): StoredExercise[] =>
  readAll(db, exerciseRow, 'SELECT * FROM exercise ORDER BY is_own DESC, id');

const aliasRow = z.object({ name_key: z.string(), key: z.string() });

/** What names in files were taken for before, by normalised name. */
export const rememberedNames = (db: ReadDb): Map<string, string> =>
  new Map(
    readAll(db, aliasRow, 'SELECT x.name_key, e.key FROM exercise_alias x JOIN exercise e ON e.id = x.exercise_id').map(
      (row) => [row.name_key, row.key],
    ),
  );

const aliasIdRow = z.object({ exercise_id: z.int() });

/** What a name was last taken for. */
export const rememberedId = (db: ReadDb, nameKey: string): number | undefined =>
  readOne(db, aliasIdRow, 'SELECT exercise_id FROM exercise_alias WHERE name_key = ?', nameKey)?.exercise_id;

export const forgetName = (db: WriteDb, nameKey: string): void => {
  change(db, 'DELETE FROM exercise_alias WHERE name_key = ?', nameKey);
};

/** Removes an exercise of the coach's own that no set and no program uses. */
export const deleteUnusedExercise = (db: WriteDb, exerciseId: number): void => {
  change(
    db,
    `DELETE FROM exercise WHERE id = ?1 AND is_own = 1
       AND NOT EXISTS (SELECT 1 FROM lift_set WHERE exercise_id = ?1)
       AND NOT EXISTS (SELECT 1 FROM slot WHERE exercise_id = ?1 OR no_gym_id = ?1)
       AND NOT EXISTS (SELECT 1 FROM tested_max WHERE exercise_id = ?1)`,
    exerciseId,
  );
};

/** All of an exercise but its key and whose it is, from the name to the stress. */
const factsOf = (exercise: Exercise): readonly Bindable[] => [
  exercise.name,
  exercise.pattern,
  JSON.stringify(exercise.equipment),
  exercise.isUnilateral,
  exercise.level,
  exercise.regressKey,
  exercise.progressKey,
  JSON.stringify(exercise.muscles),
  exercise.usualDose,
  exercise.restS,
  exercise.loadMode,
  JSON.stringify(exercise.cues),
  JSON.stringify(exercise.stress ?? null),
];

/** Writes what the coach has changed of an exercise of their own. */
export const updateOwnExercise = (db: WriteDb, exercise: StoredExercise): void => {
  change(
    db,
    `UPDATE exercise SET name = ?, pattern = ?, equipment = ?, is_unilateral = ?, level = ?, regress_key = ?,
       progress_key = ?, muscles = ?, usual_dose = ?, rest_s = ?, load_mode = ?, cues = ?, stress = ?
     WHERE id = ? AND is_own = 1`,
    ...factsOf(exercise),
    exercise.exerciseId,
  );
};

export const archiveExercise = (db: WriteDb, exerciseId: number, isArchived: boolean): void => {
  change(db, 'UPDATE exercise SET is_archived = ? WHERE id = ?', isArchived, exerciseId);
};

const usesRow = z.object({ sets: z.int(), slots: z.int(), tests: z.int() });

/** How many recorded sets, planned slots and test days name an exercise. */
export const usesOf = (db: ReadDb, exerciseId: number): z.output<typeof usesRow> =>
  readOne(
    db,
    usesRow,
    `SELECT (SELECT count(*) FROM lift_set WHERE exercise_id = ?1) AS sets,
            (SELECT count(*) FROM slot WHERE exercise_id = ?1 OR no_gym_id = ?1) AS slots,
            (SELECT count(*) FROM tested_max WHERE exercise_id = ?1) AS tests`,
    exerciseId,
  ) ?? { sets: 0, slots: 0, tests: 0 };

/** Takes a step out of the ladders of the coach's own exercises. */
export const leaveLadders = (db: WriteDb, key: string): void => {
  change(db, 'UPDATE exercise SET regress_key = NULL WHERE regress_key = ? AND is_own = 1', key);
  change(db, 'UPDATE exercise SET progress_key = NULL WHERE progress_key = ? AND is_own = 1', key);
};

export const rememberName = (db: WriteDb, nameKey: string, exerciseId: number): void => {
  change(
    db,
    `INSERT INTO exercise_alias (name_key, exercise_id) VALUES (?, ?)
     ON CONFLICT (name_key) DO UPDATE SET exercise_id = excluded.exercise_id
     WHERE exercise_id <> excluded.exercise_id`,
    nameKey,
    exerciseId,
  );
};

/** Adds an exercise, or brings a library exercise up to date with the shipped list. Returns its id. */
export const saveExercise = (db: WriteDb, exercise: Exercise): number => {
  change(
    db,
    `INSERT INTO exercise (key, name, pattern, equipment, is_unilateral, level, regress_key, progress_key, muscles,
                           usual_dose, rest_s, load_mode, cues, stress, is_own)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET name = excluded.name, pattern = excluded.pattern, equipment = excluded.equipment,
       is_unilateral = excluded.is_unilateral, level = excluded.level, regress_key = excluded.regress_key,
       progress_key = excluded.progress_key, muscles = excluded.muscles, usual_dose = excluded.usual_dose,
       rest_s = excluded.rest_s, load_mode = excluded.load_mode,
       cues = excluded.cues, stress = excluded.stress
     WHERE exercise.is_own = 0`,
    exercise.key,
    ...factsOf(exercise),
    exercise.isOwn,
  );
  const row = readOne(db, z.object({ id: z.int() }), 'SELECT id FROM exercise WHERE key = ?', exercise.key);
  if (row === undefined) throw new Error(`exercise ${exercise.key} was not stored`);
  return row.id;
};

const libraryStamp = z.object({ value_json: z.string() });

/** Puts the shipped library into the store, when it has changed since the last time. */
export const loadExerciseLibrary = (db: WriteDb, resourcesFolder: string): void => {
  const exercisesCsv = readFileSync(join(resourcesFolder, 'exercises.csv'), 'utf8');
  const cuesCsv = readFileSync(join(resourcesFolder, 'cues.csv'), 'utf8');
  const stamp = JSON.stringify(createHash('sha256').update(exercisesCsv).update(cuesCsv).digest('hex'));
  const known = readOne(db, libraryStamp, "SELECT value_json FROM setting WHERE key = 'exercise-library'");
  if (known?.value_json === stamp) return;
  db.write
    .transaction(() => {
      for (const exercise of parseLibrary(exercisesCsv, cuesCsv)) saveExercise(db, exercise);
      change(
        db,
        `INSERT INTO setting (key, value_json) VALUES ('exercise-library', ?)
         ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json`,
        stamp,
      );
    })
    .immediate();
};

/** The store's id of an exercise by its key. */
export const exerciseIdOf = (db: ReadDb, key: string): number | undefined =>
  readOne(db, z.object({ id: z.int() }), 'SELECT id FROM exercise WHERE key = ?', key)?.id;
