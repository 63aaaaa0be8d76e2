import type { CsvTable } from './csvTable.ts';
import type { DraftSession, DraftSet, DraftWellness, FileRefusal, ImportAssumption, ImportDraft } from './draft.ts';
import type { DatedRow, Importer, ReadContext } from './importer.ts';
import type { LocalStart, PrintedDate } from './dateTimes.ts';
import type { MassUnit } from '../kernel/quantity.ts';
import type { Result } from '../kernel/result.ts';
import type { RowMeaning } from './setKinds.ts';
import type { SetColumns, SetRole } from './setRoles.ts';
import type { SetReading } from './setRow.ts';
import type { TablePlan, TableReading } from './tableReading.ts';
import { decimalMarkOf, isMissing } from './numbers.ts';
import { draftFrom, openTable, readStart } from './tableReading.ts';
import { fail, ok } from '../kernel/result.ts';
import { forMessage, headerOnly, passOver, startKeyOf, textOf, textOrNone } from './importer.ts';
import { kindMeaning, orderMeaning, saysYes } from './setKinds.ts';
import {
  loadDigits,
  massUnitOfHeading,
  metresOfHeading,
  secondsOfHeading,
  settleDistanceUnit,
  settleMassUnit,
} from './printedUnits.ts';
import { massReader } from './bodyMass.ts';
import { parseDuration } from './durations.ts';
import { readPrintedDate, resolveDate, secondsBetween } from './dateTimes.ts';
import { cellReaders, readSet, setCell } from './setRow.ts';
import { takeRunsInLog } from './runsInLog.ts';
import { utcClock } from './utcClock.ts';

/** What tells the lists of sets apart that apps write; everything else about them is read the same way. */
export interface SetLog {
  readonly format: string;
  readonly name: string;
  /** First part of the sessions' keys. */
  readonly keyPrefix: string;
  readonly columnsOf: (heading: readonly string[]) => SetColumns;
  /** Makes one set a row of what the app prints otherwise. Every row keeps the line it comes from. */
  readonly reshape?: (table: CsvTable) => CsvTable;
  /** Of a file with sections or blocks only the rows it is reshaped into are rows of data. */
  readonly hasBlocks?: true;
  /** What makes rows one session, besides its title: the same start, the same day, or the day and the app's own number. */
  readonly sessionBy: 'start' | 'day' | 'number';
  /** The unit in which the app prints every load although it does not say so. */
  readonly massUnit?: MassUnit;
  /** Absent: the athlete's own clock. `utcPerhaps`: it says UTC, and may mean the phone's clock. */
  readonly clock?: 'utc' | 'utcPerhaps';
  /** Decimals of a load that mean something; 2 unless the app prints pounds converted to kilograms. */
  readonly loadDecimals?: number;
  /** What a row without reps, time and distance is called; `empty set` unless the app means something by it. */
  readonly emptyAs?: string;
}

type ColumnOf = (role: SetRole) => number | undefined;

const columnsByRole = ({ places }: SetColumns): ColumnOf => {
  const first = new Map(Array.from(places, ([role, columns]) => [role, columns[0]]));
  return (role) => first.get(role);
};

const AMBIGUOUS_ROLES: readonly SetRole[] = ['date', 'exercise', 'weight', 'reps'];

const ambiguity = (table: CsvTable, { places }: SetColumns): FileRefusal | undefined => {
  for (const role of AMBIGUOUS_ROLES) {
    const columns = places.get(role) ?? [];
    if (columns.length < 2) continue;
    const first = table.records[0];
    const found = columns.map((column) => {
      const value = first?.cells[column];
      return `column ${column + 1} “${table.heading[column]?.trim() ?? ''}”${value === undefined ? '' : ` (${forMessage(value)})`}`;
    });
    const expected = `one column for ${role}; rename or remove the other one`;
    return { reason: 'ambiguousColumns', line: table.headingLine, found: found.join(' and '), expected };
  }
  return undefined;
};

const NUMBER_ROLES: readonly SetRole[] = ['weight', 'otherWeight', 'reps', 'distance', 'rpe', 'rir'];
const DECIMAL_ROLES: readonly SetRole[] = ['weight', 'otherWeight', 'distance', 'rpe', 'rir'];
const NEEDED_ROLES: readonly SetRole[] = ['date', 'title', 'exercise', 'setOrder', 'weight', 'reps', 'seconds'];

const planOf = (log: SetLog, columnOf: ColumnOf): TablePlan => {
  const columnsOf = (roles: readonly SetRole[]): number[] => roles.flatMap((role) => columnOf(role) ?? []);
  return {
    name: log.name,
    startColumns: columnsOf(['date', 'time']),
    needed: columnsOf(NEEDED_ROLES),
    numbers: columnsOf(NUMBER_ROLES),
    decimals: columnsOf(DECIMAL_ROLES),
  };
};

interface Units {
  readonly reading: SetReading;
  readonly assumptions: readonly ImportAssumption[];
}

/** Decides per column how numbers are written and in which unit they are. */
const settleReading = (log: SetLog, open: TableReading, columnOf: ColumnOf): Units => {
  const { table, rows, context, notes } = open;
  const cellsOf = (role: SetRole): string[] => {
    const column = columnOf(role);
    return column === undefined ? [] : rows.map((row) => row.cells[column] ?? '');
  };
  const headingOf = (role: SetRole): string => table.heading[columnOf(role) ?? -1]?.trim() ?? role;
  const loads = cellsOf('weight');
  const loadMark = decimalMarkOf([...loads, ...cellsOf('otherWeight')].map(loadDigits));
  const statedUnits = cellsOf('weightUnit');
  const isUnstated = (load: string, index: number): boolean =>
    isMissing(statedUnits[index] ?? '') && loadDigits(load) === load;
  const statedUnit = massUnitOfHeading(headingOf('weight')) ?? log.massUnit;
  const mass =
    statedUnit === undefined
      ? settleMassUnit(loads.filter(isUnstated), loadMark, context.choices)
      : { unit: statedUnit, assumptions: [] };
  const distances = cellsOf('distance').filter((cell) => !isMissing(cell) && !/^0*[.,]?0*$/u.test(cell.trim()));
  const headingMetres = metresOfHeading(headingOf('distance'));
  const hasUnstatedDistances =
    distances.length > 0 && headingMetres === undefined && columnOf('distanceUnit') === undefined;
  const distance = settleDistanceUnit(hasUnstatedDistances, mass.unit, context.choices);
  const reading: SetReading = {
    columnOf,
    headingOf,
    notes,
    ...cellReaders(
      {
        weight: loadMark,
        distance: decimalMarkOf(distances),
        reps: decimalMarkOf(cellsOf('reps')),
        seconds: decimalMarkOf(cellsOf('seconds')),
        rpe: decimalMarkOf(cellsOf('rpe')),
        rir: decimalMarkOf(cellsOf('rir')),
      },
      secondsOfHeading(headingOf('seconds')),
    ),
    massUnit: mass.unit,
    metresPerUnit: headingMetres ?? (distance.unit === 'km' ? 1000 : 1609.344),
    loadDecimals: log.loadDecimals ?? 2,
    emptyAs: log.emptyAs ?? 'empty set',
  };
  return { reading, assumptions: [...mass.assumptions, ...distance.assumptions] };
};

interface TimedSet {
  readonly at: string;
  readonly set: DraftSet;
}

interface OpenSession {
  readonly first: DatedRow;
  readonly title: string;
  readonly sets: TimedSet[];
  /** The earliest of its rows: some apps print the time of each set, and the last one first. */
  start: LocalStart;
  readonly notes: string[];
  duration: string | undefined;
  end: string | undefined;
}

interface Grouping {
  readonly log: SetLog;
  readonly open: TableReading;
  readonly reading: SetReading;
  readonly toLocal: (start: LocalStart) => LocalStart;
  readonly sessions: Map<string, OpenSession>;
  /** Of the row before: rows of one session mostly follow one another, and say the same of it. */
  latest: Place | undefined;
}

/** Where a row belongs, and by which of its cells that is known. */
interface Place {
  readonly said: readonly (PrintedDate | string)[];
  readonly at: string;
  readonly session: OpenSession;
}

/** Keys are made of what is printed, so that they stay the same when the athlete's time zone is set later. */
const sessionKey = ({ log, reading }: Grouping, row: DatedRow, start: LocalStart, title: string): string => {
  const printed = textOrNone(setCell(reading, row, 'key'));
  if (printed !== undefined) return printed;
  if (log.sessionBy === 'start') return `${log.keyPrefix}:${startKeyOf(start)}|${title}`;
  const number = log.sessionBy === 'number' ? setCell(reading, row, 'sessionNumber').trim() : '';
  return `${log.keyPrefix}:${start.date}|${number === '' ? title : number}`;
};

const sessionFor = (grouping: Grouping, row: DatedRow, start: LocalStart): OpenSession => {
  const title = textOf(setCell(grouping.reading, row, 'title'));
  const key = sessionKey(grouping, row, start, title);
  const known = grouping.sessions.get(key);
  const local = grouping.toLocal(start);
  if (known !== undefined) {
    if (startKeyOf(local) < startKeyOf(known.start)) known.start = local;
    return known;
  }
  const opened: OpenSession = {
    first: row,
    start: local,
    title,
    sets: [],
    notes: [],
    duration: undefined,
    end: undefined,
  };
  grouping.sessions.set(key, opened);
  return opened;
};

/** The session that a row is part of; `undefined` when its start is none, which is reported. */
const placeOf = (grouping: Grouping, row: DatedRow): Place | undefined => {
  const { reading, latest } = grouping;
  const said = [
    row.printed,
    setCell(reading, row, 'title'),
    setCell(reading, row, 'key'),
    setCell(reading, row, 'sessionNumber'),
  ];
  if (latest?.said.every((one, index) => one === said[index]) === true) return latest;
  const start = readStart(grouping.open, row);
  if (start === undefined) return undefined;
  grouping.latest = { said, at: startKeyOf(start), session: sessionFor(grouping, row, start) };
  return grouping.latest;
};

const addNote = (session: OpenSession, note: string | undefined): void => {
  if (note !== undefined && !session.notes.includes(note)) session.notes.push(note);
};

const meaningOf = (reading: SetReading, row: DatedRow): RowMeaning => {
  if (saysYes(setCell(reading, row, 'isSkipped'))) return { isSet: false, passedOverAs: 'skipped set' };
  if (saysYes(setCell(reading, row, 'isWarmup'))) return { isSet: true, kind: 'warmup' };
  const kind = setCell(reading, row, 'kind');
  return isMissing(kind) ? orderMeaning(setCell(reading, row, 'setOrder')) : kindMeaning(kind);
};

/** A row may stand for several equal sets; a number that is none, or beyond what anybody does, stands for one. */
const copiesOf = (reading: SetReading, row: DatedRow): number => {
  if (reading.columnOf('copies') === undefined) return 1;
  const copies = Number(setCell(reading, row, 'copies').trim());
  return Number.isInteger(copies) && copies >= 1 && copies <= 50 ? copies : 1;
};

const addRow = (grouping: Grouping, row: DatedRow): void => {
  const { reading } = grouping;
  const place = placeOf(grouping, row);
  if (place === undefined) return;
  const meaning = meaningOf(reading, row);
  const { at, session } = place;
  session.duration ??= textOrNone(setCell(reading, row, 'duration'));
  session.end ??= textOrNone(setCell(reading, row, 'end'));
  addNote(session, textOrNone(setCell(reading, row, 'sessionNotes')));
  const exercise = textOf(setCell(reading, row, 'exercise'));
  const ofExercise = textOrNone(setCell(reading, row, 'exerciseNotes'));
  if (ofExercise !== undefined) addNote(session, `${exercise}: ${ofExercise}`);
  if (meaning.isSet) {
    const set = readSet(reading, row, meaning.kind);
    if (set === undefined) return;
    for (let copies = copiesOf(reading, row); copies > 0; copies -= 1) session.sets.push({ at, set });
    return;
  }
  passOver(reading.notes, meaning.passedOverAs);
  const text = textOrNone(setCell(reading, row, 'notes'));
  if (text !== undefined) addNote(session, `${exercise}: ${text}`);
};

/** A session's length: as printed, else from its start to its end. What is no duration is reported. */
const sessionSeconds = ({ reading, open, toLocal }: Grouping, session: OpenSession): number | undefined => {
  const { duration, end, first, start } = session;
  if (duration === undefined) {
    const resolved = end === undefined ? undefined : resolveDate(readPrintedDate(end), open.order);
    return resolved?.ok === true ? secondsBetween(start, toLocal(resolved.value)) : undefined;
  }
  const durationS = parseDuration(duration);
  if (durationS !== undefined) {
    const isBare = /^[\d.]+$/u.test(duration.trim());
    return Math.round(durationS * (isBare ? secondsOfHeading(reading.headingOf('duration')) : 1));
  }
  reading.notes.problems.push({
    line: first.line,
    field: reading.headingOf('duration'),
    found: forMessage(duration),
    expected: 'a duration such as 1h 13m or 4380; left out',
  });
  return undefined;
};

const draftSession = (grouping: Grouping, importKey: string, session: OpenSession): DraftSession => {
  const durationS = sessionSeconds(grouping, session);
  return {
    importKey,
    line: session.first.line,
    performedOn: session.start.date,
    timeOfDay: session.start.time,
    printedStart: session.first.printedStart,
    title: session.title,
    durationS: durationS === 0 ? undefined : durationS,
    notes: session.notes.length === 0 ? undefined : session.notes.join('\n'),
    sets: session.sets
      .toSorted((left, right) => (left.at < right.at ? -1 : Number(left.at > right.at)))
      .map(({ set }) => set),
  };
};

interface Clock {
  readonly toLocal: (start: LocalStart) => LocalStart;
  readonly assumptions: readonly ImportAssumption[];
}

const settleClock = (log: SetLog, { rows, order, context }: TableReading): Clock => {
  if (log.clock === undefined) return { toLocal: (start) => start, assumptions: [] };
  const starts = rows.flatMap(({ printed }) => {
    const resolved = resolveDate(printed, order);
    return resolved.ok ? [resolved.value] : [];
  });
  const { toLocal, assumption } = utcClock(log.name, context, log.clock === 'utc', starts);
  return { toLocal, assumptions: starts.some(({ time }) => time !== undefined) ? [assumption] : [] };
};

/** What the athlete weighed, once a day, where a list of sets says it too. */
const bodyMasses = (log: SetLog, open: TableReading, column: number | undefined): DraftWellness[] => {
  if (column === undefined) return [];
  const massOf = massReader(open, column, undefined);
  const byDay = new Map<string, DraftWellness>();
  for (const row of open.rows) {
    const start = resolveDate(row.printed, open.order);
    if (!start.ok || byDay.has(start.value.date)) continue;
    const bodyMassKg = massOf(row);
    const { date } = start.value;
    const importKey = `${log.keyPrefix}:${date}|body`;
    if (bodyMassKg !== undefined) byDay.set(date, { importKey, line: row.line, measuredOn: date, bodyMassKg });
  }
  return [...byDay.values()];
};

/** Reads a list of sets into sessions. Errors: two columns for one thing, no row at all, dates that nobody can tell. */
export const readSetLog = (log: SetLog, printed: CsvTable, context: ReadContext): Result<ImportDraft, FileRefusal> => {
  if (printed.records.length + printed.problems.length === 0) return fail(headerOnly(printed, log.name));
  const table = log.reshape === undefined ? printed : log.reshape(printed);
  const columns = log.columnsOf(table.heading);
  const ambiguous = ambiguity(table, columns);
  if (ambiguous !== undefined) return fail(ambiguous);
  const columnOf = columnsByRole(columns);
  const open = openTable(table, planOf(log, columnOf), context);
  if (!open.ok) return open;
  const units = settleReading(log, open.value, columnOf);
  const clock = settleClock(log, open.value);
  const sessions = new Map<string, OpenSession>();
  const grouping: Grouping = {
    log,
    open: open.value,
    reading: units.reading,
    toLocal: clock.toLocal,
    sessions,
    latest: undefined,
  };
  for (const row of open.value.rows) addRow(grouping, row);
  const read = Array.from(sessions, ([key, session]) => draftSession(grouping, key, session));
  const taken = takeRunsInLog(read, context.choices.runsInLog);
  // Our own list of sets says itself what is a run: those are in the list of runs.
  const runsInLog = columnOf('key') === undefined && taken.runsInLog > 0 ? taken.runsInLog : undefined;
  open.value.assumptions.push(...units.assumptions, ...clock.assumptions);
  const wellness = bodyMasses(log, open.value, columnOf('bodyMass'));
  const draft = draftFrom(open.value, log, { sessions: taken.sessions, activities: taken.activities, wellness });
  const rows = log.hasBlocks === true ? table.records.length : printed.records.length;
  return draft.ok ? ok({ ...draft.value, rows, runsInLog }) : draft;
};

/** An importer of a list of sets; `knownBy` is for people whose file is not recognised. */
export const setLogImporter = (log: SetLog, knownBy: string, matches: Importer['matches']): Importer => ({
  format: log.format,
  name: log.name,
  knownBy,
  matches,
  read: (table, context) => readSetLog(log, table, context),
});
