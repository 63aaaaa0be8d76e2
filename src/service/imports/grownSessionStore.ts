import { z } from 'zod';
import {
  areSameFingerprints,
  changedFields,
  changedSets,
  SESSION_FIELDS,
  fingerprintOf,
  type ChangedField,
} from '../../domain/imports/changedEntries.ts';
import { setFactsOf, type DraftSession, type SetFacts } from '../../domain/imports/draft.ts';
import { setsBeyond, type ComparedSet } from '../../domain/imports/grownSession.ts';
import type { EntryChange } from './changedEntryStore.ts';
import { flag, optional } from '../db/columns.ts';
import { change, readAll, type ReadDb, type WriteDb } from '../db/sql.ts';
import type { SetWriter } from './setStore.ts';

/** A session that is there already, with the sets that a later export has beyond those. */
export interface GrownSession {
  /** Absent while it is not stored: an earlier file of the same import brings it. */
  readonly liftSessionId?: number | undefined;
  readonly session: DraftSession;
  readonly sets: readonly SetFacts[];
}

/** A session as it is told here. */
export type HeldSession = Pick<DraftSession, 'durationS' | 'notes' | 'sets' | 'setFacts' | 'setCount'>;

/** Sessions that are there already, and how the file has them. */
export interface Growth {
  /** With more sets in the file. */
  readonly grown: readonly GrownSession[];
  /** Sets in the file of sessions that stay as they are: the coach edited them, or sets that were there are not in the file. */
  readonly setsOtherwise: number;
  readonly changes: readonly EntryChange[];
}

const heldRow = z.object({
  id: z.int(),
  import_key: z.string(),
  is_edited: flag,
  duration_s: optional(z.number()),
  notes: optional(z.string()),
  fingerprint: z.number(),
});

const setRow = z
  .object({
    recorded_as: z.string(),
    kind: z.enum(['work', 'warmup', 'drop', 'failure']),
    load_kg: optional(z.number()),
    reps: optional(z.number()),
    duration_s: optional(z.number()),
    distance_m: optional(z.number()),
  })
  .transform((row) => ({
    exercise: row.recorded_as,
    kind: row.kind,
    loadKg: row.load_kg,
    reps: row.reps,
    durationS: row.duration_s,
    distanceM: row.distance_m,
  }));

const setsOf = (db: ReadDb, liftSessionId: number) =>
  readAll(
    db,
    setRow,
    `SELECT coalesce(recorded_as, '') AS recorded_as, kind, load_kg, reps, duration_s, distance_m FROM lift_set
     WHERE lift_session_id = ? ORDER BY ordinal`,
    liftSessionId,
  );

/** As `fingerprintOf` has it. */
const FINGERPRINT = `SELECT total(
    (coalesce(reps, 0) + 17.3) * (coalesce(reps, 0) + 17.3) * (coalesce(load_kg, 0) + 31.7)
    + coalesce(duration_s * (7.1 + 0.17 * duration_s), 0) + coalesce(distance_m * (3.3 + 0.13 * distance_m), 0)
    + coalesce(length(recorded_as), 0) * 101.9 + (kind = 'work') * 1013 + 5003)
  FROM lift_set WHERE lift_session_id = l.id`;

interface Held {
  readonly liftSessionId?: number | undefined;
  readonly isEdited: boolean;
  readonly facts: Pick<HeldSession, 'durationS' | 'notes'>;
  readonly fingerprint: number;
  readonly sets: () => readonly ComparedSet[];
}

export const heldSessions = (db: ReadDb, athleteId: number, keys: readonly string[]): Map<string, Held> =>
  new Map(
    readAll(
      db,
      heldRow,
      `SELECT l.id, l.import_key, l.edited_at IS NOT NULL AS is_edited, l.duration_s, l.notes, (${FINGERPRINT}) AS fingerprint
       FROM lift_session l WHERE l.athlete_id = ? AND l.import_key IN (SELECT value FROM json_each(?))`,
      athleteId,
      JSON.stringify(keys),
    ).map(({ id, import_key, is_edited, duration_s, notes, fingerprint }) => [
      import_key,
      {
        liftSessionId: id,
        isEdited: is_edited,
        facts: { durationS: duration_s, notes },
        fingerprint,
        sets: () => setsOf(db, id),
      },
    ]),
  );

/** What an earlier file of the same import makes of a session that may be stored already. */
const alsoHeld = (stored: Held | undefined, also: HeldSession): Held => ({
  liftSessionId: stored?.liftSessionId,
  isEdited: stored?.isEdited ?? false,
  facts: stored?.facts ?? also,
  fingerprint: fingerprintOf(setFactsOf(also)),
  sets: () => setFactsOf(also),
});

interface Compared {
  readonly beyond?: readonly SetFacts[];
  readonly setsOtherwise: number;
  readonly fields: readonly ChangedField[];
}

const compared = (held: Held, session: DraftSession): Compared => {
  const facts = changedFields(SESSION_FIELDS, held.facts, session);
  const inFile = setFactsOf(session);
  if (areSameFingerprints(held.fingerprint, fingerprintOf(inFile))) return { setsOtherwise: 0, fields: facts };
  const here = held.sets();
  const beyond = held.isEdited ? undefined : setsBeyond(here, inFile);
  if (beyond !== undefined) return { beyond, setsOtherwise: 0, fields: facts };
  const isLonger = inFile.length > here.length;
  return { setsOtherwise: isLonger ? inFile.length : 0, fields: [...changedSets(here, inFile), ...facts] };
};

/** Compares sessions of a file with those that are there: for an athlete, and from earlier files of the same import. */
export const growthOf = (
  db: ReadDb,
  athleteId: number | undefined,
  sessions: readonly DraftSession[],
  also: ReadonlyMap<string, HeldSession>,
): Growth => {
  const keys = sessions.map(({ importKey }) => importKey);
  const stored = athleteId === undefined ? new Map<string, Held>() : heldSessions(db, athleteId, keys);
  const grown: GrownSession[] = [];
  const changes: EntryChange[] = [];
  let setsOtherwise = 0;
  for (const session of sessions) {
    const earlier = also.get(session.importKey);
    const own = stored.get(session.importKey);
    const held = earlier === undefined ? own : alsoHeld(own, earlier);
    if (held === undefined) continue;
    const { beyond = [], setsOtherwise: otherwise, fields } = compared(held, session);
    setsOtherwise += otherwise;
    if (beyond.length > 0) grown.push({ liftSessionId: held.liftSessionId, session, sets: beyond });
    if (fields.length === 0) continue;
    const { performedOn: on, title, line } = session;
    changes.push({ kind: 'session', on, title, line, isEdited: held.isEdited, fields: [...fields] });
  }
  return { grown, setsOtherwise, changes };
};

/** Completes a session: what came later stands after what was there. */
export const growSession = (
  db: WriteDb,
  batch: number,
  { liftSessionId, session: { performedOn }, sets }: GrownSession,
  writer: SetWriter,
): void => {
  // Files are stored one after the other: what one brought, the next finds in the file.
  if (liftSessionId === undefined) throw new Error('a session to complete is not stored');
  const from = setsOf(db, liftSessionId).length;
  writer.write({ liftSessionId, performedOn, sets, from, importId: batch });
};

const sessionRow = z.object({ lift_session_id: z.int(), import_id: z.int() });

/**
 * Takes the sets that an import added to sessions of earlier ones, and leaves sessions of its own that later imports have
 * completed to the first of those. Returns how many sets went.
 */
export const ungrowImport = (db: WriteDb, importId: number): number => {
  const { rows } = change(db, 'DELETE FROM lift_set WHERE import_id = ?', importId);
  const completed = readAll(
    db,
    sessionRow,
    `SELECT s.lift_session_id, min(s.import_id) AS import_id FROM lift_set s JOIN lift_session l ON l.id = s.lift_session_id
     WHERE l.import_id = ? AND l.edited_at IS NULL AND s.import_id IS NOT NULL GROUP BY s.lift_session_id`,
    importId,
  );
  for (const { lift_session_id: id, import_id: heir } of completed) {
    change(db, 'DELETE FROM lift_set WHERE lift_session_id = ? AND import_id IS NULL', id);
    change(db, 'UPDATE lift_set SET import_id = NULL WHERE lift_session_id = ? AND import_id = ?', id, heir);
    change(db, 'UPDATE lift_session SET import_id = ? WHERE id = ?', heir, id);
  }
  return rows;
};
