import type { CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { DateOnLine, LocalStart, OrderEvidence, PrintedDate, ZoneOffset } from './dateTimes.ts';
import type { DateOrder, FileRefusal, ImportAssumption, ImportChoices, ImportDraft, ImportProblem } from './draft.ts';
import type { Result } from '../kernel/result.ts';
import { dateOrderOf } from './dateTimes.ts';
import { problemList, type ProblemList } from './problemList.ts';
import { fail, ok } from '../kernel/result.ts';

/** What an importer may use besides the table. */
export interface ReadContext {
  readonly choices: ImportChoices;
  /** Absent: times in UTC stay as printed. */
  readonly zoneOffset: ZoneOffset | undefined;
  /** Some apps say only in the file's name what the file is about. */
  readonly fileName?: string | undefined;
}

/** The first rows after a heading. */
export type Sample = readonly (readonly string[])[];

/** One kind of export that is understood. */
export interface Importer {
  readonly format: string;
  readonly name: string;
  /** What its heading has, for people whose file is not recognised. */
  readonly knownBy: string;
  readonly matches: (heading: readonly string[], following: Sample) => boolean;
  readonly read: (table: CsvTable, context: ReadContext) => Result<ImportDraft, FileRefusal>;
}

/** Undoes what a careful CSV export does to cells that a spreadsheet would take for a formula. */
export const textOf = (cell: string | undefined): string => (cell ?? '').replace(/^'(?='*[=+\-@\t\r])/u, '');

/** A cell's text, or `undefined` when it is blank. */
export const textOrNone = (cell: string | undefined): string | undefined => {
  const text = textOf(cell);
  return text.trim() === '' ? undefined : text;
};

/** A cell for a message: as printed, at most 80 characters. */
export const forMessage = (cell: string | undefined): string => {
  const text = cell ?? '';
  if (text.trim() === '') return '(empty)';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

interface SettledOrder {
  readonly order: DateOrder;
  readonly assumptions: readonly ImportAssumption[];
}

const IN_WORDS: Readonly<Record<DateOrder, string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
};

const assumed = (order: DateOrder, evidence: string): Result<SettledOrder, FileRefusal> =>
  ok({ order, assumptions: [{ what: 'dateOrder', chosen: IN_WORDS[order], evidence }] });

/** So many dates are shown to whoever is asked which of day and month comes first. */
const DATES_SHOWN = 5;

const openDatesOf = (dates: Iterable<DateOnLine>): string[] => {
  const shown = new Set<string>();
  for (const { printed, found } of dates) {
    if (shown.size === DATES_SHOWN) break;
    if (printed.kind === 'numeric') shown.add(forMessage(found.trim()));
  }
  return [...shown];
};

/** Settles the order of day and month for a file: what the file proves, else what was chosen, else a refusal that asks. */
export const settleDateOrder = (
  dates: Iterable<DateOnLine>,
  chosen: DateOrder | undefined,
): Result<SettledOrder, FileRefusal> => {
  const evidence: OrderEvidence = dateOrderOf(dates);
  if (evidence.status === 'notNeeded') return ok({ order: 'dmy', assumptions: [] });
  if (evidence.status === 'proved') {
    return assumed(evidence.order, `line ${evidence.line} has ${evidence.found}`);
  }
  if (chosen === 'dmy' || chosen === 'mdy')
    return assumed(chosen, `chosen; line ${evidence.line} has ${evidence.found}`);
  const { line, found } = evidence;
  const expected =
    evidence.status === 'contradictory'
      ? 'one order of day and month in the whole file; correct the dates, or choose day first or month first'
      : 'a choice: day first or month first; no date in the file has a number over 12 that would tell';
  return fail({ reason: 'datesUndecided', line, found, expected, dates: openDatesOf(dates) });
};

/** A row of the file while it is read. */
export interface DatedRow extends CsvRecord {
  readonly printedStart: string;
  readonly printed: PrintedDate;
}

/** A start for keys: `YYYY-MM-DD HH:MM:SS`, or the date alone. */
export const startKeyOf = (start: LocalStart): string =>
  start.time === undefined ? start.date : `${start.date} ${start.time}`;

/** Collects what is to be told about a file while it is read. */
export interface ReadNotes {
  readonly problems: ProblemList;
  readonly passedOver: Record<string, number>;
}

/** Notes that begin with what the table had to say. */
export const notesOf = (table: CsvTable): ReadNotes => ({
  problems: problemList(table.problems, table.undescribed),
  passedOver: { ...table.passedOver },
});

export const passOver = (notes: ReadNotes, kind: string): void => {
  notes.passedOver[kind] = (notes.passedOver[kind] ?? 0) + 1;
};

/** A file that has a heading and no row. */
export const headerOnly = (table: CsvTable, name: string): FileRefusal => ({
  reason: 'headerOnly',
  line: table.headingLine,
  found: `a ${name} with a heading and no rows`,
  expected: 'at least one row; export again with a longer period',
});

/** A file of which no row could be taken: says what is wrong with the first one. */
export const noRowUnderstood = (rows: number, problems: readonly ImportProblem[]): FileRefusal => {
  const [first] = problems;
  return {
    reason: 'noRowUnderstood',
    line: first?.line,
    found: first === undefined ? `${rows} rows` : `${first.field}: ${first.found}`,
    expected: first?.expected ?? 'rows as the format has them',
  };
};
