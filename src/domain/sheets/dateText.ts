import { addDays, weekdayOf, type PlainDate } from '../kernel/plainDate.ts';

/** Names for dates in one language. */
export interface DateWords {
  /** January first. */
  readonly months: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
}

export const ENGLISH_DATES: DateWords = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const yearOf = (date: PlainDate): string => date.slice(0, 4);

const monthOf = (date: PlainDate, words: DateWords): string => words.months[Number(date.slice(5, 7)) - 1] ?? '';

/** `12 Nov`. */
export const shortDate = (date: PlainDate, words: DateWords = ENGLISH_DATES): string =>
  `${Number(date.slice(8, 10))} ${monthOf(date, words)}`;

/** `12 Nov 2026`. */
export const fullDate = (date: PlainDate, words: DateWords = ENGLISH_DATES): string =>
  `${shortDate(date, words)} ${yearOf(date)}`;

export const weekdayName = (date: PlainDate, words: DateWords = ENGLISH_DATES): string =>
  words.weekdays[weekdayOf(date) - 1] ?? '';

/** Monday to Sunday of a week: `23–29 Nov 2026`, `30 Nov – 6 Dec 2026`, `28 Dec 2026 – 3 Jan 2027`. */
export const weekRange = (monday: PlainDate, words: DateWords = ENGLISH_DATES): string => {
  const sunday = addDays(monday, 6);
  if (yearOf(monday) !== yearOf(sunday)) return `${fullDate(monday, words)} – ${fullDate(sunday, words)}`;
  if (monthOf(monday, words) !== monthOf(sunday, words))
    return `${shortDate(monday, words)} – ${fullDate(sunday, words)}`;
  return `${Number(monday.slice(8, 10))}–${fullDate(sunday, words)}`;
};
