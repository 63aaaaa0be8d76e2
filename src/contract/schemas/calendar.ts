import { z } from 'zod';
import { PHASES, WEEK_KINDS } from '../../domain/programs/program.ts';
import { RACE_PRIORITIES } from './athlete.ts';
import {
  athleteId,
  distanceUnit,
  givenDay,
  isoWeek,
  name,
  plainDate,
  programId,
  raceId,
  sessionId,
  timeOfDay,
} from './scalars.ts';

export const WRITTEN_RUN_KINDS = ['rest', 'easy', 'quality', 'long'] as const;
export const AWAY_KINDS = ['travel', 'off'] as const;

/** `planned` is still to come; `open` is past, in a week that is not over. */
export const RUN_FATES = ['planned', 'open', 'done', 'moved', 'cut', 'missed'] as const;

const distanceM = z.number().positive().max(400_000);
const durationS = z.number().positive().max(172_800);

/** A run written for a day. A distance of 0 is no distance: it is left out. */
export const writtenRun = z.strictObject({
  kind: z.enum(WRITTEN_RUN_KINDS),
  timeOfDay: timeOfDay.optional(),
  distanceM: distanceM.optional(),
  durationS: durationS.optional(),
  /** How hard it is to be. */
  targetRpe: z.number().min(1).max(10).optional(),
  title: z.string().trim().max(120).optional(),
  notes: z.string().max(2000).optional(),
});

/** A day and its runs; none: no run on that day. */
export const writtenDay = z.strictObject({ on: givenDay, runs: z.array(writtenRun).max(4) });

export const runsProblem = z.object({
  line: z.int(),
  field: z.string(),
  found: z.string(),
  expected: z.string(),
});

export const awaySpan = z.strictObject({
  kind: z.enum(AWAY_KINDS),
  from: givenDay,
  to: givenDay,
  note: z.string().trim().max(200),
});

const calendarRun = z.object({
  on: plainDate,
  kind: z.enum(['easy', 'quality', 'long', 'race']),
  timeOfDay,
  /** What put it there: the usual week, what was written for the day, a race. */
  source: z.enum(['usual', 'written', 'race']),
  distanceM: z.number().optional(),
  durationS: z.number().optional(),
  targetRpe: z.number().optional(),
  title: z.string().optional(),
  notes: z.string().optional(),
  priority: z.enum(RACE_PRIORITIES).optional(),
  fate: z.enum(RUN_FATES),
  /** The run that was done for it. */
  done: z.object({ on: plainDate, distanceM: z.number().optional() }).optional(),
});

const calendarLift = z.object({
  sessionId,
  programId,
  program: z.string(),
  name: z.string(),
  on: plainDate,
  timeOfDay,
  minutes: z.int(),
  isLower: z.boolean(),
  hasJumps: z.boolean(),
  isDone: z.boolean(),
  /** Phase and kind of its week; absent for what does not count in how often the legs are lifted (H5). */
  stage: z.object({ phase: z.enum(PHASES).optional(), kind: z.enum(WEEK_KINDS) }).optional(),
  doneOn: plainDate.optional(),
  /** Why it stands where a rule forbids it. */
  reason: z.string().optional(),
});

export const calendarAthlete = z.object({
  athleteId,
  name: z.string(),
  groups: z.array(z.string()),
  distanceUnit,
  runs: z.array(calendarRun),
  /** Runs that were done and stand in no plan. */
  extraRuns: z.array(z.object({ on: plainDate, distanceM: z.number().optional(), isKey: z.boolean() })),
  lifts: z.array(calendarLift),
  /** Lifts that were done and belong to no planned session. */
  extraLifts: z.array(z.object({ on: plainDate, title: z.string() })),
  races: z.array(
    z.object({
      raceId,
      name: z.string(),
      racedOn: plainDate,
      priority: z.enum(RACE_PRIORITIES),
      distanceM: z.number().optional(),
      /** Days of the taper before an A race, of the closed time after any. */
      taperFrom: plainDate.optional(),
      closedTo: plainDate.optional(),
    }),
  ),
  closed: z.array(z.object({ from: plainDate, to: plainDate, reason: z.string() })),
  away: z.array(
    z.object({ awayId: z.int(), kind: z.enum(AWAY_KINDS), from: plainDate, to: plainDate, note: z.string() }),
  ),
  liftMinutes: z.array(z.number()),
  twoADays: z.boolean(),
  runsAt: timeOfDay,
  liftsAt: timeOfDay.optional(),
  recoversSlowly: z.boolean(),
  /** Mean of the worst soreness after the lifts of the legs of twelve weeks, where three or more were told of. */
  peakSoreness: z.number().optional(),
  /** Days whose runs were written, in place of the usual week's. */
  writtenDays: z.array(plainDate),
  /** What is odd about these days: two races on one of them, two programs at once. */
  oddities: z.array(z.string()),
});

const daysAfter = z.int().min(0).max(21);
const legLiftsAWeek = z.int().min(0).max(7);

export const placementPolicies = z.strictObject({
  beforeKeyRunH: z.number().min(0).max(96),
  beforeRaceH: z.strictObject({
    A: z.number().min(0).max(336),
    B: z.number().min(0).max(336),
    C: z.number().min(0).max(336),
  }),
  afterKeyRunH: z.number().min(0).max(14),
  afterEasyRunH: z.number().min(0).max(14),
  beforeLaterRunH: z.number().min(0).max(14),
  betweenLiftsH: z.number().min(0).max(168),
  legLifts: z.strictObject({ prep: legLiftsAWeek, build: legLiftsAWeek, season: legLiftsAWeek, taper: legLiftsAWeek }),
  afterRaceDays: z.strictObject({ '5k': daysAfter, '10k': daysAfter, half: daysAfter, marathon: daysAfter }),
  easyDays: z.int().min(0).max(5),
  morningH: z.number().min(4).max(11),
  eveningH: z.number().min(12).max(22),
});

export const calendarView = z.object({
  from: plainDate,
  to: plainDate,
  today: plainDate,
  policies: placementPolicies,
  athletes: z.array(calendarAthlete),
  /** How many there are of those that were asked for; more than `athletes` when there are too many to show. */
  count: z.int(),
});

export const placedMove = z.object({ sessionId, name: z.string(), on: plainDate, timeOfDay });

export const weekPlacements = z.object({
  /** How the lifts of the legs stand now. */
  standing: z.object({
    lifts: z.array(placedMove),
    cost: z.number(),
    words: z.array(z.string()),
    /** Rules that are broken, in words. */
    broken: z.array(z.string()),
  }),
  best: z.array(
    z.object({
      lifts: z.array(placedMove),
      cost: z.number(),
      parts: z.array(z.object({ rule: z.string(), name: z.string(), cost: z.number(), words: z.string() })),
    }),
  ),
  /** Lifts that are more than the week may hold and are not placed (H5), and the words for it. */
  leftOut: z.array(placedMove),
  leftOutWhy: z.string().optional(),
  feasible: z.int(),
  why: z.string().optional(),
});

export const placingOrder = z.strictObject({
  athleteIds: z.array(athleteId).min(1).max(1000),
  /** A Monday. */
  from: givenDay,
  weeks: z.int().min(1).max(52),
  /** The best, second or third best of the first week; later weeks repeat its places where they break no rule, else take their best. */
  choice: z.int().min(1).max(3),
});

export const placingOutcome = z.object({
  athletes: z.array(
    z.object({
      athleteId,
      name,
      changes: z.array(
        z.object({
          sessionId,
          name: z.string(),
          week: isoWeek,
          from: z.object({ on: plainDate, timeOfDay }),
          to: z.object({ on: plainDate, timeOfDay }),
        }),
      ),
      /** Weeks in which nothing could be placed, and why. */
      left: z.array(z.object({ week: isoWeek, why: z.string() })),
      /** Weeks that hold more lifts than they may, and which are left out (H5). */
      leftOut: z.array(z.object({ week: isoWeek, why: z.string() })),
    }),
  ),
});

export const easingOrder = z.strictObject({
  programId,
  /** From 1. */
  block: z.int().min(1).max(100),
  /** How much of a rise in running lifting gives way to: 0 nothing, 1 as much. */
  share: z.number().min(0).max(1),
});

export const easingView = z.object({
  revision: z.int(),
  blocks: z.array(z.object({ block: z.int(), name: z.string() })),
  usualM: z.number(),
  usualSets: z.int(),
  weeks: z.array(
    z.object({
      week: z.int(),
      startsOn: plainDate,
      runM: z.number(),
      risePercent: z.number(),
      setsBefore: z.int(),
      setsAfter: z.int(),
      cells: z.array(
        z.object({
          session: z.string(),
          label: z.string(),
          exercise: z.string(),
          setsBefore: z.int(),
          setsAfter: z.int(),
        }),
      ),
    }),
  ),
});
