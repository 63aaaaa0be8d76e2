import { weekdayName } from '../sheets/dateText.ts';
import { addDays, type PlainDate } from '../kernel/plainDate.ts';
import type { CostPart, DayContext, Violation } from './judge.ts';
import { limitText, type LiftLimit } from './liftLimit.ts';
import { dayOf, type PlacedRun } from './placedWeek.ts';
import type { ClosedSpan, Closure, Place } from './placementFacts.ts';

const DAY_NAMES: Readonly<Record<string, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
};

const LONG_H = 72;

/** `12 h 15 min`, `24 h`, `40 min`; above three days `7 days`, `4 days 11 h`. */
export const hoursText = (hours: number): string => {
  const minutes = Math.round(hours * 60);
  const days = minutes > LONG_H * 60 ? Math.floor(minutes / 1440) : 0;
  const [h, min] = [Math.floor(minutes / 60) - 24 * days, minutes % 60];
  const parts = [
    days === 0 ? '' : `${days} days`,
    h === 0 && minutes > 0 ? '' : `${h} h`,
    min === 0 || days > 0 ? '' : `${min} min`,
  ];
  return parts.filter((part) => part !== '').join(' ');
};

/** `Tuesday`; of the weeks beside it `last Sunday` and `next Monday`. */
const dayText = (hour: number, monday: PlainDate): string => {
  const day = dayOf(hour);
  const name = DAY_NAMES[weekdayName(addDays(monday, day))] ?? '';
  if (day < 0) return `last ${name}`;
  return day > 6 ? `next ${name}` : name;
};

/** `on Tuesday`, `next Monday`. */
const onDay = (hour: number, monday: PlainDate): string =>
  `${dayOf(hour) < 0 || dayOf(hour) > 6 ? '' : 'on '}${dayText(hour, monday)}`;

/** `Tuesday evening`. */
export const placeText = ({ on, timeOfDay }: Place): string =>
  `${DAY_NAMES[weekdayName(on)] ?? ''} ${timeOfDay === 'am' ? 'morning' : 'evening'}`;

const RUN_WORDS = { easy: 'easy run', quality: 'quality run', long: 'long run', race: 'race' } as const;

const runText = ({ kind, priority, startH }: PlacedRun, monday: PlainDate): string =>
  `the ${priority === undefined || kind !== 'race' ? '' : `${priority} `}${RUN_WORDS[kind]} ${onDay(startH, monday)}`;

const asked = (leastH: number | undefined): string =>
  leastH === undefined ? '' : `; ${hoursText(leastH)} are asked for`;

const beside = (which: string, gapH: number, where: 'before' | 'after', leastH: number | undefined): string =>
  gapH > 0 || (where === 'before' && gapH === 0)
    ? `${hoursText(gapH)} ${where} ${which}${asked(leastH)}`
    : `at the same time as ${which}`;

const closedText = (untilH: number, monday: PlainDate, closed: readonly ClosedSpan[]): string => {
  const last = addDays(monday, dayOf(untilH) - 1);
  const reason = closed.find(({ to }) => to === last)?.reason;
  return `no lifts of the legs before ${dayText(untilH, monday)}${reason === undefined ? '' : `: ${reason}`}`;
};

const tooManyText = (count: number, limit: LiftLimit | undefined): string =>
  `${count} ${count === 1 ? 'lift' : 'lifts'} of the legs in this week${limit === undefined ? '' : `; ${limitText(limit)}`}`;

/** A broken rule, in the coach's words. `closed` tells why a time is closed. */
export const violationText = (broken: Violation, monday: PlainDate, closed: readonly ClosedSpan[] = []): string => {
  const { rule, gapH = 0, leastH, untilH = 0 } = broken;
  const which = broken.run === undefined ? '' : runText(broken.run, monday);
  switch (rule) {
    case 'H1':
    case 'H3':
      return beside(which, gapH, 'before', leastH);
    case 'H2':
      return beside(which, gapH, 'after', leastH);
    case 'H4':
      return `${hoursText(gapH)} from one lift of the legs to the next${asked(leastH)}`;
    case 'H5':
      return tooManyText(broken.count ?? 0, broken.limit);
    case 'H6':
      return 'no day is left without a lift, a key run or a race';
    case 'H7':
      return closedText(untilH, monday, closed);
    case 'H8':
      return broken.run === undefined
        ? `jumps ${hoursText(gapH)} after jumps${asked(leastH)}`
        : `jumps on the day before ${which}`;
  }
};

const namesText = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** What is said of the lifts that are more than a week may hold (H5): `left` are not placed, `forced` stay where the coach put them. */
export const leftOutText = (
  limit: LiftLimit,
  { left, forced }: { readonly left: readonly string[]; readonly forced: readonly string[] },
): string => {
  const one = left.length === 1;
  return [
    `Lifts of the legs in this week: ${limitText(limit)}.`,
    forced.length === 0
      ? ''
      : `${namesText(forced)} ${forced.length === 1 ? 'stays where you put it' : 'stay where you put them'}, with your reason.`,
    left.length === 0
      ? ''
      : `${namesText(left)} ${one ? 'is' : 'are'} left out, the ${one ? 'last' : 'later ones'} of the week: take ${one ? 'it' : 'them'} out of the program, or keep ${one ? 'it' : 'them'}, with a reason.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
};

/** Why a half of a day is not offered (H5). */
export const closureText = (closure: Closure): string => {
  switch (closure.kind) {
    case 'away': {
      const { kind, note } = closure.away;
      return `${kind === 'travel' ? 'travelling, no gym' : 'not available'}${note === '' ? '' : ` (${note})`}`;
    }
    case 'minutes':
      return closure.has === 0
        ? 'no time for lifting on this day'
        : `${closure.has} min for lifting on this day; the session takes ${closure.needs}`;
    case 'twoADays':
      return 'a run stands on this day, and there are no two sessions a day';
  }
};

const DAY_CONTEXT: Readonly<Record<DayContext, string>> = {
  quality: 'on the day of the quality run',
  easy: 'on a day with an easy run',
  rest: 'on a day without a run',
  long: 'on the day of the long run',
};

/** A part of the cost, in the coach's words. */
export const costText = ({ rule, gapH = 0, day, soreness = 0 }: CostPart): string => {
  switch (rule) {
    case 'S1':
      return `${hoursText(gapH)} before the next quality run; from 48 h on it is free`;
    case 'S2':
      return `${hoursText(gapH)} before the next long run; from 48 h on it is free`;
    case 'S3':
      return `${hoursText(gapH)} before the next easy run; from 12 h on it is free`;
    case 'S4':
      return day === undefined ? '' : DAY_CONTEXT[day];
    case 'S5':
      return `${hoursText(gapH)} between two lifts; from 72 h on it is free`;
    case 'S6':
      return `${hoursText(gapH)} after the easy run of the day; from 6 h on it is free`;
    case 'S7':
      return 'not where it stood the week before';
    case 'S8':
      return 'not the time of day this athlete likes';
    case 'S9':
      return `soreness of about ${soreness.toFixed(1)} of 10 at the next key run`;
  }
};

/** What else holds for a lift that close before a long run (R6.2). */
export const beforeLongText = ({ rule }: CostPart): string | undefined =>
  rule === 'S2'
    ? 'That close before a long run: two thirds of the other lift’s sets for the legs at most, no Nordics, no deficits, nothing new.'
    : undefined;
