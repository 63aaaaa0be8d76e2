import { describe, expect, test } from 'vitest';
import { ordinaryWeek } from '../../../src/domain/athletes/athlete.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { layOutBlock } from '../../../src/domain/sheets/blockCard.ts';
import { layOutDay } from '../../../src/domain/sheets/daySheet.ts';
import type { LiftWeek, SheetSession } from '../../../src/domain/sheets/liftSession.ts';
import { layOutPocket, pocketHeightMm } from '../../../src/domain/sheets/pocketStrips.ts';
import { layOutRack, RACK_ROWS_A_PAGE } from '../../../src/domain/sheets/rackSheet.ts';
import { layOutSeason } from '../../../src/domain/sheets/seasonPage.ts';
import { layOutWeek } from '../../../src/domain/sheets/weekSheet.ts';
import { exerciseOf } from '../exercises/shippedLibrary.ts';
import { coach, input, liftWeek, weekAt } from './anyWeek.ts';

const [session] = liftWeek.sessions;
if (session === undefined) throw new Error('the ramp has sessions');

/** The session with another load, and with it other plates, on its first lift. */
const withLoad = (loadKg: number, perSide: readonly number[]): SheetSession => ({
  ...session,
  slots: session.slots.map((slot, index) =>
    index === 0
      ? { ...slot, resolved: slot.resolved.map((one) => ({ ...one, load: loadKg, loadKg, perSide, differencePct: 0 })) }
      : slot,
  ),
});

const lifter = (athlete: string, loadKg: number, perSide: readonly number[]) => ({
  week: { ...liftWeek, athlete, athleteId: athlete.length as AthleteId } satisfies LiftWeek,
  session: withLoad(loadKg, perSide),
});

const rack = (lifters: Parameters<typeof layOutRack>[0]['lifters'], order: 'rack' | 'plates' | 'name' = 'rack') =>
  layOutRack({ heading: 'Harriers', date: '2026-12-01' as PlainDate, lifters, order, coach });

describe('the rack sheet', () => {
  const five = [
    lifter('Ana', 60, [20]),
    lifter('Ben', 100, [20, 20]),
    lifter('Cora', 60, [20]),
    lifter('Dan', 80, [20, 10]),
    lifter('Eve', 40, [10]),
  ];

  test('heaviest first, four to a rack', () => {
    const [page] = rack(five).pages;
    expect(page?.rows.map((row) => [row.athlete, row.group])).toEqual([
      ['Ben', 'Rack 1'],
      ['Dan', undefined],
      ['Ana', undefined],
      ['Cora', undefined],
      ['Eve', 'Rack 2'],
    ]);
    expect(page?.rows[0]?.cells[0]).toEqual({
      lines: [{ target: '3×4 @ 100 kg (75 %)', plates: '20 + 20', sets: 3 }],
    });
  });

  test('equal plates together, or by name', () => {
    expect(rack(five, 'plates').pages[0]?.rows.map((row) => [row.athlete, row.group ?? '-'])).toEqual([
      ['Ben', '-'],
      ['Dan', '-'],
      ['Ana', 'same plates'],
      ['Cora', '-'],
      ['Eve', '-'],
    ]);
    expect(rack(five, 'name').pages[0]?.rows.map((row) => row.athlete)).toEqual(['Ana', 'Ben', 'Cora', 'Dan', 'Eve']);
  });

  test('another exercise than most do there is a swap', () => {
    const swapped = {
      ...session,
      slots: session.slots.map((slot, index) => (index === 1 ? { ...slot, exercise: exerciseOf('hi_trap') } : slot)),
    };
    const { pages } = rack([...five, { week: { ...liftWeek, athlete: 'Zoe' }, session: swapped }], 'name');
    const swaps = pages[0]?.rows.map((row) => row.cells[1]?.swap);
    expect(swaps).toEqual([undefined, undefined, undefined, undefined, undefined, exerciseOf('hi_trap').name]);
  });

  test('many athletes take several pages, none of them too full, each athlete once', () => {
    const many = Array.from({ length: 47 }, (_, index) => lifter(`Athlete ${index + 1}`, 60, [20]));
    const { pages } = rack(many);
    expect(pages.map((page) => page.part)).toEqual(pages.map((_, index) => `${index + 1} of ${pages.length}`));
    expect(Math.max(...pages.map((page) => page.rows.length))).toBeLessThanOrEqual(RACK_ROWS_A_PAGE);
    expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.athlete))).size).toBe(47);
  });

  test('twenty athletes with their loads and plates stand on one page', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => {
      const one = lifter(`Athlete ${index + 1}`, 60, [20, 2.5, 1.25]);
      return { ...one, session: { ...one.session, slots: one.session.slots.slice(0, 1) } };
    });
    expect(rack(twenty).pages).toHaveLength(1);
    expect(rack([...twenty, ...twenty]).pages).toHaveLength(2);
  });

  test('many places take several pages, each with all athletes', () => {
    const long = {
      ...session,
      slots: Array.from({ length: 12 }, (_, index) => {
        const slot = session.slots[index % session.slots.length];
        if (slot === undefined) throw new Error('no slot');
        return { ...slot, slot: { ...slot.slot, label: `A${index + 1}` } };
      }),
    };
    const { pages } = rack([{ week: liftWeek, session: long }]);
    expect(pages.flatMap((page) => page.columns.map((column) => column.label))).toEqual(
      Array.from({ length: 12 }, (_, index) => `A${index + 1}`),
    );
    for (const page of pages) expect(page.rows[0]?.cells).toHaveLength(page.columns.length);
  });
});

describe('the block card', () => {
  const weeks = Array.from({ length: 9 }, (_, index) => weekAt(index));
  const card = layOutBlock({
    weeks,
    block: 'Build',
    goal: 'Add load',
    maxes: [{ exercise: 'Back squat', startKg: 97.8, nowKg: 104.2 }],
    coach,
  });

  test('at most eight weeks a page, shared out evenly', () => {
    expect(card.pages.map((page) => page.weeks.map((week) => week.name))).toEqual([
      ['Week 1', 'Week 2', 'Week 3', 'Week 4', 'Week 5'],
      ['Week 6', 'Week 7', 'Week 8', 'Week 9'],
    ]);
  });

  test('a row a place, a cell a week, and the maxes then and now', () => {
    const [page] = card.pages;
    expect(page?.sessions.map((part) => [part.session, part.rows.map((row) => row.label).join(' ')])).toEqual([
      ['Session A', 'A1 B1 C1 D1 E1'],
      ['Session B', 'A1 B1 C1 D1 E1'],
    ]);
    expect(page?.sessions[0]?.rows[0]?.cells.map((cell) => cell.lines[0])).toEqual(
      weeks.slice(0, 5).map((week) => layOutWeek({ ...input, week }).panels[0]?.rows[0]?.lines[0]?.target),
    );
    expect(card.maxes).toEqual(['Back squat 98 → 104 kg']);
  });

  test('a deload is known by its word, too', () => {
    const kinds = card.pages.flatMap((page) => page.weeks);
    for (const week of kinds) expect(week.kindText === 'deload').toBe(week.kind === 'deload');
    expect(kinds.some((week) => week.kind === 'deload')).toBe(true);
  });
});

describe('pocket strips', () => {
  const content = layOutWeek(input);

  test('a session a strip', () => {
    expect(layOutPocket(content).map((strip) => [strip.session, strip.rows.length, strip.part])).toEqual([
      ['Session A', 5, undefined],
      ['Session B', 5, undefined],
    ]);
  });

  test('a long one is cut between exercises, and nothing is lost', () => {
    const [panel] = content.panels;
    if (panel === undefined) throw new Error('no panel');
    const rows = Array.from({ length: 12 }, (_, index) => ({ ...panel.rows[index % 5], label: `A${index + 1}` }));
    const strips = layOutPocket({ panels: [{ ...panel, rows: rows as typeof panel.rows }] });
    expect(strips.flatMap((strip) => strip.rows)).toEqual(rows);
    expect(strips.map((strip) => strip.part)).toEqual(strips.map((_, index) => `${index + 1} of ${strips.length}`));
    const heights = strips.map((strip) => strip.rows.reduce((sum, row) => sum + pocketHeightMm(row), 0));
    expect(Math.max(...heights)).toBeLessThanOrEqual(104);
  });
});

describe('the day’s run-sheet', () => {
  const person = (name: string, isLifting: boolean) => ({
    name,
    groups: ['Harriers'],
    distanceUnit: 'km' as const,
    usualWeek: ordinaryWeek,
    races: [],
    lifts: isLifting ? [{ week: { ...liftWeek, athlete: name }, session }] : [],
  });

  test('who lifts, with the main lifts and what keeps the lift from the run', () => {
    const sheet = layOutDay({
      date: '2026-12-01' as PlainDate,
      athletes: [person('Ana', true), person('Ben', false)],
      coach,
    });
    expect(sheet.rows.map((row) => [row.athlete, row.runText, row.lifts.map((lift) => lift.session)])).toEqual([
      ['Ana', 'Quality', ['Session A']],
      ['Ben', 'Quality', []],
    ]);
    expect(sheet.rows[0]?.lifts[0]?.mains[0]).toEqual({
      exercise: 'Back squat (parallel)',
      targets: ['3×4 @ 77.5 kg (75 %)'],
    });
    expect(sheet.rows[0]?.notes).toEqual(['lift 6 h later or more']);
  });

  test('who neither runs nor lifts rests; a race is no rest', () => {
    const sunday = '2026-11-30' as PlainDate;
    const racing = { ...person('Cora', false), races: [{ name: 'Night mile', raceOn: sunday }] };
    const sheet = layOutDay({ date: sunday, athletes: [person('Ana', false), racing], coach });
    expect(sheet.resting).toEqual(['Ana']);
    expect(sheet.rows.map((row) => row.runText)).toEqual(['Race: Night mile']);
  });
});

test('the season page: then and now with their intervals, in the athlete’s units', () => {
  const estimate = (on: string, trendKg: number) => ({
    on: on as PlainDate,
    trendKg,
    lowKg: trendKg - 5,
    highKg: trendKg + 5,
  });
  const page = layOutSeason({
    athlete: { name: 'Ana', massUnit: 'lb', distanceUnit: 'mi' },
    from: '2025-12-08' as PlainDate,
    to: '2026-11-30' as PlainDate,
    weekCount: 52,
    weeksLifted: 40,
    sessions: 71,
    hardSets: 300,
    runs: 200,
    distanceM: 1_609_344,
    lifts: [
      { exercise: 'Squat', start: estimate('2025-12-09', 80), now: estimate('2026-11-26', 92), verdict: 'likely' },
    ],
    races: [{ name: 'Half', racedOn: '2026-03-01' as PlainDate, priority: 'A', resultS: 5025 }],
    coach,
  });
  expect(page).toMatchObject({
    dates: '8 Dec 2025 – 6 Dec 2026',
    facts: [
      { value: '40 of 52' },
      { value: '71' },
      { value: '300' },
      { value: '200' },
      { name: 'Distance run', value: '1000 mi' },
    ],
    lifts: [{ start: '176 lb (165–187), 9 Dec', now: '203 lb (192–214), 26 Nov', change: '+15 %', verdict: 'likely' }],
    races: [{ name: 'Half', dateText: '1 Mar 2026', priority: 'A', result: '1:23:45' }],
  });
});
