import type { CsvTable } from './csvTable.ts';
import type { DraftWellness, FileRefusal, ImportAssumption, ImportDraft } from './draft.ts';
import type { DatedRow, Importer, ReadContext } from './importer.ts';
import type { LocalStart } from './dateTimes.ts';
import type { MassUnit } from '../kernel/quantity.ts';
import type { Result } from '../kernel/result.ts';
import type { SetColumns, SetRole } from './setRoles.ts';
import type { SetReading } from './setRow.ts';
import type { TablePlan, TableReading } from './tableReading.ts';
import { cellAt } from './csvRecords.ts';
import { isMissing, provedMarkIn, type DecimalMark } from './numbers.ts';
import { remembering } from './remembering.ts';
import { retold, tallyOf, together, withoutTexts, type Tally } from './tally.ts';
import { draftFrom, openTable } from './tableReading.ts';
import { MAX_ROWS, tooManyRows } from './fileKind.ts';
import { fail, ok } from '../kernel/result.ts';
import { forMessage, headerOnly } from './importer.ts';
import { readSessions, type SessionRule } from './setSessions.ts';
import {
  loadDigits,
  massUnitOfHeading,
  metresOfHeading,
  secondsOfHeading,
  settleDistanceUnit,
  settleMassUnit,
} from './printedUnits.ts';
import { massReader } from './bodyMass.ts';
import { resolveDate } from './dateTimes.ts';
import { cellReaders } from './setRow.ts';
import { takeRunsInLog } from './runsInLog.ts';
import { utcClock } from './utcClock.ts';

/** What tells the lists of sets apart that apps write; everything else about them is read the same way. */
export interface SetLog extends SessionRule {
  readonly format: string;
  readonly name: string;
  readonly columnsOf: (heading: readonly string[]) => SetColumns;
  /** Makes one set a row of what the app prints otherwise. Every row keeps the line it comes from. */
  readonly reshape?: (table: CsvTable) => CsvTable;
  /** Of a file with sections or blocks only the rows it is reshaped into are rows of data. */
  readonly hasBlocks?: true;
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

const columnsOfRoles = (columnOf: ColumnOf): SetReading['columns'] => ({
  key: columnOf('key'),
  date: columnOf('date'),
  time: columnOf('time'),
  end: columnOf('end'),
  title: columnOf('title'),
  duration: columnOf('duration'),
  exercise: columnOf('exercise'),
  setOrder: columnOf('setOrder'),
  kind: columnOf('kind'),
  isWarmup: columnOf('isWarmup'),
  isSkipped: columnOf('isSkipped'),
  weight: columnOf('weight'),
  otherWeight: columnOf('otherWeight'),
  weightUnit: columnOf('weightUnit'),
  reps: columnOf('reps'),
  distance: columnOf('distance'),
  distanceUnit: columnOf('distanceUnit'),
  seconds: columnOf('seconds'),
  rpe: columnOf('rpe'),
  rir: columnOf('rir'),
  copies: columnOf('copies'),
  notes: columnOf('notes'),
  exerciseNotes: columnOf('exerciseNotes'),
  sessionNotes: columnOf('sessionNotes'),
  sessionNumber: columnOf('sessionNumber'),
  bodyMass: columnOf('bodyMass'),
  superset: columnOf('superset'),
  category: columnOf('category'),
});

const AMBIGUOUS_ROLES: readonly SetRole[] = ['date', 'exercise', 'weight', 'reps'];

const ambiguity = (table: CsvTable, { places }: SetColumns): FileRefusal | undefined => {
  for (const role of AMBIGUOUS_ROLES) {
    const columns = places.get(role) ?? [];
    if (columns.length < 2) continue;
    const first = table.records.at(0);
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
    isOfSets: true,
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

const NOTHING: Tally = new Map();

/** Decides per column how numbers are written and in which unit they are. */
const settleReading = (log: SetLog, open: TableReading, columnOf: ColumnOf): Units => {
  const { table, rows, context } = open;
  const cellOfRole = (role: SetRole): ((row: DatedRow) => string) => {
    const column = columnOf(role);
    return column === undefined ? () => '' : (row) => cellAt(row, column);
  };
  const cellsOf = (role: SetRole): Tally => {
    const column = columnOf(role);
    return column === undefined ? NOTHING : open.tallyIn(column);
  };
  const markOf = (tally: Tally): DecimalMark => provedMarkIn(tally) ?? '.';
  const headingOf = (role: SetRole): string => table.heading[columnOf(role) ?? -1]?.trim() ?? role;
  const digits = remembering(loadDigits);
  const loads = cellsOf('weight');
  const loadMark = markOf(retold(together(loads, cellsOf('otherWeight')), digits));
  const unitIn = cellOfRole('weightUnit');
  const loadIn = cellOfRole('weight');
  const isBare = (load: string): boolean => digits(load) === load;
  const unstated = (): Tally =>
    columnOf('weightUnit') === undefined
      ? withoutTexts(loads, (load) => !isBare(load))
      : tallyOf(rows, (row) => (isMissing(unitIn(row)) && isBare(loadIn(row)) ? loadIn(row) : undefined));
  const statedUnit = massUnitOfHeading(headingOf('weight')) ?? log.massUnit;
  const mass =
    statedUnit === undefined
      ? settleMassUnit(unstated(), loadMark, context.choices, cellsOf('weightUnit'))
      : { unit: statedUnit, assumptions: [] };
  const distances = withoutTexts(cellsOf('distance'), (cell) => isMissing(cell) || /^0*[.,]?0*$/u.test(cell.trim()));
  const headingMetres = metresOfHeading(headingOf('distance'));
  const hasUnstatedDistances =
    distances.size > 0 && headingMetres === undefined && columnOf('distanceUnit') === undefined;
  const distance = settleDistanceUnit(hasUnstatedDistances, mass.unit, context.choices);
  const reading: SetReading = {
    columns: columnsOfRoles(columnOf),
    headingOf,
    ...cellReaders(
      {
        weight: loadMark,
        distance: markOf(distances),
        reps: markOf(cellsOf('reps')),
        seconds: markOf(cellsOf('seconds')),
        rpe: markOf(cellsOf('rpe')),
        rir: markOf(cellsOf('rir')),
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

interface Clock {
  readonly toLocal: (start: LocalStart) => LocalStart;
  readonly assumptions: readonly ImportAssumption[];
}

/** Whether a row says in which zone its time is; one that does not, of an app that mostly does, is of the athlete's own. */
const hasZone = ({ printedStart }: DatedRow): boolean => /(?:Z|[+-]\d{2}:?\d{2})\s*$/u.test(printedStart);

const settleClock = (log: SetLog, { rows, order, context }: TableReading): Clock => {
  const isOwnClock = log.clock === undefined || (log.clock === 'utcPerhaps' && !rows.some(hasZone));
  if (isOwnClock) return { toLocal: (start) => start, assumptions: [] };
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
  if (table.records.length > MAX_ROWS) return fail(tooManyRows(undefined));
  const columns = log.columnsOf(table.heading);
  const ambiguous = ambiguity(table, columns);
  if (ambiguous !== undefined) return fail(ambiguous);
  const columnOf = columnsByRole(columns);
  const open = openTable(table, planOf(log, columnOf), context);
  if (!open.ok) return open;
  const units = settleReading(log, open.value, columnOf);
  const clock = settleClock(log, open.value);
  const read = readSessions(log, open.value, units.reading, clock.toLocal);
  const taken = takeRunsInLog(read, context.choices.runsInLog);
  // Our own list of sets says itself what is a run: those are in the list of runs.
  const runsInLog = columnOf('key') === undefined && read.runsInLog > 0 ? read.runsInLog : undefined;
  open.value.assumptions.push(...units.assumptions, ...clock.assumptions);
  const wellness = bodyMasses(log, open.value, columnOf('bodyMass'));
  const draft = draftFrom(open.value, log, { sessions: taken.sessions, activities: taken.activities, wellness });
  const rows = log.hasBlocks === true ? table.records.length : printed.records.length;
  return draft.ok ? ok({ ...draft.value, rows, runsInLog, setsByExercise: taken.setsByExercise }) : draft;
};

/** An importer of a list of sets; `knownBy` is for people whose file is not recognised. */
export const setLogImporter = (log: SetLog, knownBy: string, matches: Importer['matches']): Importer => ({
  format: log.format,
  name: log.name,
  knownBy,
  matches,
  read: (table, context) => readSetLog(log, table, context),
});
