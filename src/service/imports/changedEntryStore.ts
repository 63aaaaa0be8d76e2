import { z } from 'zod';
import type { entryChange } from '../../contract/schemas/imports.ts';
import {
  changedFields,
  OTHER_FIELDS,
  RUN_FIELDS,
  WELLNESS_FIELDS,
  type ChangedField,
} from '../../domain/imports/changedEntries.ts';
import type { ActivityFacts, DraftActivity, DraftWellness } from '../../domain/imports/draft.ts';
import { flag } from '../db/columns.ts';
import { readEach, type ReadDb } from '../db/sql.ts';
import { measuredIn, measuredShape } from '../training/measuredFacts.ts';
import { FACT_COLUMNS, factShape, factsIn } from './runFacts.ts';

export type EntryChange = z.output<typeof entryChange>;

/** What is here of an entry, and whether the coach has edited it. */
interface Held<T> {
  readonly isEdited: boolean;
  readonly facts: T;
}

type HeldActivity = Held<ActivityFacts>;

const activityRow = z
  .object({ import_key: z.string(), is_edited: flag, ...factShape })
  .transform(({ import_key, is_edited, ...row }) => ({
    importKey: import_key,
    isEdited: is_edited,
    facts: factsIn(row),
  }));

const FACTS = FACT_COLUMNS.map((column) => `f.${column}`).join(', ');
const KEYS = 'SELECT value FROM json_each(?2)';

/** A run as the app of that key told it, where several apps did; else as it is. */
const RUNS = `SELECT f.import_key, r.edited_at IS NOT NULL AS is_edited, ${FACTS}
    FROM run_source f JOIN run r ON r.id = f.run_id WHERE f.athlete_id = ?1 AND f.import_key IN (${KEYS})
  UNION ALL SELECT f.import_key, f.edited_at IS NOT NULL, ${FACTS} FROM run f
    WHERE f.athlete_id = ?1 AND f.import_key IN (${KEYS})
      AND NOT EXISTS (SELECT 1 FROM run_source s WHERE s.athlete_id = ?1 AND s.import_key = f.import_key)`;

const OTHERS = `SELECT import_key, edited_at IS NOT NULL AS is_edited, performed_on, time_of_day, title, sport,
    0 AS is_treadmill, distance_m, moving_s, NULL AS elapsed_s, NULL AS average_hr, NULL AS max_hr, NULL AS cadence_spm,
    NULL AS ascent_m, NULL AS power_w, NULL AS rpe, notes
  FROM other_activity WHERE athlete_id = ?1 AND import_key IN (${KEYS})`;

const heldActivities = (db: ReadDb, sql: string, athleteId: number, keys: string): Map<string, HeldActivity> => {
  const held = new Map<string, HeldActivity>();
  for (const { importKey, ...one } of readEach(db, activityRow, sql, athleteId, keys)) held.set(importKey, one);
  return held;
};

const measuredRow = z
  .object({ import_key: z.string(), ...measuredShape })
  .transform(({ import_key, ...row }) => ({ importKey: import_key, ...measuredIn(row) }));

type Measured = Omit<DraftWellness, 'importKey' | 'line'>;

const MEASURED = `SELECT import_key, measured_on, time_of_day, body_mass_kg, body_fat_percent, resting_hr, hrv_ms, hrv_score,
    sleep_s, sleep_score, readiness_score, steps, intake_kcal
  FROM wellness_day WHERE athlete_id = ?1 AND import_key IN (${KEYS})`;

/** Entries that earlier files of the same import bring, by their keys. */
export interface AlsoEntered {
  readonly activities: ReadonlyMap<string, DraftActivity>;
  readonly wellness: ReadonlyMap<string, DraftWellness>;
}

const changeOf = (
  kind: EntryChange['kind'],
  { on, title, line }: Pick<EntryChange, 'on' | 'title' | 'line'>,
  isEdited: boolean,
  fields: readonly ChangedField[],
): EntryChange[] => (fields.length === 0 ? [] : [{ kind, on, title, line, isEdited, fields: [...fields] }]);

/** An activity that is no run is kept with the time it took, moving or not. */
const asKept = (other: DraftActivity): ActivityFacts => ({ ...other, movingS: other.movingS ?? other.elapsedS });

const activityChanges = (
  db: ReadDb,
  athleteId: number | undefined,
  activities: readonly DraftActivity[],
  also: AlsoEntered['activities'],
): EntryChange[] => {
  const keys = JSON.stringify(activities.map(({ importKey }) => importKey));
  const none = new Map<string, HeldActivity>();
  const [runs, others] =
    athleteId === undefined
      ? [none, none]
      : [heldActivities(db, RUNS, athleteId, keys), heldActivities(db, OTHERS, athleteId, keys)];
  return activities.flatMap((activity) => {
    const { importKey, isRun, performedOn, sport, line } = activity;
    const earlier = also.get(importKey);
    // A run that the coach has made another activity of is looked for there too.
    const found = runs.get(importKey) ?? others.get(importKey);
    const held = found ?? (earlier === undefined ? undefined : { isEdited: false, facts: earlier });
    if (held === undefined) return [];
    const fields =
      isRun && !others.has(importKey)
        ? changedFields(RUN_FIELDS, held.facts, activity)
        : changedFields(OTHER_FIELDS, held.facts, asKept(activity));
    const title = held.facts.title ?? sport;
    return changeOf(isRun ? 'run' : 'other', { on: performedOn, title, line }, held.isEdited, fields);
  });
};

const wellnessChanges = (
  db: ReadDb,
  athleteId: number | undefined,
  wellness: readonly DraftWellness[],
  also: AlsoEntered['wellness'],
): EntryChange[] => {
  const held = new Map<string, Measured>();
  const keys = JSON.stringify(wellness.map(({ importKey }) => importKey));
  const stored = athleteId === undefined ? [] : readEach(db, measuredRow, MEASURED, athleteId, keys);
  for (const { importKey, ...measured } of stored) held.set(importKey, measured);
  return wellness.flatMap((measured) => {
    const { importKey, measuredOn: on, line } = measured;
    const before = held.get(importKey) ?? also.get(importKey);
    if (before === undefined) return [];
    return changeOf('measurement', { on, title: '', line }, false, changedFields(WELLNESS_FIELDS, before, measured));
  });
};

/** Runs, other activities and measurements that are here already and that the file has otherwise. Nothing is changed by it. */
export const changedEntries = (
  db: ReadDb,
  athleteId: number | undefined,
  known: { readonly activities: readonly DraftActivity[]; readonly wellness: readonly DraftWellness[] },
  also: AlsoEntered,
): EntryChange[] => [
  ...activityChanges(db, athleteId, known.activities, also.activities),
  ...wellnessChanges(db, athleteId, known.wellness, also.wellness),
];
