import { beforeEach, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { dump } from '../dump.ts';
import { addAthlete, openDesk, settled, type Desk } from '../openDesk.ts';

let desk: Desk;
let athleteId: AthleteId;

const lift = async (on: string, loadKg: number): Promise<void> => {
  const sets = [{ exerciseKey: 'sq_back', reps: 5, loadKg, rpe: 8 }];
  settled(await desk.client.log.recordSession({ athleteId, on: on as PlainDate, result: { title: 'Legs', sets } }));
};

const strength = async () => settled(await desk.client.analysis.strength({ athleteId, weeks: 12 }));

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
  await lift('2026-10-26', 100);
  await lift('2026-11-02', 102.5);
  await lift('2026-11-09', 180);
  await lift('2026-11-16', 105);
});

test('a result far off the trend moves nothing and is asked about', async () => {
  const { lifts, oddDays } = await strength();
  expect(oddDays).toMatchObject([{ exercise: 'Back squat (parallel)', on: '2026-11-09', loadKg: 180, reps: 5 }]);
  expect(lifts[0]?.trendKg).toBeLessThan(130);
  expect(lifts[0]?.change).toMatchObject({ since: '2026-10-26', words: 'unclear' });
});

test('an estimate from easy sets says that it is probably too low', async () => {
  const sets = [{ exerciseKey: 'hi_rdl_bb', reps: 5, loadKg: 80, rpe: 7 }];
  const result = { title: 'Easy', sets };
  settled(await desk.client.log.recordSession({ athleteId, on: '2026-11-20' as PlainDate, result }));
  const { lifts } = await strength();
  expect(lifts.map(({ exerciseKey, isConservative }) => `${exerciseKey} ${isConservative}`).toSorted()).toEqual([
    'hi_rdl_bb true',
    'sq_back false',
  ]);
});

test('confirmed, the trend follows it; undone, it is asked about again', async () => {
  const before = dump(desk.databaseFile);
  const trendBefore = (await strength()).lifts[0]?.trendKg ?? 0;
  const answer = { athleteId, exerciseKey: 'sq_back', on: '2026-11-09' as PlainDate, isRight: true };
  settled(await desk.client.log.answerOddDay(answer));
  const { lifts, oddDays } = await strength();
  expect(oddDays).toEqual([]);
  expect(lifts[0]?.trendKg).toBeGreaterThan(trendBefore * 1.03);
  expect(settled(await desk.client.app.verify({})).ok).toBe(true);
  settled(await desk.client.history.undo({}));
  expect(dump(desk.databaseFile)).toEqual(before);
});

test('called a slip, it is not asked about again and the sets stay', async () => {
  settled(
    await desk.client.log.answerOddDay({
      athleteId,
      exerciseKey: 'sq_back',
      on: '2026-11-09' as PlainDate,
      isRight: false,
    }),
  );
  const { lifts, oddDays } = await strength();
  expect(oddDays).toEqual([]);
  expect(lifts[0]?.trendKg).toBeLessThan(130);
  const { entries } = settled(await desk.client.log.list({ athleteId, kinds: ['lift'], limit: 10 }));
  expect(entries).toHaveLength(4);
});
