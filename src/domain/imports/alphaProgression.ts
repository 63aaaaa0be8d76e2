import type { CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { rowsAfter, rowsOf } from './rows.ts';
import { columnFinder } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const SESSION = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} h$/u;

const HEADING = ['Date', 'Session', 'Duration', 'Exercise', '#'];

const columnsOf = columnFinder({
  date: 'date',
  title: 'session',
  duration: 'duration',
  exercise: 'exercise',
  setOrder: '#',
  weight: 'kg|lb|lbs',
  reps: 'reps|wdh|wdh.',
  rir: 'rir',
  seconds: 'sec|time',
  distance: 'km|mi|m',
});

const isSession = (cells: readonly string[]): boolean => cells.length >= 2 && SESSION.test(cells[1]?.trim() ?? '');

/** `1:02 hr` is an hour and two minutes. */
const hours = (cell: string): string => cell.trim().replace(/^(\d+):(\d{2}) hr$/u, '$1h $2m');

/** `+35` is 35 besides the athlete's own weight. */
const load = (cell: string): string => cell.trim().replace(/^\+/u, '');

/** What a row of numbers stands under. */
interface Block {
  readonly session: readonly string[];
  readonly exercise: string;
  readonly columns: readonly string[];
}

const isColumnLine = (cells: readonly string[]): boolean => cells[0]?.trim() === '#';

const columnNames = (cells: readonly string[]): string[] => cells.slice(1).map((cell) => cell.trim());

/** Sessions, exercises and their sets stand under one another; here each set gets what it stands under. */
const setARow = (table: CsvTable): CsvTable => {
  const all = rowsAfter({ line: table.headingLine, cells: table.heading }, table.records);
  const found = new Set<string>();
  let block: Block = { session: [], exercise: '', columns: [] };
  const blocks: Block[] = [];
  const [places, blockOf] = [new Uint32Array(all.length), new Uint32Array(all.length)];
  let [count, place] = [0, 0];
  for (const { cells } of all) {
    if (isSession(cells)) block = { ...block, session: cells };
    else if (cells.length === 1) block = { ...block, exercise: cells[0] ?? '' };
    else if (isColumnLine(cells)) {
      block = { ...block, columns: columnNames(cells) };
      for (const name of block.columns) found.add(name);
    } else {
      if (blocks.at(-1) !== block) blocks.push(block);
      places[count] = place;
      blockOf[count] = blocks.length - 1;
      count += 1;
    }
    place += 1;
  }
  const names = [...found];
  const records = rowsOf(count, (row): CsvRecord => {
    const { line, cells } = all.at(places[row] ?? 0) ?? { line: 0, cells: [] };
    const [first = '', ...values] = cells;
    const { session, exercise, columns } = blocks[blockOf[row] ?? 0] ?? block;
    const [title = '', date = '', duration = ''] = session;
    const numbers = names.map((name) => load(values[columns.indexOf(name)] ?? ''));
    return { line, cells: [date.replace(/ h$/u, ''), title, hours(duration), exercise, first, ...numbers] };
  });
  return { ...table, heading: [...HEADING, ...names], records };
};

/** Alpha Progression: blocks of a session line, exercise lines and numbered sets. */
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
    },
    '"Legs · Day 2";"2026-02-19 4:54 h";"1:02 hr", then #;KG;REPS;RIR',
    isSession,
  ),
];
