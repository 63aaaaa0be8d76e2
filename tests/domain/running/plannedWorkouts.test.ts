import { expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { readPlannedRuns } from '../../../src/domain/running/plannedRunsText.ts';
import { plannedWorkouts } from '../../../src/domain/running/plannedWorkouts.ts';

const FROM = '2026-11-23' as PlainDate;
const HEADING =
  '"Title","WorkoutType","WorkoutDescription","PlannedDuration","PlannedDistanceInMeters","WorkoutDay","DistanceInMeters","TimeTotalInHours"';

const row = (title: string, sport: string, details: string, hours: string, metres: string, on: string): string =>
  [title, sport, details, hours, metres, on, '', ''].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

const file = (...rows: readonly string[]): string => [HEADING, ...rows].join('\r\n');

test('planned runs come as lines that a coach would have typed, and are read as such', () => {
  const text = file(
    row('Threshold 3 x 10 min + strides', 'Run', 'warm up\nthen hard', '1.25', '15000', '2026-11-24'),
    row('Long run', 'Run', '', '', '28420.5', '2026-11-29'),
    row('Shake-out', 'Run', '', '0.5', '', '2026-11-24'),
    row('', 'Run', '6x800 at 5 km pace', '', '12000', '2026-12-01'),
    row('', 'Day Off', '', '', '', '2026-11-27'),
  );
  const found = plannedWorkouts(text, FROM);
  expect(found).toEqual({
    lines: [
      '2026-11-24 Q 15km 75min Threshold 3 x 10 min strides + E 30min Shake-out',
      '2026-11-27 rest',
      '2026-11-29 L 28.42km Long run',
      '2026-12-01 Q 12km',
    ],
    earlier: 0,
    otherSports: 0,
  });
  const { days, problems } = readPlannedRuns(found?.lines.join('\n') ?? '', { monday: FROM, unit: 'mi' });
  expect(problems).toEqual([]);
  expect(
    days.map(({ on, runs }) => [on, runs.map(({ kind, distanceM, durationS }) => [kind, distanceM, durationS])]),
  ).toEqual([
    [
      '2026-11-24',
      [
        ['quality', 15_000, 4500],
        ['easy', undefined, 1800],
      ],
    ],
    ['2026-11-27', []],
    ['2026-11-29', [['long', 28_420, undefined]]],
    ['2026-12-01', [['quality', 12_000, undefined]]],
  ]);
});

test('what has gone by, other sports, and what has no plan are left out and counted', () => {
  const text = `\uFEFF${file(
    row('Easy', 'Run', '', '1', '', '2026-11-22'),
    row('Ride', 'Bike', '', '2', '', '2026-11-25'),
    row('Done without a plan', 'Run', '', '', '', '2026-11-25'),
    row('No day', 'Run', '', '1', '', 'tomorrow'),
  )}`;
  expect(plannedWorkouts(text, FROM)).toEqual({ lines: [], earlier: 1, otherSports: 1 });
});

test.each(['', 'Tue Q 12 km', '2026-12-01;Q;12 km;;6x800', 'Date,Distance\n2026-12-01,5'])(
  '%j is no such export',
  (text) => {
    expect(plannedWorkouts(text, FROM)).toBeUndefined();
  },
);
