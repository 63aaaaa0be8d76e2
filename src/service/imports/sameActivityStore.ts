import { z } from 'zod';
import { plainDate } from '../../contract/schemas/scalars.ts';
import { sameRuns } from '../../domain/imports/sameRun.ts';
import { isLifting } from '../../domain/imports/sports.ts';
import { optional } from '../db/columns.ts';
import { change, readAll, type WriteDb } from '../db/sql.ts';

const otherRow = z
  .object({
    id: z.int(),
    source: z.string(),
    sport: z.string(),
    performed_on: plainDate,
    time_of_day: optional(z.string()),
    distance_m: optional(z.number()),
    moving_s: optional(z.number()),
  })
  .transform((row) => ({
    id: row.id,
    source: row.source,
    sport: row.sport,
    performedOn: row.performed_on,
    timeOfDay: row.time_of_day,
    distanceM: row.distance_m,
    movingS: row.moving_s,
  }));

const sessionRow = z
  .object({ id: z.int(), performed_on: plainDate, time_of_day: optional(z.string()) })
  .transform((row) => ({ id: row.id, performedOn: row.performed_on, timeOfDay: row.time_of_day }));

const minuteOf = (timeOfDay: string | undefined): number | undefined => {
  const [hours, minutes] = (timeOfDay ?? '').split(':').map(Number);
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
};

/** A watch is started before the first set is typed, or forgotten until the second. */
const MOST_MINUTES = 45;

type Session = z.output<typeof sessionRow>;
type Other = z.output<typeof otherRow>;

/** The session of that day that began about then; without times the only one of the day. */
const sessionOf = (other: Other, sessions: readonly Session[]): Session | undefined => {
  const at = minuteOf(other.timeOfDay);
  const ofDay = sessions.filter(({ performedOn }) => performedOn === other.performedOn);
  const near = ofDay.filter(({ timeOfDay }) => {
    const began = minuteOf(timeOfDay);
    return at === undefined || began === undefined || Math.abs(began - at) <= MOST_MINUTES;
  });
  return near.length === 1 ? near[0] : undefined;
};

/**
 * After an import: what a watch saw of a lifting session goes with that session, and the same ride of two apps is told once. Nothing
 * is removed: when what it was told with goes, it stands by itself again.
 */
export const linkSameActivities = (db: WriteDb, athleteId: number, from: string, to: string): void => {
  const others = readAll(
    db,
    otherRow,
    `SELECT id, source, sport, performed_on, time_of_day, distance_m, moving_s FROM other_activity
     WHERE athlete_id = ? AND performed_on BETWEEN ? AND ? AND lift_session_id IS NULL AND same_as_id IS NULL ORDER BY id`,
    athleteId,
    from,
    to,
  );
  if (others.length === 0) return;
  const sessions = readAll(
    db,
    sessionRow,
    'SELECT id, performed_on, time_of_day FROM lift_session WHERE athlete_id = ? AND performed_on BETWEEN ? AND ?',
    athleteId,
    from,
    to,
  );
  const linked = new Set<number>();
  for (const other of others.filter(({ sport }) => isLifting(sport))) {
    const session = sessionOf(other, sessions);
    if (session === undefined) continue;
    change(db, 'UPDATE other_activity SET lift_session_id = ? WHERE id = ?', session.id, other.id);
    linked.add(other.id);
  }
  const left = others.filter(({ id }) => !linked.has(id));
  for (const source of new Set(left.map((other) => other.source))) {
    const incoming = left.filter((other) => other.source === source && !linked.has(other.id));
    const known = left.filter((other) => other.source < source && !linked.has(other.id));
    for (const pair of sameRuns(known, incoming)) {
      change(db, 'UPDATE other_activity SET same_as_id = ? WHERE id = ?', pair.known.id, pair.incoming.id);
      linked.add(pair.incoming.id);
    }
  }
};
