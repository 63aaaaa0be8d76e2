import type { AthleteId } from '../../domain/kernel/ids.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { isOfMany } from '../../domain/sheets/layouts.ts';
import { layOutMark, type SheetMark } from '../../domain/sheets/sheetMark.ts';
import { ENGLISH_SHEET } from '../../domain/sheets/sheetWords.ts';
import { inTransaction } from '../db/transaction.ts';
import type { AllHandlers, JobContext } from '../deps.ts';
import { orderDrafts } from './orderDrafts.ts';
import { insertPrintedSheet } from './printedSheetStore.ts';
import { chosenAthletes } from './sheetDesk.ts';
import { stampOf, toBeKept, type SheetDraft } from './stampSheet.ts';
import type { WithoutSheet } from './withoutSheet.ts';

interface Printed extends SheetMark {
  readonly title: string;
  readonly athleteId?: AthleteId | undefined;
}

const kept = ({ db, clock }: JobContext, draft: SheetDraft<unknown>): Printed => {
  const stamp = stampOf(db, draft, clock.today());
  if (!stamp.isPrinted) insertPrintedSheet(db, toBeKept(draft, stamp), clock.today(), clock.now());
  return {
    ...layOutMark(stamp, ENGLISH_SHEET),
    title: draft.title,
    ...(draft.athleteId === undefined ? {} : { athleteId: draft.athleteId }),
  };
};

/** Keeps every sheet of an order that is not kept already. Cancelled, it keeps none. */
export const printSheets: AllHandlers['sheets']['print'] = (order, context) => {
  const { db, clock } = context;
  const athletes = chosenAthletes(db, order.athleteIds);
  if (typeof athletes === 'number') return fail({ tag: 'AthleteNotFound', athleteId: athletes });
  return inTransaction(db, () => {
    const total = isOfMany(order.layout) ? (order.weekCount ?? 1) : athletes.length;
    const sheets: Printed[] = [];
    const without: WithoutSheet[] = [];
    let done = 0;
    for (const part of orderDrafts(db, order, athletes, clock.today())) {
      sheets.push(...part.drafts.map((draft) => kept(context, draft)));
      without.push(...part.without);
      done += 1;
      context.progress({ done, total, doing: 'Laying out the sheets' });
    }
    return ok({ sheets, without, kept: sheets.filter(({ isPrinted }) => !isPrinted).length });
  });
};
