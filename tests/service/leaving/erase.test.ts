import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { readInverse } from '../../../src/service/leaving/eraseFromHistory.ts';
import { carryOutAll, deeds } from '../history/deeds.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  commit,
  day,
  detailsOf,
  lookInto,
  makeSample,
  openDesk,
  openDeskAt,
  ownFolder,
  refusal,
  settled,
  stepsOf,
  TODAY,
  type Desk,
} from '../openDesk.ts';

const NAME = 'Quirina Xylander';

/** Everything in the file and its log, as bytes. */
const bytesOf = (databaseFile: string): Buffer =>
  Buffer.concat([databaseFile, `${databaseFile}-wal`].filter(existsSync).map((file) => readFileSync(file)));

const isIn = (text: string, databaseFile: string): boolean => {
  const bytes = bytesOf(databaseFile);
  return [text, text.toLowerCase(), text.replace(' ', '-').toLowerCase()].some((one) => bytes.includes(one));
};

/** Somebody about whom there is something of everything, and of whom it is known by what words. */
const livedIn = async (
  desk: Desk,
): Promise<{ readonly athleteId: AthleteId; readonly others: readonly AthleteId[] }> => {
  await makeSample(desk, 3);
  const { client } = desk;
  const others = settled(await client.athletes.list({})).athletes.map((one) => one.athleteId);
  const athleteId = await addAthlete(desk, 'Quirina Oldname');
  const details = { ...detailsOf(NAME), notes: 'Speaks of zanzibar', email: 'quirina@example.org' };
  settled(await client.athletes.edit({ athleteId, details }));
  settled(await client.races.add({ athleteId, race: { name: 'Zanzibar 10', racedOn: TODAY, priority: 'A' } }));
  const all = [athleteId, ...others];
  settled(await client.athletes.addToGroup({ athleteIds: all, group: 'Everybody' }));
  settled(await client.programs.assign({ athleteIds: [athleteId], templateKey: 'start-ramp', startsOn: TODAY }));
  settled(await client.calendar.placeLifts({ athleteIds: all, from: TODAY, weeks: 2, choice: 1 }));
  settled(await client.sheets.print({ layout: 'weekly', week: '2026-W48' as never }));
  settled(await commit(desk, ['imports/strava-en.csv', 'imports/strong-v6.csv'], { kind: 'athlete', athleteId }));
  const away = { kind: 'travel' as const, from: day('2026-12-07'), to: day('2026-12-09'), note: 'camp' };
  settled(await client.calendar.setAway({ athleteIds: all, away }));
  return { athleteId, others };
};

const erase = async ({ client }: Desk, athleteId: AthleteId, backups: 'keep' | 'remove' = 'keep') =>
  settled(await client.leaving.erase({ athleteId, name: NAME, backups }));

/** Rows of one athlete in every table that says whose they are. */
const rowsOf = (databaseFile: string, athleteId: number): number =>
  Object.values(dump(databaseFile))
    .flat()
    .filter((row) => (row as { athlete_id?: number }).athlete_id === athleteId).length;

describe('erasing an athlete for good', () => {
  test.each([true, false])(
    'neither the file nor its log holds the name any more (in a thread: %s)',
    async (inThread) => {
      const desk = openDesk({ inThread });
      const { athleteId } = await livedIn(desk);
      expect(isIn(NAME, desk.databaseFile)).toBe(true);
      expect(isIn('zanzibar', desk.databaseFile)).toBe(true);
      const view = settled(await desk.client.leaving.eraseView({ athleteId }));
      expect(view).toMatchObject({ name: NAME, counts: { programs: 1 } });
      expect(view.counts.runs).toBeGreaterThan(0);
      const receipt = await erase(desk, athleteId);
      expect(receipt.steps.own).toBe(view.steps.own);
      expect(receipt.steps.kept + receipt.steps.dropped).toBeGreaterThanOrEqual(view.steps.shared);
      for (const words of [NAME, 'Quirina', 'Oldname', 'zanzibar', 'quirina@'])
        expect(isIn(words, desk.databaseFile), words).toBe(false);
      expect(rowsOf(desk.databaseFile, athleteId)).toBe(0);
      expect(settled(await desk.client.app.verify({})).ok).toBe(true);
    },
  );

  test('undo cannot bring them back, and takes back the others’ part of what was done to all', async () => {
    const desk = openDesk();
    const { athleteId, others } = await livedIn(desk);
    const receipt = await erase(desk, athleteId);
    expect(receipt.steps).toMatchObject({ kept: 2, dropped: 0 });
    const [newest] = await stepsOf(desk);
    expect(newest?.athleteCount).toBe(others.length);
    const before = dump(desk.databaseFile);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)['away']).toEqual([]);
    settled(await desk.client.history.redo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
    for (let left = (await stepsOf(desk)).length; left > 0; left -= 1) settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)['athlete']).toEqual([]);
    expect(isIn(NAME, desk.databaseFile)).toBe(false);
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
  });

  test('of a step that is journalled set by set, the others’ part stays: a set is known by its session', async () => {
    const desk = openDesk();
    await makeSample(desk, 3);
    // Taken back and brought again, a job stands in the history row by row.
    settled(await desk.client.history.undo({}));
    settled(await desk.client.history.redo({}));
    const [one] = settled(await desk.client.athletes.list({})).athletes;
    if (one === undefined) throw new Error('the sample is empty');
    const { athleteId, name } = one;
    const { steps } = settled(await desk.client.leaving.erase({ athleteId, name, backups: 'keep' }));
    expect(steps).toEqual({ own: 0, kept: 1, dropped: 0 });
    const before = dump(desk.databaseFile);
    expect(before['lift_set']?.length).toBeGreaterThan(0);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toMatchObject({ athlete: [], lift_session: [], lift_set: [] });
    settled(await desk.client.history.redo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('an undone step of theirs is not waiting to be redone', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, NAME);
    settled(await desk.client.races.add({ athleteId, race: { name: 'Zanzibar 10', racedOn: TODAY, priority: 'A' } }));
    settled(await desk.client.history.undo({}));
    await erase(desk, athleteId);
    expect(refusal(await desk.client.history.redo({}))).toBe('NothingToRedo');
    expect(isIn('Zanzibar', desk.databaseFile)).toBe(false);
  });

  test('a step that can no longer be told apart goes, and with it all before it', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, NAME);
    const other = await addAthlete(desk, 'Otto');
    const away = { kind: 'travel' as const, from: day('2026-12-07'), to: day('2026-12-09'), note: 'zanzibar' };
    settled(await desk.client.calendar.setAway({ athleteIds: [athleteId, other], away }));
    // The row that the step made is gone, and nothing says whose it was.
    lookInto(desk.databaseFile, (connection) => connection.exec(`DELETE FROM away WHERE athlete_id = ${other}`));
    settled(await desk.client.athletes.noteContact({ athleteIds: [other], on: TODAY }));
    const { steps } = await erase(desk, athleteId);
    expect(steps).toEqual({ own: 0, kept: 0, dropped: 3 });
    expect((await stepsOf(desk)).map(({ label }) => label)).toHaveLength(1);
    expect(isIn('zanzibar', desk.databaseFile)).toBe(false);
  });

  test('the name must be typed, and nobody else is erased', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, NAME);
    const before = dump(desk.databaseFile);
    for (const name of ['', 'quirina xylander', 'Quirina'])
      expect(refusal(await desk.client.leaving.erase({ athleteId, name, backups: 'remove' }))).toBe('NameNotTyped');
    expect(refusal(await desk.client.leaving.erase({ athleteId: 99 as AthleteId, name: NAME, backups: 'keep' }))).toBe(
      'AthleteNotFound',
    );
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('backups hold them until they are removed; removed, one is made of what is left', async () => {
    const desk = openDesk();
    await makeSample(desk, 2);
    const athleteId = await addAthlete(desk, NAME);
    settled(await desk.client.backups.make({ kind: 'byHand' }));
    settled(await desk.client.backups.make({ kind: 'automatic' }));
    const view = settled(await desk.client.leaving.eraseView({ athleteId }));
    expect(view.backups).toMatchObject({ others: 1, newestOn: TODAY });
    const count = view.backups.automatic + view.backups.others;
    expect(await erase(desk, athleteId, 'remove')).toMatchObject({ backupsRemoved: count, backupsLeft: 0 });
    const list = settled(await desk.client.backups.list({}));
    expect(list.backups.map(({ state }) => state)).toEqual(['sound']);
    for (const { name } of list.backups) expect(isIn(NAME, join(list.folder, name))).toBe(false);
  });

  test('of any life whatever nothing of them is left, and everybody else is as they were', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const desk = openDeskAt(join(ownFolder(), 'desk.db'));
        try {
          const athleteId = await addAthlete(desk, NAME);
          await addAthlete(desk, 'Otto');
          await carryOutAll(desk, all);
          const whoever = settled(await desk.client.athletes.list({})).athletes.find(
            (one) => one.athleteId === athleteId,
          );
          if (whoever === undefined) return;
          const others = (tables: Record<string, unknown[]>) =>
            ['athlete', 'race', 'run', 'lift_set', 'program', 'away', 'body_mass', 'lift_day', 'week_summary'].map(
              (table) =>
                tables[table]?.filter((row) => {
                  const { id, athlete_id } = row as { id?: number; athlete_id?: number };
                  return (table === 'athlete' ? id : athlete_id) !== athleteId;
                }),
            );
          const before = others(dump(desk.databaseFile));
          await erase(desk, athleteId);
          expect(others(dump(desk.databaseFile))).toEqual(before);
          expect(rowsOf(desk.databaseFile, athleteId)).toBe(0);
          expect(isIn(NAME, desk.databaseFile)).toBe(false);
          expect(settled(await desk.client.app.verify({})).ok).toBe(true);
          const steps = await stepsOf(desk);
          for (const _ of steps.filter(({ isUndone }) => !isUndone)) settled(await desk.client.history.undo({}));
          expect(rowsOf(desk.databaseFile, athleteId)).toBe(0);
          expect(settled(await desk.client.app.verify({})).ok).toBe(true);
        } finally {
          await desk.shut();
        }
      }),
      { numRuns: 15 },
    );
  }, 180_000);
});

describe('what a journalled statement says of its row', () => {
  test.each([
    [
      "INSERT INTO race (id, athlete_id, name) VALUES (3, 7, 'O''Hare, 5 = five')",
      'race',
      { id: '3', athlete_id: '7', name: "'O''Hare, 5 = five'" },
    ],
    [
      "UPDATE race SET id = 3, athlete_id = 7, name = 'a = 1, athlete_id = 9' WHERE id = 3",
      'race',
      { id: '3', athlete_id: '7', name: "'a = 1, athlete_id = 9'" },
    ],
    ['DELETE FROM athlete_tag WHERE athlete_id = 7 AND name = NULL', 'athlete_tag', { athlete_id: '7', name: 'NULL' }],
  ])('%s', (sql, table, values) => {
    const read = readInverse(sql);
    expect(read?.table).toBe(table);
    expect(Object.fromEntries(read?.values ?? [])).toEqual(values);
  });
});
