import { describe, expect, test } from 'vitest';
import type { Contract } from '../../../src/contract/contract.ts';
import type { InputOf } from '../../../src/contract/derive.ts';
import { errorText } from '../../../src/contract/errorText.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import type { IsoWeek } from '../../../src/domain/kernel/plainDate.ts';
import { SHEET_ALPHABET } from '../../../src/domain/sheets/sheetCode.ts';
import { SHEET_LAYOUTS } from '../../../src/domain/sheets/layouts.ts';
import { lookInto, makeSample, openDesk, settled, stepsOf, type Desk } from '../openDesk.ts';

const WEEK = '2026-W48' as IsoWeek;

type Order = InputOf<Contract['sheets']['print']>;

const weekly: Order = { layout: 'weekly', week: WEEK };

const print = async ({ client }: Desk, order: Order = weekly) => settled(await client.sheets.print(order));

/** Somebody of the sample with a sheet this week. */
const somebody = async (desk: Desk) => {
  const [sheet] = settled(await desk.client.sheets.week({ week: WEEK })).sheets;
  if (sheet === undefined) throw new Error('the sample has nobody with a program');
  return sheet;
};

/** Writes another prescription into the first slot of somebody's week. */
const changePlan = async (desk: Desk, athleteId: AthleteId, text: string) => {
  const { open } = settled(await desk.client.programs.grid({ athleteId }));
  if (open === undefined) throw new Error('no program');
  const week = open.program.blocks
    .flatMap((block) => block.weeks)
    .findIndex(({ startsOn }) => startsOn === '2026-11-23');
  const session = open.program.blocks.flatMap((block) => block.weeks)[week]?.sessions[0];
  const label = session?.slots[0]?.label;
  if (session === undefined || label === undefined) throw new Error('no session this week');
  settled(
    await desk.client.programs.edit({
      programId: open.programId,
      revision: open.revision,
      edits: [{ kind: 'cell', week: week + 1, session: session.name, label, text }],
    }),
  );
  return { session: session.name, label };
};

describe('what was printed', () => {
  test('an unchanged sheet keeps its code and version, and nothing is kept twice', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const first = await print(desk);
    expect(first.kept).toBe(first.sheets.length);
    expect(first.sheets.length).toBeGreaterThan(2);
    const again = await print(desk);
    expect(again.kept).toBe(0);
    expect(again.sheets.map(({ sheetCode, version }) => [sheetCode, version])).toEqual(
      first.sheets.map(({ sheetCode, version }) => [sheetCode, version]),
    );
    expect(settled(await desk.client.sheets.list({ limit: 500 })).sheets).toHaveLength(first.sheets.length);
  });

  test('the preview names the code that printing keeps', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const before = settled(await desk.client.sheets.week({ week: WEEK })).sheets;
    const printed = await print(desk);
    expect(printed.sheets.map(({ sheetCode }) => sheetCode)).toEqual(before.map(({ sheetCode }) => sheetCode));
    const after = settled(await desk.client.sheets.week({ week: WEEK })).sheets;
    expect(before.some(({ isPrinted }) => isPrinted)).toBe(false);
    expect(after.every(({ isPrinted }) => isPrinted)).toBe(true);
    expect(new Set(after.map(({ sheetCode }) => sheetCode)).size).toBe(after.length);
  });

  test('a changed sheet is the next version, marks what has changed, and the old code says so too', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { athleteId, sheetCode } = await somebody(desk);
    await print(desk);
    const place = await changePlan(desk, athleteId, '5x2 @ 41 kg');
    const { sheets } = settled(await desk.client.sheets.week({ week: WEEK, athleteIds: [athleteId] }));
    expect(sheets[0]).toMatchObject({ version: 2, isPrinted: false, changedText: 'changed since 23 Nov' });
    const rows = sheets[0]?.panels.find(({ name }) => name === place.session)?.rows ?? [];
    expect(rows.filter(({ change }) => change !== undefined).map(({ label, change }) => [label, change])).toEqual([
      [place.label, 'changed'],
    ]);
    const printed = await print(desk);
    expect(printed.kept).toBe(1);
    const old = settled(await desk.client.sheets.open({ code: sheetCode }));
    expect(old).toMatchObject({ version: 1, isNewest: false });
    expect(old.changes).toMatchObject([
      { label: place.label, change: 'changed', now: expect.stringContaining('×2 @ 40 kg') },
    ]);
    const newest = settled(await desk.client.sheets.open({ code: sheets[0]?.sheetCode ?? '' }));
    expect(newest).toMatchObject({ version: 2, isNewest: true, changes: [] });
  });

  test('a code leads to the athlete, the program, the week and every row with its slot, load and words', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const sheet = await somebody(desk);
    await print(desk);
    const opened = settled(await desk.client.sheets.open({ code: ` ${sheet.sheetCode.toLowerCase()} ` }));
    expect(opened.athletes).toEqual([{ athleteId: sheet.athleteId, name: sheet.band.athlete }]);
    expect(opened.sessions.map(({ name }) => name)).toEqual(sheet.panels.map(({ name }) => name));
    const { program } = settled(await desk.client.programs.forAthlete({ athleteId: sheet.athleteId }));
    const week = program?.blocks.flatMap((block) => block.weeks).find(({ isoWeek }) => isoWeek === WEEK);
    for (const session of opened.sessions) {
      const planned = week?.sessions.find(({ name }) => name === session.name);
      expect(session).toMatchObject({
        programId: program?.programId,
        weekOrdinal: week?.ordinal,
        sessionId: planned?.sessionId,
      });
      expect(session.rows.map((row) => [row.label, row.exerciseKey])).toEqual(
        planned?.slots.map((slot) => [slot.label, slot.exerciseKey]),
      );
      expect(session.rows.flatMap((row) => row.lines.map((line) => [line.load, line.prescription]))).toEqual(
        planned?.slots.flatMap((slot) => slot.prescriptions.map((one) => [one.resolved.load, one.prescription])),
      );
    }
  });

  test('paper cannot be taken back: printing is no step of undo, and undo of another step leaves it', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { athleteId, sheetCode } = await somebody(desk);
    await changePlan(desk, athleteId, '5x2 @ 41 kg');
    const steps = (await stepsOf(desk)).length;
    const printed = await print(desk);
    expect((await stepsOf(desk)).length).toBe(steps);
    settled(await desk.client.history.undo({}));
    const code = printed.sheets.find((one) => one.athleteId === athleteId)?.sheetCode ?? '';
    expect(settled(await desk.client.sheets.open({ code })).changes).toHaveLength(1);
    expect(code).toBe(sheetCode);
  });

  test('a sheet outlives its program', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { athleteId, sheetCode } = await somebody(desk);
    await print(desk);
    const { open } = settled(await desk.client.programs.grid({ athleteId }));
    if (open === undefined) throw new Error('no program');
    settled(await desk.client.programs.remove({ programId: open.programId }));
    const left = settled(await desk.client.sheets.open({ code: sheetCode }));
    expect(left.changes.every(({ change }) => change === 'gone')).toBe(true);
    expect(left.changes.length).toBe(left.sessions.flatMap(({ rows }) => rows).length);
  });

  test.each(SHEET_LAYOUTS)('every %s sheet has a code that opens it', async (layout) => {
    const desk = openDesk();
    await makeSample(desk);
    const { sheets } = await print(desk, { layout, week: WEEK, day: 2 });
    expect(sheets.length).toBeGreaterThan(0);
    for (const { sheetCode } of sheets) {
      expect(settled(await desk.client.sheets.open({ code: sheetCode }))).toMatchObject({ layout, isNewest: true });
    }
  });

  test('another layout, the no-gym variant and another choice of sessions are sheets of their own', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { athleteId, panels } = await somebody(desk);
    const orders: Order[] = [
      weekly,
      { ...weekly, layout: 'pocket' },
      { ...weekly, isNoGym: true },
      { ...weekly, sessions: [panels[0]?.name ?? ''] },
    ];
    for (const order of orders) await print(desk, { ...order, athleteIds: [athleteId] });
    const { sheets } = settled(await desk.client.sheets.list({ athleteId, limit: 50 }));
    expect(sheets.map(({ version }) => version)).toEqual([1, 1, 1, 1]);
    expect(new Set(sheets.map(({ sheetCode }) => sheetCode)).size).toBe(4);
  });

  test('the rack sheet reads the same in another order', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const order: Order = { layout: 'rack', week: WEEK };
    const byRack = await print(desk, order);
    expect((await print(desk, { ...order, rackOrder: 'name' })).sheets[0]?.sheetCode).toBe(byRack.sheets[0]?.sheetCode);
  });

  test('two sheets whose codes would be the same get two codes', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { sheetCode, athleteId } = await somebody(desk);
    const other = settled(await desk.client.sheets.week({ week: WEEK })).sheets.find(
      (one) => one.athleteId !== athleteId,
    );
    await print(desk, { ...weekly, athleteIds: other === undefined ? [] : [other.athleteId] });
    lookInto(desk.databaseFile, (connection) => connection.prepare('UPDATE printed_sheet SET code = ?').run(sheetCode));
    const mine = await print(desk, { ...weekly, athleteIds: [athleteId] });
    expect(mine.sheets[0]?.sheetCode).not.toBe(sheetCode);
  });

  test('the roll says who is printed as planned, and several weeks are asked for at once', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { athleteId } = await somebody(desk);
    await print(desk, { ...weekly, athleteIds: [athleteId] });
    const { entries, without } = settled(await desk.client.sheets.roll({ ...weekly, weekCount: 2 }));
    const mine = entries.filter((entry) => entry.athleteId === athleteId);
    expect(mine.map(({ week, mark }) => [week, mark?.isPrinted])).toEqual([
      ['2026-W48', true],
      ['2026-W49', false],
    ]);
    const withSheets = new Set(entries.map((entry) => entry.athleteId));
    expect(without.filter((one) => withSheets.has(one.athleteId))).toEqual([]);
  });
});

describe('a code that cannot be opened says why', () => {
  test('a slip of the hand: length, letter, check', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { sheetCode } = await somebody(desk);
    await print(desk);
    const other = SHEET_ALPHABET.split('').find((char) => char !== sheetCode.charAt(5)) ?? '';
    const words = async (code: string): Promise<string> => {
      const reply = await desk.client.sheets.open({ code });
      return reply.ok ? 'opened' : errorText(reply.error);
    };
    expect(await words(sheetCode.slice(1))).toContain('it has six letters and digits');
    expect(await words(`O${sheetCode.slice(1)}`)).toContain('never stand in one');
    expect(await words(sheetCode.slice(0, 5) + other)).toContain('one of its letters is wrong');
    expect(await words('')).toContain('is not a sheet code');
  });

  test('a right code that was never printed here', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { sheetCode } = await somebody(desk);
    const reply = await desk.client.sheets.open({ code: sheetCode });
    expect(reply.ok ? '' : errorText(reply.error)).toContain(`No sheet ${sheetCode} was printed from this desk`);
  });

  test('an archived athlete’s', async () => {
    const desk = openDesk();
    await makeSample(desk);
    const { sheetCode, athleteId, band } = await somebody(desk);
    await print(desk);
    settled(await desk.client.athletes.archive({ athleteIds: [athleteId] }));
    const reply = await desk.client.sheets.open({ code: sheetCode });
    expect(reply.ok ? '' : errorText(reply.error)).toBe(`${band.athlete} is archived. Bring them back first.`);
    const { without } = await print(desk, { ...weekly, athleteIds: [athleteId] });
    expect(without).toEqual([{ athleteId, name: band.athlete, why: 'archived' }]);
  });
});

test('a job that is stopped keeps nothing', async () => {
  const desk = openDesk({ inThread: true });
  await makeSample(desk, 12);
  const stop = new AbortController();
  const reply = await desk.client.sheets.print(
    { ...weekly, weekCount: 4 },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  if (!reply.ok) expect(settled(await desk.client.sheets.list({ limit: 10 })).sheets).toEqual([]);
  expect(reply.ok ? 'done before it was stopped' : reply.error.tag).toMatch(
    /^(Cancelled|done before it was stopped)$/u,
  );
});
