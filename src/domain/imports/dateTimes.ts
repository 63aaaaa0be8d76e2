import type { PlainDate } from '../kernel/plainDate.ts';
import type { Result } from '../kernel/result.ts';
import type { DateOrder } from './draft.ts';
import { dayNumber, fromDayNumber, plainDateOf } from '../kernel/plainDate.ts';
import { fail, ok } from '../kernel/result.ts';
import { foldWord } from './headings.ts';
import { monthOfWord } from './months.ts';

/** A date as printed, before it is known whether day or month stands first. `time` is `HH:MM:SS`, if one is printed. */
export type PrintedDate =
  | {
      readonly kind: 'plain';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly time?: string;
    }
  | {
      readonly kind: 'numeric';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly time?: string;
    }
  | { readonly kind: 'unreadable'; readonly expected: string };

/** A wall-clock start: the date and, if printed, the time of day `HH:MM:SS`. */
export interface LocalStart {
  readonly date: PlainDate;
  readonly time: string | undefined;
}

/** Seconds by which a zone's clock is ahead of UTC at a UTC moment; `undefined` when the zone is not known. */
export type ZoneOffset = (zone: string, utcDayNumber: number, utcSecondOfDay: number) => number | undefined;

/** Dates outside these years are taken for errors. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const A_DATE = 'a date such as 2026-01-31 07:00:00';

const unreadable = (expected: string): PrintedDate => ({ kind: 'unreadable', expected });

const TIME =
  /^(.*?)(?:[\s,]+|(?<=\d)t)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(?:([ap])\.?\s?m\.?)?\s?(?:z|utc|gmt|[-+]\d{2}:?\d{2})?$/u;

const two = (value: number): string => String(value).padStart(2, '0');

const hourOf = (printed: number, half: string | undefined): number | undefined => {
  if (half === undefined) return printed <= 23 ? printed : undefined;
  if (printed < 1 || printed > 12) return undefined;
  return (printed % 12) + (half === 'p' ? 12 : 0);
};

interface SplitTime {
  readonly datePart: string;
  readonly time: string | undefined;
  readonly isImpossible: boolean;
}

const splitTime = (text: string): SplitTime => {
  const match = TIME.exec(text);
  if (match === null) return { datePart: text, time: undefined, isImpossible: false };
  const hour = hourOf(Number(match[2]), match[5]);
  const minute = Number(match[3]);
  const second = Number(match[4] ?? '0');
  const datePart = match[1] ?? '';
  if (hour === undefined || minute > 59 || second > 59) return { datePart, time: undefined, isImpossible: true };
  return { datePart, time: `${two(hour)}:${two(minute)}:${two(second)}`, isImpossible: false };
};

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const fullYear = (printed: string): number => (printed.length === 2 ? 2000 + Number(printed) : Number(printed));

/** `20260131`: year, month and day without anything between them. */
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/u;

/** Whether a cell is a date of eight digits, which might be taken for a number. */
export const isCompactDate = (cell: string): boolean => COMPACT.test(cell.trim());

const fromIso = (text: string): DateParts | undefined => {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text) ??
    COMPACT.exec(text) ??
    /^(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日$/u.exec(text);
  return match === null ? undefined : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
};

/** The month among the words. A first word before all numbers may be a weekday (`mar.` is Tuesday too). */
const monthAmong = (tokens: readonly string[]): number | undefined => {
  const months = tokens.flatMap((token) => monthOfWord(token) ?? []);
  if (months.length === 1) return months[0];
  const isFirstWeekday = months.length === 2 && monthOfWord(tokens[0] ?? '') !== undefined;
  return isFirstWeekday ? months[1] : undefined;
};

const fromWords = (text: string): DateParts | undefined => {
  const tokens = foldWord(text).split(' ');
  const month = monthAmong(tokens);
  const numbers = tokens
    .filter((token) => /^\d+(?:st|nd|rd|th)?$/u.test(token))
    .map((token) => token.replace(/\D/gu, ''));
  const [first, second] = numbers;
  if (month === undefined || numbers.length !== 2 || first === undefined || second === undefined) return undefined;
  if (first.length === 4) return { year: Number(first), month, day: Number(second) };
  if (second.length !== 4 && second.length !== 2) return undefined;
  return { year: fullYear(second), month, day: Number(first) };
};

const serialOf = (text: string): string | undefined => {
  if (!/^\d{5}(?:[.,]\d+)?$/u.test(text)) return undefined;
  const serial = Number(text.slice(0, 5));
  if (serial < 20_000 || serial > 80_000) return undefined;
  return `${A_DATE}; ${text} is a spreadsheet's day number (${fromDayNumber(serial - 25_569)}): give the column a date format and save again`;
};

const printedWith = (parts: DateParts, time: string | undefined): PrintedDate =>
  time === undefined ? { kind: 'plain', ...parts } : { kind: 'plain', ...parts, time };

const fromNumeric = (text: string, time: string | undefined): PrintedDate | undefined => {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/u.exec(text);
  if (match === null) return undefined;
  const first = Number(match[1]);
  const second = Number(match[3]);
  const year = fullYear(match[4] ?? '');
  if (match[2] === '.') return printedWith({ year, month: second, day: first }, time);
  return time === undefined ? { kind: 'numeric', first, second, year } : { kind: 'numeric', first, second, year, time };
};

/** As most apps print it: `2026-01-31`, or `2026-01-31 07:00:00`. */
const PLAINLY = /^(\d{4})-(\d{2})-(\d{2})(?: ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d))?$/u;

/**
 * Reads a date, with or without a time, in any layout known: ISO, with month words of fifteen languages, with dots
 * (day first), or with slashes or dashes (order undecided). Offsets are accepted and left out: the clock stays as printed.
 */
export const readPrintedDate = (cell: string): PrintedDate => {
  const plain = PLAINLY.exec(cell);
  if (plain !== null) {
    return printedWith({ year: Number(plain[1]), month: Number(plain[2]), day: Number(plain[3]) }, plain[4]);
  }
  const text = cell
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'/u, '')
    .toLowerCase();
  if (text === '' || cell.length > 100) return unreadable(A_DATE);
  const serial = serialOf(text);
  if (serial !== undefined) return unreadable(serial);
  const { datePart, time, isImpossible } = splitTime(text);
  if (isImpossible) return unreadable('a time of day from 00:00:00 to 23:59:59');
  const bare = datePart.replace(/[\s,]+(?:à|at|um|kl\.?|às|a las|alle)?$/u, '').trim();
  const parts = fromIso(bare);
  if (parts !== undefined) return printedWith(parts, time);
  const numeric = fromNumeric(bare, time);
  if (numeric !== undefined) return numeric;
  const words = fromWords(bare);
  return words === undefined ? unreadable(A_DATE) : printedWith(words, time);
};

/** What a file's dates say about the order of day and month. */
export type OrderEvidence =
  | { readonly status: 'notNeeded' }
  | { readonly status: 'proved'; readonly order: DateOrder; readonly line: number; readonly found: string }
  | { readonly status: 'unproved'; readonly line: number; readonly found: string }
  | { readonly status: 'contradictory'; readonly line: number; readonly found: string };

export interface DateOnLine {
  readonly line: number;
  readonly found: string;
  readonly printed: PrintedDate;
}

/** Decides once for a whole file whether day or month stands first: a number over 12 proves it, both ways contradicts. */
export const dateOrderOf = (dates: Iterable<DateOnLine>): OrderEvidence => {
  let dayFirst: DateOnLine | undefined;
  let monthFirst: DateOnLine | undefined;
  let open: DateOnLine | undefined;
  for (const date of dates) {
    if (date.printed.kind !== 'numeric') continue;
    const { first, second } = date.printed;
    if (first > 12 && second <= 12) dayFirst ??= date;
    else if (second > 12 && first <= 12) monthFirst ??= date;
    else if (first <= 12 && first !== second) open ??= date;
  }
  if (dayFirst !== undefined && monthFirst !== undefined) {
    const later = dayFirst.line > monthFirst.line ? dayFirst : monthFirst;
    const earlier = later === dayFirst ? monthFirst : dayFirst;
    const found = `${earlier.found} on line ${earlier.line} and ${later.found} on line ${later.line}`;
    return { status: 'contradictory', line: later.line, found };
  }
  if (dayFirst !== undefined) return { status: 'proved', order: 'dmy', line: dayFirst.line, found: dayFirst.found };
  if (monthFirst !== undefined) {
    return { status: 'proved', order: 'mdy', line: monthFirst.line, found: monthFirst.found };
  }
  return open === undefined ? { status: 'notNeeded' } : { status: 'unproved', line: open.line, found: open.found };
};

const partsOf = (printed: PrintedDate, order: DateOrder): DateParts | undefined => {
  if (printed.kind === 'plain') return printed;
  if (printed.kind === 'unreadable') return undefined;
  const { first, second, year } = printed;
  return order === 'mdy' ? { year, month: first, day: second } : { year, month: second, day: first };
};

/**
 * The start that a printed date means. Error, as the expected text: not a date, not in the calendar (nothing rolls over),
 * or outside the years from `firstYear`, usually 1990, to 2100.
 */
export const resolveDate = (
  printed: PrintedDate,
  order: DateOrder,
  firstYear: number = FIRST_YEAR,
): Result<LocalStart, string> => {
  if (printed.kind === 'unreadable') return fail(printed.expected);
  const parts = partsOf(printed, order);
  const date = parts === undefined ? undefined : plainDateOf(parts.year, parts.month, parts.day);
  if (parts === undefined || date === undefined) return fail('a day that the calendar has');
  if (parts.year < firstYear || parts.year > LAST_YEAR) {
    return fail(`a date from ${firstYear} to ${LAST_YEAR}: this one is not plausible`);
  }
  return ok({ date, time: printed.time });
};

const secondOfDay = (time: string): number =>
  Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8));

/** Seconds from a start to an end on the same clock; `undefined` when either has no time, or the end comes first. */
export const secondsBetween = (start: LocalStart, end: LocalStart): number | undefined => {
  if (start.time === undefined || end.time === undefined) return undefined;
  const days = dayNumber(end.date) - dayNumber(start.date);
  const seconds = days * 86_400 + secondOfDay(end.time) - secondOfDay(start.time);
  return seconds < 0 ? undefined : seconds;
};

/** A start moved by a number of seconds, across midnight if need be. A start without a time stays. */
export const movedBy = (start: LocalStart, seconds: number): LocalStart => {
  if (start.time === undefined) return start;
  const total = dayNumber(start.date) * 86_400 + secondOfDay(start.time) + seconds;
  const day = Math.floor(total / 86_400);
  const rest = total - day * 86_400;
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  return { date: fromDayNumber(day), time };
};

/** A start printed in UTC, on the clock of a zone. `undefined` when the zone is not known. */
export const toZone = (utc: LocalStart, zone: string, zoneOffset: ZoneOffset): LocalStart | undefined => {
  if (utc.time === undefined) return utc;
  const aheadS = zoneOffset(zone, dayNumber(utc.date), secondOfDay(utc.time));
  return aheadS === undefined ? undefined : movedBy(utc, aheadS);
};
