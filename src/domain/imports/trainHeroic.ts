import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { normaliseHeading } from './headings.ts';
import { massUnitOfWord } from './printedUnits.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { reshaped } from './reshaping.ts';
import { setLogImporter } from './setLog.ts';

const HEADING = [
  'ScheduledDate',
  'WorkoutTitle',
  'WorkoutNotes',
  'ExerciseTitle',
  'ExerciseNotes',
  'ExerciseData',
  'Load',
  'Seconds',
  'Distance (m)',
];

const columnsOf = columnFinder({
  date: 'scheduleddate',
  title: 'workouttitle',
  sessionNotes: 'workoutnotes',
  exercise: 'exercisetitle',
  exerciseNotes: 'exercisenotes',
  reps: 'exercisedata',
  weight: 'load',
  seconds: 'seconds',
  distance: 'distance (m)',
});

interface Measures {
  readonly reps: string;
  readonly load: string;
  readonly seconds: string;
  readonly distanceM: string;
}

const NOTHING: Measures = { reps: '', load: '', seconds: '', distanceM: '' };

const secondsOfWord = (word: string): number | undefined => {
  if (word.startsWith('sec')) return 1;
  if (word.startsWith('min')) return 60;
  return /^(?:hours?|hr|h)$/u.test(word) ? 3600 : undefined;
};

/** One value with the word that stands behind its list: `8 rep`, `100 kilogram`, `30 second`, `400 meter`. */
const measured = (value: string, word: string): Partial<Measures> | undefined => {
  if (/^reps?$/u.test(word)) return { reps: value };
  const mass = massUnitOfWord(word);
  if (mass !== undefined) return { load: `${value} ${mass}` };
  const seconds = secondsOfWord(word);
  if (seconds !== undefined) return { seconds: String(Number(value) * seconds) };
  const metres = metresOfUnit(word);
  return metres === undefined ? undefined : { distanceM: String(Number(value) * metres) };
};

interface Listed {
  /** Empty where nothing was put in. */
  readonly values: readonly string[];
  readonly word: string;
}

/** `8, 8 rep`; a template that nobody filled in has the word alone, or nothing: `rep x pound`, `second x`. */
const listed = (part: string): Listed | undefined => {
  const match = /^([^a-z%]*)([a-z%]*)$/iu.exec(part.trim());
  const values = (match?.[1] ?? '').split(',').map((value) => value.trim());
  if (match === null || values.some((value) => !/^[-\d.]*$/u.test(value))) return undefined;
  return { values, word: (match[2] ?? '').toLowerCase() };
};

const isFilledIn = ({ values }: Listed): boolean => values.some((value) => value !== '');

const isKnown = ({ word }: Listed): boolean => measured('1', word) !== undefined;

/** A list without values says nothing, if its word is one that lists have; the athlete's own weight is no load. */
const saysNothing = (list: Listed): boolean =>
  !isFilledIn(list) && (list.word === '' || isKnown(list) || /^(?:bodyweight|bw|percent|%|rpe)$/u.test(list.word));

/**
 * The sets of `8, 8 rep x 100, 120 kilogram`: lists of values, one a set, each with its word. `undefined`: not so written.
 * Beside a list that is understood, one with a strange word (`70, 70 percent`) is left to the reader of loads to report.
 */
const setsOf = (data: string): readonly Measures[] | undefined => {
  const lists = data
    .trim()
    .split(/\sx(?:\s|$)/u)
    .map(listed);
  const sets: Measures[] = [];
  const isUnderstood = lists.some((list) => list !== undefined && isFilledIn(list) && isKnown(list));
  for (const list of lists) {
    if (list === undefined) return undefined;
    if (saysNothing(list)) continue;
    if (!isUnderstood) return undefined;
    for (const [index, value] of list.values.entries()) {
      const measure = value === '' ? {} : (measured(value, list.word) ?? { load: `${value} ${list.word}` });
      sets[index] = { ...(sets[index] ?? NOTHING), ...measure };
    }
  }
  return sets.length === 0 ? [NOTHING] : sets;
};

const setARow = (table: CsvTable): CsvTable => {
  const names = table.heading.map(normaliseHeading);
  const at = (name: string): number => names.indexOf(name);
  const [rescheduled, data] = [at('rescheduleddate'), at('exercisedata')];
  const kept = ['scheduleddate', 'workouttitle', 'workoutnotes', 'exercisetitle', 'exercisenotes'].map(at);
  return reshaped(table, HEADING, (cells) => {
    const [scheduled = '', ...texts] = kept.map((column) => cells[column] ?? '');
    const moved = (cells[rescheduled] ?? '').trim();
    const begin = [moved === '' ? scheduled : moved, ...texts];
    const printed = cells[data] ?? '';
    if (printed.trim() === '') return [[...begin, '', '', '', '']];
    const sets = setsOf(printed);
    if (sets === undefined) return [[...begin, printed, '', '', '']];
    return sets.map(({ reps, load, seconds, distanceM }) => [...begin, reps, load, seconds, distanceM]);
  });
};

/** TrainHeroic's `training_data.csv`: an exercise a row, its sets in one cell. */
export const TRAIN_HEROIC_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'trainheroic',
      name: 'TrainHeroic export',
      keyPrefix: 'trainheroic',
      columnsOf,
      reshape: setARow,
      sessionBy: 'day',
      emptyAs: 'exercise without a result',
    },
    'WorkoutTitle, ScheduledDate, …, ExerciseTitle, ExerciseData (training_data.csv)',
    (heading) => hasHeadings(heading, ['workouttitle', 'scheduleddate', 'exercisetitle', 'exercisedata']),
  ),
];
