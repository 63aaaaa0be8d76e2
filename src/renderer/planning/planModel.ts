import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { addDays, daysBetween, weekdayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { TIMES_OF_DAY } from '../../domain/placement/placedWeek.ts';
import type { JudgedPlace } from '../../domain/placement/placeInCalendar.ts';
import type { Place } from '../../domain/placement/placementFacts.ts';
import { placeText } from '../../domain/placement/placementWords.ts';
import { isAwayOn } from '../../domain/running/runningPlan.ts';
import { countdown, distance, weekdayName } from '../format.ts';

export type CalendarView = OutputOf<Contract['calendar']['view']>;
export type CalendarAthlete = CalendarView['athletes'][number];
export type PlannedRunHere = CalendarAthlete['runs'][number];
export type LiftHere = CalendarAthlete['lifts'][number];

/** One line of the board: a week of one athlete. */
export interface BoardRow {
  readonly key: string;
  readonly athlete: CalendarAthlete;
  readonly monday: PlainDate;
}

/** Where the keyboard is: a row, a half of a day, a day of the week from 0. */
export interface Spot {
  readonly row: number;
  readonly half: number;
  readonly day: number;
}

export const placeOf = (row: BoardRow, { half, day }: Spot): Place => ({
  on: addDays(row.monday, day),
  timeOfDay: TIMES_OF_DAY[half] ?? 'am',
});

export const spotOf = (rowAt: number, row: BoardRow, { on, timeOfDay }: Place): Spot => ({
  row: rowAt,
  half: timeOfDay === 'am' ? 0 : 1,
  day: daysBetween(row.monday, on),
});

export const isSamePlace = (a: Place, b: Place): boolean => a.on === b.on && a.timeOfDay === b.timeOfDay;

/** Every template calls its sessions `Session A`: in a cell the letter is enough. */
export const shortName = (name: string): string => name.replace(/^Session /u, '');

/** `Tue PM`. */
export const shortPlace = ({ on, timeOfDay }: Place): string =>
  `${weekdayName(weekdayOf(on))} ${timeOfDay.toUpperCase()}`;

const LETTERS = { easy: 'E', quality: 'Q', long: 'L', race: 'R' } as const;
const RUN_NAMES = { easy: 'easy run', quality: 'quality run', long: 'long run', race: 'race' } as const;
const FATES = {
  planned: '',
  open: 'not done yet',
  done: 'done',
  moved: 'done on another day',
  cut: 'cut short',
  missed: 'not done',
} as const;

export const runLetter = ({ kind }: PlannedRunHere): string => LETTERS[kind];

export const fateWord = ({ fate }: PlannedRunHere): string => FATES[fate];

/** `quality run 12 km, 6x800, done`. */
export const runWords = (run: PlannedRunHere, { distanceUnit }: CalendarAthlete): string =>
  [
    `${run.priority === undefined ? '' : `${run.priority} `}${RUN_NAMES[run.kind]}${run.distanceM === undefined ? '' : ` ${distance(run.distanceM, distanceUnit)} ${distanceUnit}`}`,
    run.targetRpe === undefined ? '' : `RPE ${run.targetRpe}`,
    run.title ?? '',
    FATES[run.fate],
  ]
    .filter((word) => word !== '')
    .join(', ');

export const costNumber = (cost: number): string => cost.toFixed(cost < 10 ? 2 : 1);

/** What is said of a lift over one half of a day, before it is dropped there. */
export const judgedWords = (name: string, place: Place, { level, broken, costs, cost }: JudgedPlace): string => {
  const where = `${name} on ${placeText(place)}`;
  if (level === 'act') return `${where} breaks a rule: ${broken.join('; ')}.`;
  const why = costs.length === 0 ? '' : `: ${costs.join('; ')}`;
  return level === 'ok'
    ? `${where} fits. The week costs ${costNumber(cost)}${why}.`
    : `${where} is allowed, and there is a better place. The week costs ${costNumber(cost)}${why}.`;
};

export const LEVEL_SHAPES = { ok: '●', look: '▲', act: '■' } as const;
export const LEVEL_WORDS = { ok: 'fits', look: 'allowed, not the best', act: 'breaks a rule' } as const;

/** What is to be known of a day beyond its runs and lifts. */
export const dayFacts = (athlete: CalendarAthlete, on: PlainDate): readonly string[] => {
  const away = isAwayOn(athlete.away, on);
  const closed = athlete.closed.filter(({ from, to }) => from <= on && on <= to);
  return [
    ...(away === undefined
      ? []
      : [`${away.kind === 'travel' ? 'Travel' : 'Off'}${away.note === '' ? '' : `: ${away.note}`}`]),
    ...closed.map(({ reason }) => `No lifts of the legs, ${reason}`),
  ];
};

/** What was done on a day and stands elsewhere in the plan, or nowhere. */
export const doneBesides = (athlete: CalendarAthlete, on: PlainDate): readonly string[] => {
  const { distanceUnit } = athlete;
  const far = (distanceM: number | undefined): string =>
    distanceM === undefined ? 'run' : `${distance(distanceM, distanceUnit)} ${distanceUnit}`;
  return [
    ...athlete.runs
      .filter((run) => run.done?.on === on && run.on !== on)
      .map((run) => `${far(run.done?.distanceM)} for ${weekdayName(weekdayOf(run.on))}`),
    ...athlete.extraRuns.filter((run) => run.on === on).map((run) => `${far(run.distanceM)} unplanned`),
    ...athlete.extraLifts.filter((lift) => lift.on === on).map(({ title }) => `lifted: ${title}`),
  ];
};

/** The race that is next after a day: `A Valencia Marathon in 12 d`. */
export const nextRace = ({ races }: CalendarAthlete, today: PlainDate): string | undefined => {
  const next = races.find(({ racedOn }) => racedOn >= today);
  if (next === undefined) return undefined;
  const days = daysBetween(today, next.racedOn);
  return `${next.priority} ${next.name} ${days === 0 ? 'today' : `in ${countdown(days)}`}`;
};

/** Whether a week lies in the taper before an A race. */
export const isTaper = ({ races }: CalendarAthlete, monday: PlainDate): boolean =>
  races.some(
    ({ taperFrom, racedOn }) => taperFrom !== undefined && addDays(monday, 6) >= taperFrom && monday <= racedOn,
  );

/** What is run in a week, planned and done: `31 of 50 km`, `50 km`; empty where no distance is known. */
export const weekRunning = ({ athlete, monday }: BoardRow): string => {
  const isIn = (on: PlainDate): boolean => on >= monday && on < addDays(monday, 7);
  const runs = athlete.runs.filter(({ on }) => isIn(on));
  const plannedM = runs.reduce((sum, { distanceM = 0 }) => sum + distanceM, 0);
  const doneByDay = new Map([
    ...runs.flatMap(({ done }) => (done === undefined ? [] : [[done.on, done.distanceM ?? 0] as const])),
    ...athlete.extraRuns.filter(({ on }) => isIn(on)).map(({ on, distanceM = 0 }) => [on, distanceM] as const),
  ]);
  const doneM = [...doneByDay.values()].reduce((sum, far) => sum + far, 0);
  const unit = athlete.distanceUnit;
  if (plannedM === 0) return doneM === 0 ? '' : `${distance(doneM, unit)} ${unit} run`;
  return `${doneM === 0 ? '' : `${distance(doneM, unit)} of `}${distance(plannedM, unit)} ${unit}`;
};
