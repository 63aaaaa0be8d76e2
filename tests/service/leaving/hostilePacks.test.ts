import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chanceFrom } from '../../../src/domain/kernel/chance.ts';
import { exportBytes } from '../../../src/service/leaving/writeExport.ts';
import { dump } from '../dump.ts';
import {
  commit,
  lookInto,
  makeSample,
  openDesk,
  openDeskAt,
  ownFolder,
  settled,
  TODAY,
  type Desk,
} from '../openDesk.ts';

type Row = Record<string, unknown>;
type Text = { tables: Record<string, Row[]> };

const HOSTILE: readonly unknown[] = [
  '',
  'x',
  '[]',
  '{}',
  'null',
  '[1]',
  '{"a":1}',
  '<b>',
  '9999-99-99',
  '2026-11-23',
  'quality',
  'kg',
  '=1+1',
  -1,
  0,
  1,
  2,
  1.5,
  1e18,
  2 ** 41,
  null,
  true,
  [],
  {},
];

/** What a screen asks of an athlete. */
const askAll = async ({ client }: Desk, athleteId: never): Promise<void> => {
  const week = { athleteIds: [athleteId], from: TODAY, to: TODAY };
  for (const reply of [
    await client.roster.view({ archived: false }),
    await client.athletes.open({ athleteId }),
    await client.programs.grid({ athleteId }),
    await client.programs.forAthlete({ athleteId }),
    await client.analysis.stats({ athleteId }),
    await client.log.list({
      athleteId,
      kinds: ['lift', 'run', 'other', 'checkIn', 'healthReport', 'wellness', 'test'],
      limit: 100,
    }),
    await client.calendar.view(week),
    await client.exercises.list({}),
  ])
    expect(reply.ok ? '' : JSON.stringify(reply.error)).not.toContain('Defect');
};

test('a file whose rows somebody has changed is taken in whole or refused, and what came in can be shown', async () => {
  const desk = openDesk();
  await makeSample(desk, 2);
  const { athletes } = settled(await desk.client.athletes.list({}));
  for (const { athleteId } of athletes)
    settled(await commit(desk, ['imports/strong-v6.csv'], { kind: 'athlete', athleteId }));
  const text = lookInto(desk.databaseFile, (connection) =>
    exportBytes(
      { read: connection },
      { kind: 'athletes', athleteIds: athletes.map(({ athleteId }) => athleteId) },
      { version: '1', on: TODAY },
    ).toString(),
  );
  const folder = ownFolder();
  const other = openDeskAt(join(folder, 'other.db'));
  const chance = chanceFrom(20_261_126);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  let [taken, refused] = [0, 0];
  try {
    for (let round = 0; round < 160; round += 1) {
      const changed = JSON.parse(text) as Text;
      const table = pick(Object.keys(changed.tables).filter((name) => (changed.tables[name]?.length ?? 0) > 0)) ?? '';
      const rows = changed.tables[table] ?? [];
      const row = pick(rows) ?? {};
      const column = pick(Object.keys(row)) ?? '';
      const what = chance();
      if (what < 0.8) row[column] = pick(HOSTILE);
      else if (what < 0.9) rows.splice(rows.indexOf(row), 1);
      else rows.push({ ...row });
      const path = join(folder, 'changed.json');
      writeFileSync(path, JSON.stringify(changed));
      const before = dump(other.databaseFile);
      const reply = await other.client.leaving.openPack({ from: { kind: 'file', path }, isBeside: true });
      const told = `${table}.${column} = ${JSON.stringify(row[column])}`;
      if (reply.ok) {
        taken += 1;
        for (const { athleteId } of reply.value.athletes)
          await askAll(other, athleteId as never).catch((cause: unknown) => {
            throw new Error(told, { cause });
          });
        settled(await other.client.history.undo({}));
      } else {
        refused += 1;
        expect(reply.error, told).toMatchObject({ tag: 'PackUnreadable', why: 'damaged' });
      }
      expect(dump(other.databaseFile), told).toEqual(before);
    }
    expect(settled(await other.client.app.verify({})).ok).toBe(true);
    expect([taken > 10, refused > 10]).toEqual([true, true]);
  } finally {
    await other.shut();
  }
}, 240_000);
