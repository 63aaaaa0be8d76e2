import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/service/db/migrate.ts';
import { checkSetsSooner } from '../../../src/service/db/migrations/0024_check_sets_sooner.ts';
import { migrations } from '../../../src/service/db/migrations/index.ts';
import { lookInto, ownFolder } from '../openDesk.ts';

const SETS = 'SELECT * FROM lift_set ORDER BY id';

test('a file of the version before keeps its sets, to the last column, and still takes no other kinds', () => {
  const file = join(ownFolder(), 'old.db');
  const before = lookInto(file, (connection) => {
    connection.pragma('foreign_keys = ON');
    migrate(connection, migrations.slice(0, migrations.indexOf(checkSetsSooner)), () => undefined);
    connection.exec(`
      INSERT INTO athlete (id, name, entry_class, mass_unit, distance_unit, gym_unit, bar_mass, created_at)
        VALUES (1, 'Ana Duarte', 'B', 'kg', 'km', 'kg', 20, '2026-11-01T00:00:00Z');
      INSERT INTO exercise (id, key, name, pattern, equipment, is_unilateral, level, muscles, usual_dose, load_mode, cues, stress, is_own)
        VALUES (1, 'sq_back', 'Back squat', 'squat', '[]', 0, 4, '[]', '', 'kg', '[]', '{"K":3,"A":0,"H":1,"G":1,"L":3,"I":0}', 0);
      INSERT INTO import (id, imported_at) VALUES (5, '2026-11-01T00:00:00Z');
      INSERT INTO lift_session (id, athlete_id, performed_on, title, source) VALUES (7, 1, '2026-11-02', 'Legs', 'strong');
      INSERT INTO lift_set VALUES
        (3, 7, 1, '2026-11-02', 1, 1, 'Squat', 'work', 60.25, 5, NULL, NULL, 8.5, 'deep', NULL, 0, NULL),
        (9, 7, 1, '2026-11-02', 0, 1, NULL, 'warmup', NULL, NULL, 30, 12.5, NULL, NULL, 'odd', 1, 5)`);
    return connection.prepare(SETS).all();
  });
  lookInto(file, (connection) => {
    migrate(connection, migrations.slice(0, migrations.indexOf(checkSetsSooner) + 1), () => undefined);
    expect(connection.prepare(SETS).all()).toEqual(before);
    expect(before).toHaveLength(2);
    for (const kind of ['work', 'warmup', 'drop', 'failure']) {
      connection.prepare('UPDATE lift_set SET kind = ? WHERE id = 3').run(kind);
    }
    expect(() => connection.exec("UPDATE lift_set SET kind = 'rest' WHERE id = 3")).toThrow('CHECK');
  });
});
