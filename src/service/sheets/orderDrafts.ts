import type { Contract } from '../../contract/contract.ts';
import type { ParsedInputOf } from '../../contract/derive.ts';
import { addDays, isoWeekOf, mondayOfIsoWeek, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { isOfMany } from '../../domain/sheets/layouts.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import { dayDrafts, rackDrafts, seasonDrafts } from './groupDrafts.ts';
import { openSheetDesk, type SheetDesk } from './sheetDesk.ts';
import type { SheetDraft } from './stampSheet.ts';
import { blockDrafts, weekDrafts } from './weekDrafts.ts';
import { notOn, withoutSheet, type WithoutSheet } from './withoutSheet.ts';

export type PrintOrder = ParsedInputOf<Contract['sheets']['print']>;

/** Drafts that belong together: of one athlete, or a sheet of many. */
export interface OrderPart {
  readonly drafts: readonly SheetDraft<unknown>[];
  readonly without: readonly WithoutSheet[];
}

/** A block and a season are one sheet, however many weeks are asked for. */
const weeksOf = ({ layout, week, weekCount = 1 }: PrintOrder) => {
  const count = layout === 'block' || layout === 'season' ? 1 : weekCount;
  const monday = mondayOfIsoWeek(week);
  return Array.from({ length: count }, (_, index) => isoWeekOf(addDays(monday, 7 * index)));
};

const ofAthlete = (desk: SheetDesk, athlete: StoredAthlete, order: PrintOrder): readonly SheetDraft<unknown>[] => {
  const isNoGym = order.isNoGym === true;
  if (order.layout === 'block') return blockDrafts(desk, athlete, isNoGym);
  if (order.layout === 'season') return seasonDrafts(desk, athlete);
  const layout = order.layout === 'pocket' ? 'pocket' : 'weekly';
  return weekDrafts(desk, athlete, { layout, isNoGym, sessions: order.sessions });
};

const ofMany = (desk: SheetDesk, athletes: readonly StoredAthlete[], order: PrintOrder): OrderPart => {
  const choice = { ...order, isNoGym: order.isNoGym === true, isChoice: order.athleteIds !== undefined };
  const drafts = order.layout === 'rack' ? rackDrafts(desk, athletes, choice) : dayDrafts(desk, athletes, choice);
  return { drafts, without: notOn(desk, athletes, drafts) };
};

/** An order laid out part by part, so that no more than one athlete's sheets are held at a time. */
export const orderDrafts = function* (
  db: ReadDb,
  order: PrintOrder,
  athletes: readonly StoredAthlete[],
  today: PlainDate,
): Generator<OrderPart> {
  const desks = weeksOf(order).map((week) => openSheetDesk(db, week, today));
  if (isOfMany(order.layout)) {
    for (const desk of desks) yield ofMany(desk, athletes, order);
    return;
  }
  for (const athlete of athletes) {
    const drafts = desks.flatMap((desk) => ofAthlete(desk, athlete, order));
    yield { drafts, without: drafts.length === 0 ? [withoutSheet(athlete, 'noProgram')] : [] };
  }
};
