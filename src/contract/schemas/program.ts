import { z } from 'zod';
import { LOAD_MODES, PATTERNS, type Exercise } from '../../domain/exercises/exercise.ts';
import {
  ENTRY_CLASSES,
  PHASES,
  PROGRESSION_KINDS,
  WEEK_KINDS,
  type LoadBasis,
  type Prescription,
} from '../../domain/programs/program.ts';
import { DELOAD_REASONS } from '../../domain/strength/deload.ts';
import { LEVERS } from '../../domain/programs/levers.ts';
import { PROPOSAL_VERDICTS } from '../../domain/progression/proposal.ts';
import { programEdit } from './programEdit.ts';
import { athleteId, isoWeek, massUnit, name, plainDate, programId, sessionId, weekday } from './scalars.ts';

const fraction = z.number().positive().max(1.2);

export const loadBasis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pct1rm'), fraction }),
  z.strictObject({ kind: z.literal('pctTm'), fraction }),
  z.strictObject({ kind: z.literal('rpe'), rpe: z.number().min(1).max(10) }),
  z.strictObject({ kind: z.literal('rir'), rir: z.number().min(0).max(9) }),
  z.strictObject({ kind: z.literal('rm'), rm: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal('load'), loadKg: z.number().min(0).max(1000), unit: massUnit.optional() }),
  z.strictObject({ kind: z.literal('mvc'), fraction }),
  z.strictObject({ kind: z.literal('bodyweight'), rung: z.int().min(-4).max(4).optional() }),
  z.strictObject({ kind: z.literal('open') }),
]) satisfies z.ZodType<LoadBasis>;

export const prescription = z.strictObject({
  sets: z.int().min(1).max(20),
  reps: z.int().min(1).max(100).optional(),
  repsTo: z.int().min(1).max(100).optional(),
  holdS: z.int().min(1).max(600).optional(),
  contacts: z.int().min(1).max(400).optional(),
  distanceM: z.int().min(1).max(1000).optional(),
  isPerSide: z.literal(true).optional(),
  basis: loadBasis,
  rpeCap: z.number().min(1).max(10).optional(),
  tempo: z
    .string()
    .regex(/^[\dX]{3,4}$/)
    .optional(),
  restS: z.int().min(0).max(900).optional(),
  cue: z.string().max(300).optional(),
}) satisfies z.ZodType<Prescription>;

const stressDigit = z.int().min(0).max(3);

/** What an exercise asks of each region, 0 nothing to 3 much; absent where nobody has rated it. */
const stress = z.strictObject({
  K: stressDigit,
  A: stressDigit,
  H: stressDigit,
  G: stressDigit,
  L: stressDigit,
  I: stressDigit,
});

export const exercise = z.object({
  key: z.string(),
  name: z.string(),
  pattern: z.enum(PATTERNS),
  equipment: z.array(z.array(z.string())),
  isUnilateral: z.boolean(),
  level: z.number(),
  regressKey: z.string().optional(),
  progressKey: z.string().optional(),
  muscles: z.array(z.string()),
  usualDose: z.string(),
  restS: z.number().optional(),
  loadMode: z.enum(LOAD_MODES),
  cues: z.array(z.string()),
  stress: stress.optional(),
  isOwn: z.boolean(),
  isArchived: z.literal(true).optional(),
}) satisfies z.ZodType<Exercise>;

const equipmentItem = z.string().trim().min(1).max(40);

/** What a coach says of an exercise of their own. */
export const ownExercise = z.strictObject({
  name,
  pattern: z.enum(PATTERNS),
  /** Every group must be met, by any one item of the group. Empty: nothing is needed. */
  equipment: z.array(z.array(equipmentItem).min(1).max(8)).max(6),
  isUnilateral: z.boolean(),
  level: z.int().min(1).max(5),
  usualDose: z.string().trim().max(40),
  restS: z.int().min(0).max(900).optional(),
  loadMode: z.enum(LOAD_MODES),
  cues: z.array(z.string().trim().min(1).max(60)).max(3),
  muscles: z.array(z.string().trim().min(1).max(40)).max(12),
  stress: stress.optional(),
  regressKey: z.string().min(1).max(120).optional(),
  progressKey: z.string().min(1).max(120).optional(),
});

export const explanationLine = z.object({ label: z.string(), value: z.string(), rule: z.string().optional() });

/** A prescription made real for this athlete, and why it is this number. Loads are in the gym's unit. */
export const resolvedPrescription = z.object({
  unit: massUnit,
  targetKg: z.number().optional(),
  load: z.number().optional(),
  loadKg: z.number().optional(),
  perSide: z.array(z.number()).optional(),
  differencePct: z.number().optional(),
  percentOf1rm: z.number().optional(),
  warmUp: z.array(z.object({ load: z.number(), reps: z.number() })),
  missing: z.enum(['noEstimate', 'notLoadable', 'bodyweight', 'effort']).optional(),
  explanation: z.array(explanationLine),
});

export const programSlot = z.object({
  label: z.string(),
  exerciseKey: z.string(),
  exercise: z.string(),
  isUnilateral: z.boolean(),
  role: z.enum(['main', 'assistance']),
  noGymKey: z.string().optional(),
  noGym: z.string().optional(),
  /** The cell in shorthand, as the coach would type it. */
  cell: z.string(),
  /** What the coach typed was not understood, or the slot is left out on purpose. */
  state: z.enum(['sets', 'skipped', 'unread']),
  progression: z.enum(PROGRESSION_KINDS).optional(),
  /** What is raised against the last week that was no deload, and by how much (R2.10). */
  rises: z.array(z.object({ lever: z.enum(LEVERS), by: z.string() })),
  prescriptions: z.array(z.object({ prescription, resolved: resolvedPrescription })),
});

/** What a planned session asks for (§5). */
const plannedLoad = z.object({
  lowerHardSets: z.int(),
  hardSets: z.int(),
  reps: z.number(),
  peakReps: z.number(),
  contacts: z.number(),
  tonnageKg: z.number(),
  averageIntensityPct: z.number().optional(),
  inol: z.array(
    z.object({ exercise: z.string(), value: z.number(), band: z.enum(['light', 'optimal', 'hard', 'excessive']) }),
  ),
});

export const programSession = z.object({
  sessionId,
  name: z.string(),
  weekday,
  date: plainDate,
  minutes: z.int(),
  /** Done when a lifting session is recorded against it, or on its day. */
  isDone: z.boolean(),
  load: plannedLoad,
  slots: z.array(programSlot),
});

export const programWeek = z.object({
  ordinal: z.int(),
  number: z.int(),
  kind: z.enum(WEEK_KINDS),
  startsOn: plainDate,
  isoWeek,
  lever: z.string(),
  sessions: z.array(programSession),
});

const programBlock = z.object({
  name: z.string(),
  goal: z.string(),
  phase: z.enum(PHASES).optional(),
  weeks: z.array(programWeek),
});

export const programView = z.object({
  programId,
  athleteId,
  name: z.string(),
  templateKey: z.string(),
  entryClass: z.enum(ENTRY_CLASSES),
  startsOn: plainDate,
  endsOn: plainDate,
  /** Rises with every edit: an edit says which one it was made on. */
  revision: z.int(),
  blocks: z.array(programBlock),
});

export const programListing = z.object({
  programId,
  name: z.string(),
  startsOn: plainDate,
  endsOn: plainDate,
  weeks: z.int(),
});

const templateRow = z.object({
  label: z.string(),
  exerciseKey: z.string(),
  exercise: z.string(),
  role: z.enum(['main', 'assistance']),
  progression: z.enum(PROGRESSION_KINDS).optional(),
  noGym: z.string().optional(),
  /** One for each week of the block, in shorthand; empty where the slot is not done. */
  cells: z.array(z.string()),
});

export const templateView = z.object({
  key: z.string(),
  /** The coach's own, which can be changed. */
  isOwn: z.boolean(),
  name: z.string(),
  summary: z.string(),
  evidence: z.string(),
  /** An addition stands beside a plan. */
  kind: z.enum(['plan', 'addition']),
  /** Athletes of class A and B are offered the start ramp in front of it. */
  leadsWithRamp: z.boolean(),
  jumpLevel: z.enum(['L1', 'L2', 'L3']).optional(),
  /** Empty for the start ramp, which is built for each entry class. */
  blocks: z.array(
    z.object({
      name: z.string(),
      goal: z.string(),
      phase: z.enum(PHASES).optional(),
      weekKinds: z.array(z.enum(WEEK_KINDS)),
      sessions: z.array(z.object({ name: z.string(), minutes: z.int(), rows: z.array(templateRow) })),
    }),
  ),
  /** The start ramp's weeks for each entry class; empty for every other template. */
  classes: z.array(
    z.object({
      entryClass: z.enum(ENTRY_CLASSES),
      meaning: z.string(),
      weeks: z.array(
        z.object({
          number: z.int(),
          block: z.string(),
          kind: z.enum(WEEK_KINDS),
          sessions: z.int(),
          heavy: z.string(),
          second: z.string(),
          rpeCap: z.number(),
          lever: z.string(),
        }),
      ),
    }),
  ),
});

/** A slot's next prescription as its own rule would have it, with why; nothing is changed until its edits are made. */
const proposal = z.object({
  verdict: z.enum(PROPOSAL_VERDICTS),
  text: z.string(),
  /** The exercise, where it is another. */
  exercise: z.string().optional(),
  raised: z.array(z.object({ lever: z.enum(LEVERS), by: z.string() })),
  why: z.array(z.object({ label: z.string(), value: z.string(), rule: z.string().optional() })),
  edits: z.array(programEdit),
});

/** The next session of a program that is not done, and what is proposed for each of its slots. */
export const sessionProposals = z.object({
  programId,
  revision: z.int(),
  week: z.int(),
  weekKind: z.enum(WEEK_KINDS),
  sessionId,
  session: z.string(),
  date: plainDate,
  slots: z.array(
    z.object({
      label: z.string(),
      exercise: z.string(),
      /** The cell as it is, its sets in full. */
      now: z.string(),
      progression: z.enum(PROGRESSION_KINDS),
      /** The coach chose it; otherwise it follows from what the slot is. */
      isChosen: z.boolean(),
      /** Absent for a slot that was never lifted. */
      proposal: proposal.optional(),
    }),
  ),
});

/** A gate of the start ramp (R2.11) that stands before the coach now: what speaks against going on, and what is not known. */
export const rampGate = z.object({
  gate: z.enum(['G1', 'G2']),
  /** The week that waits behind it, from 1. */
  week: z.int(),
  startsOn: plainDate,
  outcome: z.enum(['pass', 'fail', 'unknown']),
  against: z.array(z.string()),
  unknown: z.array(z.string()),
  /** How often the week before it has been repeated already. */
  repeats: z.int(),
  next: z.enum(['repeatWeek', 'coachReview']),
});

/** A deload that is due and that the plan does not have (R2.6). */
export const deloadDue = z.object({
  week: z.int(),
  startsOn: plainDate,
  reasons: z.array(z.enum(DELOAD_REASONS)),
});

/** A relative cell that could not be worked out. */
export const cellFault = z.object({ week: z.int(), session: z.string(), label: z.string(), reason: z.string() });

/** One athlete of an assignment's dry run: what they would get, and what stands in the way. */
export const assignmentPreview = z.object({
  athleteId,
  athlete: z.string(),
  entryClass: z.enum(ENTRY_CLASSES),
  startsAtWeek: z.int(),
  startsOn: plainDate,
  /** The race it is laid back from. */
  race: z.object({ name: z.string(), racedOn: plainDate }).optional(),
  /** Weeks of start ramp in front of the plan. */
  rampWeeks: z.int(),
  weeks: z.int(),
  endsOn: plainDate,
  days: z.array(weekday),
  lifts: z.array(z.string()),
  withoutEstimate: z.array(z.string()),
  /** What this athlete's equipment does not allow, and what is done instead; without \`to\` it is left out. */
  swaps: z.array(z.object({ from: z.string(), to: z.string().optional() })),
  conflicts: z.array(
    z.discriminatedUnion('tag', [
      z.object({ tag: z.literal('archived') }),
      z.object({ tag: z.literal('overlaps'), program: z.string(), endsOn: plainDate }),
      z.object({ tag: z.literal('raceInStart'), race: z.string(), racedOn: plainDate }),
      z.object({ tag: z.literal('noDayFree') }),
      z.object({ tag: z.literal('noRace') }),
      z.object({ tag: z.literal('raceTooSoon'), race: z.string(), racedOn: plainDate }),
    ]),
  ),
  canAssign: z.boolean(),
});
