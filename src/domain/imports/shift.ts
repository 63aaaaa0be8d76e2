import { movedBy } from './dateTimes.ts';
import { addDays, parsePlainDate } from '../kernel/plainDate.ts';

/** A session by its start on the wall clock, `YYYY-MM-DD HH:MM:SS`, and its title. */
export interface StartedSession {
  readonly startKey: string;
  readonly title: string;
}

const MAX_HOURS = 14;

/** A start key moved by whole hours. A key without a time of day, or that is none, stays as it is. */
export const shiftedKey = (startKey: string, hours: number): string => {
  const date = parsePlainDate(startKey.slice(0, 10));
  const time = startKey.slice(11);
  if (date === undefined || !/^\d{2}:\d{2}:\d{2}$/u.test(time)) return startKey;
  const moved = movedBy({ date, time }, hours * 3600);
  return `${moved.date} ${moved.time ?? time}`;
};

const keyOf = (startKey: string, title: string): string => `${startKey}|${title}`;

const matchesAt = (known: ReadonlySet<string>, incoming: readonly StartedSession[], hours: number): number =>
  incoming.filter(({ startKey, title }) => known.has(keyOf(shiftedKey(startKey, hours), title))).length;

/** The sessions that fall in the incoming file's days, give or take one day. */
const inReach = (existing: readonly StartedSession[], incoming: readonly StartedSession[]): StartedSession[] => {
  const days = incoming.map(({ startKey }) => startKey.slice(0, 10)).toSorted();
  const first = parsePlainDate(days[0] ?? '');
  const last = parsePlainDate(days.at(-1) ?? '');
  if (first === undefined || last === undefined) return [];
  const from = addDays(first, -1);
  const to = addDays(last, 1);
  return existing.filter(({ startKey }) => startKey.slice(0, 10) >= from && startKey.slice(0, 10) <= to);
};

/**
 * Hours to add to every incoming start so that the file meets what is there already; 0 when it meets it as it is, or not
 * at all. An app may export its whole history shifted by an hour: such a file adds nothing new. A shift is believed when
 * more sessions meet with it than without, and at least half of those that could.
 */
export const wholeHourShift = (existing: readonly StartedSession[], incoming: readonly StartedSession[]): number => {
  const reachable = existing.length === 0 ? [] : inReach(existing, incoming);
  if (reachable.length === 0) return 0;
  const known = new Set(reachable.map(({ startKey, title }) => keyOf(startKey, title)));
  let bestHours = 0;
  let bestCount = matchesAt(known, incoming, 0);
  if (bestCount === incoming.length) return 0;
  const needed = Math.min(reachable.length, incoming.length) / 2;
  for (let distance = 1; distance <= MAX_HOURS; distance += 1) {
    for (const hours of [distance, -distance]) {
      const count = matchesAt(known, incoming, hours);
      if (count <= bestCount || count < needed) continue;
      bestHours = hours;
      bestCount = count;
    }
  }
  return bestHours;
};
