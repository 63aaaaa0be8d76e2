import type { DatedRow } from './importer.ts';
import type { RowMeaning } from './setKinds.ts';
import type { SetFacts } from './draft.ts';
import type { TableReading } from './tableReading.ts';
import { forMessage, textOf, textOrNone } from './importer.ts';
import { isMissing } from './numbers.ts';
import { isRunInLog } from './runsInLog.ts';
import { kindMeaning, orderMeaning, saysYes } from './setKinds.ts';
import { columnsThatTellOf, EMPTY_SET, readSet, setCell, type RowProblem, type SetReading } from './setRow.ts';

/** What a row of a list of sets says, whenever and in whichever session it was done. */
export interface ToldRow {
  readonly set: SetFacts | undefined;
  /** How many such sets the row stands for. */
  readonly copies: number;
  readonly isRunInLog: boolean;
  /** As what a row is counted that is no set and nothing is wrong with. */
  readonly passedOverAs: string | undefined;
  /** What goes to the notes of its session. */
  readonly sessionNotes: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** Strong may print the pause as an exercise of its own. */
const REST: RowMeaning = { isSet: false, passedOverAs: 'rest timer' };

const meaningOf = (reading: SetReading, row: DatedRow): RowMeaning => {
  if (saysYes(setCell(reading, row, 'isSkipped'))) return { isSet: false, passedOverAs: 'skipped set' };
  if (saysYes(setCell(reading, row, 'isWarmup'))) return { isSet: true, kind: 'warmup' };
  if (/^rest timer$/iu.test(setCell(reading, row, 'exercise').trim())) return REST;
  const kind = setCell(reading, row, 'kind');
  return isMissing(kind) ? orderMeaning(setCell(reading, row, 'setOrder')) : kindMeaning(kind);
};

/** A row may stand for several equal sets; a number that is none, or beyond what anybody does, stands for one and is reported. */
const copiesOf = (reading: SetReading, row: DatedRow, problems: RowProblem[]): number => {
  if (reading.columns.copies === undefined) return 1;
  const cell = setCell(reading, row, 'copies');
  if (isMissing(cell)) return 1;
  const copies = Number(cell.trim());
  if (Number.isInteger(copies) && copies >= 1 && copies <= 50) return copies;
  const expected = 'a whole number of sets from 1 to 50; the row is taken as one set';
  problems.push({ field: reading.headingOf('copies'), found: forMessage(cell), expected });
  return 1;
};

/** What is noted of the exercise and, where the row is no set, of itself. */
const sessionNotesOf = (reading: SetReading, row: DatedRow, { isSet }: RowMeaning): readonly string[] => {
  const ofExercise = textOrNone(setCell(reading, row, 'exerciseNotes'));
  const ofRow = isSet ? undefined : textOrNone(setCell(reading, row, 'notes'));
  return [ofExercise, ofRow].flatMap((note) =>
    note === undefined ? [] : [`${textOf(setCell(reading, row, 'exercise'))}: ${note}`],
  );
};

/** Most rows have neither; a hundred thousand are remembered. */
const NONE: readonly never[] = [];

const orNone = <T>(some: readonly T[]): readonly T[] => (some.length === 0 ? NONE : some);

const tellOf = (reading: SetReading, row: DatedRow): ToldRow => {
  const meaning = meaningOf(reading, row);
  const problems: RowProblem[] = [];
  const read = meaning.isSet ? readSet({ reading, row, problems }, meaning.kind) : undefined;
  const set = read === EMPTY_SET ? undefined : read;
  return {
    set,
    copies: set === undefined ? 1 : copiesOf(reading, row, problems),
    isRunInLog: set !== undefined && isRunInLog(set),
    passedOverAs: meaning.isSet ? (read === EMPTY_SET ? reading.emptyAs : undefined) : meaning.passedOverAs,
    sessionNotes: orNone(sessionNotesOf(reading, row, meaning)),
    problems: orNone(problems),
  };
};

/** So many different rows are remembered: a log in which every row is another is then read without. */
const MOST_REMEMBERED = 250_000;

const ROW_OF_NOTHING: DatedRow = {
  line: 0,
  cells: [],
  printedStart: '',
  printed: { kind: 'unreadable', expected: '' },
};

/** What the rows of a list of sets say. Rows that say the same are read once, and what they say is one and the same value. */
export interface RowTeller {
  /** What the row at a place says. */
  readonly tell: (place: number) => ToldRow;
  /** The same, and the row is counted. */
  readonly count: (place: number) => ToldRow;
  /** How many sets there are of each exercise in the rows that have been counted, and how many runs among them. */
  readonly totals: () => SetTotals;
}

interface SetTotals {
  readonly setsByExercise: ReadonlyMap<string, number>;
  readonly runsInLog: number;
}

/** What a row says, and how many of those that say so have been counted. */
interface CountedRow {
  readonly told: ToldRow;
  readonly number: number;
  rows: number;
}

export const rowTeller = ({ rows, likenessIn }: TableReading, reading: SetReading): RowTeller => {
  // The first set and the second are both work: which it was says nothing else of it.
  const orders = { column: reading.columns.setOrder, of: (order: string) => JSON.stringify(orderMeaning(order)) };
  const likeness = likenessIn(columnsThatTellOf('set', reading), orders);
  const remembered = new Map<number, CountedRow>();
  /** The same rows, and for each place which of them it is, from 1; 0 where that has not been looked up. */
  const numbered: CountedRow[] = [];
  const numberAt = new Uint32Array(rows.length);
  const setsByExercise = new Map<string, number>();
  let runsInLog = 0;
  const lookUp = (place: number): CountedRow => {
    const like = likeness?.(place);
    const known = like === undefined ? undefined : remembered.get(like);
    if (known !== undefined) {
      numberAt[place] = known.number;
      return known;
    }
    const row = { told: tellOf(reading, rows.at(place) ?? ROW_OF_NOTHING), number: numbered.length + 1, rows: 0 };
    if (like === undefined || numbered.length === MOST_REMEMBERED) return row;
    remembered.set(like, row);
    numbered.push(row);
    numberAt[place] = row.number;
    return row;
  };
  const rowAt = (place: number): CountedRow => {
    const number = numberAt[place] ?? 0;
    return (number > 0 ? numbered[number - 1] : undefined) ?? lookUp(place);
  };
  const add = ({ set, copies, isRunInLog: isRun }: ToldRow, times: number): void => {
    if (set === undefined) return;
    setsByExercise.set(set.exercise, (setsByExercise.get(set.exercise) ?? 0) + copies * times);
    if (isRun) runsInLog += copies * times;
  };
  return {
    tell: (place) => rowAt(place).told,
    count: (place) => {
      const row = rowAt(place);
      // The first of them at once, so that exercises are in the order of the file; the others together.
      if (row.rows === 0) add(row.told, 1);
      row.rows += 1;
      return row.told;
    },
    totals: () => {
      for (const row of numbered) {
        if (row.rows > 1) add(row.told, row.rows - 1);
        row.rows = Math.min(row.rows, 1);
      }
      return { setsByExercise, runsInLog };
    },
  };
};
