import type { MassUnit } from '../kernel/quantity.ts';
import type { DatedRow } from './importer.ts';
import type { TableReading } from './tableReading.ts';
import { massToKg, roundTo } from '../kernel/quantity.ts';
import { isMissing, provedMarkOf } from './numbers.ts';
import { loadDigits, massUnitOfHeading, readLoad } from './printedUnits.ts';
import { cellOf, report } from './tableReading.ts';

/** Grown people who weigh more than this in kilograms are few; those who weigh less in pounds are fewer. */
const POUNDS_FROM = 115;

/** What a person can weigh, as the register takes it. */
const MIN_KG = 20;
const MAX_KG = 300;

export type ReadMass = (row: DatedRow) => number | undefined;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Kilograms or pounds of a file that does not say: as chosen, else from the weights themselves. */
const settleUnit = (reading: TableReading, weights: readonly number[]): MassUnit => {
  const settle = (unit: MassUnit, evidence: string): MassUnit => {
    reading.assumptions.push({ what: 'massUnit', chosen: unit, evidence });
    return unit;
  };
  const { massUnit } = reading.context.choices;
  if (massUnit !== undefined) return settle(massUnit, 'chosen');
  if (weights.length === 0) return 'kg';
  const middle = median(weights);
  const found = `the file does not say; half of the weights are over ${middle.toFixed(1)}`;
  return middle >= POUNDS_FROM
    ? settle('lb', `${found}: too much for kilograms`)
    : settle('kg', `${found}: usual in kilograms`);
};

/**
 * Reads a column of body masses in kilograms: the unit in the cell, else in the heading, else the app's, else settled once
 * for the file. A mass that no person has is reported and left out.
 */
export const massReader = (reading: TableReading, column: number, stated: MassUnit | undefined): ReadMass => {
  const cells = reading.rows.map((row) => cellOf(row, column)).filter((cell) => !isMissing(cell));
  const mark = provedMarkOf(cells.map(loadDigits)) ?? reading.markOf(column);
  const printed = cells.map((cell) => readLoad(cell, mark));
  const silent = printed.flatMap((load) => (load === undefined || load.unit !== undefined ? [] : [load.value]));
  const ofHeading = massUnitOfHeading(reading.table.heading[column] ?? '') ?? stated;
  const otherwise = ofHeading ?? settleUnit(reading, silent);
  return (row) => {
    const cell = cellOf(row, column);
    if (isMissing(cell)) return undefined;
    const load = readLoad(cell, mark);
    if (load?.value === 0) return undefined;
    const massKg = load === undefined ? undefined : roundTo(massToKg(load.unit ?? otherwise, load.value), 3);
    if (massKg !== undefined && massKg >= MIN_KG && massKg <= MAX_KG) return massKg;
    report(reading, row, column, `a body mass from ${MIN_KG} to ${MAX_KG} kg; left out`);
    return undefined;
  };
};
