import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/service/db/migrate.ts';
import { migrations } from '../../../src/service/db/migrations/index.ts';
import { day, lookInto, openDeskAt, ownFolder, settled } from '../openDesk.ts';

const BEFORE = 2;

test('a file of the version before keeps every check-in, and noughts that nobody gave become unknown', async () => {
  const file = join(ownFolder(), 'old.db');
  lookInto(file, (connection) => {
    connection.pragma('foreign_keys = ON');
    migrate(connection, migrations.slice(0, BEFORE), () => undefined);
    connection.exec(`
      INSERT INTO athlete (id, name, entry_class, mass_unit, distance_unit, gym_unit, bar_mass, created_at)
        VALUES (1, 'Ana Duarte', 'B', 'kg', 'km', 'kg', 20, '2026-11-01T00:00:00Z');
      INSERT INTO check_in (athlete_id, checked_on, sleep_h, soreness, fatigue, stress, mood, pain_score, pain_site, notes)
        VALUES (1, '2026-11-20', 6.5, 4, 5, 6, 7, 3, 'left Achilles', 'tired');
      INSERT INTO exercise (key, name, pattern, equipment, is_unilateral, level, muscles, usual_dose, load_mode, cues, stress, is_own)
        VALUES ('own_sled', 'Sled push', 'lunge', '[]', 0, 2, '[]', '', 'kg', '[]', '{"K":0,"A":0,"H":0,"G":0,"L":0,"I":0}', 1)`);
  });
  const desk = openDeskAt(file);
  const athleteId = settled(await desk.client.athletes.find({ name: 'Ana Duarte' })).athleteId;
  const { entries } = settled(await desk.client.log.list({ athleteId, kinds: ['checkIn'], limit: 5 }));
  expect(entries).toEqual([
    {
      kind: 'checkIn',
      performedOn: day('2026-11-20'),
      sleepH: 6.5,
      soreness: 4,
      fatigue: 5,
      stress: 6,
      mood: 7,
      painScore: 3,
      painSite: 'left Achilles',
      notes: 'tired',
    },
  ]);
  expect(settled(await desk.client.athletes.open({ athleteId })).health).toEqual({
    isGrowingFast: false,
    conditions: [],
  });
  const { exercises } = settled(await desk.client.exercises.list({}));
  expect(exercises.find(({ key }) => key === 'own_sled')?.stress).toBeUndefined();
  await desk.shut();
});
