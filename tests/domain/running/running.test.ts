import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageGrade, gradeBand, parseAgeFactors } from '../../../src/domain/running/ageGrade.ts';
import { criticalSpeed } from '../../../src/domain/running/criticalSpeed.ts';
import { decouplingPercent, efficiencyFactor, isSteady } from '../../../src/domain/running/efficiency.ts';
import { formOver } from '../../../src/domain/running/form.ts';
import { loadChange } from '../../../src/domain/running/loadChange.ts';
import { spikeOf, suggestedLongestM, twoWeekRise } from '../../../src/domain/running/runSpike.ts';
import { flatMeanSpeedMps, flatSpeed, runStress, trimp } from '../../../src/domain/running/runStress.ts';
import { riegelS, speedAtShareMps, timeForVdot, vdotOf } from '../../../src/domain/running/vdot.ts';
import { weekLoad, weekLoadFlags } from '../../../src/domain/running/weekLoad.ts';
import { polarizationIndex, zoneOfHeartRate, zoneOfSpeed } from '../../../src/domain/running/zones.ts';

const TABLE = parseAgeFactors(
  readFileSync(new URL('../../../resources/age_factors_2025.csv', import.meta.url), 'utf8'),
);

describe('a week of running', () => {
  test('polarisation and zones (R4.1)', () => {
    expect(polarizationIndex({ lowS: 0.8, middleS: 0.06, highS: 0.14 })).toBeCloseTo(2.271, 3);
    expect(polarizationIndex({ lowS: 0.75, middleS: 0.2, highS: 0.05 })).toBeCloseTo(1.273, 3);
    expect(polarizationIndex({ lowS: 1, middleS: 0, highS: 0 })).toBeUndefined();
    expect([0.79, 0.8, 0.9, 0.91].map((share) => zoneOfHeartRate(share * 200, 200))).toEqual([
      'low',
      'middle',
      'middle',
      'high',
    ]);
    expect(zoneOfSpeed(3, 4)).toBe('low');
    expect(zoneOfHeartRate(150, 0)).toBeUndefined();
  });

  test('monotony without variation is none, and strain is judged by the athlete’s own weeks (R4.2)', () => {
    const flat = weekLoad(Array.from({ length: 7 }, () => 100));
    expect(flat?.monotony).toBeUndefined();
    expect(flat && weekLoadFlags(flat, [])).toEqual({ isMonotonous: false, isStrained: false, hasNoVariation: true });
    const even = weekLoad([300, 300, 300, 300, 300, 300, 0]);
    expect(
      even &&
        weekLoadFlags(
          even,
          Array.from({ length: 12 }, (_, at) => 1000 + at),
        ),
    ).toMatchObject({
      isMonotonous: true,
      isStrained: true,
    });
    expect(even && weekLoadFlags(even, [1, 2, 3]).isStrained).toBe(false);
    expect(weekLoad([1, 2, 3])).toBeUndefined();
  });

  test('load change: ratios of the worked examples, none before day 28, never above 4 (R4.3)', () => {
    const steep = [...Array.from({ length: 21 }, () => 300), ...Array.from({ length: 7 }, () => 450)];
    expect(loadChange(steep)?.ewmaRatio).toBeCloseTo(1.1976, 4);
    expect(loadChange(steep.slice(1))).toBeUndefined();
    const last = [...Array.from({ length: 21 }, () => 0), ...Array.from({ length: 7 }, () => 900)];
    expect(loadChange(last)?.coupled).toBe(4);
    expect(loadChange(last)?.uncoupled).toBeUndefined();
  });

  test('steps to longer runs (R4.4)', () => {
    expect([19_800, 20_000, 24_000, 37_000].map((distanceM) => spikeOf(distanceM, 18_000))).toEqual([
      'none',
      'small',
      'moderate',
      'large',
    ]);
    expect(spikeOf(5000, undefined)).toBe('unknown');
    expect(suggestedLongestM(18_000, undefined)).toBe(19_800);
    expect(suggestedLongestM(undefined, 20_000)).toBe(12_000);
    expect(suggestedLongestM(undefined, undefined)).toBe(5000);
    expect(twoWeekRise([40, 42], [52, 56])).toMatchObject({ isSteep: true });
    expect(twoWeekRise([40, 42], [52, 56]).ratio).toBeCloseTo(1.3171, 4);
    expect(twoWeekRise([40, 42], [46, 50]).isSteep).toBe(false);
    expect(twoWeekRise([0, 0], [10, 10])).toEqual({ isSteep: false });
  });

  test('six weeks of the same load (R4.5)', () => {
    const last = formOver(
      { ctl: 0, atl: 0 },
      Array.from({ length: 42 }, () => 60),
    ).at(-1);
    expect(last?.ctl).toBeCloseTo(37.927, 3);
    expect(last?.atl).toBeCloseTo(59.851, 3);
  });
});

describe('one run', () => {
  test('stress, gradient and heart rate (R4.6)', () => {
    expect(runStress(90 * 60, 3.2, 3.9)).toBeCloseTo(100.99, 2);
    expect(flatSpeed(3, 0.05)).toBeCloseTo(3.904, 3);
    expect(flatSpeed(3, -0.05)).toBeCloseTo(2.288, 3);
    const half = { minutes: 60, hr: 150, restHr: 50, maxHr: 190 };
    const [male = 0, female = 0, other = 0] = (['male', 'female', 'other'] as const).map(
      (sex) => trimp({ ...half, sex }) ?? 0,
    );
    expect(male).toBeCloseTo(108.1, 2);
    expect(other).toBeCloseTo((male + female) / 2, 9);
    expect(trimp({ ...half, hr: 40, sex: 'male' })).toBeUndefined();
    expect(flatMeanSpeedMps({ distanceM: 10_000, movingS: 3000 })).toBeCloseTo(10 / 3, 9);
    expect(flatMeanSpeedMps({ distanceM: 10_000, movingS: 3000, ascentM: 200 })).toBeGreaterThan(10 / 3);
    expect(flatMeanSpeedMps({ distanceM: 0, movingS: 3000 })).toBeUndefined();
  });

  test('efficiency and decoupling (R4.7)', () => {
    expect(efficiencyFactor(12_000 / 3600, 145)).toBeCloseTo(1.3793, 4);
    expect(efficiencyFactor(10_000 / 3150, 138)).toBeCloseTo(1.3803, 4);
    expect(decouplingPercent(200 / 142, 198 / 149)).toBeCloseTo(5.65, 2);
    expect(decouplingPercent(180 / 135, 181 / 137)).toBeCloseTo(0.91, 2);
    const easy = { flatSpeedMps: 3, averageHr: 140, movingS: 2400, maxHr: 190, isKey: false };
    expect(isSteady(easy)).toBe(true);
    expect(isSteady({ ...easy, movingS: 1199 })).toBe(false);
    expect(isSteady({ ...easy, averageHr: 170 })).toBe(false);
    expect(isSteady({ ...easy, rpe: 5 })).toBe(false);
    expect(isSteady({ ...easy, isKey: true })).toBe(false);
  });
});

describe('races', () => {
  test('VDOT, its times and paces, Riegel (R4.8)', () => {
    expect(timeForVdot(50, 10_000)).toBeCloseTo(41 * 60 + 20, -1);
    expect(1000 / (speedAtShareMps(50, 0.88) ?? 0)).toBeCloseTo(255, 0);
    expect(1000 / (speedAtShareMps(50, 0.66) ?? 0)).toBeCloseTo(322, 0);
    expect(riegelS(10_000, 2400, 21_097.5)).toBeCloseTo(88 * 60 + 15, 0);
    expect(riegelS(5000, 1200, 10_000)).toBeCloseTo(41 * 60 + 42, 0);
    expect(vdotOf(100, 10)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.double({ min: 30, max: 80, noNaN: true }),
        fc.double({ min: 3000, max: 30_000, noNaN: true }),
        (vdot, distanceM) => {
          const timeS = timeForVdot(vdot, distanceM);
          if (timeS !== undefined) expect(vdotOf(distanceM, timeS)).toBeCloseTo(vdot, 6);
        },
      ),
    );
  });

  test('critical speed is not believed where no runner is (R4.9)', () => {
    const effort = (distanceM: number, durationS: number) => ({ distanceM, durationS });
    expect(criticalSpeed([effort(1600, 320), effort(5000, 1100)])?.reserveM).toBeCloseTo(205.1, 1);
    expect(criticalSpeed([effort(1600, 320)])).toBeUndefined();
    expect(criticalSpeed([effort(1600, 320), effort(1600, 320)])).toBeUndefined();
    expect(criticalSpeed([effort(1600, 320), effort(9000, 1100)])).toBeUndefined();
    expect(criticalSpeed([effort(400, 60), effort(5000, 1100)])).toBeUndefined();
  });

  test('age grade, also between two distances, and none where the table has none (R4.10)', () => {
    const half = ageGrade(TABLE, { sex: 'female', ageYears: 60, distanceM: 21_097.5, durationS: 6300 });
    expect(half?.factor).toBeCloseTo(0.7718, 4);
    expect(half?.percent).toBeCloseTo(77.58, 2);
    expect(half?.gradedS).toBeCloseTo(3600 + 21 * 60 + 2, 0);
    expect(gradeBand(half?.percent ?? 0)).toBe('regional class');
    const standard = (distanceM: number): number =>
      ageGrade(TABLE, { sex: 'male', ageYears: 45, distanceM, durationS: 3000 })?.standardS ?? 0;
    expect(standard(12_000)).toBeGreaterThan(standard(10_000));
    expect(standard(12_000)).toBeLessThan(standard(15_000));
    expect(ageGrade(TABLE, { sex: 'male', ageYears: 3, distanceM: 5000, durationS: 1500 })).toBeUndefined();
    expect(ageGrade(TABLE, { sex: 'male', ageYears: 40, distanceM: 400, durationS: 60 })).toBeUndefined();
  });
});
