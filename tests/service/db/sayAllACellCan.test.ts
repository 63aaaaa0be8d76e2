import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/service/db/migrate.ts';
import { migrations } from '../../../src/service/db/migrations/index.ts';
import { lookInto, openDeskAt, ownFolder, settled } from '../openDesk.ts';

test('a file of the first version keeps its programs, to the last prescription', async () => {
  const file = join(ownFolder(), 'old.db');
  lookInto(file, (connection) => {
    connection.pragma('foreign_keys = ON');
    migrate(connection, migrations.slice(0, 1), () => undefined);
    connection.exec(`
      INSERT INTO athlete (id, name, entry_class, mass_unit, distance_unit, gym_unit, bar_mass, created_at)
        VALUES (1, 'Ana Duarte', 'B', 'kg', 'km', 'kg', 20, '2026-11-01T00:00:00Z');
      INSERT INTO exercise (id, key, name, pattern, equipment, is_unilateral, level, muscles, usual_dose, load_mode, cues, stress, is_own)
        VALUES (1, 'sq_back', 'Back squat', 'squat', '[]', 0, 4, '[]', '', 'kg', '[]', '{"K":3,"A":0,"H":1,"G":1,"L":3,"I":0}', 0);
      INSERT INTO program (id, athlete_id, template_key, name, entry_class, starts_on, ends_on, revision, created_at)
        VALUES (1, 1, 'start-ramp', 'Start ramp', 'B', '2026-11-23', '2026-11-29', 1, '2026-11-01T00:00:00Z');
      INSERT INTO block VALUES (1, 1, 0, 'Start', 'Learn the lifts');
      INSERT INTO week VALUES (1, 1, 1, 3, 'start', '2026-11-23', 'start');
      INSERT INTO session VALUES (1, 1, 0, 'Session A', 2, 45);
      INSERT INTO slot (id, session_id, ordinal, label, exercise_id, role) VALUES (1, 1, 0, 'A1', 1, 'main');
      INSERT INTO prescription (slot_id, ordinal, sets, reps, basis, basis_value, rpe_cap, rest_s, cue)
        VALUES (1, 0, 2, 6, 'pct1rm', 0.7, 7, 150, 'Slow');
      INSERT INTO prescription (slot_id, ordinal, sets, hold_s, basis, rpe_cap) VALUES (1, 1, 2, 30, 'bodyweight', 7);
      INSERT INTO prescription (slot_id, ordinal, sets, reps, reps_to, basis, basis_value) VALUES (1, 2, 1, 8, 12, 'rir', 3)`);
  });
  const desk = openDeskAt(file);
  const athleteId = settled(await desk.client.athletes.find({ name: 'Ana Duarte' })).athleteId;
  const { program } = settled(await desk.client.programs.forAthlete({ athleteId }));
  const slot = program?.blocks[0]?.weeks[0]?.sessions[0]?.slots[0];
  expect(slot?.cell).toBe('2x6 @70% cap7 r150 "Slow", 2x30s bw cap7, 1x8-12 RIR3');
  await desk.shut();
});
