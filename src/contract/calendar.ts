import { z } from 'zod';
import { command, query } from './operation.ts';
import {
  awaySpan,
  calendarView,
  easingOrder,
  easingView,
  placementPolicies,
  placingOrder,
  placingOutcome,
  runsProblem,
  weekPlacements,
  writtenDay,
} from './schemas/calendar.ts';
import { athleteId, givenDay, name, sessionId, timeOfDay } from './schemas/scalars.ts';

const people = (count: number): string => (count === 1 ? '1 athlete' : `${count} athletes`);

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const LIFTS_AND_RUNS = [
  'athletes',
  'races',
  'programs',
  'sessions',
  'runs',
  'checkIns',
  'exercises',
  'settings',
] as const;

export const calendarOperations = {
  calendar: {
    /** Runs, lifts, races, travel and closed days of one athlete, a group, or everybody; a week more on both ends, for what is near. */
    view: query({
      reads: LIFTS_AND_RUNS,
      input: z.strictObject({
        /** Absent: everybody who is not archived. */
        athleteIds: z.array(athleteId).max(1000).optional(),
        group: name.optional(),
        from: givenDay,
        to: givenDay,
        /** No more athletes than this, by name. */
        most: z.int().min(1).max(1000).optional(),
      }),
      output: calendarView,
      errors: ['AthleteNotFound', 'SpanTooLong'],
    }),
    /** Runs as typed or pasted, read and not yet planned. Weekdays count from the Monday of `from`. */
    readRuns: query({
      reads: ['athletes'],
      input: z.strictObject({ athleteId, text: z.string().max(20_000), from: givenDay }),
      output: z.object({ days: z.array(writtenDay), problems: z.array(runsProblem) }),
      errors: ['AthleteNotFound'],
    }),
    /** What an athlete runs on some days, in place of the usual week. */
    planRuns: command({
      writes: ['athletes', 'runs'],
      input: z.strictObject({ athleteId, days: z.array(writtenDay).min(1).max(400) }),
      output: z.object({ days: z.int() }),
      errors: ['AthleteNotFound'],
      label: (input) => `Plan the running of ${days(input.days.length)}`,
    }),
    /** Back to the usual week. */
    clearRuns: command({
      writes: ['athletes', 'runs'],
      input: z.strictObject({ athleteId, from: givenDay, to: givenDay }),
      output: z.object({ days: z.int() }),
      errors: ['AthleteNotFound'],
      label: () => 'Back to the usual running week',
    }),
    setAway: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteIds: z.array(athleteId).min(1).max(1000), away: awaySpan }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'EndsBeforeItBegins'],
      label: ({ athleteIds, away }) =>
        `${away.kind === 'travel' ? 'Travel' : 'Time off'} of ${people(athleteIds.length)}`,
    }),
    removeAway: command({
      writes: ['athletes'],
      input: z.strictObject({ awayId: z.int().positive() }),
      output: z.object({}),
      errors: ['EntryNotFound'],
      label: () => 'Remove time away',
    }),
    /** When an athlete runs and likes to lift, and whether on one day. */
    saveHabits: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteId, twoADays: z.boolean(), runsAt: timeOfDay, liftsAt: timeOfDay.optional() }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: () => 'Change training habits',
    }),
    /** How the lifts of a week stand, and the best three ways to place them (R6.1). */
    placements: query({
      reads: LIFTS_AND_RUNS,
      input: z.strictObject({ athleteId, from: givenDay }),
      output: weekPlacements,
      errors: ['AthleteNotFound', 'NotMonday'],
    }),
    /** What placing would change, without changing it. */
    previewPlacing: query({
      reads: LIFTS_AND_RUNS,
      input: placingOrder,
      output: placingOutcome,
      errors: ['AthleteNotFound', 'NotMonday'],
    }),
    placeLifts: command({
      writes: ['programs'],
      input: placingOrder,
      output: placingOutcome,
      errors: ['AthleteNotFound', 'NotMonday'],
      label: ({ athleteIds, weeks }) =>
        `Place the lifts of ${people(athleteIds.length)}${weeks === 1 ? '' : ` in ${weeks} weeks`}`,
    }),
    /** One session to another half of a day of its week; where a rule forbids it, with a reason. To where it stands: it stays there with one. */
    moveSession: command({
      writes: ['programs'],
      input: z.strictObject({
        athleteId,
        sessionId,
        on: givenDay,
        timeOfDay,
        reason: z.string().trim().min(1).max(300).optional(),
      }),
      output: z.object({ broken: z.array(z.string()) }),
      errors: ['AthleteNotFound', 'EntryNotFound', 'NotInItsWeek', 'NeedsReason'],
      label: ({ reason }) => (reason === undefined ? 'Move a session' : 'Place a session against a rule'),
    }),
    /** Where planned running rises above a block's usual, sets for the legs give way: what that would change. */
    previewEasing: query({
      reads: LIFTS_AND_RUNS,
      input: easingOrder,
      output: easingView,
      errors: ['ProgramNotFound'],
    }),
    easeLifting: command({
      writes: ['programs'],
      input: easingOrder.extend({ revision: z.int() }),
      output: z.object({ weeks: z.int() }),
      errors: ['ProgramNotFound', 'StaleRevision', 'SlotNotFound', 'ExerciseNotFound'],
      label: () => 'Ease lifting where running rises',
    }),
    policies: query({
      reads: ['settings'],
      input: z.strictObject({}),
      output: z.object({ policies: placementPolicies, defaults: placementPolicies }),
      errors: [],
    }),
    savePolicies: command({
      writes: ['settings'],
      input: z.strictObject({ policies: placementPolicies }),
      output: z.object({}),
      errors: [],
      label: () => 'Change the placement policies',
    }),
  },
};
