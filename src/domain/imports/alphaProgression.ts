import type { CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
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
  session: readonly string[];
  exercise: string;
  columns: readonly string[];
}

const isColumnLine = (cells: readonly string[]): boolean => cells[0]?.trim() === '#';

const columnNames = (cells: readonly string[]): string[] => cells.slice(1).map((cell) => cell.trim());

/** Sessions, exercises and their sets stand under one another; here each set gets what it stands under. */
const setARow = (table: CsvTable): CsvTable => {
  const all: CsvRecord[] = [{ line: table.headingLine, cells: table.heading }, ...table.records];
  const names = [...new Set(all.flatMap(({ cells }) => (isColumnLine(cells) ? columnNames(cells) : [])))];
  const block: Block = { session: [], exercise: '', columns: [] };
  const records: CsvRecord[] = [];
  for (const { line, cells } of all) {
    const [first = '', ...values] = cells;
    if (isSession(cells)) block.session = cells;
    else if (cells.length === 1) block.exercise = first;
    else if (isColumnLine(cells)) block.columns = columnNames(cells);
    else {
      const [title = '', date = '', duration = ''] = block.session;
      const numbers = names.map((name) => load(values[block.columns.indexOf(name)] ?? ''));
      records.push({
        line,
        cells: [date.replace(/ h$/u, ''), title, hours(duration), block.exercise, first, ...numbers],
      });
    }
  }
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
