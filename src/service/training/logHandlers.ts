import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { ServiceHandlers } from '../deps.ts';
import { checkInEntries, liftEntries, otherEntries, runEntries } from './logStore.ts';

const AFTER_EVERYTHING = '9999-12-31' as PlainDate;

export const logHandlers: ServiceHandlers['log'] = {
  list: ({ athleteId, kinds, before, limit }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    // One more than asked for of each kind: enough to know whether there is an earlier page.
    const page = { athleteId, before: before ?? AFTER_EVERYTHING, limit: limit + 1 };
    const found = [
      ...(kinds.includes('lift') ? liftEntries(db, page) : []),
      ...(kinds.includes('run') ? runEntries(db, page) : []),
      ...(kinds.includes('other') ? otherEntries(db, page) : []),
      ...(kinds.includes('checkIn') ? checkInEntries(db, page) : []),
    ].sort((a, b) => (a.performedOn < b.performedOn ? 1 : a.performedOn > b.performedOn ? -1 : 0));
    if (found.length <= limit) return ok({ entries: found });
    // A day is never torn between two pages: the last, perhaps unfinished day goes to the next one.
    const lastDay = found[limit]?.performedOn;
    const entries = found.slice(0, limit).filter((entry) => entry.performedOn !== lastDay);
    if (entries.length === 0) return ok({ entries: found.slice(0, limit), more: lastDay });
    return ok({ entries, more: entries.at(-1)?.performedOn });
  },
};
