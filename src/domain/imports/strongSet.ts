import type { MassUnit } from '../kernel/quantity.ts';
import type { DatedRow, ReadNotes } from './importer.ts';
import type { DecimalMark } from './numbers.ts';
import type { DraftSet, SetKind } from './draft.ts';
import type { StrongRole } from './strongColumns.ts';
import { foldWord } from './headings.ts';
import { forMessage, passOver, textOf, textOrNone } from './importer.ts';
import { isMissing, readNumber, withoutNoise } from './numbers.ts';
import { massToKg, roundTo } from '../kernel/quantity.ts';
import { metresOfWord, readLoad } from './strongUnits.ts';
import { parseDuration } from './durations.ts';

/** How the rows of one file are read into sets. */
export interface SetReading {
  readonly columnOf: (role: StrongRole) => number | undefined;
  readonly headingOf: (role: StrongRole) => string;
  readonly notes: ReadNotes;
  readonly marks: Readonly<Record<'weight' | 'distance' | 'reps' | 'seconds' | 'rpe', DecimalMark>>;
  /** Unit of loads that do not state their own. */
  readonly massUnit: MassUnit;
  /** Metres of one printed unit of distance, where the row does not state it. */
  readonly metresPerUnit: number;
}

/** Above these a set is kept as doubtful, out of records and totals. */
const MAX_REPS = 200;
const MAX_LOAD_KG = 500;

export type OrderMeaning =
  { readonly isSet: true; readonly kind: SetKind } | { readonly isSet: false; readonly passedOverAs: string };

const KIND_BY_LETTER: ReadonlyMap<string, SetKind> = new Map([
  ['w', 'warmup'],
  ['d', 'drop'],
  ['f', 'failure'],
  ['warm up', 'warmup'],
  ['warmup', 'warmup'],
  ['drop set', 'drop'],
  ['failure', 'failure'],
]);

const REST =
  /^(?:rest|ruhe|pause|repos|descans|recuper|riposo|minuteur|temporizador|minut|отдых|przerw|dinlenme|rust|vila|hvile)/u;
const NOTE = /^(?:note|notiz|nota|remarque|opmerking|заметк|notatk|not$|anteckning)/u;

/** What the `Set Order` cell says: a number or a letter is a set, a word is something between sets. */
export const orderMeaning = (cell: string): OrderMeaning => {
  if (/^\d{1,4}$/u.test(cell)) return { isSet: true, kind: 'work' };
  const word = foldWord(cell.slice(0, 60));
  if (word === '' || /^\d{1,4}(?: 0+)?$/u.test(word)) return { isSet: true, kind: 'work' };
  const kind = KIND_BY_LETTER.get(word);
  if (kind !== undefined) return { isSet: true, kind };
  if (REST.test(word)) return { isSet: false, passedOverAs: 'rest timer' };
  if (NOTE.test(word)) return { isSet: false, passedOverAs: 'note' };
  return { isSet: false, passedOverAs: `set order “${forMessage(cell.trim())}”` };
};

const cellFor = (reading: SetReading, row: DatedRow, role: StrongRole): string => {
  const column = reading.columnOf(role);
  return column === undefined ? '' : (row.cells[column] ?? '');
};

const report = (reading: SetReading, row: DatedRow, role: StrongRole, expected: string): void => {
  const found = forMessage(cellFor(reading, row, role));
  reading.notes.problems.push({ line: row.line, field: reading.headingOf(role), found, expected });
};

type NumberRole = 'distance' | 'reps' | 'seconds' | 'rpe';

/** A number of a row; 0 and missing are both none. What is no number is reported. */
const readAmount = (reading: SetReading, row: DatedRow, role: NumberRole, what: string): number | undefined => {
  const cell = cellFor(reading, row, role);
  if (isMissing(cell)) return undefined;
  const value = readNumber(cell, reading.marks[role]) ?? (role === 'seconds' ? parseDuration(cell) : undefined);
  if (value === undefined || value < 0) {
    report(reading, row, role, `${what}, 0 or more; left out`);
    return undefined;
  }
  return value === 0 ? undefined : value;
};

const readLoadKg = (reading: SetReading, row: DatedRow): number | undefined => {
  const cell = cellFor(reading, row, 'weight');
  if (isMissing(cell)) return undefined;
  const load = readLoad(cell, reading.marks.weight);
  if (load === undefined) {
    report(reading, row, 'weight', 'a load such as 62.5; left out');
    return undefined;
  }
  const stated = readLoad(`0 ${cellFor(reading, row, 'weightUnit').trim()}`, '.')?.unit;
  const unit = load.unit ?? stated ?? reading.massUnit;
  return roundTo(massToKg(unit, withoutNoise(load.value)), 6);
};

const readDistanceM = (reading: SetReading, row: DatedRow): number | undefined => {
  const value = readAmount(reading, row, 'distance', 'a distance');
  if (value === undefined) return undefined;
  const stated = metresOfWord(cellFor(reading, row, 'distanceUnit').trim().toLowerCase());
  return roundTo(value * (stated ?? reading.metresPerUnit), 3);
};

const readRpe = (reading: SetReading, row: DatedRow): number | undefined => {
  const value = readAmount(reading, row, 'rpe', 'an RPE from 1 to 10');
  if (value === undefined || value <= 10) return value;
  report(reading, row, 'rpe', 'an RPE from 1 to 10; left out');
  return undefined;
};

const isAssisted = (exercise: string): boolean =>
  /assist|unterstütz|asistid|asistit|gymnastikband|geholfen/iu.test(exercise);

interface Doubt {
  readonly role: StrongRole;
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

/** One row as a set. `undefined` when there are neither reps nor time nor distance, or no exercise; both are accounted for. */
export const readSet = (reading: SetReading, row: DatedRow, kind: SetKind): DraftSet | undefined => {
  const exercise = textOf(cellFor(reading, row, 'exercise'));
  if (exercise.trim() === '') {
    report(reading, row, 'exercise', 'the name of an exercise; the row is not taken');
    return undefined;
  }
  const loadKg = readLoadKg(reading, row);
  const reps = readAmount(reading, row, 'reps', 'a number of reps');
  const durationS = readAmount(reading, row, 'seconds', 'a number of seconds');
  const distanceM = readDistanceM(reading, row);
  if (reps === undefined && durationS === undefined && distanceM === undefined) {
    passOver(reading.notes, 'empty set');
    return undefined;
  }
  const doubt = doubtOf(exercise, loadKg, reps);
  if (doubt !== undefined) {
    report(reading, row, doubt.role, `${doubt.text}; kept, and out of records and totals until confirmed`);
  }
  return {
    line: row.line,
    exercise,
    kind,
    loadKg,
    reps,
    durationS,
    distanceM,
    rpe: readRpe(reading, row),
    notes: textOrNone(cellFor(reading, row, 'notes')),
    doubt: doubt === undefined ? undefined : `expected ${doubt.text}`,
  };
};
