import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { columnMapping, dateOrder, separator, tableSample } from './columnMapping.ts';
import { athleteId, distanceUnit, importId, massUnit, plainDate } from './scalars.ts';

export const importChoices = z.strictObject({
  massUnit: massUnit.optional(),
  distanceUnit: distanceUnit.optional(),
  dateOrder: dateOrder.optional(),
  timeZone: z.string().max(60).optional(),
  runsInLog: z.enum(['sets', 'runs']).optional(),
  mapping: columnMapping.optional(),
  separator: separator.optional(),
});

/** For whom a file is: somebody on the roster, or somebody new. */
export const importTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('athlete'), athleteId }),
  z.strictObject({ kind: z.literal('newAthlete'), name: z.string().trim().min(1).max(120) }),
]);

/** What becomes of an exercise name that nobody knows yet. */
export const exerciseDecision = z.strictObject({
  printed: z.string().max(LIMITS.fileCell.most),
  /** A library key, or `own` for a new exercise of the coach's. */
  exerciseKey: z.string().max(LIMITS.name.most),
});

export const importFile = z.strictObject({
  token: z.string().min(1).max(64),
  fileName: z.string().min(1).max(300),
  /** The folder it lay in, which often bears an athlete's name. */
  folder: z.string().max(300).optional(),
  target: importTarget.optional(),
  choices: importChoices,
});

export const importProblem = z.object({
  line: z.int(),
  field: z.string(),
  found: z.string(),
  expected: z.string(),
});

export const importAssumption = z.object({
  what: z.enum([
    'massUnit',
    'distanceUnit',
    'dateOrder',
    'timeZone',
    'encoding',
    'athlete',
    'exercise',
    'duration',
    'sport',
  ]),
  chosen: z.string(),
  evidence: z.string(),
});

const counts = z.object({ added: z.int(), duplicate: z.int(), merged: z.int() });
const plainCounts = z.object({ added: z.int(), duplicate: z.int() });

export const mappedColumns = z.object({ mapping: columnMapping, isRemembered: z.boolean(), sample: tableSample });

/** Whom a file is taken to be of where nobody said so, and by what. Several: one of them, and the coach is asked. */
export const fileOwner = z.object({
  why: z.enum(['entries', 'inside', 'folder', 'fileName']),
  isSure: z.boolean(),
  athletes: z.array(z.object({ athleteId, name: z.string() })).min(1),
});

/** A run that another app has told already, and what becomes otherwise in it. */
export const runMerge = z.object({
  on: plainDate,
  title: z.string(),
  /** The format that told it before. */
  with: z.string(),
  line: z.int(),
  fields: z.array(z.object({ field: z.string(), before: z.string().optional(), after: z.string() })),
});

/** An entry that is here already and stands otherwise in the file. What is here stays. */
export const entryChange = z.object({
  kind: z.enum(['run', 'other', 'session', 'measurement']),
  on: plainDate,
  /** Empty of a measurement. */
  title: z.string(),
  line: z.int(),
  /** The coach has edited it, so that it had to differ. */
  isEdited: z.boolean(),
  fields: z.array(z.object({ field: z.string(), here: z.string().optional(), inFile: z.string() })),
});

const reading = {
  file: z.string(),
  format: z.string(),
  formatName: z.string(),
  athlete: z.string(),
  athleteId: athleteId.optional(),
  /** What the file itself says of whose it is, whether or not that was heeded. */
  owner: fileOwner.optional(),
  rows: z.int(),
  runs: counts,
  /** The first of the merged runs, in the order of the file. */
  merges: z.array(runMerge),
  sessions: plainCounts,
  sets: plainCounts,
  /** Sessions that were there already and have more sets in the file; those are among the added ones. */
  completed: z.object({ sessions: z.int(), sets: z.int() }),
  /** The first of the entries that stand otherwise in the file, and how many there are. */
  changes: z.array(entryChange),
  changeCount: z.int(),
  otherActivities: plainCounts,
  wellness: plainCounts,
  /** Of a roster: people who are new, and who are there already. */
  athletes: plainCounts,
  firstDate: plainDate.optional(),
  lastDate: plainDate.optional(),
  passedOver: z.record(z.string(), z.int()),
  assumptions: z.array(importAssumption),
  problems: z.array(importProblem),
  problemCount: z.int(),
  /** Runs that a lifting app has written between the sets. */
  runsInLog: z.int().optional(),
  /** Of a file that no app is known to write: by what it was read. */
  mapped: mappedColumns.optional(),
};

export const importReading = z.object(reading);

export const refusedFile = z.object({
  file: z.string(),
  refusal: z.object({
    reason: z.enum([
      'empty',
      'headerOnly',
      'notText',
      'notCsv',
      'unknownFormat',
      'tooLarge',
      'ambiguousColumns',
      'datesUndecided',
      'noRowUnderstood',
    ]),
    line: z.int().optional(),
    found: z.string(),
    expected: z.string(),
    /** Of undecided dates, up to five as they are printed. */
    dates: z.array(z.string()).optional(),
    /** Of a file that nobody knows: what the coach looks at while saying what its columns hold. */
    sample: tableSample.optional(),
  }),
});

export const exerciseQuestion = z.object({
  printed: z.string(),
  sets: z.int(),
  /** How it would be taken without an answer: a library key, or `own`. */
  chosen: z.string(),
  why: z.enum(['memory', 'synonym', 'name', 'similar', 'new']),
  candidates: z.array(z.object({ exerciseKey: z.string(), name: z.string() })),
});

export const importPreview = z.object({
  files: z.array(importReading),
  refused: z.array(refusedFile),
  exercises: z.array(exerciseQuestion),
});

export const importReceipt = z.object({
  importId: importId.optional(),
  files: z.array(importReading),
  refused: z.array(refusedFile),
});

export const importSummary = z.object({
  importId,
  importedAt: z.string(),
  takenBackAt: z.string().optional(),
  files: z.array(
    z.object({
      /** Takes this file back alone; the one above, all that was dropped with it. */
      importId,
      takenBackAt: z.string().optional(),
      file: z.string(),
      format: z.string(),
      athlete: z.string(),
      runs: z.int(),
      sets: z.int(),
      others: z.int(),
      wellness: z.int(),
      athletes: z.int(),
    }),
  ),
});
