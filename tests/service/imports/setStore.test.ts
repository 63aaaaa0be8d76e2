import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SetFacts } from '../../../src/domain/imports/draft.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { ok } from '../../../src/domain/kernel/result.ts';
import { closeDatabase, openForJob } from '../../../src/service/db/database.ts';
import type { WriteDb } from '../../../src/service/db/sql.ts';
import { inBulk } from '../../../src/service/db/transaction.ts';
import { setWriter } from '../../../src/service/imports/setStore.ts';
import { addAthlete, day, openDesk, type Desk } from '../openDesk.ts';

/** Sets on their way into the table, several sessions at a time. */

let desk: Desk;
let athleteId: AthleteId;
let db: WriteDb;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
  db = openForJob(desk.databaseFile);
});

afterEach(() => closeDatabase(db));

const setOf = (reps: number, notes?: string): SetFacts => ({
  exercise: 'Squat',
  kind: 'work',
  loadKg: 60,
  reps,
  notes,
});

const session = (id: number): void => {
  db.write
    .prepare(
      "INSERT INTO lift_session (id, athlete_id, performed_on, title, source) VALUES (?, ?, '2026-11-02', '', '')",
    )
    .run(id, athleteId);
};

const stored = (): unknown[] =>
  db.read.prepare('SELECT lift_session_id, ordinal, reps FROM lift_set ORDER BY 1, 2').raw().all();

const exerciseId = (): number => Number(db.read.prepare('SELECT min(id) FROM exercise').pluck().get());

/** Sessions with so many sets, each set known by its repetitions; their numbers have gaps, as where other sessions went in between. */
const written = (counts: readonly number[], idAt: (at: number) => number, notes?: (reps: number) => string) => {
  const rows: [number, number, number][] = [];
  inBulk(db, () => {
    const id = exerciseId();
    const writer = setWriter(db, athleteId, () => id);
    let reps = 0;
    for (const [at, count] of counts.entries()) {
      const liftSessionId = idAt(at);
      session(liftSessionId);
      const sets = Array.from({ length: count }, () => setOf((reps += 1), notes?.(reps)));
      rows.push(...sets.map((set, place): [number, number, number] => [liftSessionId, place, set.reps ?? 0]));
      writer.write({ liftSessionId, performedOn: day('2026-11-02'), sets, from: 0 });
    }
    writer.finish();
    return ok({});
  });
  return rows;
};

test.each([
  ['one after another', (at: number) => at + 1],
  ['with gaps between them', (at: number) => 1 + at + Math.floor(at / 2)],
])('stand in their sessions and in their order, %s', (_, idAt) => {
  const rows = written([3, 0, 1, 20, 499, 500, 501, 1200, 0, 2, 7], idAt);
  expect(stored()).toEqual(rows);
});

test('are as they were told, however many different ones there are', () => {
  const rows = written(
    Array.from({ length: 1100 }, () => 20),
    (at) => at + 1,
    (reps) => `note ${reps}`,
  );
  expect(stored()).toEqual(rows);
  expect(db.read.prepare('SELECT count(DISTINCT notes) FROM lift_set').pluck().get()).toBe(rows.length);
});

test('of which the table refuses one leave nothing, and the next are looked at as before', () => {
  expect(() =>
    inBulk(db, () => {
      const id = exerciseId();
      const writer = setWriter(db, athleteId, () => id);
      for (const [at, reps] of [5, -1].entries()) {
        session(at + 1);
        writer.write({ liftSessionId: at + 1, performedOn: day('2026-11-02'), sets: [setOf(reps)], from: 0 });
      }
      writer.finish();
      return ok({});
    }),
  ).toThrow('CHECK constraint failed: reps >= 0');
  expect(stored()).toEqual([]);
  expect(db.read.prepare('SELECT count(*) FROM lift_session').pluck().get()).toBe(0);
  expect(db.write.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(written([2], () => 1)).toEqual(stored());
});
