import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chanceFrom } from '../../src/domain/kernel/chance.ts';
import { dump } from '../service/dump.ts';
import { openDesk, settled } from '../service/openDesk.ts';
import { fuzzImports, seedFiles } from './importFuzz.ts';
import { mutateFile } from './mutateFile.ts';

test('files with things wrong with them are read or refused in words: no crash, no hang, nothing that cannot be', () => {
  const { inputs, read, refused, crashes, faults, hangs } = fuzzImports(600, 20_261_126, seedFiles(false));
  expect({ crashes, faults, hangs }).toEqual({ crashes: [], faults: [], hangs: [] });
  expect(read + refused).toBe(inputs);
  expect(Math.min(read, refused)).toBeGreaterThan(100);
}, 60_000);

test('whatever such a file brings is stored whole or not at all, brings nothing the second time, and is taken back', async () => {
  const desk = openDesk();
  const chance = chanceFrom(99);
  const files = seedFiles(false);
  const target = { kind: 'newAthlete' as const, name: 'Zoe Fuzz' };
  let imported = 0;
  for (let round = 0; round < 40; round += 1) {
    const path = files[Math.floor(chance() * files.length)] ?? '';
    const bytes = mutateFile(readFileSync(path), chance);
    const fileName = path.split('/').at(-1) ?? 'file.csv';
    const order = async () => ({
      files: [{ token: await desk.service.upload(bytes), fileName, choices: {}, target }],
      exercises: [],
      strict: false,
    });
    const before = dump(desk.databaseFile);
    const reply = await desk.client.imports.commit(await order());
    if (!reply.ok) {
      expect(['FileRefused', 'NothingToImport', 'DecisionNeeded']).toContain(reply.error.tag);
      expect(dump(desk.databaseFile)).toEqual(before);
      continue;
    }
    const { importId } = reply.value;
    const stored = dump(desk.databaseFile);
    const again = settled(await desk.client.imports.commit(await order()));
    expect(again.importId, `${fileName}, round ${round}`).toBeUndefined();
    expect(dump(desk.databaseFile)).toEqual(stored);
    if (importId === undefined) continue;
    imported += 1;
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile), `${fileName}, round ${round}`).toEqual(before);
  }
  expect(imported).toBeGreaterThan(8);
}, 120_000);
