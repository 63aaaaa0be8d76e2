import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { IsoWeek, PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { printedChanges, type PrintedSession } from '../../domain/sheets/printedSession.ts';
import { readSheetCode, sheetCodeSlip } from '../../domain/sheets/sheetCode.ts';
import { findAthlete, type StoredAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { QueryContext, ServiceHandlers } from '../deps.ts';
import { jobHandlers } from '../performJob.ts';
import { dayDrafts, rackDrafts, seasonDrafts } from './groupDrafts.ts';
import { plannedNow } from './plannedNow.ts';
import { printedSessionsOf, printedSheetOf, printedSheets, type StoredPrintedSheet } from './printedSheetStore.ts';
import { roll } from './rollHandler.ts';
import { chosenAthletes, openSheetDesk, type SheetDesk } from './sheetDesk.ts';
import { notOn, withoutSheet, type WithoutSheet } from './withoutSheet.ts';
import { stampOf, type SheetDraft } from './stampSheet.ts';
import { blockDrafts, weekDrafts } from './weekDrafts.ts';

interface Order {
  readonly week: IsoWeek;
  readonly athleteIds?: AthleteId[] | undefined;
}

const dressed = <Sheet>(db: ReadDb, drafts: readonly SheetDraft<Sheet>[], today: PlainDate): Sheet[] =>
  drafts.map((draft) => draft.dressed(stampOf(db, draft, today)));

/** Sheets of one athlete each. */
const forEach = <Sheet>(
  { db, clock }: QueryContext,
  order: Order,
  draftsOf: (desk: SheetDesk, athlete: StoredAthlete) => readonly SheetDraft<Sheet>[],
) => {
  const athletes = chosenAthletes(db, order.athleteIds);
  if (typeof athletes === 'number') return fail({ tag: 'AthleteNotFound' as const, athleteId: athletes });
  const desk = openSheetDesk(db, order.week, clock.today());
  const sheets: Sheet[] = [];
  const without: WithoutSheet[] = [];
  for (const athlete of athletes) {
    const theirs = dressed(db, draftsOf(desk, athlete), desk.today);
    sheets.push(...theirs);
    if (theirs.length === 0) without.push(withoutSheet(athlete, 'noProgram'));
  }
  return ok({ sheets, without });
};

/** One sheet of many athletes. */
const forAll = <Sheet>(
  { db, clock }: QueryContext,
  order: Order,
  draftsOf: (desk: SheetDesk, athletes: readonly StoredAthlete[]) => readonly SheetDraft<Sheet>[],
) => {
  const athletes = chosenAthletes(db, order.athleteIds);
  if (typeof athletes === 'number') return fail({ tag: 'AthleteNotFound' as const, athleteId: athletes });
  const desk = openSheetDesk(db, order.week, clock.today());
  const drafts = draftsOf(desk, athletes);
  return ok({ sheets: dressed(db, drafts, desk.today), without: notOn(desk, athletes, drafts) });
};

const listing = ({ id: _id, series: _series, reading: _reading, ...sheet }: StoredPrintedSheet) => sheet;

/** Athletes on a sheet, each once. */
const athletesOn = (db: ReadDb, sheet: StoredPrintedSheet, sessions: readonly PrintedSession[]): StoredAthlete[] => {
  const ids = [
    ...sessions.map(({ athleteId }) => athleteId),
    ...(sheet.athleteId === undefined ? [] : [sheet.athleteId]),
  ];
  return [...new Set(ids)].flatMap((athleteId) => findAthlete(db, athleteId) ?? []);
};

export const sheetHandlers: ServiceHandlers['sheets'] = {
  ...jobHandlers.sheets,

  week: (order, context) =>
    forEach(context, order, (desk, athlete) =>
      weekDrafts(desk, athlete, {
        layout: order.layout ?? 'weekly',
        isNoGym: order.isNoGym === true,
        sessions: order.sessions,
      }),
    ),

  block: (order, context) =>
    forEach(context, order, (desk, athlete) => blockDrafts(desk, athlete, order.isNoGym === true)),

  rack: ({ isNoGym, ...order }, context) =>
    forAll(context, order, (desk, athletes) =>
      rackDrafts(desk, athletes, {
        ...order,
        isNoGym: isNoGym === true,
        isChoice: order.athleteIds !== undefined,
      }),
    ),

  day: ({ isNoGym, ...order }, context) =>
    forAll(context, order, (desk, athletes) =>
      dayDrafts(desk, athletes, { ...order, isNoGym: isNoGym === true, isChoice: order.athleteIds !== undefined }),
    ),

  season: (order, context) => forEach(context, order, seasonDrafts),

  roll,

  list: ({ athleteId, limit }, { db }) => ok({ sheets: printedSheets(db, athleteId, limit).map(listing) }),

  open: ({ code }, { db, clock }) => {
    const sheetCode = readSheetCode(code);
    if (sheetCode === undefined) {
      return fail({ tag: 'SheetCodeMistyped', typed: code, slip: sheetCodeSlip(code) ?? 'check' });
    }
    const sheet = printedSheetOf(db, sheetCode);
    if (sheet === undefined) return fail({ tag: 'SheetNotFound', sheetCode });
    const sessions = printedSessionsOf(db, sheet.id);
    const athletes = athletesOn(db, sheet, sessions);
    const [only] = athletes;
    if (athletes.length === 1 && only?.archivedOn !== undefined) {
      return fail({ tag: 'AthleteArchived', name: only.details.name });
    }
    return ok({
      ...listing(sheet),
      sessions,
      athletes: athletes.map(({ athleteId, details }) => ({ athleteId, name: details.name })),
      changes: [...printedChanges(sessions, plannedNow(db, sheet, sessions, clock.today()))],
    });
  },
};
