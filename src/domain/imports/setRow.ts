import type { MassUnit } from '../kernel/quantity.ts';
import type { DatedRow } from './importer.ts';
import type { DecimalMark } from './numbers.ts';
import type { ImportProblem, SetFacts, SetKind } from './draft.ts';
import { rolesThatTellOf, type SetRole } from './setRoles.ts';
import { cellAt } from './csvRecords.ts';
import { forMessage, textOf, textOrNone } from './importer.ts';
import { isMissing, readNumber } from './numbers.ts';
import { massToKg, roundTo } from '../kernel/quantity.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { massUnitOfHeading, massUnitOfWord, readLoad, type PrintedLoad } from './printedUnits.ts';
import { parseDuration } from './durations.ts';
import { remembering } from './remembering.ts';

export type NumberRole = 'distance' | 'reps' | 'rpe' | 'rir';

/** What a cell says of an amount of 0 or more: the number, nothing, or something that is none. */
export type Amount = number | 'missing' | 'unreadable';

/** How the cells of one file are read: each different text once. */
export interface CellReaders {
  readonly amountOf: Readonly<Record<NumberRole, (cell: string) => Amount>>;
  readonly secondsOf: (cell: string) => Amount;
  readonly loadOf: (cell: string) => PrintedLoad | 'missing' | 'unreadable';
  readonly unitOf: (cell: string) => MassUnit | 'missing' | 'unreadable';
}

/** How the rows of one file are read into sets. */
export interface SetReading extends CellReaders {
  /** Where each role stands; every role is named, so that the million rows of a log find it at once. */
  readonly columns: Readonly<Record<SetRole, number | undefined>>;
  readonly headingOf: (role: SetRole) => string;
  /** Unit of loads that do not state their own. */
  readonly massUnit: MassUnit;
  /** Metres of one printed unit of distance, where the row does not state it. */
  readonly metresPerUnit: number;
  /** Decimals of a printed load that mean something; what is beyond is the noise of conversion. */
  readonly loadDecimals: number;
  /** What a row without reps, time and distance is to be called. */
  readonly emptyAs: string;
}

const amount = (value: number | undefined): Amount => (value === undefined || value < 0 ? 'unreadable' : value);

/** Readers of cells whose columns write numbers with these marks, and bare durations in units of so many seconds. */
export const cellReaders = (
  marks: Readonly<Record<'weight' | 'seconds' | NumberRole, DecimalMark>>,
  secondsPerNumber: number,
): CellReaders => {
  const numbers = (mark: DecimalMark): ((cell: string) => Amount) =>
    remembering((cell) => (isMissing(cell) ? 'missing' : amount(readNumber(cell, mark))));
  return {
    amountOf: {
      distance: numbers(marks.distance),
      reps: numbers(marks.reps),
      rpe: numbers(marks.rpe),
      rir: numbers(marks.rir),
    },
    secondsOf: remembering((cell) => {
      if (isMissing(cell)) return 'missing';
      const number = readNumber(cell, marks.seconds);
      return amount(number === undefined ? parseDuration(cell) : number * secondsPerNumber);
    }),
    loadOf: remembering((cell) => (isMissing(cell) ? 'missing' : (readLoad(cell, marks.weight) ?? 'unreadable'))),
    unitOf: remembering((cell) => {
      const word = cell.trim();
      return massUnitOfWord(word.toLowerCase()) ?? (isMissing(word) ? 'missing' : 'unreadable');
    }),
  };
};

/** Above these a set is kept as doubtful, out of records and totals. */
const MAX_REPS = 200;
const MAX_LOAD_KG = 500;

export const setCell = (reading: Pick<SetReading, 'columns'>, row: DatedRow, role: SetRole): string => {
  const column = reading.columns[role];
  return column === undefined ? '' : cellAt(row, column);
};

/** The columns that tell of the session, or of the set. */
export const columnsThatTellOf = (
  what: 'session' | 'set',
  { columns }: Pick<SetReading, 'columns'>,
): readonly number[] => rolesThatTellOf(what).flatMap((role) => columns[role] ?? []);

/** What is wrong with a row, wherever it stands. */
export type RowProblem = Omit<ImportProblem, 'line'>;

/** A row while it is read, and what has been found wrong with it. */
export interface RowReading {
  readonly reading: SetReading;
  readonly row: DatedRow;
  readonly problems: RowProblem[];
}

const cellIn = ({ reading, row }: RowReading, role: SetRole): string => setCell(reading, row, role);

const report = (read: RowReading, role: SetRole, expected: string): void => {
  read.problems.push({ field: read.reading.headingOf(role), found: forMessage(cellIn(read, role)), expected });
};

/** A number of a row; missing is none. What is no number is reported. */
const readAmount = (read: RowReading, role: NumberRole, what: string): number | undefined => {
  const said = read.reading.amountOf[role](cellIn(read, role));
  if (said === 'unreadable') report(read, role, `${what}, 0 or more; left out`);
  return typeof said === 'number' ? said : undefined;
};

/** Apps print 0 where there is nothing to count. */
const notZero = (value: number | undefined): number | undefined => (value === 0 ? undefined : value);

const readSeconds = (read: RowReading): number | undefined => {
  const said = read.reading.secondsOf(cellIn(read, 'seconds'));
  if (said === 'unreadable') report(read, 'seconds', 'a number of seconds, 0 or more; left out');
  return typeof said === 'number' ? said : undefined;
};

const readLoadKg = (read: RowReading): number | undefined => {
  const { reading } = read;
  const first = reading.loadOf(cellIn(read, 'weight'));
  const role = first === 'missing' ? 'otherWeight' : 'weight';
  const load = first === 'missing' ? reading.loadOf(cellIn(read, role)) : first;
  if (load === 'missing') return undefined;
  if (load === 'unreadable') {
    report(read, role, 'a load such as 62.5; left out');
    return undefined;
  }
  const stated = reading.unitOf(cellIn(read, 'weightUnit'));
  if (stated === 'unreadable') {
    report(read, 'weightUnit', `kg or lb; the load is taken in ${reading.massUnit}: check it`);
  }
  const ofRow = stated === 'missing' || stated === 'unreadable' ? undefined : stated;
  const ofColumn = role === 'otherWeight' ? massUnitOfHeading(reading.headingOf(role)) : undefined;
  const unit = load.unit ?? ofRow ?? ofColumn ?? reading.massUnit;
  return roundTo(massToKg(unit, roundTo(load.value, reading.loadDecimals)), 6);
};

const readDistanceM = (read: RowReading): number | undefined => {
  const value = notZero(readAmount(read, 'distance', 'a distance'));
  if (value === undefined) return undefined;
  const unit = cellIn(read, 'distanceUnit');
  const stated = metresOfUnit(unit);
  if (stated === undefined && !isMissing(unit)) {
    report(read, 'distanceUnit', 'a unit of length such as km, mi or m; the distance is left out');
    return undefined;
  }
  return roundTo(value * (stated ?? read.reading.metresPerUnit), 3);
};

/** The effort, as RPE; repetitions in reserve are RPE counted from 10 downwards. 0 is none for RPE, and a value for RIR. */
const readRpe = (read: RowReading): number | undefined => {
  const value = notZero(readAmount(read, 'rpe', 'an RPE from 1 to 10'));
  if (value !== undefined && value <= 10) return value;
  if (value !== undefined) report(read, 'rpe', 'an RPE from 1 to 10; left out');
  const inReserve = readAmount(read, 'rir', 'repetitions in reserve from 0 to 9');
  if (inReserve === undefined || inReserve <= 9) return inReserve === undefined ? undefined : 10 - inReserve;
  report(read, 'rir', 'repetitions in reserve from 0 to 9; left out');
  return undefined;
};

/** Which exercises were done in turn is kept with what was noted of the set. */
const notesOfSet = (read: RowReading): string | undefined => {
  const notes = textOrNone(cellIn(read, 'notes'));
  const superset = textOrNone(cellIn(read, 'superset'))?.trim();
  if (superset === undefined) return notes;
  const inWords = /^superset/iu.test(superset) ? superset : `Superset ${superset}`;
  return notes === undefined ? inWords : `${notes}\n${inWords}`;
};

const isAssisted = (exercise: string): boolean =>
  /assist|unterstütz|asistid|asistit|gymnastikband|geholfen/iu.test(exercise);

interface Doubt {
  readonly role: SetRole;
  readonly text: string;
}

const doubtOf = (exercise: string, loadKg: number | undefined, reps: number | undefined): Doubt | undefined => {
  if (loadKg !== undefined && loadKg < 0 && !isAssisted(exercise)) {
    return { role: 'weight', text: 'a load of 0 or more; only assisted exercises go below' };
  }
  if (loadKg !== undefined && Math.abs(loadKg) > MAX_LOAD_KG) {
    return { role: 'weight', text: `a load of at most ${MAX_LOAD_KG} kg` };
  }
  if (reps !== undefined && reps > MAX_REPS) return { role: 'reps', text: `at most ${MAX_REPS} reps` };
  if (reps !== undefined && !Number.isInteger(reps)) return { role: 'reps', text: 'a whole number of reps' };
  return undefined;
};

/** A row without reps, time and distance. */
export const EMPTY_SET = 'empty';

/** One row as a set. `undefined` without an exercise, which is reported. */
export const readSet = (read: RowReading, kind: SetKind): SetFacts | typeof EMPTY_SET | undefined => {
  const exercise = textOf(cellIn(read, 'exercise'));
  if (exercise.trim() === '') {
    report(read, 'exercise', 'the name of an exercise; the row is not taken');
    return undefined;
  }
  const loadKg = readLoadKg(read);
  const reps = notZero(readAmount(read, 'reps', 'a number of reps'));
  const durationS = notZero(readSeconds(read));
  const distanceM = readDistanceM(read);
  if (reps === undefined && durationS === undefined && distanceM === undefined) return EMPTY_SET;
  const doubt = doubtOf(exercise, loadKg, reps);
  if (doubt !== undefined) {
    report(read, doubt.role, `${doubt.text}; kept, and out of records and totals until confirmed`);
  }
  return {
    exercise,
    kind,
    loadKg,
    reps,
    durationS,
    distanceM,
    rpe: readRpe(read),
    notes: notesOfSet(read),
    doubt: doubt === undefined ? undefined : `expected ${doubt.text}`,
  };
};
