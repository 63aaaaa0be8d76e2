import type { DistanceUnit } from '../kernel/quantity.ts';
import type { GarminColumns } from './garminColumns.ts';
import type { TableReading } from './tableReading.ts';
import { readPace } from './garminColumns.ts';
import { parseDuration } from './durations.ts';
import { M_PER_MILE } from '../kernel/quantity.ts';
import { readNumber } from './numbers.ts';
import { cellOf } from './tableReading.ts';
import { sportMeaning } from './sports.ts';

/** Runs from which the unit is believed without looking at walks too. */
const RUNS_ENOUGH = 3;
/** How far the median may be from 1 or 1.609: Garmin rounds stride and cadence. */
const TOLERANCE = 0.08;

const MILE_RATIO = M_PER_MILE / 1000;

interface StrideRatio {
  readonly isRun: boolean;
  /** Whoever corrects the distance of a treadmill does not correct the stride. */
  readonly isTreadmill: boolean;
  /** Kilometres by stride, cadence and time, for each unit of printed distance. */
  readonly ratio: number;
}

/** One export prints hours and minutes where others print minutes and seconds: distance times pace is sixty times as long. */
const minutesOf = (cells: { readonly time: string; readonly pace: string }, distance: number): number => {
  const seconds = parseDuration(cells.time) ?? 0;
  const paced = (readPace(cells.pace) ?? 0) * distance;
  return Math.abs(paced / (seconds * 60) - 1) < TOLERANCE ? seconds : seconds / 60;
};

const strideRatios = (reading: TableReading, columns: GarminColumns): StrideRatio[] => {
  const { stride, cadences, distance, time, pace } = columns;
  if (stride === undefined) return [];
  const numberIn = (cell: string, column: number): number => readNumber(cell, reading.markOf(column)) ?? 0;
  return reading.rows.flatMap((row) => {
    const cadence = cadences.map((column) => numberIn(cellOf(row, column), column)).find((value) => value > 0) ?? 0;
    const strideM = numberIn(cellOf(row, stride), stride);
    const printed = numberIn(cellOf(row, distance), distance);
    const minutes = minutesOf({ time: cellOf(row, time), pace: cellOf(row, pace) }, printed);
    if (cadence <= 0 || strideM <= 0 || printed <= 0 || minutes <= 0) return [];
    const { isRun, isTreadmill } = sportMeaning(cellOf(row, columns.sport));
    return [{ isRun, isTreadmill, ratio: (strideM * cadence * minutes) / 1000 / printed }];
  });
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const unitOfRatio = (ratio: number): DistanceUnit | undefined => {
  if (Math.abs(ratio - 1) < TOLERANCE) return 'km';
  return Math.abs(ratio / MILE_RATIO - 1) < TOLERANCE ? 'mi' : undefined;
};

/** Runs outside if there are enough, else all runs; of few activities all, unless all but the runs outside are on treadmills. */
const mostTelling = (all: readonly StrideRatio[]): readonly StrideRatio[] => {
  const runs = all.filter(({ isRun }) => isRun);
  const outside = runs.filter(({ isTreadmill }) => !isTreadmill);
  const enough = [outside, runs].find(({ length }) => length >= RUNS_ENOUGH);
  if (enough !== undefined) return enough;
  return outside.length > 0 && runs.length === all.length && outside.length < all.length ? outside : all;
};

/**
 * Kilometres or miles of a Garmin list, which never says: as chosen, else from stride length times cadence times time
 * against the printed distance, else kilometres. How it was decided is among the reading's assumptions.
 */
export const garminUnit = (reading: TableReading, columns: GarminColumns): DistanceUnit => {
  const settle = (unit: DistanceUnit, evidence: string): DistanceUnit => {
    const swims = unit === 'mi' ? '; climbs taken as feet, swims as yards' : '';
    reading.assumptions.push({ what: 'distanceUnit', chosen: unit, evidence: `${evidence}${swims}` });
    return unit;
  };
  const { distanceUnit } = reading.context.choices;
  if (distanceUnit !== undefined) return settle(distanceUnit, 'chosen');
  const all = strideRatios(reading, columns);
  const used = mostTelling(all);
  const ratio = median(used.map((one) => one.ratio));
  const unit = used.length === 0 ? undefined : unitOfRatio(ratio);
  if (unit === undefined) return settle('km', 'the file does not say and has no strides that tell; check one run');
  const one = used.length === 1;
  const what = used === all ? `${one ? 'activity' : 'activities'} on foot` : `run${one ? '' : 's'}`;
  const times = `stride × cadence × time is ${ratio.toFixed(2)} km for each printed unit`;
  return settle(unit, `${times} (median of ${used.length} ${what})`);
};
