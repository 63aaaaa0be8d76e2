import type { CsvTable } from './csvTable.ts';
import type { DraftActivity, FileRefusal, ImportAssumption, ImportDraft } from './draft.ts';
import type { DatedRow, Importer, ReadContext, Sample } from './importer.ts';
import type { LocalStart } from './dateTimes.ts';
import type { Result } from '../kernel/result.ts';
import type { SportMeaning } from './sports.ts';
import type { StravaColumns } from './stravaColumns.ts';
import type { TablePlan, TableReading } from './tableReading.ts';
import { onePerKey, onePerStart, pointOutOddities } from './activityChecks.ts';
import { unitOfHeading } from './columnRoles.ts';
import { firstRows } from './csvTable.ts';
import { toZone } from './dateTimes.ts';
import { headerOnly, startKeyOf, textOf, textOrNone } from './importer.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { isMissing, readNumber } from './numbers.ts';
import { distanceToM } from '../kernel/quantity.ts';
import { fail } from '../kernel/result.ts';
import { sportMeaning } from './sports.ts';
import { apiColumns, legacyColumns, modernColumns, shortColumns } from './stravaColumns.ts';
import { isInOrderOf2019, namedColumns } from './stravaNames.ts';
import { cellOf, draftFrom, openTable, readPositive, readRpe, readSeconds, readStart, report } from './tableReading.ts';

/** Strava gives running cadence for one leg; nobody runs at 120 steps a minute and leg. */
const MAX_LEG_CADENCE = 120;

interface Reading extends TableReading {
  readonly columns: StravaColumns;
  /** Metres of one unit of the rough distance, where it is not the usual one. */
  readonly roughUnitM: number | undefined;
}

const isDefined = (column: number | undefined): column is number => column !== undefined;

const planOf = (name: string, columns: StravaColumns): TablePlan => {
  const { elapsed, moving, roughDistance, distance, ascent, averageHr, maxHr } = columns;
  return {
    name,
    startColumns: [columns.date],
    needed: [columns.date, columns.sport, elapsed, distance ?? roughDistance].filter(isDefined),
    numbers: [elapsed, moving, roughDistance, distance, ascent, averageHr, maxHr].filter(isDefined),
    decimals: [roughDistance, distance, moving, elapsed].filter(isDefined),
  };
};

type DistanceRead = { readonly isRead: true; readonly distanceM: number | undefined } | { readonly isRead: false };

const distanceFrom = (reading: Reading, row: DatedRow, column: number, metresPerUnit: number): DistanceRead => {
  const value = readNumber(cellOf(row, column), reading.markOf(column));
  if (value === undefined || value < 0) {
    const unit = metresPerUnit === 1 ? 'metres' : 'kilometres';
    report(reading, row, column, `a distance in ${unit}, 0 or more; the row is not taken`);
    return { isRead: false };
  }
  return { isRead: true, distanceM: value === 0 ? undefined : value * metresPerUnit };
};

const readDistance = (reading: Reading, row: DatedRow, sport: SportMeaning): DistanceRead => {
  const { distance, roughDistance } = reading.columns;
  if (distance !== undefined && !isMissing(cellOf(row, distance))) return distanceFrom(reading, row, distance, 1);
  if (roughDistance === undefined || isMissing(cellOf(row, roughDistance))) {
    return { isRead: true, distanceM: undefined };
  }
  return distanceFrom(reading, row, roughDistance, reading.roughUnitM ?? (sport.isSwim ? 1 : 1000));
};

const readCadence = (reading: Reading, row: DatedRow, sport: SportMeaning): number | undefined => {
  const { averageCadence, maxCadence } = reading.columns;
  const average = readPositive(reading, row, averageCadence);
  const highest = readPositive(reading, row, maxCadence);
  if (average === undefined) return undefined;
  // An export of 2020 has the two columns swapped: the average is never the larger.
  const perLeg = highest !== undefined && highest < average ? highest : average;
  return sport.isRun && perLeg < MAX_LEG_CADENCE ? perLeg * 2 : perLeg;
};

const readLocalStart = (reading: Reading, row: DatedRow): LocalStart | undefined => {
  const printed = readStart(reading, row);
  const { choices, zoneOffset } = reading.context;
  if (printed === undefined || reading.columns.isLocal) return printed;
  if (choices.timeZone === undefined || zoneOffset === undefined) return printed;
  return toZone(printed, choices.timeZone, zoneOffset) ?? printed;
};

const readSourceId = (reading: Reading, row: DatedRow): string | undefined => {
  if (reading.columns.id === undefined) return undefined;
  const match = /^'?(\d{1,20})(?:\.0+)?$/u.exec(cellOf(row, reading.columns.id).trim());
  if (match?.[1] !== undefined) return match[1];
  report(reading, row, reading.columns.id, 'a whole number as activity ID; the start and the sport stand in for it');
  return undefined;
};

/** What a cut table's heading says of its numbers: `Moving Time (min)`. Strava's own are seconds. */
const SECONDS: Readonly<Record<string, number>> = { min: 60, mins: 60, minutes: 60, h: 3600, hours: 3600 };

const readTime = (reading: Reading, row: DatedRow, column: number | undefined): number | undefined => {
  const unit = column === undefined ? undefined : unitOfHeading(reading.table.heading[column] ?? '');
  return readSeconds(reading, row, column, SECONDS[unit ?? ''] ?? reading.columns.secondsPerNumber ?? 1);
};

const readAscent = (reading: Reading, row: DatedRow): number | undefined => {
  const { ascent } = reading.columns;
  const metres = readPositive(reading, row, ascent);
  if (ascent === undefined || metres === undefined) return undefined;
  return metres * (metresOfUnit(unitOfHeading(reading.table.heading[ascent] ?? '')) ?? 1);
};

const readActivity = (reading: Reading, row: DatedRow): DraftActivity | undefined => {
  const { columns } = reading;
  const start = readLocalStart(reading, row);
  if (start === undefined) return undefined;
  const sport = textOf(cellOf(row, columns.sport));
  const meaning = sportMeaning(sport);
  const distance = readDistance(reading, row, meaning);
  if (!distance.isRead) return undefined;
  const sourceId = readSourceId(reading, row);
  const activity: DraftActivity = {
    importKey: `strava:${sourceId ?? `${startKeyOf(start)}|${sport}`}`,
    line: row.line,
    sourceId,
    performedOn: start.date,
    timeOfDay: start.time,
    printedStart: row.printedStart,
    sport,
    isRun: meaning.isRun,
    isTreadmill: meaning.isTreadmill,
    title: textOrNone(cellOf(row, columns.title)),
    distanceM: distance.distanceM,
    movingS: readTime(reading, row, columns.moving),
    elapsedS: readTime(reading, row, columns.elapsed),
    averageHr: readPositive(reading, row, columns.averageHr),
    maxHr: readPositive(reading, row, columns.maxHr),
    cadenceSpm: readCadence(reading, row, meaning),
    ascentM: readAscent(reading, row),
    rpe: readRpe(row, columns.rpe),
    notes: textOrNone(cellOf(row, columns.description)),
    isManual: columns.filename !== undefined && cellOf(row, columns.filename).trim() === '',
  };
  pointOutOddities(reading, row, activity, {
    distance: columns.distance ?? columns.roughDistance,
    elapsed: columns.elapsed,
  });
  return activity;
};

const zoneAssumption = (reading: Reading): ImportAssumption[] => {
  if (reading.columns.isLocal) return [];
  const { choices, zoneOffset } = reading.context;
  const zone = choices.timeZone;
  if (zone === undefined || zoneOffset === undefined) {
    const evidence = 'Strava prints times in UTC, and no time zone is set for the athlete';
    return [{ what: 'timeZone', chosen: 'as printed (UTC)', evidence }];
  }
  if (zoneOffset(zone, 0, 0) === undefined) {
    return [{ what: 'timeZone', chosen: 'as printed (UTC)', evidence: `${zone} is not a time zone that is known` }];
  }
  return [{ what: 'timeZone', chosen: zone, evidence: 'Strava prints times in UTC; moved to the athlete’s own clock' }];
};

const timeAssumption = ({ secondsPerNumber }: StravaColumns): ImportAssumption[] =>
  secondsPerNumber === undefined
    ? []
    : [{ what: 'duration', chosen: 'minutes', evidence: 'nobody goes so many kilometres in as many seconds' }];

/** What the heading says of the rough distance; where it is open, as chosen, else by the evidence, and it is said. */
const roughUnitOf = (reading: TableReading, columns: StravaColumns): number | undefined => {
  const { roughDistance, roughUnit } = columns;
  if (roughDistance === undefined) return undefined;
  if (roughUnit === undefined) return metresOfUnit(unitOfHeading(reading.table.heading[roughDistance] ?? ''));
  const chosen = reading.context.choices.distanceUnit;
  const evidence = chosen === undefined ? roughUnit.evidence : 'chosen';
  reading.assumptions.push({ what: 'distanceUnit', chosen: chosen ?? roughUnit.unit, evidence });
  const unit = chosen ?? roughUnit.unit;
  return unit === 'km' && columns.isRoughForSwims !== true ? undefined : distanceToM(unit, 1);
};

const readWith =
  (identity: { readonly format: string; readonly name: string }, findColumns: FindColumns) =>
  (table: CsvTable, context: ReadContext): Result<ImportDraft, FileRefusal> => {
    const columns = findColumns(table.heading, firstRows(table));
    if (columns === undefined) return fail(headerOnly(table, identity.name));
    const opened = openTable(table, planOf(identity.name, columns), context);
    if (!opened.ok) return opened;
    const reading: Reading = { ...opened.value, columns, roughUnitM: roughUnitOf(opened.value, columns) };
    const read = reading.rows.flatMap((row) => {
      const activity = readActivity(reading, row);
      return activity === undefined ? [] : [{ row, activity }];
    });
    reading.assumptions.push(...zoneAssumption(reading), ...timeAssumption(columns));
    const activities =
      columns.id === undefined
        ? onePerStart(reading, read)
        : onePerKey(
            reading,
            columns.id,
            read.map(({ activity }) => activity),
          );
    return draftFrom(reading, identity, { activities });
  };

type FindColumns = (heading: readonly string[], rows: Sample) => StravaColumns | undefined;

const bulkColumns: FindColumns = (heading, rows) =>
  modernColumns(heading) ??
  (isInOrderOf2019(heading) ? shortColumns(heading, rows) : undefined) ??
  namedColumns(heading, rows);

const stravaImporter = (format: string, name: string, knownBy: string, findColumns: FindColumns): Importer => ({
  format,
  name,
  knownBy,
  matches: (heading, following) => findColumns(heading, following) !== undefined,
  read: readWith({ format, name }, findColumns),
});

/** Strava's own exports, and what scripts write from its API. */
export const STRAVA_IMPORTERS: readonly Importer[] = [
  stravaImporter(
    'strava-bulk',
    'Strava bulk export',
    'Activity ID, Activity Date, … (activities.csv, any language)',
    bulkColumns,
  ),
  stravaImporter('strava-api', 'Strava API list', 'id, start_date_local, distance, moving_time, …', apiColumns),
  stravaImporter('strava-bulk-legacy', 'Strava bulk export of 2018', 'id, date, name, type, …', legacyColumns),
];
