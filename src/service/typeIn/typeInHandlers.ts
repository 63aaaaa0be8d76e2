import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../domain/kernel/failure.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { printedChanges, type PrintedSession } from '../../domain/sheets/printedSession.ts';
import { readSheetCode, sheetCodeSlip } from '../../domain/sheets/sheetCode.ts';
import { findAthlete, type StoredAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { plannedNow } from '../sheets/plannedNow.ts';
import { printedSessionsOf, printedSheetOf, type StoredPrintedSheet } from '../sheets/printedSheetStore.ts';
import { plannedAt, plannedInWeek, sessionFinder } from './plannedSessions.ts';
import { saveTyped, type TypedSession } from './saveTyped.ts';
import { athleteToType } from './sheetToType.ts';
import { waitingSheets } from './typedSessionStore.ts';

type CodeRefusal = Extract<Failure, { readonly tag: 'SheetCodeMistyped' | 'SheetNotFound' }>;

const sheetOf = (db: ReadDb, code: string): Result<StoredPrintedSheet, CodeRefusal> => {
  const sheetCode = readSheetCode(code);
  if (sheetCode === undefined) {
    return fail({ tag: 'SheetCodeMistyped', typed: code, slip: sheetCodeSlip(code) ?? 'check' });
  }
  const sheet = printedSheetOf(db, sheetCode);
  return sheet === undefined ? fail({ tag: 'SheetNotFound', sheetCode }) : ok(sheet);
};

const listing = ({ id: _id, series: _series, reading: _reading, ...sheet }: StoredPrintedSheet) => sheet;

const athletesOf = (db: ReadDb, sessions: readonly PrintedSession[]): readonly StoredAthlete[] =>
  [...new Set(sessions.map(({ athleteId }) => athleteId))].flatMap((athleteId) => findAthlete(db, athleteId) ?? []);

/** The paper that a typed session was typed from: a row of the printed sheet, or of the plan as it stands now. */
const paperOf = (
  db: ReadDb,
  athlete: StoredAthlete,
  sheet: StoredPrintedSheet | undefined,
  typed: readonly TypedSession[],
  today: PlainDate,
): readonly PrintedSession[] => {
  if (sheet !== undefined) {
    return printedSessionsOf(db, sheet.id).filter(({ athleteId }) => athleteId === athlete.athleteId);
  }
  const weeks = new Map(typed.map((one) => [`${one.programId} ${one.weekOrdinal}`, one]));
  return [...weeks.values()].flatMap((place) => plannedAt(db, athlete, place, today));
};

const isSamePlace = (printed: PrintedSession, typed: TypedSession): boolean =>
  printed.programId === typed.programId && printed.weekOrdinal === typed.weekOrdinal && printed.name === typed.name;

/** Twelve weeks: what is older and has not come back is not coming. */
const WAITING_DAYS = 84;

export const typeInHandlers: ServiceHandlers['typeIn'] = {
  waiting: ({ limit }, { db, clock }) =>
    ok({
      sheets: waitingSheets(db, addDays(clock.today(), -WAITING_DAYS), clock.today(), limit).flatMap(
        ({ code, athlete, ...counts }) => {
          const sheet = printedSheetOf(db, code);
          return sheet === undefined
            ? []
            : { ...listing(sheet), ...(athlete === undefined ? {} : { athlete }), ...counts };
        },
      ),
    }),

  open: ({ code }, { db, clock }) => {
    const found = sheetOf(db, code);
    if (!found.ok) return found;
    const sheet = found.value;
    const sessions = printedSessionsOf(db, sheet.id);
    const athletes = athletesOf(db, sessions);
    const [only] = athletes;
    if (only === undefined) return fail({ tag: 'NothingToTypeIn', title: sheet.title });
    if (athletes.every(({ archivedOn }) => archivedOn !== undefined)) {
      return fail({ tag: 'AthleteArchived', name: only.details.name });
    }
    return ok({
      sheet: listing(sheet),
      athletes: athletes.map((athlete) => athleteToType(db, athlete, sessions, sheet.sheetCode)),
      changes: [...printedChanges(sessions, plannedNow(db, sheet, sessions, clock.today()))],
    });
  },

  week: ({ athleteId, on }, { db, clock }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    if (athlete.archivedOn !== undefined) return fail({ tag: 'AthleteArchived', name: athlete.details.name });
    const sessions = plannedInWeek(db, athlete, on, clock.today());
    return ok({ athletes: [athleteToType(db, athlete, sessions, undefined)], changes: [] });
  },

  save: ({ sheetCode, athleteId, sessions }, { db, clock }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    if (athlete.archivedOn !== undefined) return fail({ tag: 'AthleteArchived', name: athlete.details.name });
    const found = sheetCode === undefined ? ok(undefined) : sheetOf(db, sheetCode);
    if (!found.ok) return found;
    const paper = paperOf(db, athlete, found.value, sessions, clock.today());
    const sessionNow = sessionFinder(db, athleteId);
    const total = { recorded: 0, sets: 0, notDone: 0 };
    for (const typed of sessions) {
      const printed = paper.find((one) => isSamePlace(one, typed));
      if (printed === undefined) return fail({ tag: 'SessionNotOnSheet', session: typed.name });
      const saved = saveTyped(db, athlete, { typed, printed, sessionId: sessionNow(printed) }, found.value?.sheetCode);
      if (!saved.ok) return saved;
      total.recorded += saved.value.recorded;
      total.sets += saved.value.sets;
      total.notDone += saved.value.notDone;
    }
    return ok(total);
  },
};
