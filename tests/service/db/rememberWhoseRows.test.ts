import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/service/db/migrate.ts';
import { migrations } from '../../../src/service/db/migrations/index.ts';
import { lookInto, openDeskAt, ownFolder, settled } from '../openDesk.ts';

const BEFORE = 5;

test('the history of a file of the version before is found under its athletes, changes of programs among it', async () => {
  const file = join(ownFolder(), 'old.db');
  lookInto(file, (connection) => {
    connection.pragma('foreign_keys = ON');
    migrate(connection, migrations.slice(0, BEFORE), () => undefined);
    connection.exec(`
      INSERT INTO athlete (id, name, entry_class, mass_unit, distance_unit, gym_unit, bar_mass, created_at) VALUES
        (1, 'Ana Duarte', 'B', 'kg', 'km', 'kg', 20, '2026-11-01T00:00:00Z'),
        (12, 'Ben Okafor', 'B', 'kg', 'km', 'kg', 20, '2026-11-01T00:00:00Z');
      INSERT INTO program (id, athlete_id, template_key, name, entry_class, starts_on, ends_on, revision, created_at)
        VALUES (7, 12, 'heavy', 'Heavy', 'B', '2026-11-23', '2026-11-29', 2, '2026-11-01T00:00:00Z');
      INSERT INTO journal (step, label, at, athlete_id, topics) VALUES
        (1, 'Weigh in', '2026-11-20T10:00:00Z', 1, '["athletes"]'),
        (2, 'Edit a cell', '2026-11-21T10:00:00Z', NULL, '["programs"]');
      INSERT INTO journal_change (step, sql) VALUES
        (1, 'DELETE FROM body_mass WHERE athlete_id = 1 AND measured_on = ''2026-11-20'''),
        (2, 'UPDATE slot SET id = 3, label = ''athlete_id = 1'' WHERE id = 3'),
        (2, 'UPDATE program SET id = 7, athlete_id = 12, template_key = ''heavy'', revision = 1 WHERE id = 7')`);
  });
  const desk = openDeskAt(file);
  const labelsOf = async (name: string) => {
    const { athleteId } = settled(await desk.client.athletes.find({ name }));
    const { steps } = settled(await desk.client.history.list({ athleteId, limit: 5 }));
    return steps.map((step) => [step.label, step.athletes.map((one) => one.name)]);
  };
  expect(await labelsOf('Ana Duarte')).toEqual([['Weigh in', ['Ana Duarte']]]);
  expect(await labelsOf('Ben Okafor')).toEqual([['Edit a cell', ['Ben Okafor']]]);
  await desk.shut();
});
