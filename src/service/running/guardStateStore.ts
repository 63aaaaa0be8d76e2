import { z } from 'zod';
import { GUARD_LEVELS } from '../../contract/schemas/guard.ts';
import { athleteId } from '../../contract/schemas/scalars.ts';
import { DETECTORS, type Detector, type GuardLevel } from '../../domain/guard/guardState.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { jsonOf } from '../db/columns.ts';
import { change, readAll, type ReadDb, type WriteDb } from '../db/sql.ts';

/** The newest step that changed something of an athlete, and how many of theirs are undone: another stamp, another state. */
const STAMP = `(SELECT coalesce(max(j.step), 0) || ' ' || coalesce(sum(j.is_undone), 0)
  FROM journal_athlete t JOIN journal j ON j.step = t.step WHERE t.athlete_id = a.id)`;

const dueRow = z.object({ id: athleteId, stamp: z.string() });

/** Athletes whose running was not looked at today, or of whom something was recorded since. */
export const dueForGuard = (
  db: ReadDb,
  today: PlainDate,
): readonly { readonly athleteId: AthleteId; readonly stamp: string }[] =>
  readAll(
    db,
    dueRow,
    `SELECT id, stamp FROM (SELECT a.id, ${STAMP} AS stamp, g.judged_on, g.stamp AS known
       FROM athlete a LEFT JOIN guard_state g ON g.athlete_id = a.id WHERE a.archived_on IS NULL)
     WHERE judged_on IS NOT ? OR known IS NOT stamp`,
    today,
  ).map(({ id, stamp }) => ({ athleteId: id, stamp }));

export const saveGuardState = (
  db: WriteDb,
  of: { readonly athleteId: AthleteId; readonly stamp: string; readonly judgedOn: PlainDate },
  state: { readonly level: GuardLevel; readonly detectors: readonly Detector[] },
): void => {
  change(
    db,
    `INSERT INTO guard_state (athlete_id, judged_on, stamp, level, detectors) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (athlete_id) DO UPDATE SET judged_on = excluded.judged_on, stamp = excluded.stamp,
       level = excluded.level, detectors = excluded.detectors`,
    of.athleteId,
    of.judgedOn,
    of.stamp,
    state.level,
    JSON.stringify(state.detectors),
  );
};

const stateRow = z.object({
  athlete_id: athleteId,
  level: z.enum(GUARD_LEVELS),
  detectors: jsonOf(z.array(z.enum(DETECTORS))),
});

/** Everybody whose running alarmed when it was last looked at, today. */
export const guardAlarms = (db: ReadDb, today: PlainDate): readonly z.output<typeof stateRow>[] =>
  readAll(
    db,
    stateRow,
    "SELECT athlete_id, level, detectors FROM guard_state WHERE judged_on = ? AND level <> 'green'",
    today,
  );
