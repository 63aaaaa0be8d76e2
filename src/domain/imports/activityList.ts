import { firstRows, type CsvTable } from './csvTable.ts';
import type { DateOrder, DraftActivity, FileRefusal, ImportDraft } from './draft.ts';
import type { DatedRow, Importer, ReadContext, Sample } from './importer.ts';
import type { LocalStart } from './dateTimes.ts';
import type { Places } from './columnRoles.ts';
import type { Result } from '../kernel/result.ts';
import type { SportMeaning } from './sports.ts';
import type { TablePlan, TableReading } from './tableReading.ts';
import { FASTEST_M_PER_S, onePerKey, onePerStart, pointOutOddities } from './activityChecks.ts';
import { unitOfHeading } from './columnRoles.ts';
import { parseDuration } from './durations.ts';
import { headerOnly, passOver, startKeyOf, textOf, textOrNone } from './importer.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { isMissing, readNumber } from './numbers.ts';
import { distanceToM, roundTo } from '../kernel/quantity.ts';
import { fail } from '../kernel/result.ts';
import { sportMeaning } from './sports.ts';
import { cellOf, draftFrom, openTable, readPositive, readRpe, readSeconds, readStart, report } from './tableReading.ts';

/** What a column of a list of activities may hold. */
export type ActivityRole =
  | 'id'
  | 'externalId'
  | 'start'
  | 'timeOfDay'
  | 'sport'
  | 'title'
  | 'distance'
  | 'distanceUnit'
  | 'moving'
  | 'elapsed'
  | 'averageHr'
  | 'maxHr'
  | 'cadence'
  | 'ascent'
  | 'power'
  | 'rpe'
  | 'notes'
  | 'moreNotes'
  | 'recording';

export type ActivityPlaces = Places<ActivityRole>;

/** How an app's columns are to be read, where that is not the usual way. */
export interface ActivityRules {
  /** Metres of one printed unit of distance on this row. */
  readonly metresPerUnit?: (row: DatedRow, sport: SportMeaning) => number | undefined;
  readonly metresPerAscent?: number;
  /** What a duration without colons counts: 60 for minutes, 3600 for hours. */
  readonly secondsPerNumber?: number;
  readonly isCadencePerLeg?: boolean;
  /** The sport's word from what the cell prints, or for an app that prints none. */
  readonly sportOf?: (printed: string) => string;
  /** Why a row is no activity at all, for example `planned session`. */
  readonly passedOverAs?: (row: DatedRow) => string | undefined;
  /** Whether a distance that is not written as the others are fits what else the row says. */
  readonly isPlausible?: (row: DatedRow, distance: number) => boolean;
  /** The last word, with the rest of the row at hand. */
  readonly amended?: (row: DatedRow, activity: DraftActivity) => DraftActivity;
}

/** An app that exports one row an activity. */
export interface ActivityList {
  readonly format: string;
  readonly name: string;
  readonly knownBy: string;
  /** Begins every import key. */
  readonly source: string;
  readonly find: (heading: readonly string[], following: Sample) => ActivityPlaces | undefined;
  /** The start alone is the key of an activity without an ID; otherwise the sport is in it too. */
  readonly isKeyedByStart?: boolean;
  readonly dateOrder?: DateOrder;
  readonly startOf?: (printed: string) => string;
  /** Looks at the whole table before the rows are read; may add assumptions to the reading. */
  readonly rulesFor?: (reading: TableReading, places: ActivityPlaces) => ActivityRules;
}

interface ListReading extends TableReading {
  readonly list: ActivityList;
  readonly places: ActivityPlaces;
  readonly rules: ActivityRules;
}

const NUMBERS: readonly ActivityRole[] = ['distance', 'averageHr', 'maxHr', 'cadence', 'ascent', 'power'];

const planOf = (list: ActivityList, places: ActivityPlaces): TablePlan => {
  const columnsOf = (roles: readonly ActivityRole[]): number[] => roles.flatMap((role) => places.get(role) ?? []);
  return {
    name: list.name,
    startColumns: columnsOf(['start', 'timeOfDay']),
    needed: columnsOf(['sport', 'distance']),
    numbers: columnsOf(NUMBERS),
    decimals: columnsOf(['distance', 'ascent']),
    dateOrder: list.dateOrder,
    startOf: list.startOf,
  };
};

/** How fast people on legs go, in metres a second. */
const ON_LEGS = { slowest: 0.2, fastest: 8 };

/** The printed distance over the time, where both are there: the middle one of all rows. */
const middlePace = (reading: TableReading, places: ActivityPlaces): number | undefined => {
  const [distance, time] = [places.get('distance'), places.get('moving') ?? places.get('elapsed')];
  if (distance === undefined || time === undefined) return undefined;
  const paces = reading.rows.flatMap((row) => {
    const printed = readNumber(cellOf(row, distance), reading.markOf(distance)) ?? 0;
    const seconds = parseDuration(cellOf(row, time)) ?? 0;
    return printed > 0 && seconds > 0 ? [printed / seconds] : [];
  });
  return paces.toSorted((left, right) => left - right)[paces.length >> 1];
};

/** Kilometres or miles for a list that says neither: as chosen, else kilometres, and it is said; metres where time says so. */
const undeclaredUnit = (reading: TableReading, places: ActivityPlaces): number => {
  const chosen = reading.context.choices.distanceUnit;
  const pace = chosen === undefined ? middlePace(reading, places) : undefined;
  if (pace !== undefined && pace * 1000 > FASTEST_M_PER_S && pace > ON_LEGS.slowest && pace < FASTEST_M_PER_S) {
    const evidence = 'the file does not say; nobody goes so many kilometres in the time, metres fit';
    reading.assumptions.push({ what: 'distanceUnit', chosen: 'm', evidence });
    return 1;
  }
  const evidence = chosen === undefined ? 'the file does not say; kilometres assumed, check one run' : 'chosen';
  reading.assumptions.push({ what: 'distanceUnit', chosen: chosen ?? 'km', evidence });
  return distanceToM(chosen ?? 'km', 1);
};

/** The unit in the row, else in the heading, else settled once for the file. `undefined`: what the row says is no unit. */
const statedUnits = (reading: TableReading, places: ActivityPlaces): ((row: DatedRow) => number | undefined) => {
  const column = places.get('distance');
  const unitColumn = places.get('distanceUnit');
  const ofHeading = column === undefined ? 1 : metresOfUnit(unitOfHeading(reading.table.heading[column] ?? ''));
  const isStated = ofHeading !== undefined || unitColumn !== undefined;
  const otherwise = ofHeading ?? (isStated ? undefined : undeclaredUnit(reading, places));
  return (row) => {
    const unit = cellOf(row, unitColumn);
    return isMissing(unit) ? (otherwise ?? 1000) : metresOfUnit(unit);
  };
};

type DistanceRead = { readonly isRead: true; readonly distanceM: number | undefined } | { readonly isRead: false };

/** A cell with the other decimal mark than its column's: taken only when the rest of the row says that it must be so. */
const otherwiseWritten = (reading: ListReading, row: DatedRow, column: number): number | undefined => {
  const value = readNumber(cellOf(row, column), reading.markOf(column) === '.' ? ',' : '.');
  if (value === undefined || reading.rules.isPlausible?.(row, value) !== true) return undefined;
  report(reading, row, column, `the decimal mark of the other rows; read as ${value}, which fits time and pace`);
  return value;
};

/** `21,130` among points may be thirteen metres over 21 km: the time says whether anybody can have gone so far. */
const asTimeAllows = (reading: ListReading, row: DatedRow, column: number, read: DistanceInUnits): number => {
  const { value, unitM } = read;
  const cell = cellOf(row, column);
  if (!/^\s*\d{1,3}[.,]\d{3}\s*$/u.test(cell)) return value;
  const clock = cellOf(row, reading.places.get('moving') ?? reading.places.get('elapsed'));
  const seconds = clock.includes(':') ? parseDuration(clock) : undefined;
  const other = readNumber(cell, reading.markOf(column) === '.' ? ',' : '.');
  if (!seconds || other === undefined || (value * unitM) / seconds < FASTEST_M_PER_S) return value;
  const speed = (other * unitM) / seconds;
  if (speed < ON_LEGS.slowest || speed > ON_LEGS.fastest) return value;
  report(reading, row, column, `a distance that can be gone in ${clock.trim()}; read as ${other}`);
  return other;
};

interface DistanceInUnits {
  readonly value: number;
  readonly unitM: number;
}

const readDistance = (reading: ListReading, row: DatedRow, sport: SportMeaning): DistanceRead => {
  const column = reading.places.get('distance');
  const cell = cellOf(row, column);
  if (column === undefined || isMissing(cell)) return { isRead: true, distanceM: undefined };
  const value = readNumber(cell, reading.markOf(column)) ?? otherwiseWritten(reading, row, column);
  if (value === undefined || value < 0) {
    report(reading, row, column, 'a distance of 0 or more; the row is not taken');
    return { isRead: false };
  }
  const { metresPerUnit = () => 1000 } = reading.rules;
  const unitM = metresPerUnit(row, sport);
  if (unitM === undefined) {
    const expected = 'a unit of length such as km, mi or m; the distance is left out';
    report(reading, row, reading.places.get('distanceUnit'), expected);
    return { isRead: true, distanceM: undefined };
  }
  const metres = roundTo(asTimeAllows(reading, row, column, { value, unitM }) * unitM, 2);
  return { isRead: true, distanceM: metres === 0 ? undefined : metres };
};

/** Nobody runs at 120 steps a minute and leg. */
const MAX_LEG_CADENCE = 120;

const readCadence = (reading: ListReading, row: DatedRow, sport: SportMeaning): number | undefined => {
  const cadence = readPositive(reading, row, reading.places.get('cadence'));
  const isOneLeg = reading.rules.isCadencePerLeg === true && sport.isRun;
  return cadence !== undefined && isOneLeg && cadence < MAX_LEG_CADENCE ? cadence * 2 : cadence;
};

const readNotes = (reading: ListReading, row: DatedRow): string | undefined => {
  const parts = (['notes', 'moreNotes'] as const).flatMap(
    (role) => textOrNone(cellOf(row, reading.places.get(role))) ?? [],
  );
  return parts.length === 0 ? undefined : parts.join('\n\n');
};

const readAscent = (reading: ListReading, row: DatedRow): number | undefined => {
  const ascent = readPositive(reading, row, reading.places.get('ascent'));
  return ascent === undefined ? undefined : roundTo(ascent * (reading.rules.metresPerAscent ?? 1), 2);
};

/** Without an ID the start and the sport are the key; without a time of day all that tells two of a day apart. */
const keyOf = (list: ActivityList, start: LocalStart, activity: Omit<DraftActivity, 'importKey'>): string => {
  if (activity.sourceId !== undefined) return `${list.source}:${activity.sourceId}`;
  const sport = list.isKeyedByStart === true ? '' : `|${activity.sport}`;
  const begun = `${list.source}:${startKeyOf(start)}${sport}`;
  if (start.time !== undefined) return begun;
  const { title = '', distanceM = 0, movingS, elapsedS } = activity;
  return `${begun}|${title}|${distanceM.toFixed(1)}|${(movingS ?? elapsedS ?? 0).toFixed(1)}`;
};

const readActivity = (reading: ListReading, row: DatedRow): DraftActivity | undefined => {
  const { list, places, rules } = reading;
  const kind = rules.passedOverAs?.(row);
  if (kind !== undefined) {
    passOver(reading.notes, kind);
    return undefined;
  }
  const start = readStart(reading, row);
  if (start === undefined) return undefined;
  const printed = textOf(cellOf(row, places.get('sport'))).trim();
  const sport = rules.sportOf?.(printed) ?? printed;
  const meaning = sportMeaning(sport);
  const distance = readDistance(reading, row, meaning);
  if (!distance.isRead) return undefined;
  const plain = {
    line: row.line,
    sourceId: textOrNone(cellOf(row, places.get('id')))?.trim(),
    externalId: textOrNone(cellOf(row, places.get('externalId')))?.trim(),
    performedOn: start.date,
    timeOfDay: start.time,
    printedStart: row.printedStart,
    sport,
    isRun: meaning.isRun,
    isTreadmill: meaning.isTreadmill,
    title: textOrNone(cellOf(row, places.get('title')))?.trim(),
    distanceM: distance.distanceM,
    movingS: readSeconds(reading, row, places.get('moving'), rules.secondsPerNumber),
    elapsedS: readSeconds(reading, row, places.get('elapsed'), rules.secondsPerNumber),
    averageHr: readPositive(reading, row, places.get('averageHr')),
    maxHr: readPositive(reading, row, places.get('maxHr')),
    cadenceSpm: readCadence(reading, row, meaning),
    ascentM: readAscent(reading, row),
    powerW: readPositive(reading, row, places.get('power')),
    rpe: readRpe(row, places.get('rpe')),
    notes: readNotes(reading, row),
    isManual: places.has('recording') && cellOf(row, places.get('recording')).trim() === '',
  };
  const amended = rules.amended?.(row, { ...plain, importKey: '' }) ?? plain;
  const activity = { ...amended, importKey: keyOf(list, start, amended) };
  const [distanceColumn, elapsed] = [places.get('distance'), places.get('elapsed') ?? places.get('moving')];
  pointOutOddities(reading, row, activity, { distance: distanceColumn, elapsed });
  return activity;
};

const readList = (list: ActivityList, table: CsvTable, context: ReadContext): Result<ImportDraft, FileRefusal> => {
  const places = list.find(table.heading, firstRows(table));
  if (places === undefined) return fail(headerOnly(table, list.name));
  const opened = openTable(table, planOf(list, places), context);
  if (!opened.ok) return opened;
  const own = list.rulesFor?.(opened.value, places) ?? {};
  const rules = { ...own, metresPerUnit: own.metresPerUnit ?? statedUnits(opened.value, places) };
  const reading: ListReading = { ...opened.value, list, places, rules };
  const read = reading.rows.flatMap((row) => {
    const activity = readActivity(reading, row);
    return activity === undefined ? [] : [{ row, activity }];
  });
  const id = places.get('id');
  const activities = onePerStart(reading, read);
  return draftFrom(reading, list, { activities: id === undefined ? activities : onePerKey(reading, id, activities) });
};

/** The importer of an app that exports one row an activity. */
export const activityImporter = (list: ActivityList): Importer => ({
  format: list.format,
  name: list.name,
  knownBy: list.knownBy,
  matches: (heading, following) => list.find(heading, following) !== undefined,
  read: (table, context) => readList(list, table, context),
});
