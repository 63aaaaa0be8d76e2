import type { DistanceUnit } from '../kernel/quantity.ts';
import type { Sample } from './importer.ts';
import { FASTEST_M_PER_S } from './activityChecks.ts';
import { bareHeading, unitOfHeading } from './columnRoles.ts';
import { foldWord } from './headings.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { decimalMarkOf, readNumber } from './numbers.ts';
import { M_PER_MILE } from '../kernel/quantity.ts';

const DISTANCE_WORDS = new Set('distance, distanz, distancia, afstand, distância, distanza'.split(', ').map(foldWord));

export interface DistanceColumn {
  readonly column: number;
  /** As the heading says: `Distance (meters)`. */
  readonly unitM: number | undefined;
}

export const distanceColumns = (heading: readonly string[]): DistanceColumn[] =>
  heading.flatMap((cell, column) =>
    DISTANCE_WORDS.has(bareHeading(cell)) ? [{ column, unitM: metresOfUnit(unitOfHeading(cell)) }] : [],
  );

/** Where a Strava table has its distances, and what they count. */
export interface StravaDistances {
  /** Metres, with a point. */
  readonly distance: number | undefined;
  /** Kilometres (metres for swims), with the language's decimal mark, unless the heading says another unit. */
  readonly roughDistance: number | undefined;
  /** The unit of the rough distance and why, where somebody has cut the columns so that it is not plain. */
  readonly roughUnit?: { readonly unit: DistanceUnit; readonly evidence: string };
  /** Whether swims are in that unit too. */
  readonly isRoughForSwims?: boolean;
}

const median = (values: readonly number[]): number | undefined => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Nobody walks slower than this; kilometres a second or a minute are far below. */
const MIN_M_PER_S = 0.5;
/** Half of somebody's ways are not longer than this. */
const MOST_KM = 400;

const isNear = (value: number, other: number): boolean => Math.abs(value / other - 1) < 0.05;

/** The rows of a table that are on land, and where they have their times and speed. */
export interface CutRows {
  readonly rows: Sample;
  readonly times: readonly number[];
  readonly speed: number | undefined;
}

const numbersIn = (rows: Sample, column: number): number[] => {
  const cells = rows.map((row) => row[column] ?? '');
  const mark = decimalMarkOf(cells);
  return cells.map((cell) => readNumber(cell, mark) ?? 0);
};

/** The seconds of each row: moving if there are any, else from start to end. */
const secondsIn = ({ rows, times }: CutRows): number[] => {
  const columns = times.map((column) => numbersIn(rows, column));
  return rows.map((_, row) => columns.map((seconds) => seconds[row] ?? 0).find((value) => value > 0) ?? 0);
};

const middlePace = (cut: CutRows, column: number): number | undefined => {
  const seconds = secondsIn(cut);
  const printed = numbersIn(cut.rows, column);
  const paces = printed.map((distance, row) => distance / (seconds[row] ?? 0));
  return median(paces.filter((one) => one > 0 && Number.isFinite(one)));
};

const areMetres = (cut: CutRows, column: number): boolean | undefined => {
  const pace = middlePace(cut, column);
  if (pace === undefined) return undefined;
  const printed = median(numbersIn(cut.rows, column).filter((distance) => distance > 0)) ?? 0;
  return pace > MIN_M_PER_S || printed > MOST_KM;
};

/** Metres of one printed unit by Strava's speed, which is in metres a second. */
const metresBySpeed = (cut: CutRows, column: number): number | undefined => {
  if (cut.speed === undefined) return undefined;
  const [seconds, printed, speeds] = [secondsIn(cut), numbersIn(cut.rows, column), numbersIn(cut.rows, cut.speed)];
  const metres = printed.map((distance, row) => ((speeds[row] ?? 0) * (seconds[row] ?? 0)) / distance);
  return median(metres.filter((one) => one > 0 && Number.isFinite(one)));
};

/** Whoever keeps one of Strava's two distances does not say which: time tells metres, the speed the rest. */
export const loneDistance = (column: number, cut: CutRows): StravaDistances => {
  if (areMetres(cut, column) === true) return { distance: column, roughDistance: undefined };
  const metres = metresBySpeed(cut, column);
  const rough = { roughDistance: column, distance: undefined };
  if (metres !== undefined && isNear(metres, M_PER_MILE)) {
    return {
      ...rough,
      roughUnit: { unit: 'mi', evidence: 'average speed times time is 1.61 km for each printed unit' },
    };
  }
  const evidence =
    metres !== undefined && isNear(metres, 1000)
      ? 'average speed times time is 1.00 km for each printed unit'
      : 'Strava prints kilometres, and the file does not say otherwise; check one run';
  return { ...rough, roughUnit: { unit: 'km', evidence } };
};

export const distancesOf = (found: readonly DistanceColumn[], cut: CutRows): StravaDistances => {
  const metres = found.find(({ unitM }) => unitM === 1);
  if (metres !== undefined) return { distance: metres.column, roughDistance: undefined };
  const [first, second] = found;
  if (first === undefined) return { distance: undefined, roughDistance: undefined };
  if (first.unitM !== undefined) return { distance: undefined, roughDistance: first.column };
  if (second === undefined || areMetres(cut, second.column) === false) return loneDistance(first.column, cut);
  return { distance: second.column, roughDistance: first.column };
};

/** Scripts turn the API's metres into kilometres, and its seconds into minutes, and leave the names as they were. */
export const scriptedFigures = (
  column: number,
  cut: CutRows,
): StravaDistances & { readonly secondsPerNumber?: number } => {
  if (areMetres(cut, column) !== false) return { distance: column, roughDistance: undefined };
  const { roughUnit, ...rough } = loneDistance(column, cut);
  const evidence =
    roughUnit?.unit === 'mi' ? roughUnit.evidence : 'metres do not fit the time, kilometres do; check one run';
  const lone = { ...rough, roughUnit: { unit: roughUnit?.unit ?? 'km', evidence }, isRoughForSwims: true };
  const pace = middlePace(cut, column);
  return pace !== undefined && pace * 1000 > FASTEST_M_PER_S ? { ...lone, secondsPerNumber: 60 } : lone;
};
