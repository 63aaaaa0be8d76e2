import type { CsvTable } from './csvTable.ts';
import type { DateOrder, DraftSession, DraftSet, FileRefusal, ImportAssumption, ImportDraft } from './draft.ts';
import type { DatedRow, Importer, ReadContext, ReadNotes } from './importer.ts';
import type { LocalStart } from './dateTimes.ts';
import type { Result } from '../kernel/result.ts';
import type { RowShape } from './rowFit.ts';
import type { StrongRole } from './strongColumns.ts';
import type { SetReading } from './strongSet.ts';
import { decimalMarkOf, isMissing } from './numbers.ts';
import { fail, ok } from '../kernel/result.ts';
import { fitRow } from './rowFit.ts';
import {
  forMessage,
  headerOnly,
  noRowUnderstood,
  notesOf,
  passOver,
  settleDateOrder,
  startKeyOf,
  textOf,
  textOrNone,
} from './importer.ts';
import { isPlainLogHeading, isStrongHeading, strongColumnsOf } from './strongColumns.ts';
import { loadDigits, massUnitOfHeading, metresOfHeading, settleDistanceUnit, settleMassUnit } from './strongUnits.ts';
import { orderMeaning, readSet } from './strongSet.ts';
import { parseDuration } from './durations.ts';
import { readPrintedDate, resolveDate } from './dateTimes.ts';

interface Identity {
  readonly format: string;
  readonly name: string;
  /** First part of the sessions' keys. */
  readonly keyPrefix: string;
}

type ColumnOf = (role: StrongRole) => number | undefined;

const columnFinder =
  (heading: readonly string[]): ColumnOf =>
  (role) =>
    strongColumnsOf(heading).places.get(role)?.[0];

const AMBIGUOUS_ROLES: readonly StrongRole[] = ['date', 'exercise', 'weight', 'reps'];

const ambiguity = (table: CsvTable): FileRefusal | undefined => {
  const { places } = strongColumnsOf(table.heading);
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

const NUMBER_ROLES: readonly StrongRole[] = ['weight', 'reps', 'distance', 'rpe'];

const shapeOf = (table: CsvTable, columnOf: ColumnOf): RowShape => {
  const columnsOf = (roles: readonly StrongRole[]): number[] => roles.flatMap((role) => columnOf(role) ?? []);
  return {
    heading: table.heading,
    delimiter: table.delimiter,
    neededFields: Math.max(...columnsOf(['date', 'title', 'exercise', 'setOrder', 'weight', 'reps', 'seconds'])) + 1,
    numberColumns: columnsOf(NUMBER_ROLES),
    decimalColumns: columnsOf(['weight', 'distance', 'rpe']),
  };
};

const fittedRows = (table: CsvTable, columnOf: ColumnOf, notes: ReadNotes): DatedRow[] => {
  const shape = shapeOf(table, columnOf);
  const dateColumn = columnOf('date') ?? 0;
  const rows: DatedRow[] = [];
  for (const record of table.records) {
    const { cells, problem } = fitRow(record, shape);
    if (problem !== undefined) notes.problems.push(problem);
    if (cells === undefined) continue;
    const printedStart = cells[dateColumn] ?? '';
    const before = rows.at(-1);
    const printed = before?.printedStart === printedStart ? before.printed : readPrintedDate(printedStart);
    rows.push({ line: record.line, cells, printedStart, printed });
  }
  return rows;
};

interface Units {
  readonly reading: SetReading;
  readonly assumptions: readonly ImportAssumption[];
}

/** Decides per column how numbers are written and in which unit they are. */
const settleReading = (
  table: CsvTable,
  rows: readonly DatedRow[],
  columnOf: ColumnOf,
  context: ReadContext,
  notes: ReadNotes,
): Units => {
  const cellsOf = (role: StrongRole): string[] => {
    const column = columnOf(role);
    return column === undefined ? [] : rows.map((row) => row.cells[column] ?? '');
  };
  const headingOf = (role: StrongRole): string => table.heading[columnOf(role) ?? -1]?.trim() ?? role;
  const loads = cellsOf('weight');
  const loadMark = decimalMarkOf(loads.map(loadDigits));
  const statedUnits = cellsOf('weightUnit');
  const unstated = loads.filter((_load, index) => isMissing(statedUnits[index] ?? ''));
  const headingUnit = massUnitOfHeading(headingOf('weight'));
  const mass =
    headingUnit === undefined
      ? settleMassUnit(unstated, loadMark, context.choices)
      : { unit: headingUnit, assumptions: [] };
  const distances = cellsOf('distance').filter((cell) => !isMissing(cell) && !/^0*[.,]?0*$/u.test(cell.trim()));
  const headingMetres = metresOfHeading(headingOf('distance'));
  const hasUnstatedDistances =
    distances.length > 0 && headingMetres === undefined && columnOf('distanceUnit') === undefined;
  const distance = settleDistanceUnit(hasUnstatedDistances, mass.unit, context.choices);
  const reading: SetReading = {
    columnOf,
    headingOf,
    notes,
    marks: {
      weight: loadMark,
      distance: decimalMarkOf(distances),
      reps: decimalMarkOf(cellsOf('reps')),
      seconds: decimalMarkOf(cellsOf('seconds')),
      rpe: decimalMarkOf(cellsOf('rpe')),
    },
    massUnit: mass.unit,
    metresPerUnit: headingMetres ?? (distance.unit === 'km' ? 1000 : 1609.344),
  };
  return { reading, assumptions: [...mass.assumptions, ...distance.assumptions] };
};

interface OpenSession {
  readonly first: DatedRow;
  readonly start: LocalStart;
  readonly title: string;
  readonly sets: DraftSet[];
  readonly notes: string[];
  duration: string | undefined;
}

interface Grouping {
  readonly identity: Identity;
  readonly reading: SetReading;
  readonly order: DateOrder;
  readonly sessions: Map<string, OpenSession>;
}

const cellFor = (grouping: Grouping, row: DatedRow, role: StrongRole): string => {
  const column = grouping.reading.columnOf(role);
  return column === undefined ? '' : (row.cells[column] ?? '');
};

const sessionFor = (grouping: Grouping, row: DatedRow, start: LocalStart): OpenSession => {
  const title = textOf(cellFor(grouping, row, 'title'));
  const key = `${grouping.identity.keyPrefix}:${startKeyOf(start)}|${title}`;
  const known = grouping.sessions.get(key);
  if (known !== undefined) return known;
  const opened: OpenSession = { first: row, start, title, sets: [], notes: [], duration: undefined };
  grouping.sessions.set(key, opened);
  return opened;
};

const addNote = (session: OpenSession, note: string | undefined): void => {
  if (note !== undefined && !session.notes.includes(note)) session.notes.push(note);
};

const addRow = (grouping: Grouping, row: DatedRow): void => {
  const { notes } = grouping.reading;
  const resolved = resolveDate(row.printed, grouping.order);
  if (!resolved.ok) {
    const field = grouping.reading.headingOf('date');
    const expected = `${resolved.error}; the row is not taken`;
    notes.problems.push({ line: row.line, field, found: forMessage(row.printedStart), expected });
    return;
  }
  const meaning = orderMeaning(cellFor(grouping, row, 'setOrder'));
  const session = sessionFor(grouping, row, resolved.value);
  session.duration ??= textOrNone(cellFor(grouping, row, 'duration'));
  addNote(session, textOrNone(cellFor(grouping, row, 'sessionNotes')));
  if (meaning.isSet) {
    const set = readSet(grouping.reading, row, meaning.kind);
    if (set !== undefined) session.sets.push(set);
    return;
  }
  passOver(notes, meaning.passedOverAs);
  const text = textOrNone(cellFor(grouping, row, 'notes'));
  if (text !== undefined) addNote(session, `${textOf(cellFor(grouping, row, 'exercise'))}: ${text}`);
};

const draftSession = (grouping: Grouping, importKey: string, session: OpenSession): DraftSession => {
  const durationS = session.duration === undefined ? undefined : parseDuration(session.duration);
  if (session.duration !== undefined && durationS === undefined) {
    grouping.reading.notes.problems.push({
      line: session.first.line,
      field: grouping.reading.headingOf('duration'),
      found: forMessage(session.duration),
      expected: 'a duration such as 1h 13m or 4380; left out',
    });
  }
  return {
    importKey,
    line: session.first.line,
    performedOn: session.start.date,
    timeOfDay: session.start.time,
    printedStart: session.first.printedStart,
    title: session.title,
    durationS: durationS === 0 ? undefined : durationS,
    notes: session.notes.length === 0 ? undefined : session.notes.join('\n'),
    sets: session.sets,
  };
};

const readWith =
  (identity: Identity) =>
  (table: CsvTable, context: ReadContext): Result<ImportDraft, FileRefusal> => {
    const ambiguous = ambiguity(table);
    if (ambiguous !== undefined) return fail(ambiguous);
    if (table.records.length + table.problems.length === 0) return fail(headerOnly(table, identity.name));
    const notes = notesOf(table);
    const places = columnFinder(table.heading);
    const known = new Map<StrongRole, number | undefined>();
    const columnOf: ColumnOf = (role) => {
      if (!known.has(role)) known.set(role, places(role));
      return known.get(role);
    };
    const rows = fittedRows(table, columnOf, notes);
    const dates = rows.map(({ line, printedStart, printed }) => ({ line, found: printedStart, printed }));
    const settled = settleDateOrder(dates, context.choices.dateOrder);
    if (!settled.ok) return settled;
    const units = settleReading(table, rows, columnOf, context, notes);
    const sessions = new Map<string, OpenSession>();
    const grouping: Grouping = { identity, reading: units.reading, order: settled.value.order, sessions };
    for (const row of rows) addRow(grouping, row);
    const read = Array.from(sessions, ([key, session]) => draftSession(grouping, key, session));
    const problems = notes.problems.toSorted((left, right) => left.line - right.line);
    if (read.length === 0) return fail(noRowUnderstood(table.records.length, problems));
    return ok({
      format: identity.format,
      formatName: identity.name,
      rows: table.records.length,
      activities: [],
      wellness: [],
      sessions: read,
      problems,
      assumptions: [...settled.value.assumptions, ...units.assumptions],
      passedOver: notes.passedOver,
    });
  };

/** The Strong app's export, and the plain log that home-made sheets and simpler apps write. */
export const STRONG_IMPORTERS: readonly Importer[] = [
  {
    format: 'strong',
    name: 'Strong export',
    knownBy: 'Date, Workout Name, Exercise Name, Set Order, Weight, Reps, … (any year; English, German, French, …)',
    matches: isStrongHeading,
    read: readWith({ format: 'strong', name: 'Strong export', keyPrefix: 'strong' }),
  },
  {
    format: 'set-log',
    name: 'Plain list of sets',
    knownBy: 'Date, Exercise, Weight (kg), Reps, one set a row',
    matches: isPlainLogHeading,
    read: readWith({ format: 'set-log', name: 'Plain list of sets', keyPrefix: 'log' }),
  },
];
