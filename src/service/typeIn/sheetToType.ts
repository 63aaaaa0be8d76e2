import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { MassUnit } from '../../domain/kernel/quantity.ts';
import type { PrintedSession } from '../../domain/sheets/printedSession.ts';
import { EMPTY_FOOT, type TypedFoot } from '../../domain/typeIn/typedFoot.ts';
import { emptyRows, typedRowsOf } from '../../domain/typeIn/typedSession.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import { sessionFinder } from './plannedSessions.ts';
import {
  recordedFor,
  setsOffPaper,
  typingOf,
  unplannedOn,
  workSetsIn,
  type RecordedSession,
} from './typedSessionStore.ts';

type AthleteToType = OutputOf<Contract['typeIn']['open']>['athletes'][number];
type Typed = NonNullable<AthleteToType['sessions'][number]['typed']>;

/** A session that was not typed from this very paper, as if it had been. */
const typedFrom = (
  db: ReadDb,
  { rows: printed }: PrintedSession,
  recorded: Pick<RecordedSession, 'id' | 'on'>,
  foot: TypedFoot,
  unit: MassUnit,
): Typed => {
  const { rows, others } = typedRowsOf(printed, workSetsIn(db, recorded.id), unit);
  return { state: 'done', on: recorded.on, rows: [...rows], foot, others };
};

const footOf = ({ durationS, rpe, feeling, notes }: RecordedSession): TypedFoot => ({
  ...EMPTY_FOOT,
  felt: String(feeling ?? ''),
  effort: String(rpe ?? ''),
  minutes: durationS === undefined ? '' : String(Math.round(durationS / 60)),
  notes: notes ?? '',
});

/** What is known of a session: as it was typed from this sheet, letter for letter, or as it would have to be typed. */
const typedOf = (
  db: ReadDb,
  session: PrintedSession,
  { sessionId, sheetCode, unit }: { sessionId: number | undefined; sheetCode: string | undefined; unit: MassUnit },
): Typed | undefined => {
  const typing = typingOf(db, session, sessionId);
  if (typing === undefined) {
    const recorded = sessionId === undefined ? undefined : recordedFor(db, session.athleteId, sessionId);
    return recorded === undefined ? undefined : typedFrom(db, session, recorded, footOf(recorded), unit);
  }
  const { on, rows, foot, liftSessionId } = typing;
  if (liftSessionId === undefined) return { state: 'notDone', on, rows: [...emptyRows(session.rows)], foot, others: 0 };
  if (sheetCode === undefined || typing.sheetCode !== sheetCode) {
    return typedFrom(db, session, { id: liftSessionId, on }, foot, unit);
  }
  return { state: 'done', on, rows, foot, others: setsOffPaper(db, liftSessionId, session).length };
};

/** An athlete's part of a sheet, with what is known of each session already. */
export const athleteToType = (
  db: ReadDb,
  { athleteId, details, archivedOn }: StoredAthlete,
  sessions: readonly PrintedSession[],
  sheetCode: string | undefined,
): AthleteToType => {
  const sessionNow = sessionFinder(db, athleteId);
  const unit = details.massUnit;
  return {
    athleteId,
    name: details.name,
    massUnit: unit,
    gym: details.gym,
    isArchived: archivedOn !== undefined,
    sessions: sessions
      .filter((session) => session.athleteId === athleteId)
      .map((session) => {
        const typed = typedOf(db, session, { sessionId: sessionNow(session), sheetCode, unit });
        return {
          ...session,
          ...(typed === undefined ? {} : { typed }),
          besides: unplannedOn(db, athleteId, session.plannedOn),
        };
      }),
  };
};
