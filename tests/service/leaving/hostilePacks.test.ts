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
  refusal,
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

/** The text of a pack as the last version wrote it in which sets had numbers and days of their own. */
const asOf25 = (text: string): string => {
  const pack = JSON.parse(text) as Text & { schema: number };
  const dayOf = new Map((pack.tables['lift_session'] ?? []).map((row) => [row['id'], row['performed_on']]));
  const sets = (pack.tables['lift_set'] ?? []).map((row, at) => ({
    id: at + 1,
    ...row,
    performed_on: dayOf.get(row['lift_session_id']),
  }));
  return JSON.stringify({ ...pack, schema: 25, tables: { ...pack.tables, lift_set: sets } });
};

test('a pack of a version in which sets had numbers and days of their own is taken in as it is; a newer one has none', async () => {
  const [desk, other] = [openDesk(), openDesk()];
  await makeSample(desk, 2);
  const text = lookInto(desk.databaseFile, (connection) =>
    exportBytes({ read: connection }, { kind: 'desk' }, { version: '1', on: TODAY }).toString(),
  );
  const path = join(ownFolder(), 'old.ironstride');
  const from = { kind: 'file', path } as const;
  const old = asOf25(text);
  for (const broken of [
    old.replace('"schema":25', '"schema":26'),
    old.replace(/("id":1,"lift_session_id":\d+,)/u, '$1"weekday":3,'),
    old.replace(/("id":1,"lift_session_id")/u, '"id":"1","lift_session_id"'),
  ]) {
    expect(broken).not.toBe(old);
    writeFileSync(path, broken);
    expect(refusal(await other.client.leaving.openPack({ from, isBeside: false }))).toBe('PackUnreadable');
  }
  writeFileSync(path, old);
  const preview = settled(await other.client.leaving.previewPack({ from }));
  const sets = dump(desk.databaseFile)['lift_set'];
  expect(preview.athletes.reduce((sum, { counts }) => sum + counts.sets, 0)).toBe(sets?.length);
  settled(await other.client.leaving.openPack({ from, isBeside: false }));
  const [here, there] = [dump(desk.databaseFile), dump(other.databaseFile)];
  for (const table of ['lift_session', 'lift_set', 'lift_day', 'week_summary'])
    expect(there[table]).toEqual(here[table]);
});

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
