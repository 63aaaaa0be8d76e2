import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { mergeRuns, type SourcedRun } from '../../../src/domain/imports/mergeRuns.ts';
import { sameRuns, type RunTrace } from '../../../src/domain/imports/sameRun.ts';

const run = (on: string, at: string | undefined, distanceM: number, movingS: number): RunTrace => ({
  performedOn: on as PlainDate,
  ...(at === undefined ? {} : { timeOfDay: at }),
  distanceM,
  movingS,
});

const places = (known: readonly RunTrace[], incoming: readonly RunTrace[]) =>
  sameRuns(known, incoming).map((pair) => [known.indexOf(pair.known), incoming.indexOf(pair.incoming), pair.hours]);

describe('the same run in two apps', () => {
  test('begun within three minutes, as far to 2 %, as long to 3 %', () => {
    const watch = [run('2026-11-20', '07:00:10', 10_000, 3000)];
    expect(places(watch, [run('2026-11-20', '07:02:59', 10_150, 3060)])).toEqual([[0, 0, 0]]);
    expect(places(watch, [run('2026-11-20', '07:03:11', 10_000, 3000)])).toEqual([]);
    expect(places(watch, [run('2026-11-20', '07:00:10', 10_300, 3000)])).toEqual([]);
    expect(places(watch, [run('2026-11-20', '07:00:10', 10_000, 3200)])).toEqual([]);
  });

  test('a file in UTC is off by whole hours, by one more in summer, and across midnight', () => {
    const local = [
      run('2026-01-10', '07:00:00', 8000, 2400),
      run('2026-07-10', '07:00:00', 9000, 2700),
      run('2026-11-20', '00:30:00', 10_000, 3000),
      run('2026-11-22', '18:30:00', 12_000, 3600),
    ];
    const utc = [
      run('2026-01-10', '06:00:00', 8010, 2400),
      run('2026-07-10', '05:00:00', 9020, 2700),
      run('2026-11-19', '23:30:00', 10_020, 3000),
      run('2026-11-22', '17:30:00', 12_010, 3600),
    ];
    expect(places(local, utc).toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
      [0, 0, 1],
      [1, 1, 2],
      [2, 2, 1],
      [3, 3, 1],
    ]);
  });

  test('an hour off is not believed without distance and duration', () => {
    const known = [run('2026-11-20', '07:00:00', 10_000, 3000)];
    expect(places(known, [{ performedOn: '2026-11-20' as PlainDate, timeOfDay: '06:00:00', movingS: 3000 }])).toEqual(
      [],
    );
  });

  test('two runs of a day stay two; a double is known again once', () => {
    const known = [run('2026-11-20', '07:00:00', 10_000, 3000), run('2026-11-20', '18:00:00', 5000, 1500)];
    const incoming = [run('2026-11-20', '18:00:30', 5010, 1500), run('2026-11-20', '18:00:40', 5020, 1500)];
    expect(places(known, incoming)).toEqual([[1, 0, 0]]);
  });

  test('without a time of day only the one run of that day that agrees in both is meant', () => {
    const known = [run('2026-11-20', '07:00:00', 10_000, 3000), run('2026-11-21', '07:00:00', 10_000, 3000)];
    expect(places(known, [run('2026-11-20', undefined, 10_050, 3010)])).toEqual([[0, 0, 0]]);
    const twice = [...known, run('2026-11-20', '19:00:00', 10_000, 3000)];
    expect(places(twice, [run('2026-11-20', undefined, 10_050, 3010)])).toEqual([]);
  });

  test('a walk on a treadmill without distance is found by its time', () => {
    const known = [{ performedOn: '2026-11-20' as PlainDate, timeOfDay: '07:00:00', elapsedS: 1800 }];
    const incoming = [{ performedOn: '2026-11-20' as PlainDate, timeOfDay: '07:01:00', movingS: 1790, distanceM: 0 }];
    expect(sameRuns(known, incoming)).toHaveLength(1);
  });

  const trace = fc.record({
    day: fc.integer({ min: 0, max: 60 }),
    second: fc.integer({ min: 0, max: 86_399 }),
    distanceM: fc.integer({ min: 1000, max: 42_000 }),
    movingS: fc.integer({ min: 300, max: 15_000 }),
  });
  const clock = (second: number): string =>
    [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
  const traces = fc.array(trace, { maxLength: 40 }).map((all) =>
    all.map(({ day, second, ...rest }) => ({
      ...rest,
      performedOn: addDays('2026-01-01' as PlainDate, day),
      timeOfDay: clock(second),
    })),
  );

  test('a file meets itself run by run, and nobody is known again twice', () => {
    fc.assert(
      fc.property(traces, traces, (known, incoming) => {
        const apart = known.filter(
          (one, at) => known.findIndex((other) => other.performedOn === one.performedOn) === at,
        );
        expect(sameRuns(apart, apart)).toHaveLength(apart.length);
        const pairs = sameRuns(known, incoming);
        expect(new Set(pairs.map((pair) => pair.known)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.incoming)).size).toBe(pairs.length);
      }),
    );
  });
});

const sourced = (source: string, more: Partial<SourcedRun> = {}): SourcedRun => ({
  source,
  performedOn: '2026-11-20' as PlainDate,
  sport: 'Run',
  isTreadmill: false,
  ...more,
});

describe('one run out of two', () => {
  test('the watch says what was measured, people what was written, the wall clock when it was', () => {
    const { run: merged, from } = mergeRuns([
      sourced('strava-bulk', { timeOfDay: '06:00:10', distanceM: 10_012.3, title: 'Tempo with Ben', ascentM: 80 }),
      sourced('garmin-connect', { timeOfDay: '07:00:10', distanceM: 10_000, title: 'Lisbon Running', averageHr: 156 }),
    ]);
    expect(merged).toEqual({
      performedOn: '2026-11-20',
      timeOfDay: '07:00:10',
      sport: 'Run',
      isTreadmill: false,
      title: 'Tempo with Ben',
      distanceM: 10_000,
      averageHr: 156,
      ascentM: 80,
    });
    expect(from).toMatchObject({ title: 'strava-bulk', distanceM: 'garmin-connect', ascentM: 'strava-bulk' });
  });

  const anySource = fc.record(
    {
      source: fc.constantFrom('strava-bulk', 'garmin-connect', 'intervals-activities', 'runkeeper', 'somebody-else'),
      performedOn: fc.constantFrom('2026-11-20' as PlainDate, '2026-11-21' as PlainDate),
      timeOfDay: fc.constantFrom('06:00:10', '07:00:10'),
      sport: fc.constantFrom('Run', 'Trail Run'),
      isTreadmill: fc.boolean(),
      distanceM: fc.integer({ min: 1, max: 40_000 }),
      title: fc.constantFrom('', 'Easy'),
      rpe: fc.integer({ min: 1, max: 10 }),
    },
    { requiredKeys: ['source', 'performedOn', 'sport', 'isTreadmill'] },
  );

  test('the order of the files does not matter, and every word is somebody’s', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anySource, { selector: ({ source }) => source, minLength: 1 }), (runs) => {
        const merged = mergeRuns(runs);
        expect(mergeRuns(runs.toReversed())).toEqual(merged);
        for (const [field, value] of Object.entries(merged.run)) {
          if (field !== 'isTreadmill')
            expect(runs.some((one) => Object.entries(one).some(([k, v]) => k === field && v === value))).toBe(true);
        }
      }),
    );
  });

  test('nothing to merge is a defect', () => {
    expect(() => mergeRuns([])).toThrow(RangeError);
  });
});
