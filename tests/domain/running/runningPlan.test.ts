import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UsualDay } from '../../../src/domain/athletes/athlete.ts';
import {
  addDays,
  daysBetween,
  parsePlainDate,
  WEEKDAYS,
  type PlainDate,
} from '../../../src/domain/kernel/plainDate.ts';
import { readPlannedRuns } from '../../../src/domain/running/plannedRunsText.ts';
import { dayByDay, runFates } from '../../../src/domain/running/runFates.ts';
import { runsInPlan, weekAsPlanned, type RunningPlan } from '../../../src/domain/running/runningPlan.ts';

const date = (text: string): PlainDate => {
  const found = parsePlainDate(text);
  if (found === undefined) throw new Error(text);
  return found;
};

const MONDAY = date('2026-11-30');
const on = (days: number): PlainDate => addDays(MONDAY, days);

const week: readonly UsualDay[] = WEEKDAYS.map((weekday) => ({
  weekday,
  run: weekday === 2 ? 'quality' : weekday === 7 ? 'long' : weekday === 4 ? 'easy' : 'rest',
  ...(weekday === 7 ? { distanceM: 18_000 } : {}),
  liftMinutes: 60,
}));

const plan = (more: Partial<RunningPlan> = {}): RunningPlan => ({
  usualWeek: week,
  runsAt: 'am',
  written: [],
  away: [],
  races: [],
  ...more,
});

const short = (runs: ReturnType<typeof runsInPlan>): string =>
  runs.map(({ on: day, kind, timeOfDay }) => `${daysBetween(MONDAY, day)} ${kind} ${timeOfDay}`).join(', ');

describe('the running of a span', () => {
  test('is the usual week, again and again', () => {
    expect(short(runsInPlan(plan(), MONDAY, on(8)))).toBe('1 quality am, 3 easy am, 6 long am, 8 quality am');
    expect(short(runsInPlan(plan({ runsAt: 'pm' }), MONDAY, on(1)))).toBe('1 quality pm');
    expect(runsInPlan(plan(), on(1), MONDAY)).toEqual([]);
  });

  test('what is written for a day stands in place of the usual run, and rest is no run', () => {
    const written = [
      { on: on(1), kind: 'rest' as const },
      { on: on(2), kind: 'quality' as const, timeOfDay: 'pm' as const },
      { on: on(2), kind: 'easy' as const },
    ];
    expect(short(runsInPlan(plan({ written }), MONDAY, on(3)))).toBe('2 quality pm, 2 easy am, 3 easy am');
  });

  test('a race stands in place of the usual run, beside what was written for its day', () => {
    const race = { name: 'City 10', racedOn: on(6), distanceM: 10_000, priority: 'B' as const };
    const raced = plan({ races: [race, { ...race, name: 'Mile' }] });
    expect(short(runsInPlan(raced, on(6), on(6)))).toBe('6 race am, 6 race am');
    const shaken = plan({ races: [race], written: [{ on: on(6), kind: 'easy', timeOfDay: 'pm' }] });
    expect(short(runsInPlan(shaken, on(6), on(6)))).toBe('6 race am, 6 easy pm');
  });

  test('travelling the usual runs stand; off they do not, and what was written all the same is kept', () => {
    const span = { from: MONDAY, to: on(6), note: '' };
    expect(runsInPlan(plan({ away: [{ kind: 'travel', ...span }] }), MONDAY, on(6))).toHaveLength(3);
    const off = plan({ away: [{ kind: 'off', ...span }], written: [{ on: on(3), kind: 'easy' }] });
    expect(short(runsInPlan(off, MONDAY, on(7)))).toBe('3 easy am');
  });
});

describe('a week for whoever knows a run a day', () => {
  const daysOf = (given: RunningPlan) =>
    weekAsPlanned(given, MONDAY)
      .filter(({ run }) => run !== 'rest')
      .map(({ weekday, run, distanceM }) => [weekday, run, distanceM]);

  test('is the usual one, but for the days that were written: the hardest run, all the distance', () => {
    const written = [
      { on: on(1), kind: 'rest' as const },
      { on: on(2), kind: 'easy' as const, distanceM: 4000 },
      { on: on(2), kind: 'quality' as const, distanceM: 10_000 },
      { on: on(4), kind: 'long' as const },
      { on: on(4), kind: 'easy' as const, distanceM: 4000 },
    ];
    expect(daysOf(plan({ written }))).toEqual([
      [3, 'quality', 14_000],
      [4, 'easy', undefined],
      [5, 'long', undefined],
      [7, 'long', 18_000],
    ]);
  });

  test('leaves the day of a race as it usually is: the race is told beside it', () => {
    const race = { name: 'City 10', racedOn: on(6), distanceM: 10_000, priority: 'B' as const };
    expect(daysOf(plan({ races: [race] })).at(-1)).toEqual([7, 'long', 18_000]);
  });
});

describe('what became of runs', () => {
  const planned = runsInPlan(plan(), on(-7), on(6));

  test('moved is not missed, and what may still be done is open or planned', () => {
    const done = [{ on: on(-5), distanceM: 9000 }];
    const { fates, extra } = runFates(planned, done, on(3));
    expect([...fates].map(([day, { fate }]) => [daysBetween(MONDAY, day), fate])).toEqual([
      [-6, 'moved'],
      [-4, 'missed'],
      [-1, 'missed'],
      [1, 'open'],
      [3, 'planned'],
      [6, 'planned'],
    ]);
    expect(extra).toEqual([]);
  });

  test('two runs of a day are one: neither is cut, neither is missed', () => {
    const written = [
      { on: on(-5), kind: 'easy' as const, distanceM: 8000 },
      { on: on(-5), kind: 'easy' as const, distanceM: 5000 },
    ];
    const twice = runsInPlan(plan({ usualWeek: [], written }), on(-7), on(-1));
    const done = [
      { on: on(-5), distanceM: 8000 },
      { on: on(-5), distanceM: 5000 },
    ];
    expect([...runFates(twice, done, MONDAY).fates.values()].map(({ fate }) => fate)).toEqual(['done']);
    const [only] = done;
    expect([...runFates(twice, only === undefined ? [] : [only], MONDAY).fates.values()][0]?.fate).toBe('cut');
  });

  test('a run that stands in no plan is told apart', () => {
    const { extra } = runFates([], [{ on: on(-3) }], MONDAY);
    expect(extra).toEqual([{ on: on(-3) }]);
  });
});

describe('runs as a coach types them', () => {
  const read = (text: string, unit: 'km' | 'mi' = 'km') => readPlannedRuns(text, { monday: MONDAY, unit });

  test.each([
    ['Tue Q 12 km 6x800', [{ kind: 'quality', distanceM: 12_000, title: '6x800' }]],
    ['tuesday: tempo 50 min pm', [{ kind: 'quality', durationS: 3000, timeOfDay: 'pm' }]],
    ['1 Dec easy 1h10', [{ kind: 'easy', durationS: 4200 }]],
    ['2026-12-01 E 8,5k am', [{ kind: 'easy', distanceM: 8500, timeOfDay: 'am' }]],
    [
      'Tue L 24 + E 5 pm',
      [
        { kind: 'long', distanceM: 24_000 },
        { kind: 'easy', distanceM: 5000, timeOfDay: 'pm' },
      ],
    ],
    ['2026-12-01;Q;12 km;;6x800', [{ kind: 'quality', distanceM: 12_000, title: '6x800' }]],
    ['date,run,distance,minutes\n2026-12-01,easy,8.5 km,50 min', [{ kind: 'easy', distanceM: 8500, durationS: 3000 }]],
    ['2026-12-01,E,10,50min', [{ kind: 'easy', distanceM: 10_000, durationS: 3000 }]],
    ['"2026-12-01","E","8,5 km"', [{ kind: 'easy', distanceM: 8500 }]],
    ['Tue rest', []],
    ['Tue -', []],
    ['Tue Q 3x2 km', [{ kind: 'quality', title: '3x2 km' }]],
    [
      'Tue Q 12 km 55 min RPE 7 6x800',
      [{ kind: 'quality', distanceM: 12_000, durationS: 3300, targetRpe: 7, title: '6x800' }],
    ],
    ['Tue Q rpe7,5 @4:30', [{ kind: 'quality', targetRpe: 7.5, title: '@4:30' }]],
    ['Tue L 30 @6', [{ kind: 'long', distanceM: 30_000, targetRpe: 6 }]],
    ['Tue Q 6x800 @16 km/h', [{ kind: 'quality', title: '6x800 @16 km/h' }]],
    [
      '2026-12-01;Q;12 km;55 min;RPE 8;6x800',
      [{ kind: 'quality', distanceM: 12_000, durationS: 3300, targetRpe: 8, title: '6x800' }],
    ],
    ['Tue E 5 mi', [{ kind: 'easy', distanceM: 8046.72 }]],
  ])('%s', (text, runs) => {
    expect(read(text)).toEqual({ days: [{ on: on(1), runs }], problems: [] });
  });

  test('an RPE that is none is told', () => {
    for (const found of ['RPE0', 'rpe11'])
      expect(read(`Tue Q ${found}`).problems).toEqual([
        { line: 1, field: 'RPE', found, expected: 'an RPE from 1 to 10: RPE 7 or @7' },
      ]);
  });

  test('the runs of a day are one: as long as all of them, as hard as the hardest, timed where all are', () => {
    const one = { on: MONDAY, isKey: true, distanceM: 10_000, durationS: 3000, targetRpe: 7 };
    expect(dayByDay([one, { ...one, isKey: false, targetRpe: 3 }])).toEqual([
      { on: MONDAY, isKey: true, distanceM: 20_000, durationS: 6000, targetRpe: 7 },
    ]);
    expect(dayByDay([one, { ...one, durationS: undefined }])[0]?.durationS).toBeUndefined();
  });

  test('a distance without a unit is in the athlete’s', () => {
    expect(read('Tue E 5', 'mi').days[0]?.runs[0]?.distanceM).toBeCloseTo(8046.72, 6);
  });

  test('an earlier weekday begins the next week, and a line may name a week', () => {
    const { days } = read('Sun L 20\nTue Q 10\nW52\nMon E 8');
    expect(days.map(({ on: day }) => day)).toEqual([on(6), on(8), date('2026-12-21')]);
  });

  test('rows of a spreadsheet are weeks; an empty cell says nothing', () => {
    const { days, problems } = read('Mon\tTue\tWed\tThu\tFri\tSat\tSun\n\tQ 10\t\tE 8\trest\t\tL 20\nE 6\t\t\t\t\t\t');
    expect(problems).toEqual([]);
    expect(days.map(({ on: day, runs }) => [daysBetween(MONDAY, day), runs.length])).toEqual([
      [1, 1],
      [3, 1],
      [4, 0],
      [6, 1],
      [7, 1],
    ]);
  });

  test.each([
    ['Tue 10', 'run', '10'],
    ['Tue E 0 km', 'distance', '0km'],
    ['Tue E 900 km', 'distance', '900km'],
    ['Tue E 0 min', 'duration', '0min'],
    ['Tue race 10', 'run', 'race'],
    ['someday E 10', 'day', 'someday'],
    ['31 Feb E 10', 'day', '31'],
  ])('%s is refused by field', (text, field, found) => {
    expect(read(text)).toEqual({ days: [], problems: [expect.objectContaining({ line: 1, field, found })] });
  });

  test('a day that is written twice keeps the first and says so', () => {
    const { days, problems } = read('Tue E 10\n1 Dec L 20');
    expect(days).toEqual([{ on: on(1), runs: [{ kind: 'easy', distanceM: 10_000 }] }]);
    expect(problems).toMatchObject([{ line: 2, field: 'day' }]);
  });

  test('whatever is typed, every line is either understood or told, and no number is none', () => {
    const piece = fc.constantFrom(
      'Tue',
      'Q',
      'E',
      '12',
      'km',
      '0',
      'rest',
      '+',
      '6x800',
      '\t',
      'W50',
      '1 Dec',
      '1:20',
      'RPE 7',
      '@11',
      '-3',
      'pm',
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 7 }), { maxLength: 6 }), (lines) => {
        const { days, problems } = read(lines.map((line) => line.join(' ')).join('\n'));
        for (const { distanceM = 1, durationS = 1 } of days.flatMap(({ runs }) => runs)) {
          expect(distanceM).toBeGreaterThan(0);
          expect(durationS).toBeGreaterThan(0);
        }
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(lines.length);
        expect(new Set(days.map((one) => one.on)).size).toBe(days.length);
      }),
    );
  });
});
