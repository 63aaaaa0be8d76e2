import { describe, expect, test } from 'vitest';
import type { AthleteId, ImportId } from '../../../src/domain/kernel/ids.ts';

import { dump } from '../dump.ts';
import { addAthlete, commit, day, openDesk, settled, stepsOf, type Desk } from '../openDesk.ts';

const SCALE = 'imports/garmin-weight.csv';
const MORNINGS = 'imports/intervals-wellness.csv';

const setUp = async () => {
  const desk = openDesk();
  const athleteId = await addAthlete(desk, 'Anna First');
  return { desk, athleteId, target: { kind: 'athlete', athleteId } as const };
};

const weighInsOf = async (desk: Desk, athleteId: AthleteId) =>
  settled(await desk.client.athletes.open({ athleteId })).bodyMass;

const logOf = async (desk: Desk, athleteId: AthleteId) =>
  settled(await desk.client.log.list({ athleteId, kinds: ['wellness'], limit: 20 })).entries;

describe('importing what apps measure', () => {
  test('counts it, keeps it, and shows it in the log', async () => {
    const { desk, athleteId, target } = await setUp();
    const receipt = settled(await commit(desk, [SCALE, MORNINGS], target));
    expect(
      receipt.files.map(({ wellness, runs, firstDate, lastDate }) => [wellness, runs.added, firstDate, lastDate]),
    ).toEqual([
      [{ added: 3, duplicate: 0 }, 0, '2025-03-12', '2025-03-13'],
      [{ added: 1, duplicate: 0 }, 0, '2026-08-22', '2026-08-22'],
    ]);
    expect(await logOf(desk, athleteId)).toMatchObject([
      {
        performedOn: '2026-08-22',
        source: 'intervals-wellness',
        restingHr: 43,
        hrvMs: 58,
        sleepS: 31_829,
        steps: 9000,
      },
      { performedOn: '2025-03-13', timeOfDay: '21:40:00', bodyMassKg: 70.76, bodyFatPercent: 15.5 },
      { performedOn: '2025-03-13', timeOfDay: '07:13:00', bodyMassKg: 69.853 },
      { performedOn: '2025-03-12' },
    ]);
    const { imports } = settled(await desk.client.imports.list({}));
    expect(imports[0]?.files.map(({ wellness }) => wellness)).toEqual([3, 1]);
  });

  test('the first body mass of a day is its weigh-in; the coach’s own stays', async () => {
    const { desk, athleteId, target } = await setUp();
    settled(await desk.client.athletes.weighIn({ athleteId, weighIn: { measuredOn: day('2025-03-12'), massKg: 72 } }));
    settled(await commit(desk, [SCALE, MORNINGS], target));
    expect(await weighInsOf(desk, athleteId)).toEqual([
      { measuredOn: '2026-08-22', massKg: 61.5 },
      { measuredOn: '2025-03-13', massKg: 69.853 },
      { measuredOn: '2025-03-12', massKg: 72 },
    ]);
  });

  test('the same files again add nothing, change nothing and leave no step', async () => {
    const { desk, target } = await setUp();
    settled(await commit(desk, [SCALE, MORNINGS], target));
    const [before, steps] = [dump(desk.databaseFile), await stepsOf(desk)];
    const again = settled(await commit(desk, [SCALE, MORNINGS], target));
    expect(again.importId).toBeUndefined();
    expect(again.files.map(({ wellness }) => wellness)).toEqual([
      { added: 0, duplicate: 3 },
      { added: 0, duplicate: 1 },
    ]);
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(await stepsOf(desk)).toEqual(steps);
  });

  test('undo leaves the register as it was before', async () => {
    const { desk, target } = await setUp();
    const before = dump(desk.databaseFile);
    settled(await commit(desk, [SCALE, MORNINGS], target));
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('taken back, only the note of the import stays; and that can be undone', async () => {
    const { desk, athleteId, target } = await setUp();
    const before = dump(desk.databaseFile);
    const { importId = 0 as ImportId } = settled(await commit(desk, [SCALE, MORNINGS], target));
    const both = dump(desk.databaseFile);
    expect(settled(await desk.client.imports.takeBack({ importId }))).toEqual({ removed: 4, kept: 0 });
    const after = dump(desk.databaseFile);
    expect({ ...after, import: [], import_file: [] }).toEqual({ ...before, import: [], import_file: [] });
    expect(await weighInsOf(desk, athleteId)).toEqual([]);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(both);
  });

  test('a weigh-in the coach corrects stays when the import is taken back', async () => {
    const { desk, athleteId, target } = await setUp();
    const { importId = 0 as ImportId } = settled(await commit(desk, [SCALE], target));
    settled(await desk.client.athletes.weighIn({ athleteId, weighIn: { measuredOn: day('2025-03-13'), massKg: 70 } }));
    settled(await desk.client.imports.takeBack({ importId }));
    expect(await weighInsOf(desk, athleteId)).toEqual([{ measuredOn: '2025-03-13', massKg: 70 }]);
  });

  test('what another import measured on the same day takes the place of what was taken back', async () => {
    const { desk, athleteId, target } = await setUp();
    const { importId = 0 as ImportId } = settled(await commit(desk, ['imports/withings.csv'], target));
    settled(await commit(desk, ['imports/withings-lb.csv'], target));
    settled(await commit(desk, ['imports/fitnotes-body.csv'], target));
    settled(await desk.client.imports.takeBack({ importId }));
    expect((await weighInsOf(desk, athleteId)).map(({ measuredOn }) => measuredOn)).toEqual([
      '2019-12-28',
      '2019-12-26',
    ]);
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
  });

  test('a new athlete whose weigh-ins the coach has typed stays when the import goes', async () => {
    const desk = openDesk();
    const { importId = 0 as ImportId } = settled(
      await commit(desk, [SCALE], { kind: 'newAthlete', name: 'Berta New' }),
    );
    const { athleteId } = settled(await desk.client.athletes.find({ name: 'Berta New' }));
    settled(await desk.client.athletes.weighIn({ athleteId, weighIn: { measuredOn: day('2025-05-01'), massKg: 60 } }));
    settled(await desk.client.imports.takeBack({ importId }));
    expect(await weighInsOf(desk, athleteId)).toEqual([{ measuredOn: '2025-05-01', massKg: 60 }]);
  });
});

test('a run keeps the power its file has', async () => {
  const { desk, target } = await setUp();
  settled(await commit(desk, ['imports/garmin-en.csv'], target));
  const runs = dump(desk.databaseFile)['run'] ?? [];
  expect(runs.map((run) => (run as { power_w: number | null }).power_w)).toEqual([237, null, 240]);
});
