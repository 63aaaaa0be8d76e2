import type { CsvTable } from './csvTable.ts';
import type { DateOrder, DraftActivity, FileRefusal, ImportAssumption, ImportDraft, ImportProblem } from './draft.ts';
import type { DatedRow, Importer, ReadContext, ReadNotes } from './importer.ts';
import type { LocalStart } from './dateTimes.ts';
import type { DecimalMark } from './numbers.ts';
import type { Result } from '../kernel/result.ts';
import type { RowShape } from './rowFit.ts';
import type { SportMeaning } from './sports.ts';
import type { StravaColumns } from './stravaColumns.ts';
import { readPrintedDate, resolveDate, toZone } from './dateTimes.ts';
import { fail, ok } from '../kernel/result.ts';
import { fitRow } from './rowFit.ts';
import {
  forMessage,
  headerOnly,
  noRowUnderstood,
  notesOf,
  settleDateOrder,
  startKeyOf,
  textOf,
  textOrNone,
} from './importer.ts';
import { decimalMarkOf, isMissing, readNumber } from './numbers.ts';
import { apiColumns, legacyColumns, modernColumns, namedColumns, shortColumns } from './stravaColumns.ts';
import { parseDuration } from './durations.ts';
import { sportMeaning } from './sports.ts';

/** A run longer than this, or faster on average, is pointed out. */
const MAX_RUN_M = 500_000;
const MAX_RUN_M_PER_S = 12;
/** A recording this short without a distance is an accidental start. */
const ACCIDENTAL_S = 10;
/** Strava gives running cadence for one leg; nobody runs at 120 steps a minute and leg. */
const MAX_LEG_CADENCE = 120;

interface Reading {
  readonly table: CsvTable;
  readonly columns: StravaColumns;
  readonly roughMark: DecimalMark;
  readonly order: DateOrder;
  readonly context: ReadContext;
  readonly notes: ReadNotes;
}

const isDefined = (column: number | undefined): column is number => column !== undefined;

const shapeOf = (table: CsvTable, columns: StravaColumns): RowShape => {
  const { elapsed, moving, roughDistance, distance, ascent, averageHr, maxHr } = columns;
  const needed = [columns.id, columns.date, columns.sport, elapsed, distance ?? roughDistance].filter(isDefined);
  return {
    heading: table.heading,
    delimiter: table.delimiter,
    neededFields: Math.max(...needed) + 1,
    numberColumns: [elapsed, moving, roughDistance, distance, ascent, averageHr, maxHr].filter(isDefined),
    decimalColumns: [roughDistance, distance, moving, elapsed].filter(isDefined),
  };
};

const cellOf = (row: DatedRow, column: number | undefined): string =>
  column === undefined ? '' : (row.cells[column] ?? '');

const headingOf = (reading: Reading, column: number | undefined): string =>
  column === undefined ? 'row' : (reading.table.heading[column] ?? '').replace(/<[^<>]{0,400}>/gu, '').trim();

const report = (
  reading: Reading,
  row: DatedRow,
  column: number | undefined,
  expected: string,
  found: string = forMessage(cellOf(row, column)),
): void => {
  reading.notes.problems.push({ line: row.line, field: headingOf(reading, column), found, expected });
};

/** A value that sensors print as 0 when they have none. A cell that is no number at all is reported. */
const readPositive = (reading: Reading, row: DatedRow, column: number | undefined): number | undefined => {
  const cell = cellOf(row, column);
  if (isMissing(cell)) return undefined;
  const value = readNumber(cell, '.');
  if (value === undefined || value < 0) {
    report(reading, row, column, 'a number of 0 or more; left out');
    return undefined;
  }
  return value === 0 ? undefined : value;
};

const readSeconds = (reading: Reading, row: DatedRow, column: number | undefined): number | undefined => {
  const cell = cellOf(row, column);
  if (isMissing(cell)) return undefined;
  const seconds = readNumber(cell, '.') ?? parseDuration(cell);
  if (seconds !== undefined && seconds >= 0) return seconds === 0 ? undefined : seconds;
  report(reading, row, column, 'seconds, 0 or more; left out');
  return undefined;
};

type DistanceRead = { readonly isRead: true; readonly distanceM: number | undefined } | { readonly isRead: false };

const distanceFrom = (
  reading: Reading,
  row: DatedRow,
  column: number,
  mark: DecimalMark,
  metresPerUnit: number,
): DistanceRead => {
  const value = readNumber(cellOf(row, column), mark);
  if (value === undefined || value < 0) {
    const unit = metresPerUnit === 1 ? 'metres' : 'kilometres';
    report(reading, row, column, `a distance in ${unit}, 0 or more; the row is not taken`);
    return { isRead: false };
  }
  return { isRead: true, distanceM: value === 0 ? undefined : value * metresPerUnit };
};

const readDistance = (reading: Reading, row: DatedRow, sport: SportMeaning): DistanceRead => {
  const { distance, roughDistance } = reading.columns;
  if (distance !== undefined && !isMissing(cellOf(row, distance))) return distanceFrom(reading, row, distance, '.', 1);
  if (roughDistance === undefined || isMissing(cellOf(row, roughDistance))) {
    return { isRead: true, distanceM: undefined };
  }
  return distanceFrom(reading, row, roughDistance, reading.roughMark, sport.isSwim ? 1 : 1000);
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

const readRpe = (row: DatedRow, column: number | undefined): number | undefined => {
  const value = readNumber(cellOf(row, column), '.');
  return value !== undefined && value >= 1 && value <= 10 ? value : undefined;
};

const readStart = (reading: Reading, row: DatedRow): LocalStart | undefined => {
  const resolved = resolveDate(row.printed, reading.order);
  if (!resolved.ok) {
    report(reading, row, reading.columns.date, `${resolved.error}; the row is not taken`, forMessage(row.printedStart));
    return undefined;
  }
  const { choices, zoneOffset } = reading.context;
  if (reading.columns.isLocal || choices.timeZone === undefined || zoneOffset === undefined) return resolved.value;
  return toZone(resolved.value, choices.timeZone, zoneOffset) ?? resolved.value;
};

const pointOutOddities = (reading: Reading, row: DatedRow, activity: DraftActivity): void => {
  const { distanceM, isRun } = activity;
  const durationS = activity.movingS ?? activity.elapsedS;
  const distanceColumn = reading.columns.distance ?? reading.columns.roughDistance;
  if (isRun && distanceM !== undefined) {
    const isFast = durationS !== undefined && distanceM / durationS > MAX_RUN_M_PER_S;
    if (isFast || distanceM > MAX_RUN_M) {
      const found = `${(distanceM / 1000).toFixed(2)} km in ${durationS ?? '?'} s`;
      const expected = 'a run of at most 500 km and 12 m/s; kept as printed: check it';
      report(reading, row, distanceColumn, expected, found);
    }
  }
  if (distanceM === undefined && (activity.elapsedS ?? ACCIDENTAL_S) < ACCIDENTAL_S) {
    const expected = 'an activity of 10 seconds or more; kept, but it looks like an accidental start';
    report(reading, row, reading.columns.elapsed, expected);
  }
};

const readSourceId = (reading: Reading, row: DatedRow): string | undefined => {
  const match = /^'?(\d{1,20})(?:\.0+)?$/u.exec(cellOf(row, reading.columns.id).trim());
  if (match?.[1] !== undefined) return match[1];
  report(reading, row, reading.columns.id, 'a whole number as activity ID; the start and the sport stand in for it');
  return undefined;
};

const readActivity = (reading: Reading, row: DatedRow): DraftActivity | undefined => {
  const { columns } = reading;
  const start = readStart(reading, row);
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
    movingS: readSeconds(reading, row, columns.moving),
    elapsedS: readSeconds(reading, row, columns.elapsed),
    averageHr: readPositive(reading, row, columns.averageHr),
    maxHr: readPositive(reading, row, columns.maxHr),
    cadenceSpm: readCadence(reading, row, meaning),
    ascentM: readPositive(reading, row, columns.ascent),
    rpe: readRpe(row, columns.rpe),
    notes: textOrNone(cellOf(row, columns.description)),
    isManual: columns.filename !== undefined && cellOf(row, columns.filename).trim() === '',
  };
  pointOutOddities(reading, row, activity);
  return activity;
};

const repeatProblem = (reading: Reading, dropped: DraftActivity, kept: DraftActivity): ImportProblem => ({
  line: dropped.line,
  field: headingOf(reading, reading.columns.id),
  found: `${dropped.sourceId ?? dropped.importKey} (${dropped.title ?? dropped.sport})`,
  expected: `each activity once; line ${kept.line} has the same ID and is taken instead`,
});

/** One activity an ID: the later line wins, and it is said. */
const withoutRepeats = (reading: Reading, activities: readonly DraftActivity[]): DraftActivity[] => {
  const byKey = new Map<string, DraftActivity>();
  for (const activity of activities) {
    const before = byKey.get(activity.importKey);
    if (before !== undefined) reading.notes.problems.push(repeatProblem(reading, before, activity));
    byKey.set(activity.importKey, activity);
  }
  return [...byKey.values()];
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

const fittedRows = (table: CsvTable, columns: StravaColumns, notes: ReadNotes): DatedRow[] => {
  const shape = shapeOf(table, columns);
  const rows: DatedRow[] = [];
  for (const record of table.records) {
    const { cells, problem } = fitRow(record, shape);
    if (problem !== undefined) notes.problems.push(problem);
    if (cells === undefined) continue;
    const printedStart = cells[columns.date] ?? '';
    const before = rows.at(-1);
    const printed = before?.printedStart === printedStart ? before.printed : readPrintedDate(printedStart);
    rows.push({ line: record.line, cells, printedStart, printed });
  }
  return rows;
};

const readWith =
  (identity: { readonly format: string; readonly name: string }, findColumns: FindColumns) =>
  (table: CsvTable, context: ReadContext): Result<ImportDraft, FileRefusal> => {
    const columns = findColumns(table.heading);
    if (columns === undefined || table.records.length + table.problems.length === 0) {
      return fail(headerOnly(table, identity.name));
    }
    const notes = notesOf(table);
    const rows = fittedRows(table, columns, notes);
    const dates = rows.map(({ line, printedStart, printed }) => ({ line, found: printedStart, printed }));
    const settled = settleDateOrder(dates, context.choices.dateOrder);
    if (!settled.ok) return settled;
    const roughMark = decimalMarkOf(rows.map((row) => cellOf(row, columns.roughDistance)));
    const reading: Reading = { table, columns, roughMark, order: settled.value.order, context, notes };
    const read = rows.flatMap((row) => readActivity(reading, row) ?? []);
    const activities = withoutRepeats(reading, read);
    const problems = notes.problems.toSorted((left, right) => left.line - right.line);
    if (activities.length === 0) return fail(noRowUnderstood(table.records.length, problems));
    return ok({
      format: identity.format,
      formatName: identity.name,
      rows: table.records.length,
      activities,
      sessions: [],
      problems,
      assumptions: [...settled.value.assumptions, ...zoneAssumption(reading)],
      passedOver: notes.passedOver,
    });
  };

type FindColumns = (heading: readonly string[]) => StravaColumns | undefined;

const stravaImporter = (format: string, name: string, knownBy: string, findColumns: FindColumns): Importer => ({
  format,
  name,
  knownBy,
  matches: (heading) => findColumns(heading) !== undefined,
  read: readWith({ format, name }, findColumns),
});

/** Strava's own exports, and what scripts write from its API. */
export const STRAVA_IMPORTERS: readonly Importer[] = [
  stravaImporter(
    'strava-bulk',
    'Strava bulk export',
    'Activity ID, Activity Date, … (activities.csv, any language)',
    (heading) => modernColumns(heading) ?? shortColumns(heading) ?? namedColumns(heading),
  ),
  stravaImporter('strava-api', 'Strava API list', 'id, start_date_local, distance, moving_time, …', apiColumns),
  stravaImporter('strava-bulk-legacy', 'Strava bulk export of 2018', 'id, date, name, type, …', legacyColumns),
];
