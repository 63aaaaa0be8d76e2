import type { AthleteId, ProgramId, SessionId } from '../../domain/kernel/ids.ts';
import { isoWeekOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { PrintedSession } from '../../domain/sheets/printedSession.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import { findProgram } from '../programs/programStore.ts';
import { programWeeks } from '../programs/programWeekStore.ts';
import { openSheetDesk, weeksOfAthlete } from '../sheets/sheetDesk.ts';
import { printedOf } from '../sheets/weekDrafts.ts';

/** An athlete's sessions of the week of a day, as they would be printed now. */
export const plannedInWeek = (
  db: ReadDb,
  athlete: StoredAthlete,
  on: PlainDate,
  today: PlainDate,
): readonly PrintedSession[] =>
  weeksOfAthlete(openSheetDesk(db, isoWeekOf(on), today), athlete).flatMap(({ week }) =>
    printedOf(week, week.sessions, false),
  );

interface WeekPlace {
  readonly programId: ProgramId;
  readonly weekOrdinal: number;
}

/** The sessions of one week of an athlete's program, as they would be printed now; none when it is another's or gone. */
export const plannedAt = (
  db: ReadDb,
  athlete: StoredAthlete,
  { programId, weekOrdinal }: WeekPlace,
  today: PlainDate,
): readonly PrintedSession[] => {
  if (findProgram(db, programId)?.athleteId !== athlete.athleteId) return [];
  const week = programWeeks(db, programId).find(({ ordinal }) => ordinal === weekOrdinal);
  if (week === undefined) return [];
  return plannedInWeek(db, athlete, week.startsOn, today).filter((session) => session.programId === programId);
};

/**
 * The planned session that a session of paper is today: the one it was printed from, wherever it has moved in its program, else
 * the one of its name in its week. `undefined` when the plan has none any more.
 */
export const sessionFinder = (db: ReadDb, athleteId: AthleteId) => {
  const programs = new Map<ProgramId, ReturnType<typeof programWeeks>>();
  const weeksOf = (programId: ProgramId) => {
    const known = programs.get(programId);
    if (known !== undefined) return known;
    const weeks = findProgram(db, programId)?.athleteId === athleteId ? programWeeks(db, programId) : [];
    programs.set(programId, weeks);
    return weeks;
  };
  return ({ programId, sessionId, weekOrdinal, name }: PrintedSession): SessionId | undefined => {
    const weeks = weeksOf(programId);
    const isThere = weeks.some(({ sessions }) => sessions.some((one) => one.sessionId === sessionId));
    if (isThere) return sessionId;
    return weeks.find(({ ordinal }) => ordinal === weekOrdinal)?.sessions.find((one) => one.name === name)?.sessionId;
  };
};
