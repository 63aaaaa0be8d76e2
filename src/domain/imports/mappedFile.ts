import type { ActivityRole } from './activityList.ts';
import type { ColumnMapping, MappingKind, MappingRole } from './columnMapping.ts';
import type { CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { FileRefusal, ImportDraft } from './draft.ts';
import type { ReadContext } from './importer.ts';
import type { Result } from '../kernel/result.ts';
import type { RosterRole } from './rosterColumns.ts';
import type { SetRole } from './setRoles.ts';
import type { TableReading } from './tableReading.ts';
import type { WellnessRole } from './wellnessList.ts';
import { activityImporter } from './activityList.ts';
import { columnsWith, doubledRoles, MAPPING_ROLES, missingRoles } from './columnMapping.ts';
import { fail } from '../kernel/result.ts';
import { readNumber } from './numbers.ts';
import { readRoster } from './roster.ts';
import { rowsAfter } from './rows.ts';
import { readSetLog } from './setLog.ts';
import { secondsOfHeading } from './printedUnits.ts';
import { cellOf } from './tableReading.ts';
import { wellnessImporter } from './wellnessList.ts';

const NAMES: Readonly<Record<MappingKind, string>> = {
  sets: 'List of sets, columns as you said',
  runs: 'List of runs, columns as you said',
  body: 'List of measurements, columns as you said',
  roster: 'Roster, columns as you said',
};

/** Columns without a heading are named by their place, for messages. */
const named = (table: CsvTable, mapping: ColumnMapping): CsvTable => {
  if (mapping.hasHeading) return table;
  return {
    ...table,
    heading: table.heading.map((_cell, index) => `Column ${index + 1}`),
    records: rowsAfter<CsvRecord>({ line: table.headingLine, cells: table.heading }, table.records),
  };
};

const firstColumns = <Role extends MappingRole>(mapping: ColumnMapping, roles: readonly Role[]): Map<Role, number> =>
  new Map(
    roles.flatMap((role) => {
      const [column] = columnsWith(mapping, role);
      return column === undefined ? [] : [[role, column] as const];
    }),
  );

const allColumns = <Role extends MappingRole>(
  mapping: ColumnMapping,
  roles: readonly Role[],
): Map<Role, readonly number[]> =>
  new Map(
    roles.flatMap((role) => {
      const columns = columnsWith(mapping, role);
      return columns.length === 0 ? [] : [[role, columns] as const];
    }),
  );

const numbersIn = ({ rows }: TableReading, column: number | undefined): number[] =>
  rows.flatMap((row) => readNumber(cellOf(row, column), '.') ?? readNumber(cellOf(row, column), ',') ?? []);

/** Bare numbers of runs: no run is 10 hours of seconds short, and few are 600 minutes long. */
const MOST_MINUTES = 600;
const MOST_HOURS = 24;

const secondsPerNumber = (reading: TableReading, column: number | undefined): number => {
  const heading = column === undefined ? '' : (reading.table.heading[column] ?? '');
  const stated = secondsOfHeading(heading);
  const numbers = numbersIn(reading, column);
  if (stated !== 1 || /sec|sek/iu.test(heading) || numbers.length === 0) return stated;
  const isMinutes = Math.max(...numbers) <= MOST_MINUTES;
  const evidence = isMinutes ? 'no number is over 600' : 'there are numbers over 600';
  reading.assumptions.push({ what: 'duration', chosen: isMinutes ? 'minutes' : 'seconds', evidence });
  return isMinutes ? 60 : 1;
};

const secondsPerSleep = (table: CsvTable, column: number | undefined): number => {
  if (column === undefined) return 1;
  const stated = secondsOfHeading(table.heading[column] ?? '');
  if (stated !== 1) return stated;
  const numbers = table.records.flatMap(({ cells }) => readNumber((cells[column] ?? '').replace(',', '.'), '.') ?? []);
  const most = Math.max(...numbers, 0);
  if (most <= MOST_HOURS) return 3600;
  return most <= MOST_HOURS * 60 ? 60 : 1;
};

type Reader = (table: CsvTable, mapping: ColumnMapping, context: ReadContext) => Result<ImportDraft, FileRefusal>;

const readSets: Reader = (table, mapping, context) =>
  readSetLog(
    {
      format: 'mapped-sets',
      name: NAMES.sets,
      keyPrefix: 'map',
      columnsOf: () => ({ places: allColumns<SetRole & MappingRole>(mapping, MAPPING_ROLES.sets), unknown: [] }),
      // Home-made lists may have a time for every set; what was lifted on one day is one session.
      sessionBy: 'day',
    },
    table,
    context,
  );

const readRuns: Reader = (table, mapping, context) => {
  const places = firstColumns<ActivityRole & MappingRole>(mapping, MAPPING_ROLES.runs);
  return activityImporter({
    format: 'mapped-runs',
    name: NAMES.runs,
    knownBy: '',
    source: 'map',
    find: () => places,
    rulesFor: (reading) => ({
      secondsPerNumber: secondsPerNumber(reading, places.get('moving') ?? places.get('elapsed')),
      sportOf: (printed) => (printed === '' ? 'Run' : printed),
    }),
  }).read(table, context);
};

const readBody: Reader = (table, mapping, context) => {
  const places = firstColumns<WellnessRole & MappingRole>(mapping, MAPPING_ROLES.body);
  return wellnessImporter({
    format: 'mapped-body',
    name: NAMES.body,
    knownBy: '',
    source: 'map',
    find: () => places,
    secondsPerSleep: secondsPerSleep(table, places.get('sleep')),
  }).read(table, context);
};

const readPeople: Reader = (table, mapping) =>
  readRoster(
    { format: 'mapped-roster', name: NAMES.roster },
    table,
    allColumns<RosterRole & MappingRole>(mapping, MAPPING_ROLES.roster),
  );

const READERS: Readonly<Record<MappingKind, Reader>> = {
  sets: readSets,
  runs: readRuns,
  body: readBody,
  roster: readPeople,
};

/** Why a mapping cannot be read by, as the refusal of the file; `undefined` when it can. */
const refusalOfMapping = (table: CsvTable, mapping: ColumnMapping): FileRefusal | undefined => {
  const [missing] = missingRoles(mapping);
  const [doubled] = doubledRoles(mapping);
  if (missing === undefined && doubled === undefined) return undefined;
  const found = missing === undefined ? `two columns for ${doubled}` : `no column for ${missing.join(' or ')}`;
  return { reason: 'ambiguousColumns', line: table.headingLine, found, expected: 'one column for each thing' };
};

/** Reads a table by what the coach said of its columns. What the coach said this time goes before what is remembered. */
export const readMapped = (
  table: CsvTable,
  mapping: ColumnMapping,
  context: ReadContext,
): Result<ImportDraft, FileRefusal> => {
  const refusal = refusalOfMapping(table, mapping);
  if (refusal !== undefined) return fail(refusal);
  const { choices } = context;
  const merged = {
    ...choices,
    massUnit: choices.massUnit ?? mapping.massUnit,
    distanceUnit: choices.distanceUnit ?? mapping.distanceUnit,
    dateOrder: choices.dateOrder ?? mapping.dateOrder,
  };
  return READERS[mapping.kind](named(table, mapping), mapping, { ...context, choices: merged });
};
