import type { CsvTable } from './csvTable.ts';
import type { DraftAthlete, FileRefusal, ImportDraft } from './draft.ts';
import type { Importer, ReadContext } from './importer.ts';
import type { Result } from '../kernel/result.ts';
import type { Sex } from '../athletes/athlete.ts';
import type { CsvRecord } from './csvRecords.ts';
import type { LocalStart } from './dateTimes.ts';
import type { RosterPlaces, RosterRole } from './rosterColumns.ts';
import { dateOrderOf, readPrintedDate, resolveDate } from './dateTimes.ts';
import type { ProblemList } from './problemList.ts';
import { fail, ok } from '../kernel/result.ts';
import { foldWord } from './headings.ts';
import { forMessage, headerOnly, noRowUnderstood, notesOf, passOver, textOf, textOrNone } from './importer.ts';
import { isMissing } from './numbers.ts';
import { isRosterHeading, rosterColumnsOf } from './rosterColumns.ts';

const MAX_NAME_CHARS = 120;
const MAX_GROUPS = 20;
const FIRST_BIRTH_YEAR = 1900;
const LAST_BIRTH_YEAR = 2100;

interface Reading {
  readonly table: CsvTable;
  readonly places: RosterPlaces;
  readonly problems: ProblemList;
  readonly passedOver: Record<string, number>;
  readonly dayFirst: boolean;
  /** Whether the file itself says which of day and month stands first. */
  readonly isOrderProved: boolean;
}

const cellFor = ({ places }: Pick<Reading, 'places'>, { cells }: CsvRecord, role: RosterRole): string => {
  const column = places.get(role)?.[0];
  return column === undefined ? '' : (cells[column] ?? '');
};

const report = (reading: Reading, record: CsvRecord, role: RosterRole, expected: string): void => {
  const column = reading.places.get(role)?.[0];
  const field = column === undefined ? role : (reading.table.heading[column] ?? role).trim();
  reading.problems.push({ line: record.line, field, found: forMessage(cellFor(reading, record, role)), expected });
};

const tidy = (cell: string): string => textOf(cell.trim()).replace(/\s+/gu, ' ').trim();

/** `Okafor, Ada` is Ada Okafor. */
const firstNameFirst = (name: string): string => {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  return first !== '' && more.length === 0 ? `${first} ${last}` : name;
};

const nameOf = (reading: Reading, record: CsvRecord): string => {
  const whole = tidy(cellFor(reading, record, 'name'));
  if (whole !== '') return firstNameFirst(whole);
  return `${tidy(cellFor(reading, record, 'firstName'))} ${tidy(cellFor(reading, record, 'lastName'))}`.trim();
};

/** The first address of a cell; several stand between commas. */
const emailOf = (reading: Reading, record: CsvRecord): string | undefined => {
  const cell = textOrNone(cellFor(reading, record, 'email'));
  if (cell === undefined || isMissing(cell)) return undefined;
  const first = cell.split(/[,;\s]+/u).find((part) => part !== '') ?? '';
  if (first.length <= 200 && /^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(first)) return first;
  report(reading, record, 'email', 'an e-mail address such as ada@example.org; left out');
  return undefined;
};

const SEX_WORDS: readonly (readonly [RegExp, Sex])[] = [
  [
    /^(?:f|female|w|weiblich|woman|women|girl|g|femme|feminin|femenino|feminino|femmina|mujer|mulher|donna|vrouw|v|kvinna|kvinde|kvinne|k|kobieta|ж)$/u,
    'female',
  ],
  [
    /^(?:m|male|mannlich|man|men|boy|b|homme|h|masculin|masculino|maschio|hombre|homem|uomo|mann|mezczyzna|м)$/u,
    'male',
  ],
  [/^(?:x|d|divers|other|nonbinary|non binary|nb|diverse|autre|otro|outro|altro|anders)$/u, 'other'],
];

const sexOf = (reading: Reading, record: CsvRecord): Sex | undefined => {
  const cell = cellFor(reading, record, 'sex');
  if (isMissing(cell)) return undefined;
  const word = foldWord(cell.slice(0, 40));
  if (/^(?:not specified|unspecified|unknown|prefer not|keine angabe|unbekannt|non precise)/u.test(word))
    return undefined;
  const sex = SEX_WORDS.find(([shape]) => shape.test(word))?.[1];
  if (sex === undefined) report(reading, record, 'sex', 'female, male or other; left out');
  return sex;
};

interface Birth {
  readonly year: number | undefined;
  /** Only when the day is certain. */
  readonly date: LocalStart | undefined;
}

/** Only the year is kept, so that nobody need be asked which of day and month stands first. */
const birthOf = (reading: Reading, record: CsvRecord): Birth => {
  const cell = cellFor(reading, record, 'birthDate');
  if (!isMissing(cell)) {
    const printed = readPrintedDate(cell);
    const order = reading.dayFirst ? 'dmy' : 'mdy';
    const resolved = resolveDate(printed, order, FIRST_BIRTH_YEAR);
    if (!resolved.ok) {
      report(reading, record, 'birthDate', `${resolved.error}; left out`);
      return { year: undefined, date: undefined };
    }
    const isCertain = printed.kind === 'plain' || reading.isOrderProved;
    return { year: Number(resolved.value.date.slice(0, 4)), date: isCertain ? resolved.value : undefined };
  }
  const printedYear = cellFor(reading, record, 'birthYear').trim();
  if (isMissing(printedYear)) return { year: undefined, date: undefined };
  const year = /^\d{4}(?:\.0+)?$/u.test(printedYear) ? Number(printedYear) : Number.NaN;
  if (year >= FIRST_BIRTH_YEAR && year <= LAST_BIRTH_YEAR) return { year, date: undefined };
  report(reading, record, 'birthYear', `a year from ${FIRST_BIRTH_YEAR} to ${LAST_BIRTH_YEAR}; left out`);
  return { year: undefined, date: undefined };
};

const groupsOf = ({ places }: Reading, { cells }: CsvRecord): string[] => {
  const all = (places.get('group') ?? []).flatMap((column) => (cells[column] ?? '').split(/[;,|]/u));
  const names = all.map(tidy).filter((name) => name !== '' && name.length <= MAX_NAME_CHARS);
  return [...new Set(names)].slice(0, MAX_GROUPS);
};

const massUnitOf = (cell: string): 'kg' | 'lb' | undefined => {
  const word = foldWord(cell.slice(0, 40));
  if (/^(?:kg|kgs|kilograms?|metric|km)$/u.test(word)) return 'kg';
  return /^(?:lb|lbs|pounds?|imperial|us|mi|miles)$/u.test(word) ? 'lb' : undefined;
};

const distanceUnitOf = (cell: string): 'km' | 'mi' | undefined => {
  const unit = massUnitOf(cell);
  return unit === undefined ? undefined : unit === 'kg' ? 'km' : 'mi';
};

const isOtherRole = (role: string): boolean =>
  /coach|trainer|admin|manager|entrenador|treinador|allenatore|staff|parent|eltern/iu.test(role);

const phoneOf = (reading: Reading, record: CsvRecord): string | undefined =>
  textOrNone(cellFor(reading, record, 'phone'))
    ?.split(/[,;]/u)[0]
    ?.trim()
    .slice(0, 60);

interface ReadPerson {
  readonly athlete: DraftAthlete;
  readonly birth: LocalStart | undefined;
}

const readPerson = (reading: Reading, record: CsvRecord): ReadPerson | undefined => {
  if (isOtherRole(cellFor(reading, record, 'role').slice(0, 60))) {
    passOver(reading, 'person who is no athlete');
    return undefined;
  }
  const name = nameOf(reading, record);
  if (name === '' || name.length > MAX_NAME_CHARS) {
    const role = reading.places.has('name') ? 'name' : 'lastName';
    report(reading, record, role, `a name of 1 to ${MAX_NAME_CHARS} characters; the row is not taken`);
    return undefined;
  }
  const { year, date } = birthOf(reading, record);
  const units = cellFor(reading, record, 'massUnit');
  const distances = cellFor(reading, record, 'distanceUnit');
  const athlete: DraftAthlete = {
    line: record.line,
    name,
    email: emailOf(reading, record),
    phone: phoneOf(reading, record),
    sex: sexOf(reading, record),
    birthYear: year,
    massUnit: massUnitOf(units),
    distanceUnit: distanceUnitOf(isMissing(distances) ? units : distances),
    groups: groupsOf(reading, record),
    notes: textOrNone(cellFor(reading, record, 'notes')),
  };
  return { athlete, birth: date };
};

/** Names are the same however they are written; so the store takes them too. */
const nameKeyOf = (name: string): string => name.normalize('NFC').toLowerCase();

interface Listed {
  readonly people: DraftAthlete[];
  readonly byEmail: Map<string, ReadPerson>;
  readonly byName: Map<string, ReadPerson>;
}

/** Adds somebody who is not listed yet. The same e-mail is the same person; the same name with another e-mail is for the coach to settle. */
const enlist = (reading: Reading, record: CsvRecord, person: ReadPerson, listed: Listed): void => {
  const { athlete } = person;
  const email = athlete.email?.toLowerCase();
  const sameEmail = email === undefined ? undefined : listed.byEmail.get(email);
  const sameName = listed.byName.get(nameKeyOf(athlete.name));
  const before = sameEmail ?? sameName;
  if (before === undefined) {
    listed.people.push(athlete);
    listed.byName.set(nameKeyOf(athlete.name), person);
    if (email !== undefined) listed.byEmail.set(email, person);
    return;
  }
  const first = `line ${before.athlete.line}`;
  if (sameEmail === undefined && email !== undefined && before.athlete.email !== undefined) {
    report(
      reading,
      record,
      'email',
      `the e-mail of ${athlete.name} on ${first}, or another name: perhaps these are two people; this one is not taken`,
    );
    return;
  }
  if (before.birth !== undefined && person.birth !== undefined && before.birth.date !== person.birth.date) {
    const expected = `the birth date of ${first}, ${before.birth.date}: the same person twice; this line is not taken`;
    report(reading, record, 'birthDate', expected);
    return;
  }
  passOver(reading, 'person listed twice');
};

const settledOrder = (table: CsvTable, places: RosterPlaces): Pick<Reading, 'dayFirst' | 'isOrderProved'> => {
  const column = places.get('birthDate')?.[0] ?? -1;
  const dates = table.records.map(({ line, cells }) => {
    const found = cells[column] ?? '';
    return { line, found, printed: readPrintedDate(found) };
  });
  const evidence = dateOrderOf(dates);
  return {
    dayFirst: evidence.status !== 'proved' || evidence.order === 'dmy',
    isOrderProved: evidence.status === 'proved',
  };
};

/** Reads a list of people by its columns. Errors: no rows, or none with a name. */
export const readRoster = (
  identity: { readonly format: string; readonly name: string },
  table: CsvTable,
  places: RosterPlaces,
): Result<ImportDraft, FileRefusal> => {
  if (table.records.length + table.problems.length === 0) return fail(headerOnly(table, identity.name));
  const reading: Reading = { table, places, ...notesOf(table), ...settledOrder(table, places) };
  const listed: Listed = { people: [], byEmail: new Map(), byName: new Map() };
  for (const record of table.records) {
    const person = readPerson(reading, record);
    if (person !== undefined) enlist(reading, record, person, listed);
  }
  const problems = reading.problems.described().toSorted((left, right) => left.line - right.line);
  if (listed.people.length === 0) return fail(noRowUnderstood(table.records.length, problems));
  return ok({
    format: identity.format,
    formatName: identity.name,
    rows: table.records.length,
    activities: [],
    sessions: [],
    wellness: [],
    athletes: listed.people,
    problems,
    undescribed: reading.problems.undescribed(),
    assumptions: [],
    passedOver: reading.passedOver,
  });
};

/** Lists of people, as TrainHeroic, CoachMePlus, BoxScore, AthleteMetrics and clubs write them. */
export const ROSTER_IMPORTERS: readonly Importer[] = [
  {
    format: 'roster',
    name: 'Roster',
    knownBy: 'First Name, Last Name (or Name), Email, Date of Birth, Sex, Group, …',
    matches: isRosterHeading,
    read: (table: CsvTable, _context: ReadContext) =>
      readRoster({ format: 'roster', name: 'Roster' }, table, rosterColumnsOf(table.heading).places),
  },
];
