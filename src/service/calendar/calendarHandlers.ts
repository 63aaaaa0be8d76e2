import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, daysBetween, mondayOf, weekdayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { judgeCalendarWeek, judgePlaces, offerWeek, placeKey } from '../../domain/placement/placeInCalendar.ts';
import { costText, violationText } from '../../domain/placement/placementWords.ts';
import { DEFAULT_POLICIES } from '../../domain/placement/policies.ts';
import { readPlannedRuns } from '../../domain/running/plannedRunsText.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { QueryContext, ServiceHandlers } from '../deps.ts';
import type { ReadDb } from '../db/sql.ts';
import { calendarAthletes, clearDays, deleteAway, insertAway, saveDay, saveHabits } from './calendarStore.ts';
import { additionKeys } from '../programs/templates.ts';
import { exerciseIds, editStored } from '../programs/editStored.ts';
import { calendarsOf } from './calendarView.ts';
import { easingOf } from './easing.ts';
import { keepReason, placeSession, touchProgramsOf, writePolicies } from './placementStore.ts';
import { placing } from './placing.ts';
import { readPolicies } from './placementPolicies.ts';

const MOST_DAYS = 140;

const noAthlete = (db: ReadDb, ids: readonly AthleteId[]): AthleteId | undefined => {
  const known = new Set(calendarAthletes(db, ids).map(({ athleteId }) => athleteId));
  return ids.find((id) => !known.has(id));
};

/** An athlete's calendar of one week with the weeks beside it; a lift of Sunday is before a run of Monday. */
const aroundWeek = ({ db, clock, deps }: QueryContext, id: AthleteId, monday: PlainDate) =>
  calendarsOf(db, calendarAthletes(db, [id]), {
    from: addDays(monday, -7),
    to: addDays(monday, 13),
    today: clock.today(),
    additions: additionKeys(db, deps.resourcesFolder),
  })[0];

const isMonday = (on: PlainDate): boolean => mondayOf(on) === on;

type View = ServiceHandlers['calendar']['view'];

interface CalendarHost extends Pick<QueryContext, 'db' | 'clock'> {
  readonly resourcesFolder: string;
}

/** What the calendar shows. */
export const viewCalendar = (
  { athleteIds, group, from, to, most = 1000 }: Parameters<View>[0],
  { db, clock, resourcesFolder }: CalendarHost,
): ReturnType<View> => {
  const days = daysBetween(from, to) + 1;
  if (days > MOST_DAYS || days < 1) return fail({ tag: 'SpanTooLong', days, most: MOST_DAYS });
  const missing = noAthlete(db, athleteIds ?? []);
  if (missing !== undefined) return fail({ tag: 'AthleteNotFound', athleteId: missing });
  const athletes = calendarAthletes(db, athleteIds, group);
  const today = clock.today();
  const span = { from: addDays(mondayOf(from), -7), to: addDays(mondayOf(to), 13) };
  const additions = additionKeys(db, resourcesFolder);
  return ok({
    from,
    to,
    today,
    policies: readPolicies(db),
    athletes: calendarsOf(db, athletes.slice(0, most), { ...span, today, additions }),
    count: athletes.length,
  });
};

export const calendarHandlers: ServiceHandlers['calendar'] = {
  view: (asked, { db, clock, deps }) => viewCalendar(asked, { db, clock, resourcesFolder: deps.resourcesFolder }),

  readRuns: ({ athleteId, text, from }, { db }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    return ok(readPlannedRuns(text, { monday: mondayOf(from), unit: athlete.details.distanceUnit }));
  },

  planRuns: ({ athleteId, days }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    for (const { on, runs } of days) saveDay(db, athleteId, on, runs);
    return ok({ days: days.length });
  },

  clearRuns: ({ athleteId, from, to }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    return ok({ days: clearDays(db, athleteId, from, to) });
  },

  setAway: ({ athleteIds, away }, { db }) => {
    if (away.to < away.from) return fail({ tag: 'EndsBeforeItBegins' });
    const missing = noAthlete(db, athleteIds);
    if (missing !== undefined) return fail({ tag: 'AthleteNotFound', athleteId: missing });
    for (const id of new Set(athleteIds)) insertAway(db, id, away);
    return ok({});
  },

  removeAway: ({ awayId }, { db }) => (deleteAway(db, awayId) ? ok({}) : fail({ tag: 'EntryNotFound' })),

  saveHabits: ({ athleteId, ...habits }, { db }) =>
    saveHabits(db, athleteId, habits) ? ok({}) : fail({ tag: 'AthleteNotFound', athleteId }),

  placements: ({ athleteId, from: monday }, context) => {
    const { db, clock } = context;
    if (!isMonday(monday)) return fail({ tag: 'NotMonday', date: monday });
    const facts = aroundWeek(context, athleteId, monday);
    if (facts === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const policies = readPolicies(db);
    const { lifts, cost, parts, violations } = judgeCalendarWeek(facts, monday, policies);
    const { best, feasible, why, leftOut, leftOutWhy } = offerWeek(facts, monday, policies, clock.today());
    const named = (id: number, on: PlainDate, timeOfDay: 'am' | 'pm') =>
      facts.lifts.flatMap(({ sessionId, name }) => (sessionId === id ? [{ sessionId, name, on, timeOfDay }] : []));
    return ok({
      standing: {
        lifts: lifts.flatMap(({ sessionId, on, timeOfDay }) => named(sessionId, on, timeOfDay)),
        cost,
        words: parts.map((part) => `${lifts[part.lift]?.name ?? ''}: ${costText(part)}`),
        broken: violations.map((one) => violationText(one, monday, facts.closed)),
      },
      best: best.map((plan) => ({
        cost: plan.cost,
        lifts: plan.moves.flatMap(({ sessionId, on, timeOfDay }) => named(sessionId, on, timeOfDay)),
        parts: plan.parts.map((part) => ({ rule: part.rule, name: part.name, cost: part.cost, words: part.words })),
      })),
      leftOut: leftOut.flatMap(({ sessionId, on, timeOfDay }) => named(sessionId, on, timeOfDay)),
      ...(leftOutWhy === undefined ? {} : { leftOutWhy }),
      feasible,
      ...(why === undefined ? {} : { why }),
    });
  },

  previewPlacing: (order, context) => {
    const { db } = context;
    if (!isMonday(order.from)) return fail({ tag: 'NotMonday', date: order.from });
    const missing = noAthlete(db, order.athleteIds);
    if (missing !== undefined) return fail({ tag: 'AthleteNotFound', athleteId: missing });
    return ok({ athletes: placing(context, order) });
  },

  placeLifts: (order, context) => {
    const { db } = context;
    if (!isMonday(order.from)) return fail({ tag: 'NotMonday', date: order.from });
    const missing = noAthlete(db, order.athleteIds);
    if (missing !== undefined) return fail({ tag: 'AthleteNotFound', athleteId: missing });
    const athletes = placing(context, order);
    const changes = athletes.flatMap((one) => one.changes);
    for (const { sessionId, to } of changes) placeSession(db, sessionId, weekdayOf(to.on), to.timeOfDay);
    touchProgramsOf(
      db,
      changes.map(({ sessionId }) => sessionId),
    );
    return ok({ athletes });
  },

  moveSession: ({ athleteId, sessionId, on, timeOfDay, reason }, context) => {
    const { db, clock } = context;
    const monday = mondayOf(on);
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const facts = aroundWeek(context, athleteId, monday);
    const lift = facts?.lifts.find((one) => one.sessionId === sessionId);
    if (facts === undefined || lift === undefined) return fail({ tag: 'EntryNotFound' });
    const from = mondayOf(lift.on);
    if (from !== monday) return fail({ tag: 'NotInItsWeek', from, to: addDays(from, 6) });
    const place = { on, timeOfDay };
    const broken = judgePlaces(facts, monday, readPolicies(db), sessionId).get(placeKey(place))?.broken ?? [];
    if (broken.length > 0 && reason === undefined) return fail({ tag: 'NeedsReason', broken });
    placeSession(db, sessionId, weekdayOf(on), timeOfDay);
    touchProgramsOf(db, [sessionId]);
    if (broken.length > 0 && reason !== undefined)
      keepReason(db, sessionId, { weekday: weekdayOf(on), timeOfDay, reason, on: clock.today() });
    return ok({ broken: [...broken] });
  },

  previewEasing: (order, { db, clock }) => {
    const easing = easingOf(db, order, clock.today());
    if (easing === undefined) return fail({ tag: 'ProgramNotFound', programId: order.programId });
    const { revision, blocks, usualM, usualSets, weeks, nameOf, startOf } = easing;
    return ok({
      revision,
      blocks,
      usualM,
      usualSets,
      weeks: weeks.map(({ rise, cells, ...week }) => ({
        ...week,
        startsOn: startOf(week.week),
        risePercent: 100 * rise,
        cells: cells.map(({ exerciseKey, ...cell }) => ({ ...cell, exercise: nameOf(exerciseKey) })),
      })),
    });
  },

  easeLifting: ({ revision, ...order }, { db, clock }) => {
    const easing = easingOf(db, order, clock.today());
    if (easing === undefined) return fail({ tag: 'ProgramNotFound', programId: order.programId });
    const { edits, weeks } = easing;
    if (edits.length === 0) return ok({ weeks: 0 });
    const edited = editStored(db, { programId: order.programId, revision, edits }, exerciseIds(db));
    return edited.ok ? ok({ weeks: weeks.length }) : edited;
  },

  policies: (_, { db }) => ok({ policies: readPolicies(db), defaults: DEFAULT_POLICIES }),

  savePolicies: ({ policies }, { db }) => {
    writePolicies(db, policies);
    return ok({});
  },
};
