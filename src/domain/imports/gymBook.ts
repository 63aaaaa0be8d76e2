import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { foldWord } from './headings.ts';
import { parseDuration } from './durations.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { reshaped } from './reshaping.ts';
import { setLogImporter } from './setLog.ts';

/** The columns stand in one order in every language. */
const DATE = 0;
const PROGRAM = 1;
const TIME = 2;
const EXERCISE = 3;
const KIND = 7;
const REPS_OR_TIME = 8;
const LOAD_OR_DISTANCE = 9;
const NOTES = 10;
const SKIPPED = 11;

/** Known by its shape, for its words are the phone's: `Set / Warm-up Set / Cool-down Set`, `Reps / Time`, `Weight / Distance`. */
const isGymBook = (heading: readonly string[]): boolean => {
  const slashes = (column: number): number => (heading[column] ?? '').split('/').length - 1;
  return (
    heading.length >= 12 &&
    heading.length <= 14 &&
    slashes(KIND) === 2 &&
    slashes(REPS_OR_TIME) === 1 &&
    slashes(LOAD_OR_DISTANCE) === 1 &&
    /\(.+\)/u.test(heading[5] ?? '') &&
    /\(.+\)/u.test(heading[6] ?? '')
  );
};

interface SplitCell {
  readonly digits: string;
  readonly word: string;
}

/** `20 ripetizioni` is 20 and a word; `1,2 km` is 1,2 and a word. */
const splitCell = (cell: string): SplitCell => {
  const match = /^\s*([-+]?[\d.,\s]*\d)\s*(\D*)$/u.exec(cell.replace(/\u00A0|\u202F/gu, ' '));
  return { digits: match?.[1] ?? cell, word: foldWord(match?.[2] ?? '') };
};

const repsOrTime = (cell: string): readonly [reps: string, seconds: string] => {
  const isTime = /[:\p{L}"']/u.test(cell) && parseDuration(cell.replace(',', '.')) !== undefined;
  return isTime ? ['', cell] : [splitCell(cell).digits, ''];
};

const loadOrDistance = (cell: string): readonly [load: string, distance: string, unit: string] => {
  const { digits, word } = splitCell(cell);
  return metresOfUnit(word) === undefined ? [cell, '', ''] : ['', digits, word];
};

const oneThingAColumn = (table: CsvTable): CsvTable => {
  const kept = [DATE, TIME, PROGRAM, EXERCISE, KIND, NOTES, SKIPPED];
  const printed = (column: number): string => table.heading[column] ?? '';
  const heading = [
    ...kept.map(printed),
    printed(REPS_OR_TIME),
    `${printed(REPS_OR_TIME)} (s)`,
    printed(LOAD_OR_DISTANCE),
    `${printed(LOAD_OR_DISTANCE)} (m)`,
    'unit',
  ];
  return reshaped(table, heading, (cells) => {
    if (cells.length < 10) return [cells];
    return [
      [
        ...kept.map((column) => cells[column] ?? ''),
        ...repsOrTime(cells[REPS_OR_TIME] ?? ''),
        ...loadOrDistance(cells[LOAD_OR_DISTANCE] ?? ''),
      ],
    ];
  });
};

const ROLES = [
  'date',
  'time',
  'title',
  'exercise',
  'kind',
  'notes',
  'isSkipped',
  'reps',
  'seconds',
  'weight',
  'distance',
  'distanceUnit',
] as const;

/** GymBook, in any language of the phone. Skipped sets are not sets. */
export const GYM_BOOK_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'gymbook',
      name: 'GymBook export',
      keyPrefix: 'gymbook',
      columnsOf: () => ({ places: new Map(ROLES.map((role, column) => [role, [column]])), unknown: [] }),
      reshape: oneThingAColumn,
      sessionBy: 'day',
    },
    'Date, Workout, Time, Exercise, …, Set / Warm-up Set / Cool-down Set, Reps / Time, Weight / Distance, Notes, Skipped (any language)',
    isGymBook,
  ),
];
