import { parsePlainDate, type PlainDate } from '../domain/kernel/plainDate.ts';
import type { Clock } from './deps.ts';

const localToday = (): PlainDate => {
  const now = new Date();
  const text = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const today = parsePlainDate(text);
  if (today === undefined) throw new Error(`the system clock gives no date (${text})`);
  return today;
};

/** The only place that asks the system what time it is. */
export const systemClock: Clock = { today: localToday, now: () => new Date().toISOString() };

/** A clock that stands on one day, for tests and for `--today`. */
export const clockStandingAt = (today: PlainDate): Clock => ({
  today: () => today,
  now: () => `${today}T12:00:00.000Z`,
});
