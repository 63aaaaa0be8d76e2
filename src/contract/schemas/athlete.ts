import { z } from 'zod';
import { RUN_KINDS, SEXES, type AthleteDetails } from '../../domain/athletes/athlete.ts';
import { ENTRY_CLASSES } from '../../domain/programs/program.ts';
import { LANGUAGES } from '../../domain/sheets/sheetLanguage.ts';
import { DETECTORS } from '../../domain/guard/guardState.ts';
import { healthFacts } from './health.ts';
import { consistencyIndex } from './consistency.ts';
import { athleteId, distanceUnit, givenDay, massUnit, name, note, plainDate, raceId, weekday } from './scalars.ts';
import { LIMITS } from '../limits.ts';

export const gym = z.strictObject({
  unit: massUnit,
  /** The empty bar, in the gym's unit. */
  bar: z.number().min(0).max(100),
  plates: z.array(z.strictObject({ mass: z.number().positive().max(100), pairs: z.int().min(1).max(12) })).max(20),
  equipment: z.array(z.string().min(1).max(40)).max(60),
});

export const usualDay = z.strictObject({
  weekday,
  run: z.enum(RUN_KINDS),
  distanceM: z.number().positive().max(200_000).optional(),
  liftMinutes: z.int().min(0).max(240),
});

export const athleteDetails = z.strictObject({
  name,
  sex: z.enum(SEXES).optional(),
  birthYear: z.int().min(1900).max(2100).optional(),
  entryClass: z.enum(ENTRY_CLASSES),
  massUnit,
  distanceUnit,
  language: z.enum(LANGUAGES).optional(),
  timeZone: z.string().max(60).optional(),
  phone: z.string().max(60).optional(),
  email: z.string().max(200).optional(),
  groups: z.array(name).max(LIMITS.groups.most),
  tags: z.array(name).max(LIMITS.tags.most),
  notes: note,
  gym,
  usualWeek: z
    .array(usualDay)
    .length(7)
    .refine((days) => days.every((day, index) => day.weekday === index + 1), 'seven days, Monday first'),
}) satisfies z.ZodType<AthleteDetails>;

export const RACE_PRIORITIES = ['A', 'B', 'C'] as const;

export const raceDetails = z.strictObject({
  name,
  racedOn: givenDay,
  distanceM: z.number().positive().max(1_000_000).optional(),
  priority: z.enum(RACE_PRIORITIES),
  resultS: z.number().positive().optional(),
});

export const race = raceDetails.extend({ raceId });

export const weighIn = z.strictObject({ measuredOn: givenDay, massKg: z.number().min(20).max(300) });

export const athleteView = z.object({
  athleteId,
  details: athleteDetails,
  archivedOn: plainDate.optional(),
  lastContactOn: plainDate.optional(),
  /** Newest first. */
  bodyMass: z.array(weighIn),
  health: healthFacts,
  races: z.array(race),
});

export const athleteListing = z.object({
  athleteId,
  name: z.string(),
  groups: z.array(z.string()),
  isArchived: z.boolean(),
});

/** Why an athlete stands where they do on the roster: facts, in the order in which they matter. */
export const statusReason = z.discriminatedUnion('tag', [
  z.object({ tag: z.literal('pain'), score: z.number(), site: z.string(), reportedOn: plainDate }),
  z.object({ tag: z.literal('liftsMissed'), missed: z.int(), planned: z.int() }),
  z.object({ tag: z.literal('noLiftFor'), days: z.int() }),
  z.object({ tag: z.literal('noRunFor'), days: z.int() }),
  z.object({ tag: z.literal('strengthDown'), exercise: z.string(), percent: z.number() }),
  z.object({ tag: z.literal('programEnds'), endsOn: plainDate }),
  z.object({
    tag: z.literal('guard'),
    level: z.enum(['amber', 'red']),
    detectors: z.array(z.enum(DETECTORS)),
  }),
  z.object({ tag: z.literal('noProgram') }),
  z.object({ tag: z.literal('onTrack') }),
  z.object({ tag: z.literal('noData') }),
]);

export const rosterLift = z.object({
  exerciseKey: z.string(),
  exercise: z.string(),
  trendKg: z.number(),
  /** Against twelve weeks ago; absent when there is nothing to compare with. */
  changePercent: z.number().optional(),
  /** One value a week, oldest first; null where nothing was lifted. */
  weeks: z.array(z.number().nullable()),
});

export const rosterRow = z.object({
  athleteId,
  name: z.string(),
  isArchived: z.boolean(),
  groups: z.array(z.string()),
  tags: z.array(z.string()),
  massUnit,
  distanceUnit,
  status: z.object({ level: z.enum(['ok', 'look', 'act', 'none']), reasons: z.array(statusReason) }),
  /** Lifts planned in this week's program, and lifts done this week. */
  week: z.object({ planned: z.int(), done: z.int() }),
  /** Weeks of the last twelve complete ones with at least one lift. */
  liftedWeeks: z.int(),
  /** Absent when nothing was planned in twelve weeks. */
  consistency: consistencyIndex.optional(),
  squat: rosterLift.optional(),
  hinge: rosterLift.optional(),
  /** Metres a week, oldest first, this week last. */
  runWeeksM: z.array(z.number()),
  program: z.object({ name: z.string(), weekNumber: z.int(), weeks: z.int() }).optional(),
  nextRace: z
    .object({ name: z.string(), racedOn: plainDate, days: z.int(), priority: z.enum(RACE_PRIORITIES) })
    .optional(),
  lastContactOn: plainDate.optional(),
  /** How much they need the coach (R10.3), the higher the more. */
  need: z.number(),
});
