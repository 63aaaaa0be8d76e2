import type { ActivityList, ActivityRules } from './activityList.ts';
import { firstRows } from './csvTable.ts';
import type { DatedRow, Importer } from './importer.ts';
import type { DraftActivity, ImportAssumption } from './draft.ts';
import type { GarminColumns } from './garminColumns.ts';
import type { TableReading } from './tableReading.ts';
import { activityImporter } from './activityList.ts';
import { parseDuration } from './durations.ts';
import { garminColumns, garminPlaces, readPace } from './garminColumns.ts';
import { garminUnit } from './garminUnits.ts';
import type { DistanceUnit } from '../kernel/quantity.ts';
import { distanceToM } from '../kernel/quantity.ts';
import { metresOfClimb, metresOfSwim } from './lengthUnits.ts';
import { readNumber } from './numbers.ts';
import { sportMeaning } from './sports.ts';
import { cellOf, readPositive, report } from './tableReading.ts';

/** How far distance times pace may be from the time, as a share. */
const FIT = 0.06;

const isNear = (value: number, other: number): boolean => Math.abs(value / other - 1) < FIT;

/** A list read with its columns; `unitM` are the metres of the unit it is printed in. */
interface GarminReading {
  readonly reading: TableReading;
  readonly columns: GarminColumns;
  readonly unitM: number;
  /** What has been told of the file already, so that it is told once. */
  readonly told: Set<string>;
}

interface Crossed {
  readonly distance: number;
  readonly timeS: number;
  /** Distance times pace over time: 1 when the three agree. */
  readonly ratio: number;
  /** The same over the moving time: swims are paced without their rests. */
  readonly movingRatio: number | undefined;
}

/** The row's distance, pace and time against one another; `undefined` for swims and rows without all three. */
const crossed = ({ reading, columns }: GarminReading, row: DatedRow, distance?: number): Crossed | undefined => {
  const printed = distance ?? readNumber(cellOf(row, columns.distance), reading.markOf(columns.distance));
  const paceS = readPace(cellOf(row, columns.pace));
  const timeS = parseDuration(cellOf(row, columns.time));
  if (!printed || !paceS || !timeS || sportMeaning(cellOf(row, columns.sport)).isSwim) return undefined;
  const movingS = columns.moving === undefined ? undefined : parseDuration(cellOf(row, columns.moving));
  const movingRatio = movingS ? (printed * paceS) / movingS : undefined;
  return { distance: printed, timeS, ratio: (printed * paceS) / timeS, movingRatio };
};

/** Swims are paced by the hundred and rowing by the five hundred, whatever the language calls them. */
const PACED_BY = [100, 500];

/** Short track sessions are printed in metres among kilometres: time and pace tell. */
const metresPrinted = (garmin: GarminReading, row: DatedRow, unit: DistanceUnit): number | undefined => {
  const cross = crossed(garmin, row);
  if (cross === undefined) return undefined;
  const { ratio, movingRatio = ratio } = cross;
  if (PACED_BY.some((part) => isNear(ratio, part) || isNear(movingRatio, part))) return metresOfSwim(unit);
  if (!isNear(cross.ratio, garmin.unitM)) return undefined;
  const expected = 'a distance that fits time and pace; these can only be metres, and are taken so';
  report(garmin.reading, row, garmin.columns.distance, expected);
  return 1;
};

const tellOnce = (garmin: GarminReading, assumption: ImportAssumption): void => {
  if (garmin.told.has(assumption.chosen)) return;
  garmin.told.add(assumption.chosen);
  garmin.reading.assumptions.push(assumption);
};

/** One export prints hours and minutes, a spreadsheet prints minutes as hours: the factor that pace and distance ask for. */
const timeFactor = (garmin: GarminReading, row: DatedRow): number => {
  const cross = crossed(garmin, row);
  const factor = [60, 1 / 60].find((candidate) => cross !== undefined && isNear(cross.ratio, candidate));
  if (factor === undefined) return 1;
  const chosen = factor === 60 ? 'hours and minutes' : 'minutes and seconds';
  const evidence = `line ${row.line} has ${cellOf(row, garmin.columns.time)}, which fits distance and pace only so`;
  tellOnce(garmin, { what: 'duration', chosen, evidence });
  return factor;
};

const firstCadence = ({ reading, columns }: GarminReading, row: DatedRow): number | undefined => {
  for (const column of columns.cadences) {
    const cadence = readPositive(reading, row, column);
    if (cadence !== undefined) return cadence;
  }
  return undefined;
};

const times = (value: number | undefined, factor: number): number | undefined =>
  value === undefined ? undefined : value * factor;

/** The watch's own time stands in where no moving time was kept; it is never longer than the time from start to end. */
const withTimes = (garmin: GarminReading, row: DatedRow, activity: DraftActivity): DraftActivity => {
  const factor = timeFactor(garmin, row);
  const timeS = times(parseDuration(cellOf(row, garmin.columns.time)) || undefined, factor);
  const movingS = times(activity.movingS, garmin.columns.moving === undefined ? factor : 1) ?? timeS;
  const elapsedS = times(activity.elapsedS, garmin.columns.elapsed === undefined ? factor : 1) ?? timeS;
  return { ...activity, movingS, elapsedS };
};

/** Steps a minute from which feet are running, whatever the word says. */
const RUNNING_SPM = 140;

const movesLikeRunning = ({ distanceM, movingS, cadenceSpm }: DraftActivity): boolean => {
  if (distanceM === undefined || movingS === undefined || cadenceSpm === undefined) return false;
  const speed = distanceM / movingS;
  return cadenceSpm >= RUNNING_SPM && cadenceSpm < 240 && speed > 1.8 && speed < 8;
};

/** In a language that nobody has told us a sport that moves as runs do is counted as running, and it is said. */
const asRunByMovement = (garmin: GarminReading, activity: DraftActivity): DraftActivity => {
  if (activity.isRun || garmin.columns.isNamed || !movesLikeRunning(activity)) return activity;
  const evidence = `“${activity.sport}” is not a word that is known; its rows have the cadence and speed of running`;
  tellOnce(garmin, { what: 'sport', chosen: `${activity.sport}: running`, evidence });
  return { ...activity, isRun: true };
};

/** The web page exports what it has loaded: full pages look like a list that was cut short. */
const ROWS_A_PAGE = 20;

const pointOutCutShort = ({ table, notes }: TableReading): void => {
  const rows = table.records.length;
  if (rows === 0 || rows % ROWS_A_PAGE !== 0) return;
  notes.problems.push({
    line: table.headingLine,
    field: 'row',
    found: `exactly ${rows} activities`,
    expected:
      'the whole list: Garmin Connect exports the rows it has loaded; scroll to the end and export again if some are missing',
  });
};

const rulesFor = (reading: TableReading, columns: GarminColumns): ActivityRules => {
  const unit = garminUnit(reading, columns);
  const garmin: GarminReading = { reading, columns, unitM: distanceToM(unit, 1), told: new Set() };
  pointOutCutShort(reading);
  return {
    metresPerUnit: (row, sport) =>
      sport.isSwim ? metresOfSwim(unit) : (metresPrinted(garmin, row, unit) ?? garmin.unitM),
    metresPerAscent: metresOfClimb(unit),
    isPlausible: (row, distance) => isNear(crossed(garmin, row, distance)?.ratio ?? 0, 1),
    amended: (row, activity) => {
      const timed = withTimes(garmin, row, { ...activity, cadenceSpm: firstCadence(garmin, row) });
      return asRunByMovement(garmin, timed);
    },
  };
};

const columnsOf = (reading: TableReading): GarminColumns | undefined =>
  garminColumns(reading.table.heading, firstRows(reading.table));

const GARMIN: ActivityList = {
  format: 'garmin-connect',
  name: 'Garmin Connect list',
  knownBy: 'Activity Type, Date, Favorite, Title, Distance, … (Activities.csv, any language)',
  source: 'garmin',
  // The sport's word is in the language of the account, and athletes change it: the start alone is the key.
  isKeyedByStart: true,
  find: (heading, following) => {
    const columns = garminColumns(heading, following);
    return columns === undefined ? undefined : garminPlaces(columns);
  },
  rulesFor: (reading) => {
    const columns = columnsOf(reading);
    return columns === undefined ? {} : rulesFor(reading, columns);
  },
};

/** The list of Garmin Connect's web page since 2012. Reads the heading in many languages, and any other by its shape. */
export const GARMIN_IMPORTERS: readonly Importer[] = [activityImporter(GARMIN)];
