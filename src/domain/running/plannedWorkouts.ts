import { placesOf, roleWords, withAll, type Places } from '../imports/columnRoles.ts';
import { cellAt, splitRecords, type CsvRecord } from '../imports/csvRecords.ts';
import { foldWord } from '../imports/headings.ts';
import { sportMeaning } from '../imports/sports.ts';
import { parsePlainDate, type PlainDate } from '../kernel/plainDate.ts';

type Role = 'on' | 'sport' | 'title' | 'distanceM' | 'hours' | 'details';

const WORDS = roleWords<Role>([
  ['on', 'workoutday'],
  ['sport', 'workouttype'],
  ['title', 'title'],
  ['distanceM', 'planneddistanceinmeters'],
  ['hours', 'plannedduration'],
  ['details', 'workoutdescription'],
]);

/** The plan in an export of workouts, as lines to be looked through and mended before anything is planned. */
export interface PlannedWorkouts {
  readonly lines: readonly string[];
  /** Runs with a plan before the first day that is asked for. */
  readonly earlier: number;
  /** Planned workouts of other sports. */
  readonly otherSports: number;
}

/** More than ten years of two a day. */
const MOST_ROWS = 10_000;
const LONGEST_TITLE = 100;

const LONG = /\blong\b/u;
const HARD =
  /\b(?:interval\w*|tempo|threshold|fartlek|hills?|track|speed\w*|strides|vo2\w*|race|reps?|repeats?|progression)\b|\d ?x ?\d/u;

/** By its words; what says nothing is easy. The coach sees the letter and can write another. */
const letterOf = (words: string): 'L' | 'Q' | 'E' => {
  const folded = foldWord(words);
  if (HARD.test(folded) || HARD.test(words.toLowerCase())) return 'Q';
  return LONG.test(folded) ? 'L' : 'E';
};

const amount = (cell: string): number => {
  const value = Number(cell.trim());
  return Number.isFinite(value) && value > 0 ? value : 0;
};

/** A title of one line in which nothing reads as a second run or a heading. */
const titleText = (title: string): string =>
  title
    .replaceAll(/[\s+]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE);

const runText = (record: CsvRecord, places: Places<Role>): string | undefined => {
  const cell = (role: Role): string => cellAt(record, places.get(role) ?? -1);
  const [distanceM, minutes] = [amount(cell('distanceM')), Math.round(amount(cell('hours')) * 60)];
  if (distanceM === 0 && minutes === 0) return undefined;
  const title = titleText(cell('title'));
  return [
    letterOf(`${title} ${cell('details')}`),
    distanceM === 0 ? '' : `${Math.round(distanceM / 10) / 100}km`,
    minutes === 0 ? '' : `${minutes}min`,
    title,
  ]
    .filter((word) => word !== '')
    .join(' ');
};

const isDayOff = (sport: string): boolean => /^day ?off$/iu.test(sport.trim());

/**
 * What an export of workouts (TrainingPeaks) says of running that is planned, from a day on: a line a day, as a coach would type it. `undefined`
 * when the text is no such export.
 */
export const plannedWorkouts = (text: string, from: PlainDate): PlannedWorkouts | undefined => {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const { records } = splitRecords([text], ',', { at: start, line: 1, limit: MOST_ROWS });
  const [heading, ...rows] = records;
  const places = withAll(placesOf(heading?.cells ?? [], WORDS), ['on', 'sport', 'hours', 'distanceM']);
  if (places === undefined) return undefined;
  const days = new Map<PlainDate, readonly string[]>();
  let [earlier, otherSports] = [0, 0];
  for (const record of rows) {
    const on = parsePlainDate(cellAt(record, places.get('on') ?? -1).trim());
    const sport = cellAt(record, places.get('sport') ?? -1);
    const run = isDayOff(sport) ? 'rest' : runText(record, places);
    if (on === undefined || run === undefined) continue;
    if (run !== 'rest' && !sportMeaning(sport).isRun) otherSports += 1;
    else if (on >= from) days.set(on, [...(days.get(on) ?? []), run]);
    else if (run !== 'rest') earlier += 1;
  }
  const lines = [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, runs]) => `${on} ${runsOfDay(runs).join(' + ')}`);
  return { lines, earlier, otherSports };
};

/** A day off beside a run is a run. */
const runsOfDay = (runs: readonly string[]): readonly string[] => {
  const real = runs.filter((run) => run !== 'rest');
  return real.length === 0 ? ['rest'] : real;
};
