import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { SetFacts } from '../../../src/domain/imports/draft.ts';
import { closeDatabase, openForJob } from '../../../src/service/db/database.ts';
import { writtenSets, type WrittenSets } from '../../../src/service/training/doneSets.ts';
import { recountAthlete } from '../../../src/service/training/recount.ts';
import { commit, day, lookInto, openDesk, settled, upload, type Desk } from '../openDesk.ts';

const ZOE = { kind: 'newAthlete' as const, name: 'Zoe Beck' };

const countedDays = ({ databaseFile }: Desk): unknown[] =>
  lookInto(databaseFile, (connection) => [
    ...connection.prepare('SELECT * FROM lift_day ORDER BY athlete_id, exercise_id, day').all(),
    ...connection.prepare('SELECT * FROM week_summary ORDER BY athlete_id, starts_on').all(),
  ]);

/** The same days when everything is read back and counted anew. */
const countedAnew = (desk: Desk): unknown[] => {
  const db = openForJob(desk.databaseFile);
  try {
    const ids = db.read.prepare('SELECT id FROM athlete').pluck().all();
    for (const id of ids) recountAthlete(db, Number(id));
  } finally {
    closeDatabase(db);
  }
  return countedDays(desk);
};

const LOGS = [
  'strong-2016',
  'strong-de',
  'strong-v6',
  'hevy-both',
  'hevy-lbs-miles',
  'fitnotes-unit',
  'fitbod-2019',
  'stronglifts-lb',
  'jefit',
  'gymbook-de',
  'liftosaur',
  'trainheroic',
];

describe('what an import has just written is counted as if it had been read back', () => {
  test.each(LOGS)('of %s', async (log) => {
    const desk = openDesk();
    settled(await commit(desk, [`imports/${log}.csv`], ZOE));
    const counted = countedDays(desk);
    expect(counted.length).toBeGreaterThan(0);
    expect(countedAnew(desk)).toEqual(counted);
  });

  test('of several files of one newcomer, and of a longer one later', async () => {
    const desk = openDesk();
    settled(await commit(desk, ['imports/strong-2021.csv', 'imports/hevy-both.csv', 'imports/jefit.csv'], ZOE));
    const counted = countedDays(desk);
    expect(countedAnew(desk)).toEqual(counted);
    settled(await commit(desk, ['imports/strong-v6.csv'], ZOE));
    const more = countedDays(desk);
    expect(more.length).toBeGreaterThan(counted.length);
    expect(countedAnew(desk)).toEqual(more);
  });

  const set = fc.record({
    day: fc.integer({ min: 1, max: 9 }),
    hour: fc.constantFrom('06', '18'),
    lift: fc.constantFrom('Squat (Barbell)', 'squat (barbell)', 'Deadlift (Barbell)', 'Plank', 'My own lift'),
    order: fc.constantFrom('1', '2', 'W', 'F', 'D'),
    loadKg: fc.constantFrom('', '0', '60', '62.5', '60.1', '6000'),
    reps: fc.constantFrom('0', '1', '5', '5', '12'),
    seconds: fc.constantFrom('0', '45'),
    note: fc.constantFrom('', 'deep'),
    rpe: fc.constantFrom('', '8', '9.5'),
  });

  test('of any log, whatever order its rows are in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(set, { minLength: 1, maxLength: 60 }), async (sets) => {
        const desk = openDesk();
        const rows = sets.map(
          (one) =>
            `2026-10-0${one.day} ${one.hour}:30:00,"Legs",55m,"${one.lift}",${one.order},${one.loadKg},${one.reps},0,${one.seconds},${one.note},,${one.rpe}\n`,
        );
        const heading =
          'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n';
        const file = await upload(desk, 'log.csv', ZOE, Buffer.from(`${heading}${rows.join('')}`));
        const reply = await desk.client.imports.commit({ files: [file], exercises: [], strict: false });
        const counted = countedDays(desk);
        expect(reply.ok || counted.length === 0).toBe(true);
        expect(countedAnew(desk)).toEqual(counted);
        await desk.shut();
      }),
      { numRuns: 25 },
    );
  });
});

describe('sets as they are written', () => {
  const set = (notes: string): SetFacts => ({ exercise: 'Squat', kind: 'work', loadKg: 60, reps: 5, notes });

  const add = (written: WrittenSets, on: string, sets: readonly SetFacts[]): void =>
    written.add(day(on), sets.map(written.numberOf));

  test('are kept by their days, in order, those that say the same together', () => {
    const written = writtenSets(() => 7);
    add(written, '2026-11-03', [set('deep'), { ...set(''), reps: 3 }, set('slow')]);
    add(written, '2026-11-01', [set(''), { ...set(''), doubt: 'far above the others' }]);
    add(written, '2026-11-02', [{ ...set(''), doubt: 'far above the others' }]);
    add(written, '2026-11-03', [{ ...set('again'), reps: 3 }, set('')]);
    const days = [...(written.days() ?? [])].map(({ day: on, sets }) => [
      on,
      sets.map(({ set: { reps }, count }) => [reps, count]),
    ]);
    expect(days).toEqual([
      ['2026-11-01', [[5, 1]]],
      [
        '2026-11-03',
        [
          [5, 3],
          [3, 2],
        ],
      ],
    ]);
  });

  test('are let go when there are too many that say ever new things', () => {
    const written = writtenSets(() => 7);
    add(
      written,
      '2026-11-03',
      Array.from({ length: 150_002 }, (_, number) => ({ ...set(''), loadKg: number })),
    );
    expect(written.days()).toBeUndefined();
  });
});
