import type { CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { isMissing } from './numbers.ts';
import { massUnitOfWord } from './printedUnits.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { rowsAfter, rowsOf } from './rows.ts';
import { columnFinder } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const SESSION = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} ?(?:h|am|pm)$/iu;

/** `1. Hack Squats · Machine · 8 reps`, with or without the warm-ups beside it. */
const NUMBERED = /^\d{1,3}\. /u;

const WARM_UP = /^WU\d* · \+?([\d.,]+ [a-z]+) · (\d+)\+? /iu;

const HEADING = [
  'Date',
  'Session',
  'Duration',
  'Exercise',
  '#',
  'Load',
  'Reps',
  'RIR',
  'Time',
  'Distance',
  'Distance unit',
];

const columnsOf = columnFinder({
  date: 'date',
  title: 'session',
  duration: 'duration',
  exercise: 'exercise',
  setOrder: '#',
  weight: 'load',
  reps: 'reps',
  rir: 'rir',
  seconds: 'time',
  distance: 'distance',
  distanceUnit: 'distance unit',
});

const isSession = (cells: readonly string[]): boolean => cells.length >= 2 && SESSION.test(cells[1]?.trim() ?? '');

/** `1:02 hr` is an hour and two minutes. */
const hours = (cell: string): string => cell.trim().replace(/^(\d+):(\d{2}) hr$/u, '$1h $2m');

/** The name and what it is done with, without its number and what was to be done: `8 reps`, `2 dropsets`. */
const exerciseName = (cell: string): string =>
  cell
    .trim()
    .replace(NUMBERED, '')
    .split(' · ')
    .filter((part, index) => index === 0 || !/^\d/u.test(part))
    .join(' · ');

/** What a row of numbers stands under. */
interface Block {
  readonly session: readonly string[];
  readonly exercise: string;
  readonly columns: readonly string[];
}

const NO_BLOCK: Block = { session: [], exercise: '', columns: [] };

const warmUpsIn = (cells: readonly string[]): string[] =>
  (cells[1] ?? '').split(/<br ?\/?>|\n/u).filter((text) => text.trim() !== '');

/** A number as it is counted: `+35` is 35 besides the athlete's own weight, `5+` is 5 at least. */
const plain = (cell: string): string => cell.trim().replace(/^\+/u, '').replace(/\+$/u, '');

const withUnit = (cell: string, unit: string): string => (isMissing(cell) ? '' : `${plain(cell)} ${unit}`);

type Measures = Record<'load' | 'reps' | 'rir' | 'time' | 'distance' | 'distanceUnit', string>;

/** A set's numbers by what the line above them says they are. */
const measuresOf = (columns: readonly string[], values: readonly string[]): Measures => {
  const measures: Measures = { load: '', reps: '', rir: '', time: '', distance: '', distanceUnit: '' };
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? '';
    const word = column.toLowerCase().replace(/\.$/u, '');
    const mass = massUnitOfWord(word);
    if (mass !== undefined) measures.load = withUnit(value, mass);
    else if (/^(?:reps?|wdh)$/u.test(word)) measures.reps = plain(value);
    else if (word === 'rir') measures.rir = plain(value);
    else if (/^(?:s|secs?|sek|time|zeit)$/u.test(word)) measures.time = plain(value);
    else if (/^mins?$/u.test(word)) measures.time = value.includes(':') ? value : withUnit(value, 'min');
    else if (metresOfUnit(word) !== undefined) {
      measures.distance = plain(value);
      measures.distanceUnit = isMissing(value) ? '' : word;
    }
  }
  return measures;
};

/** A warm-up is printed in words; what is not so written is left to be reported as no number of reps. */
const warmUpMeasures = (text: string): Measures => {
  const [, load = '', reps = text.trim()] = WARM_UP.exec(`${text.trim()} `) ?? [];
  return { ...measuresOf([], []), load, reps };
};

/** Sessions, exercises and their sets stand under one another; here each set gets what it stands under. */
const setARow = (table: CsvTable): CsvTable => {
  const all = rowsAfter({ line: table.headingLine, cells: table.heading }, table.records);
  let block = NO_BLOCK;
  const blocks: Block[] = [];
  const [places, blockOf, warmUpOf]: [number[], number[], number[]] = [[], [], []];
  const add = (place: number, warmUp: number): void => {
    if (blocks.at(-1) !== block) blocks.push(block);
    places.push(place);
    blockOf.push(blocks.length - 1);
    warmUpOf.push(warmUp);
  };
  let place = 0;
  for (const { cells } of all) {
    const first = cells[0]?.trim() ?? '';
    if (isSession(cells)) block = { ...NO_BLOCK, session: cells };
    else if (first === '#') block = { ...block, columns: cells.slice(1).map((cell) => cell.trim()) };
    else if (cells.length === 1 || NUMBERED.test(first)) {
      block = { ...block, exercise: exerciseName(first) };
      for (const index of warmUpsIn(cells).keys()) add(place, index + 1);
    } else add(place, 0);
    place += 1;
  }
  const records = rowsOf(places.length, (row): CsvRecord => {
    const { line, cells } = all.at(places[row] ?? 0) ?? { line: 0, cells: [] };
    const { session, exercise, columns } = blocks[blockOf[row] ?? 0] ?? NO_BLOCK;
    const [title = '', date = '', duration = ''] = session;
    const warmUp = warmUpOf[row] ?? 0;
    const { load, reps, rir, time, distance, distanceUnit } =
      warmUp === 0 ? measuresOf(columns, cells.slice(1)) : warmUpMeasures(warmUpsIn(cells)[warmUp - 1] ?? '');
    const order = warmUp === 0 ? (cells[0] ?? '') : 'W';
    const start = [date.replace(/ h$/iu, ''), title, hours(duration)];
    return { line, cells: [...start, exercise, order, load, reps, rir, time, distance, distanceUnit] };
  });
  return { ...table, heading: HEADING, records };
};

/** Alpha Progression: blocks of a session line, exercise lines with their warm-ups, and numbered sets. */
export const ALPHA_PROGRESSION_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'alpha-progression',
      name: 'Alpha Progression export',
      keyPrefix: 'alpha',
      columnsOf,
      reshape: setARow,
      hasBlocks: true,
      sessionBy: 'start',
      emptyAs: 'set not done',
    },
    '"Legs · Day 2";"2026-02-19 4:54 h";"1:02 hr", then #;KG;REPS;RIR',
    isSession,
  ),
];
