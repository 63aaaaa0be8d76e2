import { addDays, daysBetween, mondayOf, parsePlainDate, type PlainDate } from '../kernel/plainDate.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { TypingProblem } from '../training/typedSets.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The nearest day of a number is never further: a 31st may be a month away. */
const MOST_DAYS = 31;

const EXPECTED = 'a day as thu, 19, +1 or 2026-11-19; empty is the planned day';

/** The day of that number which is nearest to another; the later of two that are equally near. */
const nearest = (dayOfMonth: number, to: PlainDate): PlainDate | undefined => {
  const days = Array.from({ length: 2 * MOST_DAYS + 1 }, (_, at) => addDays(to, MOST_DAYS - at));
  return days
    .filter((day) => Number(day.slice(8)) === dayOfMonth)
    .toSorted((a, b) => Math.abs(daysBetween(a, to)) - Math.abs(daysBetween(b, to)))
    .at(0);
};

/**
 * The day on which a session was done, as a coach types it beside the one it was planned for: `thu` of that week, `19` as the
 * nearest 19th, `+1` a day later, or the whole date. Empty: as planned.
 */
export const readDay = (text: string, plannedOn: PlainDate): Result<PlainDate, TypingProblem> => {
  const typed = text.trim().toLowerCase();
  if (typed === '') return ok(plannedOn);
  const weekday = typed.length < 2 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(typed));
  if (weekday >= 0) return ok(addDays(mondayOf(plannedOn), weekday));
  const step = /^[+-]\d{1,2}$/u.test(typed) ? Number(typed) : undefined;
  if (step !== undefined) return ok(addDays(plannedOn, step));
  const day = /^\d{1,2}$/u.test(typed) ? nearest(Number(typed), plannedOn) : parsePlainDate(typed);
  return day === undefined ? fail({ at: 0, found: text.trim(), expected: EXPECTED }) : ok(day);
};
