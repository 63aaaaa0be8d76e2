import { describe, expect, test } from 'vitest';
import type { ImportId } from '../../../src/domain/kernel/ids.ts';
import { dump } from '../dump.ts';
import { addAthlete, commit, openDesk, settled, stepsOf } from '../openDesk.ts';

const FILES = [
  'hevy-kg.csv',
  'hevy-lbs-miles.csv',
  'fitnotes-unit.csv',
  'fitnotes-ios.csv',
  'fitbod-now.csv',
  'fitbod-2019.csv',
  'stronglifts-old-dmy.csv',
  'stronglifts-kg.csv',
  'liftosaur.csv',
  'gymbook-it.csv',
  'gymrun.csv',
  'simple-strength.csv',
  'jefit.csv',
  'trainheroic.csv',
  'alpha-progression.csv',
  'liftlog.csv',
  'gravl.csv',
  'set-log-de.csv',
].map((name) => `imports/${name}`);

describe('every strength format, through the store', () => {
  test.each(FILES)('%s: in, in again, taken back, undone', async (file) => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Anna First');
    const target = { kind: 'athlete', athleteId } as const;
    const empty = dump(desk.databaseFile);
    const first = settled(await commit(desk, [file], target));
    expect(first.files[0]?.sets.added).toBeGreaterThan(0);
    const full = dump(desk.databaseFile);

    const again = settled(await commit(desk, [file], target));
    expect(again.importId).toBeUndefined();
    expect(again.files[0]?.sets).toEqual({ added: 0, duplicate: first.files[0]?.sets.added });
    expect(again.files[0]?.changes).toEqual([]);
    expect(dump(desk.databaseFile)).toEqual(full);

    const importId = first.importId ?? (0 as ImportId);
    settled(await desk.client.imports.takeBack({ importId }));
    const stats = settled(await desk.client.analysis.stats({ athleteId }));
    expect([stats.sets, stats.tonnageKg]).toEqual([0, 0]);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(full);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(empty);
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
    expect((await stepsOf(desk)).length).toBeGreaterThan(0);
  });
});
