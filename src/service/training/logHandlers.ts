import type { Contract } from '../../contract/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/derive.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { checkInEntries, liftEntries, otherEntries, runEntries } from './logStore.ts';

const AFTER_EVERYTHING = '9999-12-31' as PlainDate;

type Asked = ParsedInputOf<Contract['log']['list']>;

const pageOf = (db: ReadDb, { athleteId, kinds, before, limit }: Asked): OutputOf<Contract['log']['list']> => {
  // One more than asked for of each kind: enough to know whether there is an earlier page.
  const page = { athleteId, before: before ?? AFTER_EVERYTHING, limit: limit + 1 };
  const found = [
    ...(kinds.includes('lift') ? liftEntries(db, page) : []),
    ...(kinds.includes('run') ? runEntries(db, page) : []),
    ...(kinds.includes('other') ? otherEntries(db, page) : []),
    ...(kinds.includes('checkIn') ? checkInEntries(db, page) : []),
  ].sort((a, b) => (a.performedOn < b.performedOn ? 1 : a.performedOn > b.performedOn ? -1 : 0));
  if (found.length <= limit) return { entries: found };
  // A day is never torn between two pages: the last, perhaps unfinished day goes to the next one.
  const lastDay = found[limit]?.performedOn;
  const entries = found.slice(0, limit).filter((entry) => entry.performedOn !== lastDay);
  // A day longer than a page makes the page longer: what does not fit would otherwise never be shown.
  if (entries.length === 0) return pageOf(db, { athleteId, kinds, before, limit: limit * 2 });
  return { entries, more: entries.at(-1)?.performedOn };
};

export const logHandlers: ServiceHandlers['log'] = {
  list: (asked, { db }) =>
    findAthlete(db, asked.athleteId) === undefined
      ? fail({ tag: 'AthleteNotFound', athleteId: asked.athleteId })
      : ok(pageOf(db, asked)),
};
