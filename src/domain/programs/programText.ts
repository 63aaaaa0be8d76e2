import type { Exercise } from '../exercises/exercise.ts';
import { matchExercise } from '../exercises/matchName.ts';
import { WEEKDAYS, type Weekday } from '../kernel/plainDate.ts';
import type { GridBlock, GridRow, GridSession, ProgramGrid } from './grid.ts';
import {
  PHASES,
  PROGRESSION_KINDS,
  WEEK_KINDS,
  type Cell,
  type Phase,
  type ProgressionKind,
  type SlotRole,
  type WeekKind,
} from './program.ts';
import { printCell, readCell } from './shorthand.ts';

/** Something in a program's text that was not understood. Lines count from 1. */
export interface TextProblem {
  readonly line: number;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

/** A program's text, read. `headings` are the lines `word: text` that stand before the first block, the name among them. */
export interface TextReading {
  readonly grid: ProgramGrid;
  readonly headings: ReadonlyMap<string, string>;
  readonly problems: readonly TextProblem[];
}

const DAY_NAMES: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const DEFAULT_MINUTES = 45;

/** Fields between bars; a bar inside quotes is part of a cue. */
const fieldsOf = (text: string): readonly string[] => {
  const fields = [''];
  let isQuoted = false;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    if (char === '|' && !isQuoted) fields.push('');
    else fields.push(`${fields.pop() ?? ''}${char}`);
  }
  return fields.map((field) => field.trim());
};

interface MutableSession {
  readonly name: string;
  readonly weekday?: Weekday | undefined;
  readonly minutes: number;
  readonly rows: GridRow[];
}

interface MutableBlock {
  readonly name: string;
  readonly goal: string;
  readonly phase?: Phase | undefined;
  weekKinds: readonly WeekKind[];
  readonly sessions: MutableSession[];
}

interface Reader {
  readonly exercises: readonly Exercise[];
  readonly memory: ReadonlyMap<string, string>;
  readonly headings: Map<string, string>;
  readonly blocks: MutableBlock[];
  readonly problems: TextProblem[];
}

const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text.toLowerCase() || value === text);

const readBlock = (reader: Reader, line: number, text: string): void => {
  const [name = '', goal = '', phaseText = ''] = fieldsOf(text);
  const phase = oneOf(PHASES, phaseText);
  if (name === '') reader.problems.push({ line, field: 'block', found: text, expected: 'a name for the block' });
  if (phaseText !== '' && phase === undefined) {
    reader.problems.push({ line, field: 'phase', found: phaseText, expected: PHASES.join(', ') });
  }
  reader.blocks.push({ name, goal, ...(phase === undefined ? {} : { phase }), weekKinds: [], sessions: [] });
};

const readWeeks = (reader: Reader, line: number, text: string): void => {
  const block = reader.blocks.at(-1);
  if (block === undefined) {
    reader.problems.push({ line, field: 'weeks', found: text, expected: 'a block: line before it' });
    return;
  }
  block.weekKinds = text.split(/[\s,|]+/u).flatMap((word): WeekKind[] => {
    const kind = oneOf(WEEK_KINDS, word);
    if (kind !== undefined) return [kind];
    if (word !== '') reader.problems.push({ line, field: 'weeks', found: word, expected: WEEK_KINDS.join(', ') });
    return [];
  });
};

const weekdayNamed = (text: string): Weekday | undefined => {
  const at = DAY_NAMES.findIndex((name) => name.toLowerCase() === text.slice(0, 3).toLowerCase());
  return at < 0 ? undefined : WEEKDAYS[at];
};

const readSession = (reader: Reader, line: number, text: string): void => {
  const block = reader.blocks.at(-1);
  if (block === undefined) {
    reader.problems.push({ line, field: 'session', found: text, expected: 'a block: line before it' });
    return;
  }
  const [name = '', ...more] = fieldsOf(text);
  let weekday: Weekday | undefined;
  let minutes = DEFAULT_MINUTES;
  for (const field of more) {
    const length = /^(\d{1,3})\s*min$/u.exec(field);
    const day = weekdayNamed(field);
    if (length !== null && Number(length[1]) <= 240) minutes = Number(length[1]);
    else if (day !== undefined) weekday = day;
    else reader.problems.push({ line, field: 'session', found: field, expected: 'a day as Tue, or minutes as 45 min' });
  }
  if (name === '') reader.problems.push({ line, field: 'session', found: text, expected: 'a name for the session' });
  block.sessions.push({ name, ...(weekday === undefined ? {} : { weekday }), minutes, rows: [] });
};

const exerciseKeyOf = (reader: Reader, line: number, field: string, printed: string): string | undefined => {
  const { exercises, memory } = reader;
  if (exercises.some(({ key }) => key === printed)) return printed;
  const match = matchExercise(printed, exercises, memory);
  if (match.kind === 'known') return match.key;
  const near = match.kind === 'doubtful' ? match.candidates.slice(0, 3) : [];
  const names = near.map(({ key }) => exercises.find((one) => one.key === key)?.name ?? key);
  const expected = names.length === 0 ? 'an exercise of the library' : `an exercise; perhaps ${names.join(', ')}`;
  reader.problems.push({ line, field, found: printed, expected });
  return undefined;
};

interface RowMarks {
  role: SlotRole;
  progression?: ProgressionKind;
  noGymKey?: string;
}

const readMarks = (reader: Reader, line: number, text: string): RowMarks => {
  const marks: RowMarks = { role: 'assistance' };
  for (const word of text.split(';').map((one) => one.trim())) {
    const noGym = /^no gym\s*[:=]\s*(.+)$/iu.exec(word)?.[1];
    const progression = oneOf(PROGRESSION_KINDS, word);
    const noGymKey = noGym === undefined ? undefined : exerciseKeyOf(reader, line, 'no gym', noGym);
    if (word === 'main') marks.role = 'main';
    else if (progression !== undefined) marks.progression = progression;
    else if (noGymKey !== undefined) marks.noGymKey = noGymKey;
    else if (word !== '' && noGym === undefined) {
      reader.problems.push({
        line,
        field: 'marks',
        found: word,
        expected: `main, no gym: NAME, or one of ${PROGRESSION_KINDS.join(', ')}`,
      });
    }
  }
  return marks;
};

const readCells = (reader: Reader, line: number, texts: readonly string[], weeks: number): readonly Cell[] =>
  Array.from({ length: Math.max(weeks, texts.length) }, (_, index): Cell => {
    const { cell, marks } = readCell(texts[index] ?? '');
    for (const { found, expected } of marks) {
      reader.problems.push({ line, field: `week ${index + 1}`, found, expected });
    }
    return cell;
  });

const readRow = (reader: Reader, line: number, text: string): void => {
  const block = reader.blocks.at(-1);
  const session = block?.sessions.at(-1);
  const [label = '', exercise = '', markText = '', ...cells] = fieldsOf(text);
  if (block === undefined || session === undefined) {
    reader.problems.push({ line, field: 'row', found: text.slice(0, 60), expected: 'a session: line before it' });
    return;
  }
  if (!/^[A-Z]\d{0,2}$/iu.test(label) || exercise === '') {
    const expected = 'LABEL | exercise | marks | week 1 | week 2 …, for example A1 | Back squat | main | 3x5@80';
    reader.problems.push({ line, field: 'row', found: text.slice(0, 60), expected });
    return;
  }
  if (cells.length > block.weekKinds.length) {
    const expected = `at most ${block.weekKinds.length} cells, one for each week of the block`;
    reader.problems.push({ line, field: 'row', found: `${cells.length} cells`, expected });
  }
  const exerciseKey = exerciseKeyOf(reader, line, 'exercise', exercise);
  const marks = readMarks(reader, line, markText);
  const read = readCells(reader, line, cells, block.weekKinds.length);
  if (exerciseKey !== undefined) session.rows.push({ label: label.toUpperCase(), exerciseKey, ...marks, cells: read });
};

const readLine = (reader: Reader, line: number, text: string): void => {
  const headed = /^(block|weeks|session)\s*:\s*(.*)$/iu.exec(text);
  const rest = headed?.[2] ?? '';
  if (headed?.[1]?.toLowerCase() === 'block') readBlock(reader, line, rest);
  else if (headed?.[1]?.toLowerCase() === 'weeks') readWeeks(reader, line, rest);
  else if (headed !== null) readSession(reader, line, rest);
  else if (text.includes('|')) readRow(reader, line, text);
  else {
    const heading = /^([a-z][a-z ]{0,30}):\s*(.*)$/iu.exec(text);
    const name = heading?.[1]?.toLowerCase();
    if (name === undefined || reader.blocks.length > 0) {
      reader.problems.push({
        line,
        field: 'line',
        found: text.slice(0, 60),
        expected: 'block:, weeks:, session: or a row',
      });
    } else reader.headings.set(name, heading?.[2] ?? '');
  }
};

/**
 * Reads the plain-text twin of a program (editor.md): headings, then blocks with their weeks, sessions and rows, fields between
 * bars, `#` before a remark. Every place that is not understood is named by line and field; cells that are not are kept as typed.
 */
export const readProgramText = (
  text: string,
  exercises: readonly Exercise[],
  memory: ReadonlyMap<string, string> = new Map(),
): TextReading => {
  const reader: Reader = { exercises, memory, headings: new Map(), blocks: [], problems: [] };
  text.split(/\r?\n/u).forEach((raw, index) => {
    const line = raw.replace(/^\uFEFF/u, '').trim();
    if (line !== '' && !line.startsWith('#')) readLine(reader, index + 1, line);
  });
  const name = reader.headings.get('name') ?? '';
  if (name === '')
    reader.problems.push({ line: 1, field: 'name', found: '', expected: 'name: and what the program is called' });
  for (const block of reader.blocks) {
    if (block.weekKinds.length === 0) {
      const expected = 'weeks: and a kind for each, for example build build build deload';
      reader.problems.push({ line: 1, field: 'weeks', found: block.name, expected });
    }
  }
  return { grid: { name, blocks: reader.blocks }, headings: reader.headings, problems: reader.problems };
};

const printRow = (row: GridRow, nameOf: (key: string) => string): string => {
  const marks = [
    ...(row.role === 'main' ? ['main'] : []),
    ...(row.progression === undefined ? [] : [row.progression]),
    ...(row.noGymKey === undefined ? [] : [`no gym: ${nameOf(row.noGymKey)}`]),
  ];
  return [
    row.label,
    nameOf(row.exerciseKey),
    marks.join('; '),
    ...row.cells.map((cell) => printCell(cell) || '-'),
  ].join(' | ');
};

const printSession = (session: GridSession, nameOf: (key: string) => string): readonly string[] => {
  const day = session.weekday === undefined ? [] : [DAY_NAMES[session.weekday - 1] ?? ''];
  const head = `session: ${[session.name, ...day, `${session.minutes} min`].join(' | ')}`;
  return ['', head, ...session.rows.map((row) => printRow(row, nameOf))];
};

const printBlock = (block: GridBlock, nameOf: (key: string) => string): readonly string[] => [
  '',
  `block: ${[block.name, block.goal, ...(block.phase === undefined ? [] : [block.phase])].join(' | ')}`,
  `weeks: ${block.weekKinds.join(' ')}`,
  ...block.sessions.flatMap((session) => printSession(session, nameOf)),
];

/** A program as plain text: read again it is the same grid. */
export const printProgramText = (grid: ProgramGrid, exercises: readonly Exercise[]): string => {
  // A name that would not be read as the same exercise again gives way to the key.
  const nameOf = (key: string): string => {
    const name = exercises.find((one) => one.key === key)?.name ?? key;
    const match = matchExercise(name, exercises, new Map());
    return match.kind === 'known' && match.key === key ? name : key;
  };
  return [`name: ${grid.name}`, ...grid.blocks.flatMap((block) => printBlock(block, nameOf)), ''].join('\n');
};
