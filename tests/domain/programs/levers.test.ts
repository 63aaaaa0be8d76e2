import { describe, expect, test } from 'vitest';
import { leverFaults, leversRaised, type SlotDose } from '../../../src/domain/programs/levers.ts';
import type { Prescription } from '../../../src/domain/programs/program.ts';

const dose = (sets: number, reps: number, percent: number, more: Partial<Prescription> = {}): SlotDose => ({
  exerciseKey: 'sq_back',
  level: 4,
  sessionsPerWeek: 1,
  prescriptions: [{ sets, reps, basis: { kind: 'pct1rm', fraction: percent / 100 }, ...more }],
});

const byEffort = (exerciseKey: string, level: number, restS = 120): SlotDose => ({
  exerciseKey,
  level,
  sessionsPerWeek: 1,
  prescriptions: [{ sets: 3, reps: 8, basis: { kind: 'rpe', rpe: 8 }, restS }],
});

const withBasis = (basis: Prescription['basis'], more: Partial<Prescription> = {}): SlotDose => ({
  ...dose(3, 5, 80),
  prescriptions: [{ sets: 3, reps: 5, basis, ...more }],
});

describe('R2.10 levers', () => {
  test('the vectors of the specification', () => {
    expect(leversRaised(dose(3, 6, 77.5), dose(3, 6, 80))).toEqual(['INTENSITY']);
    expect(leversRaised(dose(3, 6, 77.5), dose(4, 6, 80))).toEqual(['VOLUME', 'INTENSITY']);
    expect(leversRaised(dose(3, 6, 80), dose(3, 4, 85))).toEqual(['INTENSITY']);
    expect(leversRaised(byEffort('sq_goblet', 2), byEffort('sq_front', 4))).toEqual(['SELECTION']);
    expect(leversRaised(byEffort('sq_goblet', 2), byEffort('sq_front', 4, 90))).toEqual(['SELECTION', 'TIME']);
  });

  test('faults of the vectors', () => {
    expect(leverFaults(dose(3, 6, 77.5), dose(3, 6, 80))).toEqual([]);
    expect(leverFaults(dose(3, 6, 77.5), dose(4, 6, 80))).toEqual(['tooManyLevers', 'moreVolumeWithIntensity']);
    expect(leverFaults(dose(3, 6, 80), dose(3, 4, 85))).toEqual([]);
  });

  test('crossing into heavy loads is paid for with volume', () => {
    expect(leverFaults(dose(3, 4, 82.5), dose(3, 4, 85))).toEqual(['heavyWithoutLessVolume']);
    expect(leverFaults(dose(3, 4, 82.5), dose(3, 3, 85))).toEqual([]);
  });

  test('steps that are too large', () => {
    expect(leverFaults(dose(3, 5, 70), dose(3, 5, 76))).toEqual(['intensityStep']);
    expect(leverFaults(dose(2, 6, 70), dose(4, 6, 70))).toEqual(['volumeStep']);
    expect(leverFaults(dose(2, 6, 70), dose(3, 6, 70))).toEqual([]);
  });

  test('below the thresholds nothing is raised', () => {
    expect(leversRaised(dose(3, 4, 78), dose(3, 4, 80))).toEqual([]);
    expect(leversRaised(dose(3, 10, 70), dose(3, 11, 70))).toEqual([]);
    expect(leversRaised(dose(3, 4, 80), dose(2, 4, 75))).toEqual([]);
  });

  test('frequency and time under tension are TIME', () => {
    expect(leversRaised(dose(3, 4, 75), { ...dose(3, 4, 75), sessionsPerWeek: 2 })).toEqual(['TIME']);
    const hold = (holdS: number) => withBasis({ kind: 'bodyweight' }, { reps: undefined, holdS });
    expect(leversRaised(hold(30), hold(45))).toEqual(['TIME']);
    expect(leversRaised(hold(30), hold(33))).toEqual([]);
  });

  test('intensity by load, by effort, through the chart', () => {
    const load = (loadKg: number) => withBasis({ kind: 'load', loadKg });
    expect(leversRaised(load(100), load(102.5))).toEqual(['INTENSITY']);
    expect(leversRaised(load(100), load(102))).toEqual([]);
    const reserve = (rir: number) => withBasis({ kind: 'rir', rir });
    expect(leversRaised(reserve(3), reserve(2))).toEqual(['INTENSITY']);
    expect(
      leversRaised(withBasis({ kind: 'bodyweight' }, { rpeCap: 7 }), withBasis({ kind: 'bodyweight' }, { rpeCap: 8 })),
    ).toEqual(['INTENSITY']);
    expect(
      leversRaised(withBasis({ kind: 'pctTm', fraction: 0.9 }), withBasis({ kind: 'pct1rm', fraction: 0.835 })),
    ).toEqual(['INTENSITY']);
  });

  test('an easier exercise is no lever, an unknown one is', () => {
    expect(leversRaised(byEffort('sq_front', 4), byEffort('sq_goblet', 2))).toEqual([]);
    expect(leversRaised(byEffort('sq_front', 4), { ...byEffort('own_1', 1), level: undefined })).toEqual(['SELECTION']);
  });
});
