import { expect, test, vi } from 'vitest';
import { makeSample, openDesk, settled, type Desk } from '../openDesk.ts';

/** What the roster says of everybody's running. */
const saidOf = async ({ client }: Desk): Promise<ReadonlyMap<number, string>> => {
  const { rows } = settled(await client.roster.view({ archived: false }));
  return new Map(
    rows.flatMap(({ athleteId, status }) =>
      status.reasons.flatMap((reason) => (reason.tag === 'guard' ? [[Number(athleteId), reason.level] as const] : [])),
    ),
  );
};

/** What the guard says of each, asked one by one. */
const askedOf = async ({ client }: Desk): Promise<ReadonlyMap<number, string>> => {
  const { rows } = settled(await client.roster.view({ archived: false }));
  const levels = new Map<number, string>();
  for (const { athleteId } of rows) {
    const { level } = settled(await client.running.guard({ athleteId }));
    if (level !== 'green') levels.set(Number(athleteId), level);
  }
  return levels;
};

test('the roster comes to say of everybody what the guard says, and again after a change and its undo', async () => {
  const desk = openDesk();
  await makeSample(desk, 24, 2);
  const told: string[] = [];
  const stop = desk.service.onPush((text) => told.push(text));
  const asked = await askedOf(desk);
  expect(asked.size).toBeGreaterThan(1);
  await vi.waitFor(async () => expect(await saidOf(desk)).toEqual(asked), { timeout: 15_000, interval: 100 });
  await vi.waitFor(() => expect(told.some((text) => text.includes('"guard"'))).toBe(true), { timeout: 15_000 });

  // Seven of ten two days after a lift is red by itself.
  const [athleteId] = settled(await desk.client.athletes.list({})).athletes.map((one) => one.athleteId);
  if (athleteId === undefined) throw new Error('nobody');
  const lifts = settled(await desk.client.log.list({ athleteId, kinds: ['lift'], limit: 1 })).entries;
  const lifted = lifts[0]?.performedOn;
  if (lifted === undefined) throw new Error('no lift');
  settled(
    await desk.client.log.recordSession({
      athleteId,
      on: '2026-11-20' as never,
      result: { title: 'Legs', sets: [{ exerciseKey: 'sq_back', reps: 5, loadKg: 60 }] },
    }),
  );
  settled(await desk.client.log.recordCheckIn({ athleteId, on: '2026-11-22' as never, report: { soreness: 8 } }));
  await vi.waitFor(async () => expect((await saidOf(desk)).get(Number(athleteId))).toBe('red'), { timeout: 15_000 });
  settled(await desk.client.history.undo({}));
  settled(await desk.client.history.undo({}));
  await vi.waitFor(async () => expect(await saidOf(desk)).toEqual(asked), { timeout: 15_000, interval: 100 });
  stop();
}, 60_000);
