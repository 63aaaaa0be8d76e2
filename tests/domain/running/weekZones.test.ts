import { describe, expect, test } from 'vitest';
import { criticalEfforts } from '../../../src/domain/running/criticalSpeed.ts';
import { weekTrimp, weekZones } from '../../../src/domain/running/weekZones.ts';

describe('a week in zones', () => {
  const facts = { maxHr: 190, restHr: 50, criticalSpeedMps: 4.5, sex: 'male' } as const;

  test('each run is where its mean heart rate is, else where its pace is', () => {
    const runs = [
      { distanceM: 10_000, movingS: 3000, averageHr: 140 },
      { distanceM: 10_000, movingS: 2500, averageHr: 160 },
      { distanceM: 5000, movingS: 1000 },
      { distanceM: undefined, movingS: 600 },
    ];
    expect(weekZones(runs, facts)).toEqual({
      lowS: 3000,
      middleS: 2500,
      highS: 1000,
      untoldS: 600,
      polarization: Math.log10((3000 / 2500) * (1000 / 6500) * 100),
    });
  });

  test('what nothing is known of has no zones, and no NaN', () => {
    expect(weekZones([{ distanceM: 5000, movingS: 1500 }], { sex: 'other' })).toBeUndefined();
    expect(weekZones([{ distanceM: 0, movingS: 0, averageHr: 0 }], facts)).toBeUndefined();
    expect(weekZones([], facts)).toBeUndefined();
  });

  test('the training impulse is that of the runs with a heart rate (R4.6)', () => {
    const run = { distanceM: 10_000, movingS: 3600, averageHr: 150 };
    expect(weekTrimp([run, { movingS: 3600 }], facts)).toBeCloseTo(108.1, 2);
    expect(weekTrimp([run], { sex: 'male', maxHr: 190 })).toBeUndefined();
    expect(weekTrimp([], facts)).toBeUndefined();
  });
});

test('critical speed is told by the best of each distance of 2 to 20 min, the newest first', () => {
  const effort = (distanceM: number, durationS: number) => ({ distanceM, durationS });
  const found = criticalEfforts([
    effort(5000, 1100),
    effort(1500, 330),
    effort(1500, 300),
    effort(10_000, 2400),
    effort(3000, 640),
    effort(1609, 340),
    effort(800, 150),
  ]);
  expect(found).toEqual([effort(5000, 1100), effort(1500, 300), effort(3000, 640), effort(1609, 340)]);
});
