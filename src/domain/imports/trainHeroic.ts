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

/** The sets of `8, 8 rep x 100, 120 kilogram`: lists of values, one a set, each with its word. `undefined`: not so written. */
const setsOf = (data: string): readonly Measures[] | undefined => {
  const lists = data.split(/\sx\s/u).map((part) => /^\s*((?:[-\d.]+\s*,\s*)*[-\d.]+)\s+([a-z]+)\s*$/iu.exec(part));
  const sets: Measures[] = [];
  for (const list of lists) {
    if (list === null) return undefined;
    const word = (list[2] ?? '').toLowerCase();
    for (const [index, value] of (list[1] ?? '').split(',').entries()) {
      const measure = measured(value.trim(), word);
      if (measure === undefined) return undefined;
      sets[index] = { ...(sets[index] ?? NOTHING), ...measure };
    }
  }
  return sets;
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
