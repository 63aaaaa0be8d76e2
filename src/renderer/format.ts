import { daysBetween, type PlainDate } from '../domain/kernel/plainDate.ts';
import { distanceIn, massIn, type DistanceUnit, type MassUnit } from '../domain/kernel/quantity.ts';

/** Numbers, units and dates for people. The only place that knows a locale. */
const locale = 'en-GB';

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const hundredth = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

export const count = (value: number): string => whole.format(value);

/** `1 run`, `3 runs`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${whole.format(value)} ${value === 1 ? one : many}`;

/** A load as it is on the bar, to a quarter of a unit at most: `92.5`. */
export const load = (loadKg: number, unit: MassUnit): string =>
  hundredth.format(Math.round(massIn(unit, loadKg) * 100) / 100);

/** A mass that is an estimate: whole units, because the next digit would be a lie. */
export const estimate = (massKg: number, unit: MassUnit): string => whole.format(massIn(unit, massKg));

export const distance = (distanceM: number, unit: DistanceUnit): string => {
  const value = distanceIn(unit, distanceM);
  return value >= 100 ? whole.format(value) : tenth.format(value);
};

export const percent = (value: number): string => {
  const shown = Math.round(value * 10) / 10;
  return `${shown > 0 ? '+' : shown < 0 ? '−' : '±'}${tenth.format(Math.abs(shown))} %`;
};

/** `1:23:45` or `23:45`. */
export const clock = (durationS: number): string => {
  const total = Math.round(durationS);
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, '0')}:${String(seconds).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
};

/** Minutes a unit of distance: `4:52`. */
export const pace = (distanceM: number, durationS: number, unit: DistanceUnit): string =>
  clock(durationS / distanceIn(unit, distanceM));

const asUtc = (date: PlainDate): Date => new Date(`${date}T00:00:00Z`);
const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayMonthYear = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const weekdayDayMonth = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const monthOnly = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });

/** `23 Nov` */
export const day = (date: PlainDate): string => dayMonth.format(asUtc(date));
/** `23 Nov 2026` */
export const fullDay = (date: PlainDate): string => dayMonthYear.format(asUtc(date));
/** `Mon, 23 Nov` */
export const weekdayAndDay = (date: PlainDate): string => weekdayDayMonth.format(asUtc(date));
/** The day of an entry in a list: with its weekday this year, with its year before that. */
export const entryDay = (date: PlainDate, today: PlainDate): string =>
  date.slice(0, 4) === today.slice(0, 4) ? weekdayAndDay(date) : fullDay(date);
/** `Nov` */
export const month = (date: PlainDate): string => monthOnly.format(asUtc(date));

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? '';

/** `41 d` up to eight weeks, then `12 wk`. */
export const countdown = (days: number): string => (days <= 56 ? `${days}\u00a0d` : `${Math.round(days / 7)}\u00a0wk`);

/** `today`, `yesterday`, `5 d ago`, `3 wk ago`, `in 4 d`. */
export const ago = (date: PlainDate, today: PlainDate): string => {
  const days = daysBetween(date, today);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 0) return `in ${countdown(-days)}`;
  return days < 21 ? `${days} d ago` : `${Math.round(days / 7)} wk ago`;
};

const instant = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** When the computer saw something, in this computer's zone: `23 Nov, 14:05`. */
export const moment = (at: string): string => instant.format(new Date(at));
