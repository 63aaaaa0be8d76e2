import { roundTo } from '../kernel/quantity.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { percentOf1rm } from '../strength/rpeChart.ts';
import { DEFAULT_TM_FACTOR } from '../strength/trainingMax.ts';
import { LIMITS } from './cellLimits.ts';
import { plannedPercent } from './levers.ts';
import type { Prescription } from './program.ts';
import { atShare, scaledLoad } from './progressCaps.ts';
import { laneOf, type RowStart } from './progressRows.ts';

/** Sets of a table. `percent` is of the one-rep max; `rpe` the effort they may reach. */
export interface TableDose {
  readonly sets: number;
  readonly reps: number;
  readonly percent: number;
  readonly rpe: number;
}

export interface DoseInRow {
  readonly sets: readonly Prescription[];
  readonly held?: string | undefined;
}

/** Lifts take a table's dose; assistance, holds, carries and jumps do not. What is written by per cent is a lift, whatever its role. */
export const takesDose = (row: RowStart): boolean => {
  const lane = laneOf(row.sets);
  if (row.sets.some(({ holdS, distanceM }) => holdS !== undefined || distanceM !== undefined)) return false;
  if (lane === 'share') return true;
  return (
    row.role === 'main' && (lane === 'load' || lane === 'effort' || lane === 'rm' || lane === 'reps' || lane === 'open')
  );
};

const FULL_REST_PERCENT = 85;
const FULL_REST_S = 180;

/** Where no cap says how hard a written load is [D]. */
const ORDINARY_RPE = 8;
const RM_RPE = 9;

/** How heavy the sets of a row are, per cent of the maximum: as planned, or what a load stands for by its repetitions and cap. */
export const percentOfRow = ({ sets }: RowStart): number | undefined => {
  const one = sets.at(-1);
  if (one === undefined) return undefined;
  if (one.basis.kind !== 'load') return plannedPercent(one);
  return one.reps === undefined ? undefined : percentOf1rm(one.reps, one.rpeCap ?? ORDINARY_RPE);
};

/** The RM that is as heavy as a per cent of the maximum, held to RPE 9 (R2.1): never heavier. */
const rmAt = (percent: number): number => {
  for (let rm = 1; rm < LIMITS.rm; rm += 1) {
    if ((percentOf1rm(rm, RM_RPE) ?? 0) <= percent) return rm;
  }
  return LIMITS.rm;
};

/** A full rest comes with heavy loads (R2.3); a rest nobody wrote is left unsaid. */
const rested = (one: Prescription, percent: number): Prescription =>
  one.restS !== undefined && percent >= FULL_REST_PERCENT ? { ...one, restS: Math.max(one.restS, FULL_REST_S) } : one;

/**
 * A table's dose in the way a row is written: in per cent, by effort, as an RM; a load in proportion to what the row's own load stands
 * for. Rest, tempo and cue stay. Body weight takes the sets and the cap and keeps its repetitions.
 */
export const doseIn = (row: RowStart, dose: TableDose): Result<DoseInRow, string> => {
  const own = row.sets.at(-1);
  if (own === undefined) return fail('has no sets');
  const { repsTo, rpeCap: _rpeCap, ...rest } = rested(own, dose.percent);
  const plain: Prescription = { ...rest, sets: dose.sets, reps: dose.reps };
  const capped: Prescription = { ...plain, rpeCap: dose.rpe };
  const { basis } = own;
  switch (basis.kind) {
    case 'pct1rm':
    case 'pctTm': {
      const written = roundTo(basis.kind === 'pctTm' ? dose.percent / DEFAULT_TM_FACTOR : dose.percent, 1);
      const { one, held } = atShare(capped, basis, written);
      return ok({ sets: [one], held });
    }
    case 'load': {
      const percent = percentOfRow(row);
      if (percent === undefined)
        return fail('its load does not say how heavy it is: write it in per cent or by effort');
      return ok({ sets: [{ ...capped, basis: scaledLoad(basis, dose.percent / percent) }] });
    }
    case 'rpe':
      return ok({ sets: [{ ...plain, basis: { kind: 'rpe', rpe: dose.rpe } }] });
    case 'rir':
      return ok({ sets: [{ ...plain, basis: { kind: 'rir', rir: 10 - dose.rpe } }] });
    case 'rm':
      return ok({ sets: [{ ...plain, basis: { kind: 'rm', rm: rmAt(dose.percent) } }] });
    case 'open':
      return ok({ sets: [capped] });
    case 'bodyweight': {
      const kept = { reps: own.reps, ...(repsTo === undefined ? {} : { repsTo }) };
      return ok({ sets: [{ ...capped, ...kept }] });
    }
    case 'mvc':
      return fail('a share of the strongest effort, which is a fixed dose');
  }
};
