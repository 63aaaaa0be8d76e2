import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that is large in one way or another, and what it must end with. */
export interface BigFile {
  readonly name: string;
  readonly write: (path: string) => void;
  /** Words of the outcome. */
  readonly expected: RegExp;
  /** Most memory of the process that imports it. */
  readonly budgetMb?: number;
}

const HEADING =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n';

const two = (value: number): string => String(value).padStart(2, '0');

const setLine = (day: string, order: number, note: string): string =>
  `${day} 07:00:00,"A",30m,"Squat (Barbell)",${order},60.0,5,0,0,"${note}","",\n`;

/** Writes pieces one after another; nothing of them is held. */
const writePieces = (path: string, pieces: Iterable<string>): void => {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
};

const LINES_A_PIECE = 1000;

/** Sets, a thousand a day, four weeks a month. */
function* sets(count: number, noteOf: (row: number) => string): Generator<string, void> {
  yield HEADING;
  for (let from = 0; from < count; from += LINES_A_PIECE) {
    const day = `20${two(10 + Math.floor(from / 336_000))}-${two(1 + (Math.floor(from / 28_000) % 12))}-${two(1 + (Math.floor(from / 1000) % 28))}`;
    yield Array.from({ length: LINES_A_PIECE }, (_, row) => setLine(day, row, noteOf(from + row))).join('');
  }
}

function* repeated(before: string, piece: string, times: number, after: string): Generator<string, void> {
  yield before;
  for (let time = 0; time < times; time += 1) yield piece;
  yield after;
}

function* columns(count: number): Generator<string, void> {
  for (let column = 0; column < count; column += 1) yield column === 0 ? 'c0' : `,c${column}`;
  yield '\n';
}

/** FitNotes as it prints comments: behind the last heading, without one of their own. */
function* fitNotesSets(count: number): Generator<string, void> {
  yield 'Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n';
  for (let from = 0; from < count; from += LINES_A_PIECE) {
    const day = `20${two(10 + Math.floor(from / 336_000))}-${two(1 + (Math.floor(from / 28_000) % 12))}-${two(1 + (Math.floor(from / 1000) % 28))}`;
    yield `${day},Barbell Squat,Legs,62.5,5,,,,felt light\n`.repeat(LINES_A_PIECE);
  }
}

/** JEFIT's backup: an exercise a row, its sets in one cell. */
function* jefitLogs(count: number): Generator<string, void> {
  yield '### EXERCISE LOGS ####\nlogs,_id,mydate,ename,belongsession\n';
  for (let from = 0; from < count; from += LINES_A_PIECE) {
    yield `"60x5,60x5,60x5,60x5",1,2026-01-${two(1 + (Math.floor(from / 1000) % 28))},Squat,${from}\n`.repeat(
      LINES_A_PIECE,
    );
  }
}

const LONG_NOTE = 'felt heavy, bar path good, rest three minutes; '.repeat(21);

/** The large files that an import has to stand: each is read, or refused for a reason that says what to do. */
export const BIG_FILES: readonly BigFile[] = [
  {
    name: '1 GB, a million sets with long notes',
    write: (path) =>
      writePieces(
        path,
        sets(1_000_000, (row) => `${row} ${LONG_NOTE}`),
      ),
    expected: /^1,000,000 sets of 1,000,000 rows$/u,
    budgetMb: 600,
  },
  {
    name: 'two million sets',
    write: (path) =>
      writePieces(
        path,
        sets(2_000_000, () => ''),
      ),
    expected: /^2,000,000 sets of 2,000,000 rows$/u,
  },
  {
    name: 'two million sets of FitNotes with untitled comments',
    write: (path) => writePieces(path, fitNotesSets(2_000_000)),
    expected: /^2,000,000 sets of 2,000,000 rows$/u,
  },
  {
    name: 'a million exercise logs of JEFIT with four sets each',
    write: (path) => writePieces(path, jefitLogs(1_000_000)),
    expected: /at most 3 million rows/u,
  },
  {
    name: 'one line of 1 GB',
    write: (path) =>
      writePieces(
        path,
        repeated(`${HEADING}2026-01-05 07:00:00,"A",30m,"`, 'x'.repeat(1 << 20), 1024, '",1,60,5,0,0,"","",\n'),
      ),
    expected: /at most 8 million characters in a row/u,
  },
  {
    name: 'a million columns',
    write: (path) => writePieces(path, columns(1_000_000)),
    expected: /at most 20000 fields in a row/u,
  },
  {
    name: '200 MB behind an open quote',
    write: (path) =>
      writePieces(
        path,
        repeated(`${HEADING}"`, '2026-01-05 07:00:00,A,30m,Squat,1,60,5,0,0,,,\n'.repeat(20_000), 220, ''),
      ),
    expected: /at most 3 million rows.*quote never closed/u,
  },
];
