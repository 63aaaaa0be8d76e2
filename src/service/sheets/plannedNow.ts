import { isoWeekOf, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { PrintedSession } from '../../domain/sheets/printedSession.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { StoredPrintedSheet } from './printedSheetStore.ts';
import { openSheetDesk, weeksOfAthlete, type SheetDesk } from './sheetDesk.ts';
import { printedOf } from './weekDrafts.ts';

/** The plan's sessions that answer those of a printed sheet: of the same athletes, programs and weeks, as they would be printed today. */
export const plannedNow = (
  db: ReadDb,
  sheet: StoredPrintedSheet,
  printed: readonly PrintedSession[],
  today: PlainDate,
): readonly PrintedSession[] => {
  const desks = new Map<PlainDate, SheetDesk>();
  const deskOf = (day: PlainDate): SheetDesk => {
    const monday = mondayOf(day);
    const desk = desks.get(monday) ?? openSheetDesk(db, isoWeekOf(monday), today);
    desks.set(monday, desk);
    return desk;
  };
  const weeks = new Map(printed.map((one) => [`${one.athleteId} ${one.programId} ${mondayOf(one.plannedOn)}`, one]));
  return [...weeks.values()].flatMap(({ athleteId, programId, plannedOn }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return [];
    return weeksOfAthlete(deskOf(plannedOn), athlete)
      .filter(({ week }) => week.programId === programId)
      .flatMap(({ week }) => {
        const names = new Set(
          printed
            .filter((one) => one.programId === programId && one.weekOrdinal === week.ordinal)
            .map(({ name }) => name),
        );
        return printedOf(
          week,
          week.sessions.filter(({ name }) => names.has(name)),
          sheet.isNoGym,
        );
      });
  });
};
