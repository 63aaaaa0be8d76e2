import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { installJournal } from '../../../src/service/db/journal.ts';
import { migrate } from '../../../src/service/db/migrate.ts';
import { setsStandInTheirSessions } from '../../../src/service/db/migrations/0026_sets_stand_in_their_sessions.ts';
import { migrations } from '../../../src/service/db/migrations/index.ts';
import type { WriteDb } from '../../../src/service/db/sql.ts';
import { addStep, markUndone, recordingInto, replayStep } from '../../../src/service/history/historyStore.ts';
import { lookInto, openDeskAt, ownFolder, refusal, settled, stepsOf } from '../openDesk.ts';

const SAYS = 'exercise_id, recorded_as, kind, load_kg, reps, duration_s, distance_m, rpe, notes, doubt, stopped_short';

/** What both versions say of sessions and sets, and what points to them. */
const pictureOf = (connection: Database.Database) => ({
  sessions: connection.prepare('SELECT * FROM lift_session ORDER BY id').all(),
  sets: connection
    .prepare(`SELECT lift_session_id, ordinal, athlete_id, import_id, ${SAYS} FROM lift_set ORDER BY 1, 2`)
    .all(),
  others: connection.prepare('SELECT id, lift_session_id FROM other_activity ORDER BY id').all(),
  typed: connection.prepare('SELECT id, lift_session_id FROM typed_session ORDER BY id').all(),
});

type Picture = ReturnType<typeof pictureOf>;

/** Words that look like what the history is written in. */
const NASTY = "it's WHERE id = 9, ordinal = 4) VALUES (1, 2, exercise_id = ü";

const ROSTER = `
  INSERT INTO athlete (id, name, entry_class, mass_unit, distance_unit, gym_unit, bar_mass, created_at) VALUES
    (1, 'Ana Duarte', 'B', 'kg', 'km', 'kg', 20, '2026-11-01T00:00:00Z'),
    (12, 'Ben Okafor', 'B', 'kg', 'km', 'kg', 20, '2026-11-01T00:00:00Z');
  INSERT INTO exercise (id, key, name, pattern, equipment, is_unilateral, level, muscles, usual_dose, load_mode, cues, stress, is_own)
    VALUES (300, 'own_squat', 'Own squat', 'squat', '[]', 0, 4, '[]', '', 'kg', '[]', '{"K":3,"A":0,"H":1,"G":1,"L":3,"I":0}', 1);
  INSERT INTO import (id, imported_at) VALUES (5, '2026-11-01T00:00:00Z');`;

const session = (id: number, athleteId: number, on: string): string =>
  `INSERT INTO lift_session (id, athlete_id, performed_on, title, source, feeling) VALUES (${id}, ${athleteId}, '${on}', 'Legs', 'strong', 4);`;

const set = (id: number, of: readonly [session: number, athlete: number, on: string], ordinal: number, notes: string) =>
  `INSERT INTO lift_set VALUES (${id}, ${of[0]}, ${of[1]}, '${of[2]}', ${ordinal}, 300, ${ordinal === 1 ? `'${notes.replaceAll("'", "''")}'` : 'NULL'},
    'work', 60.25, ${ordinal + 3}, NULL, 12.5, 8.5, '${notes.replaceAll("'", "''")}', NULL, ${ordinal % 2}, NULL);`;

const LEGS = [7, 1, '2026-11-02'] as const;
const MOVED = [7, 1, '2026-11-05'] as const;
const BENS = [8, 12, '2026-11-03'] as const;

/** Each a step of the version before: numbers of sets that went are given to others. */
const DEEDS = [
  session(...LEGS) + set(1, LEGS, 0, 'first') + set(2, LEGS, 1, NASTY) + set(3, LEGS, 2, 'third'),
  session(...BENS) + set(4, BENS, 1, NASTY) + set(5, BENS, 0, 'other'),
  `DELETE FROM lift_set WHERE lift_session_id = 7; UPDATE lift_session SET performed_on = '2026-11-05' WHERE id = 7;
   ${set(6, MOVED, 0, 'again')} ${set(2, MOVED, 1, 'instead')}`,
  `UPDATE lift_set SET import_id = 5, notes = notes || ' more' WHERE lift_session_id = 8;
   INSERT INTO other_activity (id, athlete_id, performed_on, sport, source, lift_session_id) VALUES (3, 12, '2026-11-03', 'WeightTraining', 'strava', 8);
   INSERT INTO typed_session VALUES (4, 1, 1, 1, 'A', 7, '2026-11-05', NULL, '[]', '[]'), (6, 1, 1, 2, 'A', NULL, '2026-11-12', NULL, '[]', '[]');`,
  'DELETE FROM lift_session WHERE id = 7;',
  session(9, 12, '2026-11-09') +
    set(2, [9, 12, '2026-11-09'], 5, 'of the number two') +
    set(6, [9, 12, '2026-11-09'], 3, NASTY),
  'UPDATE lift_set SET load_kg = 70 WHERE id IN (2, 4); DELETE FROM lift_set WHERE id = 6; UPDATE lift_set SET reps = 9 WHERE id = 2;',
];

/**
 * A file of the version before with these steps, the last of them undone and some of those done again; answers what stood before each
 * and at the end.
 */
const fileOfBefore = (file: string, undone = 0, redone = 0): Picture[] =>
  lookInto(file, (connection) => {
    const db: WriteDb = { read: connection, write: connection };
    connection.pragma('foreign_keys = ON');
    migrate(connection, migrations.slice(0, migrations.indexOf(setsStandInTheirSessions)), () => undefined);
    connection.exec(ROSTER);
    installJournal(connection);
    const inTransaction = (work: () => void): void => connection.transaction(work)();
    const pictures = [pictureOf(connection)];
    const steps = DEEDS.map((sql, at) => {
      let step = 0;
      inTransaction(() => {
        step = addStep(db, { label: `Step ${at + 1}`, at: '2026-11-20T10:00:00Z', topics: ['log'] as never });
        recordingInto(db, step, () => connection.exec(sql));
      });
      pictures.push(pictureOf(connection));
      return step;
    });
    const replay = (step: number, isUndone: boolean): void =>
      inTransaction(() => {
        replayStep(db, step);
        markUndone(db, step, isUndone);
      });
    const newestFirst = steps.toReversed().slice(0, undone);
    for (const step of newestFirst) replay(step, true);
    for (const step of newestFirst.toReversed().slice(0, redone)) replay(step, false);
    expect(pictureOf(connection)).toEqual(pictures.at(-1 - undone + redone));
    return pictures;
  });

test.each(
  Array.from({ length: DEEDS.length + 1 }, (_, undone) => [
    { undone, redone: 0 },
    { undone, redone: Math.ceil(undone / 2) },
  ]).flat(),
)(
  'a file of the version before keeps every row, and its history goes back and forth as it did ($undone undone, $redone redone)',
  async ({ undone, redone }) => {
    const file = join(ownFolder(), 'old.db');
    const pictures = fileOfBefore(file, undone, redone);
    const desk = openDeskAt(file);
    const now = (): Picture => lookInto(file, pictureOf);
    let at = DEEDS.length - undone + redone;
    expect(now()).toEqual(pictures[at]);
    while (at < DEEDS.length) {
      settled(await desk.client.history.redo({}));
      at += 1;
      expect(now(), `redone to ${at}`).toEqual(pictures[at]);
    }
    while (at > 0) {
      settled(await desk.client.history.undo({}));
      at -= 1;
      expect(now(), `undone to ${at}`).toEqual(pictures[at]);
    }
    for (const picture of pictures.slice(1)) {
      settled(await desk.client.history.redo({}));
      expect(now()).toEqual(picture);
    }
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
    await desk.shut();
  },
);

test('a step about a set of which nobody knows where it stood goes, and all before it; those after it stay', async () => {
  const file = join(ownFolder(), 'old.db');
  const pictures = fileOfBefore(file);
  // Something else than Ironstride took the set away.
  lookInto(file, (connection) => connection.exec('DELETE FROM lift_set WHERE id = 5'));
  const desk = openDeskAt(file);
  const sevenLeft = lookInto(file, pictureOf);
  expect(sevenLeft.sets).toHaveLength((pictures.at(-1)?.sets.length ?? 0) - 1);
  expect((await stepsOf(desk)).map(({ label }) => label)).toEqual(['Step 7', 'Step 6', 'Step 5']);
  for (let n = 0; n < 3; n += 1) settled(await desk.client.history.undo({}));
  expect(refusal(await desk.client.history.undo({}))).toBe('NothingToUndo');
  const after = lookInto(file, pictureOf);
  expect(after.sessions).toEqual(pictures[4]?.sessions);
  expect(after.sets).toEqual(pictures[4]?.sets.filter((row) => !isOfBen(row)));
  await desk.shut();
});

const isOfBen = (row: unknown): boolean => {
  const { lift_session_id, ordinal } = row as { lift_session_id: number; ordinal: number };
  return lift_session_id === 8 && ordinal === 0;
};

test('a backup of the version before is compared set by set with what is there now', async () => {
  const file = join(ownFolder(), 'old.db');
  fileOfBefore(file);
  const desk = openDeskAt(file);
  const [backup] = settled(await desk.client.backups.list({})).backups;
  if (backup === undefined) throw new Error('none was kept before the update');
  const setsNow = async () =>
    settled(await desk.client.backups.compare({ name: backup.name })).things.find(({ thing }) => thing === 'sets');
  expect(await setsNow()).toEqual({ thing: 'sets', onlyNow: 0, onlyThen: 0, changed: 0 });
  // Back to before the newest step: a set more, and two as they were.
  settled(await desk.client.history.undo({}));
  expect(await setsNow()).toEqual({ thing: 'sets', onlyNow: 1, onlyThen: 0, changed: 2 });
  settled(await desk.client.history.undo({}));
  expect(await setsNow()).toEqual({ thing: 'sets', onlyNow: 0, onlyThen: 1, changed: 1 });
  await desk.shut();
});
