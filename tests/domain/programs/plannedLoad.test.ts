import { describe, expect, test } from 'vitest';
import { plannedLoad, type PlannedSlot } from '../../../src/domain/programs/plannedLoad.ts';
import { readCell } from '../../../src/domain/programs/shorthand.ts';
import { exerciseOf } from '../exercises/shippedLibrary.ts';

const slot = (key: string, text: string, loadKg?: number, percentOf1rm?: number): PlannedSlot => {
  const { cell } = readCell(text);
  const prescriptions = cell.kind === 'sets' ? cell.prescriptions : [];
  return {
    exercise: exerciseOf(key),
    prescriptions: prescriptions.map((prescription) => ({ prescription, resolved: { loadKg, percentOf1rm } })),
  };
};

describe('§5 the strength load of a planned session', () => {
  test('the worked session: squat 3×4 at 105 kg, RDL 3×6 at 72.5 kg, calf, press-ups, plank', () => {
    const load = plannedLoad([
      slot('sq_back', '3x4 @85% cap9', 105, (100 * 105) / 125.41),
      slot('hi_rdl_bb', '3x6 @77.5% cap8', 72.5, (100 * 72.5) / 95),
      slot('cf_raise_1', '3x8 RIR2'),
      slot('pu_full', '2x12 bw cap8'),
      slot('tr_side', '2x30s bw cap8'),
    ]);
    expect(load).toMatchObject({ lowerHardSets: 9, hardSets: 13, tonnageKg: 2565, contacts: 0 });
    expect(load.averageIntensityPct).toBeCloseTo(79.28, 2);
    expect(load.inol.map(({ exercise, band }) => `${exercise} ${band}`)).toEqual([
      'Barbell Romanian deadlift optimal',
      'Back squat (parallel) optimal',
    ]);
  });

  test('both sides of one-legged work and both feet of one-legged jumps count; jumps are never hard sets', () => {
    const load = plannedLoad([slot('lu_bss', '3x6 RIR2', 32), slot('py_pogo_1', '2x6c')]);
    expect(load).toMatchObject({ tonnageKg: 1152, reps: 36, contacts: 24, lowerHardSets: 3 });
  });

  test('INOL of 4 × 4 at 85 %, and repetitions at 85 % and more', () => {
    const load = plannedLoad([slot('sq_back', '4x4 @85% cap8.5', 100, 85)]);
    expect(load.inol[0]?.value).toBeCloseTo(1.0667, 4);
    expect(load.inol[0]?.band).toBe('hard');
    expect(load.peakReps).toBe(16);
  });

  test('nothing planned is nothing, not NaN', () => {
    expect(plannedLoad([])).toEqual({
      lowerHardSets: 0,
      hardSets: 0,
      reps: 0,
      peakReps: 0,
      contacts: 0,
      tonnageKg: 0,
      inol: [],
    });
  });
});
