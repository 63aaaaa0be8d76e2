import type { RunKind, UsualDay } from '../athletes/athlete.ts';
import { addDays, WEEKDAYS, weekdayOf, type PlainDate, type Weekday } from '../kernel/plainDate.ts';
import type { DistanceUnit } from '../kernel/quantity.ts';
import { shortDate } from './dateText.ts';
import { distanceText } from './sheetText.ts';
import type { SheetWords } from './sheetWords.ts';

export interface SheetRace {
  readonly name: string;
  readonly raceOn: PlainDate;
}

/** One day of the strip along the top of the sheet. */
export interface StripDay {
  readonly date: PlainDate;
  readonly weekday: string;
  readonly dateText: string;
  readonly run: RunKind;
  /** `Easy 8 km`, or the race. */
  readonly runText: string;
  /** `Q`, `L`, `E`; empty for rest. */
  readonly runLetter: string;
  /** Names of the lifting sessions of the day. */
  readonly lifts: readonly string[];
  readonly notes: readonly string[];
}

export interface StripInput {
  readonly startsOn: PlainDate;
  readonly usualWeek: readonly UsualDay[];
  readonly sessions: readonly { readonly name: string; readonly weekday: Weekday }[];
  readonly races: readonly SheetRace[];
  readonly distanceUnit: DistanceUnit;
  readonly words: SheetWords;
}

const usualDay = (input: StripInput, date: PlainDate): UsualDay | undefined =>
  input.usualWeek.find((day) => day.weekday === weekdayOf(date));

const raceOn = (input: StripInput, date: PlainDate): SheetRace | undefined =>
  input.races.find((race) => race.raceOn === date);

const isKey = (day: UsualDay | undefined): boolean => day?.run === 'quality' || day?.run === 'long';

const runTextOf = (input: StripInput, date: PlainDate, run: RunKind): string => {
  const race = raceOn(input, date);
  if (race !== undefined) return `${input.words.race}: ${race.name}`;
  const distanceM = usualDay(input, date)?.distanceM;
  const name = input.words.runs[run];
  if (run === 'rest' || distanceM === undefined || distanceM <= 0) return name;
  return `${name} ${distanceText(distanceM, input.distanceUnit, input.words)}`;
};

/** How long after the day's run the lift may start (R6.1 H2). */
const sameDayNote = (input: StripInput, date: PlainDate): readonly string[] => {
  const day = usualDay(input, date);
  if (isKey(day) || raceOn(input, date) !== undefined) return [input.words.liftAfterKeyRun];
  return day?.run === 'easy' ? [input.words.liftAfterEasyRun] : [];
};

/** What tomorrow forbids (R6.1 H1): a race any lifting, a key run heavy legs. */
const tomorrowNote = (input: StripInput, date: PlainDate, hasLift: boolean): readonly string[] => {
  const tomorrow = addDays(date, 1);
  if (raceOn(input, tomorrow) !== undefined) return [input.words.raceTomorrow];
  if (!isKey(usualDay(input, tomorrow))) return [];
  return [hasLift ? input.words.keyRunTomorrow : input.words.keyRunTomorrowNoLift];
};

const stripDay = (input: StripInput, date: PlainDate): StripDay => {
  const run = usualDay(input, date)?.run ?? 'rest';
  const lifts = input.sessions.filter((session) => session.weekday === weekdayOf(date)).map((session) => session.name);
  const hasLift = lifts.length > 0;
  return {
    date,
    weekday: input.words.dates.weekdays[weekdayOf(date) - 1] ?? '',
    dateText: shortDate(date, input.words.dates),
    run,
    runText: runTextOf(input, date, run),
    runLetter: raceOn(input, date) === undefined ? input.words.runLetters[run] : '',
    lifts,
    notes: [...(hasLift ? sameDayNote(input, date) : []), ...tomorrowNote(input, date, hasLift)],
  };
};

/** The seven days of the week, Monday first: run, lift, and what keeps them apart. */
export const layOutStrip = (input: StripInput): readonly StripDay[] =>
  WEEKDAYS.map((weekday) => stripDay(input, addDays(input.startsOn, weekday - 1)));
