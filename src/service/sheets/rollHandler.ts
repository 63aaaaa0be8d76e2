import { isoWeekOf } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { layOutMark } from '../../domain/sheets/sheetMark.ts';
import { ENGLISH_SHEET } from '../../domain/sheets/sheetWords.ts';
import { isOfMany } from '../../domain/sheets/layouts.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import type { QueryContext, ServiceHandlers } from '../deps.ts';
import { orderDrafts, type PrintOrder } from './orderDrafts.ts';
import { chosenAthletes } from './sheetDesk.ts';
import { stampOf, type SheetDraft } from './stampSheet.ts';
import { withoutSheet, type WithoutSheet } from './withoutSheet.ts';

const personOf = ({ athleteId, details }: StoredAthlete) => ({
  athleteId,
  name: details.name,
  groups: [...details.groups],
});

const sessionNames = (draft: SheetDraft<unknown>, athlete: StoredAthlete): string[] => [
  ...new Set(draft.sessions.filter((one) => one.athleteId === athlete.athleteId).map(({ name }) => name)),
];

const ofSeason = (order: PrintOrder, athletes: readonly StoredAthlete[]) => ({
  entries: athletes
    .filter(({ archivedOn }) => archivedOn === undefined)
    .map((athlete) => ({ ...personOf(athlete), title: ENGLISH_SHEET.form.seasonPage, week: order.week, sessions: [] })),
  without: athletes
    .filter(({ archivedOn }) => archivedOn !== undefined)
    .map((athlete) => withoutSheet(athlete, 'noProgram')),
});

const ofPlans = ({ db, clock }: QueryContext, order: PrintOrder, athletes: readonly StoredAthlete[]) => {
  const without: WithoutSheet[] = [];
  const entries = [...orderDrafts(db, order, athletes, clock.today())].flatMap((part) => {
    without.push(...part.without);
    return part.drafts.flatMap((draft) => {
      const mark = layOutMark(stampOf(db, draft, clock.today()), ENGLISH_SHEET);
      const on = athletes.filter(
        ({ athleteId, archivedOn }) =>
          draft.athleteId === athleteId ||
          (isOfMany(draft.layout) &&
            archivedOn === undefined &&
            (draft.layout === 'day' || draft.sessions.some((session) => session.athleteId === athleteId))),
      );
      return on.map((athlete) => ({
        ...personOf(athlete),
        title: draft.title,
        week: draft.layout === 'block' ? order.week : isoWeekOf(draft.startsOn),
        sessions: sessionNames(draft, athlete),
        mark,
      }));
    });
  });
  return { entries, without };
};

/** Who would be on the sheets of an order. */
export const roll: ServiceHandlers['sheets']['roll'] = (order, context) => {
  const athletes = chosenAthletes(context.db, order.athleteIds);
  if (typeof athletes === 'number') return fail({ tag: 'AthleteNotFound', athleteId: athletes });
  return ok(order.layout === 'season' ? ofSeason(order, athletes) : ofPlans(context, order, athletes));
};
