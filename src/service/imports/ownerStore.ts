import { z } from 'zod';
import { athleteId } from '../../contract/schemas/scalars.ts';
import type { DraftSession, DraftWellness, ImportDraft } from '../../domain/imports/draft.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { readAll, type ReadDb } from '../db/sql.ts';

/** So many entries of a file, from all over it, tell as much as all of them. */
const MOST_COMPARED = 200;

const spread = <T>(entries: readonly T[]): readonly T[] => {
  const step = Math.max(1, entries.length / MOST_COMPARED);
  return Array.from(
    { length: Math.min(entries.length, MOST_COMPARED) },
    (_, index) => entries[Math.floor(index * step)],
  ).filter((entry) => entry !== undefined);
};

type Keyed = { readonly importKey: string };

const holderRow = z.object({ athlete_id: athleteId, import_key: z.string(), looks_like: z.string() });

/** What is compared besides the key: apps that know only the day give two athletes the same keys. */
const looksOfSession = ({ sets }: DraftSession): string =>
  `${sets.length} ${Math.round(sets.reduce((sum, { reps = 0, loadKg = 0 }) => sum + reps * loadKg, 0))}`;

const looksOfMeasured = (one: DraftWellness): string =>
  [one.bodyMassKg, one.restingHr, one.hrvMs, one.sleepS, one.steps].map((value) => Math.round(value ?? 0)).join(' ');

const RUNS = `SELECT athlete_id, import_key, '' AS looks_like FROM run WHERE import_key IN (SELECT value FROM json_each(?1))
  UNION SELECT athlete_id, import_key, '' FROM run_source WHERE import_key IN (SELECT value FROM json_each(?1))
  UNION SELECT athlete_id, import_key, '' FROM other_activity WHERE import_key IN (SELECT value FROM json_each(?1))`;

const SESSIONS = `SELECT l.athlete_id, l.import_key,
    count(s.ordinal) || ' ' || CAST(round(coalesce(sum(coalesce(s.reps, 0) * coalesce(s.load_kg, 0)), 0)) AS INTEGER) AS looks_like
  FROM lift_session l LEFT JOIN lift_set s ON s.lift_session_id = l.id
  WHERE l.import_key IN (SELECT value FROM json_each(?1)) GROUP BY l.id`;

const rounded = (column: string): string => `CAST(round(coalesce(${column}, 0)) AS INTEGER)`;

const MEASURED = `SELECT athlete_id, import_key, ${['body_mass_kg', 'resting_hr', 'hrv_ms', 'sleep_s', 'steps']
  .map(rounded)
  .join(` || ' ' || `)} AS looks_like
  FROM wellness_day WHERE import_key IN (SELECT value FROM json_each(?1))`;

interface Comparison {
  readonly sql: string;
  readonly looks: ReadonlyMap<string, string>;
}

const comparison = <T extends Keyed>(
  sql: string,
  entries: readonly T[],
  looksOf: (entry: T) => string,
): Comparison => ({
  sql,
  looks: new Map(entries.map((entry) => [entry.importKey, looksOf(entry)])),
});

/** How many entries of a file each athlete has already, of how many that were compared. */
export const sharedEntries = (
  db: ReadDb,
  { activities, sessions, wellness }: ImportDraft,
): { readonly compared: number; readonly sharedBy: ReadonlyMap<AthleteId, number> } => {
  const comparisons = [
    comparison(RUNS, spread(activities), () => ''),
    comparison(SESSIONS, spread(sessions), looksOfSession),
    comparison(MEASURED, spread(wellness), looksOfMeasured),
  ].filter(({ looks }) => looks.size > 0);
  const sharedBy = new Map<AthleteId, number>();
  for (const { sql, looks } of comparisons) {
    const keys = JSON.stringify([...looks.keys()]);
    for (const { athlete_id, import_key, looks_like } of readAll(db, holderRow, sql, keys)) {
      if (looks.get(import_key) === looks_like) sharedBy.set(athlete_id, (sharedBy.get(athlete_id) ?? 0) + 1);
    }
  }
  return { compared: comparisons.reduce((sum, { looks }) => sum + looks.size, 0), sharedBy };
};
