import type { Brand } from './brand.ts';

/** A calendar date as a diary has it, `YYYY-MM-DD`. Never an instant, never in a zone. */
export type PlainDate = Brand<string, 'PlainDate'>;

/** An ISO week, `YYYY-Www`, for example `2026-W48`. Weeks run Monday to Sunday. */
export type IsoWeek = Brand<string, 'IsoWeek'>;

const DAYS_PER_400_YEARS = 146_097;
const DAYS_FROM_CIVIL_TO_1970 = 719_468;

/**
 * Days since 1970-01-01 of a proleptic Gregorian date.
 * Counts years from March, so that the leap day is the last of its year (Hinnant's `days_from_civil`).
 */
const toDayNumber = (year: number, month: number, day: number): number => {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_400_YEARS + dayOfEra - DAYS_FROM_CIVIL_TO_1970;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The date with this day number; the inverse of `dayNumber`. */
export const fromDayNumber = (dayNumberSince1970: number): PlainDate => {
  const shifted = dayNumberSince1970 + DAYS_FROM_CIVIL_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
};

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** The date with these parts, or `undefined` when the calendar has no such day: nothing rolls over. Years 1000 to 9999. */
export const plainDateOf = (year: number, month: number, day: number): PlainDate | undefined => {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
};

/** Reads `YYYY-MM-DD` and nothing else. */
export const parsePlainDate = (text: string): PlainDate | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  return plainDateOf(Number(match[1]), Number(match[2]), Number(match[3]));
};

/** Days since 1970-01-01. Differences of day numbers are differences in days. */
export const dayNumber = (date: PlainDate): number =>
  toDayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));

export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const weekdayOf = (date: PlainDate): Weekday => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;

/** The Monday of the date's week. */
export const mondayOf = (date: PlainDate): PlainDate => addDays(date, 1 - weekdayOf(date));

/** The ISO week of a date: the year is that of the week's Thursday. */
export const isoWeekOf = (date: PlainDate): IsoWeek => {
  const thursday = addDays(mondayOf(date), 3);
  const year = Number(thursday.slice(0, 4));
  const firstThursday = addDays(mondayOf(`${pad(year, 4)}-01-04` as PlainDate), 3);
  return `${pad(year, 4)}-W${pad(daysBetween(firstThursday, thursday) / 7 + 1, 2)}` as IsoWeek;
};

/** The Monday of an ISO week. */
export const mondayOfIsoWeek = (week: IsoWeek): PlainDate => {
  const firstMonday = mondayOf(`${week.slice(0, 4)}-01-04` as PlainDate);
  return addDays(firstMonday, (Number(week.slice(6)) - 1) * 7);
};

/** Reads `YYYY-Www`; `undefined` when the year has no such week. */
export const parseIsoWeek = (text: string): IsoWeek | undefined => {
  if (!/^[1-9]\d{3}-W\d{2}$/.test(text)) return undefined;
  const week = text as IsoWeek;
  return isoWeekOf(mondayOfIsoWeek(week)) === week ? week : undefined;
};
