import { z } from 'zod';
import { RUN_KINDS } from '../../domain/athletes/athlete.ts';
import { WEEK_KINDS } from '../../domain/programs/program.ts';
import type { BlockContent } from '../../domain/sheets/blockCard.ts';
import type { DayContent } from '../../domain/sheets/daySheet.ts';
import { SHEET_LAYOUTS } from '../../domain/sheets/layouts.ts';
import type { PocketStrip } from '../../domain/sheets/pocketStrips.ts';
import type { PrintedChange, PrintedLine, PrintedSession } from '../../domain/sheets/printedSession.ts';
import { RACK_ORDERS, type RackContent } from '../../domain/sheets/rackSheet.ts';
import type { SeasonContent } from '../../domain/sheets/seasonPage.ts';
import { LANGUAGES } from '../../domain/sheets/sheetLanguage.ts';
import type { SheetCode } from '../../domain/sheets/sheetCode.ts';
import type { SheetMark } from '../../domain/sheets/sheetMark.ts';
import type { SheetRow } from '../../domain/sheets/sheetRow.ts';
import type { WeekSheet } from '../../domain/sheets/weekSheet.ts';
import { strengthAgainstRunning } from './analysis.ts';
import { PAPERS } from './app.ts';
import { explanationLine, prescription } from './program.ts';
import {
  athleteId,
  distanceUnit,
  givenWeek,
  isoWeek,
  massUnit,
  plainDate,
  programId,
  sessionId,
  weekday,
} from './scalars.ts';

/** Whose words are on the page; English where none was chosen. */
const language = z.enum(LANGUAGES).optional();

const sheetCode = z.string().length(6) as unknown as z.ZodType<SheetCode, SheetCode>;

/** Whose sheets of which week, in which layout. */
const chosen = {
  week: givenWeek,
  /** Absent: everybody who is not archived. */
  athleteIds: z.array(athleteId).max(1000).optional(),
  /** Every exercise that needs a gym gives way to its no-gym rung. */
  isNoGym: z.boolean().optional(),
};

/** Names of sessions; absent: all of the week. */
const sessions = z.array(z.string().max(120)).max(20).optional();

export const weekOrder = z.strictObject({ ...chosen, sessions, layout: z.enum(['weekly', 'pocket']).optional() });
export const blockOrder = z.strictObject(chosen);
/** Without a day: the day of the week on which most of them lift. */
export const rackOrder = z.strictObject({
  ...chosen,
  day: weekday.optional(),
  sessions,
  rackOrder: z.enum(RACK_ORDERS).optional(),
});
/** Without a day: Monday. */
export const dayOrder = z.strictObject({ ...chosen, day: weekday.optional() });
export const seasonOrder = z.strictObject(chosen);

const anyOrder = {
  ...chosen,
  layout: z.enum(SHEET_LAYOUTS),
  /** So many weeks from `week` on; of a block or a season there is one whatever is asked. */
  weekCount: z.int().min(1).max(12).optional(),
  sessions,
  day: weekday.optional(),
  rackOrder: z.enum(RACK_ORDERS).optional(),
};

/** What is printed: any layout. What a layout does not ask for is passed over. */
export const printOrder = z.strictObject(anyOrder);

/** Files to be made of an order: one of all athletes, or one each. */
export const pdfOrder = z.strictObject({
  ...anyOrder,
  paper: z.enum(PAPERS),
  files: z
    .array(
      z.strictObject({ fileName: z.string().min(1).max(200), athleteIds: z.array(athleteId).max(1000).optional() }),
    )
    .min(1)
    .max(1000),
});

const line = {
  target: z.string(),
  plates: z.string().optional(),
  difference: z.string().optional(),
  rest: z.string().optional(),
  rpeCap: z.string().optional(),
  setBoxes: z.int(),
};

const row = z.object({
  label: z.string(),
  exercise: z.string(),
  isMain: z.boolean(),
  cue: z.string().optional(),
  warmUp: z.string().optional(),
  /** `why`: from what is known to the load; shown on the screen, never printed. */
  lines: z.array(z.object({ ...line, why: z.array(explanationLine) })),
  noGym: z.string().optional(),
  change: z.enum(['new', 'changed']).optional(),
}) satisfies z.ZodType<SheetRow>;

const markShape = {
  sheetCode,
  version: z.int(),
  printedOn: plainDate,
  /** Whether this very version has been printed before. */
  isPrinted: z.boolean(),
  versionText: z.string(),
  changedText: z.string().optional(),
  goneText: z.string().optional(),
};

const mark = z.object(markShape) satisfies z.ZodType<SheetMark>;

/** Who is on the sheets of an order. Of a season it is not said whether it has changed: that takes as long as laying it out. */
export const sheetEntry = z.object({
  athleteId,
  name: z.string(),
  groups: z.array(z.string()),
  title: z.string(),
  /** The week to ask for it in. */
  week: isoWeek,
  /** Names of the sessions on it. */
  sessions: z.array(z.string()),
  mark: mark.optional(),
});

const layout = z.object({
  ...markShape,
  weekKind: z.enum(WEEK_KINDS),
  band: z.object({
    athlete: z.string(),
    program: z.string(),
    week: z.string(),
    dates: z.string(),
    goal: z.string(),
    countdown: z.string().optional(),
    coach: z.string().optional(),
    units: z.string(),
    variant: z.string().optional(),
  }),
  strip: z.array(
    z.object({
      date: plainDate,
      weekday: z.string(),
      dateText: z.string(),
      run: z.enum(RUN_KINDS),
      runText: z.string(),
      runLetter: z.string(),
      lifts: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  ),
  panels: z.array(
    z.object({
      name: z.string(),
      date: plainDate,
      dateText: z.string(),
      minutes: z.string(),
      rows: z.array(row),
      leftOut: z.string().optional(),
    }),
  ),
  footer: z.object({ prompts: z.array(z.string()), stopRules: z.array(z.string()) }),
}) satisfies z.ZodType<WeekSheet>;

const strip = z.object({
  session: z.string(),
  dateText: z.string(),
  minutes: z.string(),
  rows: z.array(row),
  part: z.string().optional(),
}) satisfies z.ZodType<PocketStrip>;

/** A laid-out weekly sheet, with whose it is, and the same cut into pocket strips. */
export const weekSheet = layout.extend({ athleteId, language, strips: z.array(strip) });

const blockContent = z.object({
  athlete: z.string(),
  program: z.string(),
  block: z.string(),
  goal: z.string(),
  units: z.string(),
  coach: z.string().optional(),
  variant: z.string().optional(),
  maxes: z.array(z.string()),
  pages: z.array(
    z.object({
      weeks: z.array(
        z.object({ name: z.string(), dateText: z.string(), kind: z.enum(WEEK_KINDS), kindText: z.string() }),
      ),
      sessions: z.array(
        z.object({
          session: z.string(),
          rows: z.array(
            z.object({
              label: z.string(),
              exercise: z.string(),
              cells: z.array(z.object({ lines: z.array(z.string()), exercise: z.string().optional() })),
            }),
          ),
        }),
      ),
      part: z.string().optional(),
    }),
  ),
}) satisfies z.ZodType<BlockContent>;

export const blockCard = blockContent.extend({ ...markShape, athleteId, language });

const rackContent = z.object({
  heading: z.string(),
  dateText: z.string(),
  coach: z.string().optional(),
  order: z.enum(RACK_ORDERS),
  variant: z.string().optional(),
  pages: z.array(
    z.object({
      columns: z.array(z.object({ label: z.string(), exercise: z.string() })),
      rows: z.array(
        z.object({
          athlete: z.string(),
          session: z.string(),
          group: z.string().optional(),
          cells: z.array(
            z.object({
              lines: z.array(z.object({ target: z.string(), plates: z.string().optional(), sets: z.int() })),
              swap: z.string().optional(),
            }),
          ),
        }),
      ),
      part: z.string().optional(),
    }),
  ),
  leftOut: z.string().optional(),
}) satisfies z.ZodType<RackContent>;

export const rackSheet = rackContent.extend(markShape);

const dayContent = z.object({
  dateText: z.string(),
  coach: z.string().optional(),
  variant: z.string().optional(),
  rows: z.array(
    z.object({
      athlete: z.string(),
      groups: z.string(),
      runText: z.string(),
      runLetter: z.string(),
      lifts: z.array(
        z.object({
          session: z.string(),
          minutes: z.string(),
          mains: z.array(z.object({ exercise: z.string(), targets: z.array(z.string()) })),
        }),
      ),
      notes: z.array(z.string()),
    }),
  ),
  resting: z.array(z.string()),
}) satisfies z.ZodType<DayContent>;

export const daySheet = dayContent.extend(markShape);

const seasonContent = z.object({
  athlete: z.string(),
  dates: z.string(),
  coach: z.string().optional(),
  massUnit,
  distanceUnit,
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  lifts: z.array(
    z.object({
      exercise: z.string(),
      start: z.string(),
      now: z.string(),
      change: z.string(),
      verdict: z.string().optional(),
    }),
  ),
  races: z.array(z.object({ name: z.string(), dateText: z.string(), priority: z.string(), result: z.string() })),
}) satisfies z.ZodType<SeasonContent>;

export const seasonPage = seasonContent.extend({ ...markShape, athleteId, language, chart: strengthAgainstRunning });

/** Asked for, but without a sheet. */
export const withoutSheet = z.object({
  athleteId,
  name: z.string(),
  why: z.enum(['noProgram', 'archived', 'noSession']),
});

/** The mark of a sheet with whose it is: what a batch has printed. */
export const printedMark = mark.extend({ athleteId: athleteId.optional(), title: z.string() });

export const printedLine = z.object({
  ...line,
  prescription: prescription.optional(),
  load: z.number().optional(),
  unit: massUnit.optional(),
  loadKg: z.number().optional(),
}) satisfies z.ZodType<PrintedLine>;

export const printedSession = z.object({
  athleteId,
  programId,
  weekOrdinal: z.int(),
  sessionId: sessionId.optional(),
  name: z.string(),
  plannedOn: plainDate,
  minutes: z.int(),
  rows: z.array(
    z.object({
      label: z.string(),
      exerciseKey: z.string(),
      exercise: z.string(),
      role: z.enum(['main', 'assistance']),
      noGymKey: z.string().optional(),
      lines: z.array(printedLine),
    }),
  ),
}) satisfies z.ZodType<PrintedSession>;

export const printedChange = z.object({
  athleteId,
  session: z.string(),
  plannedOn: plainDate,
  label: z.string(),
  change: z.enum(['new', 'changed', 'gone']),
  before: z.string().optional(),
  now: z.string().optional(),
}) satisfies z.ZodType<PrintedChange>;

export const printedListing = z.object({
  sheetCode,
  layout: z.enum(SHEET_LAYOUTS),
  title: z.string(),
  version: z.int(),
  printedOn: plainDate,
  /** Monday of its week, or its day. */
  startsOn: plainDate,
  isNoGym: z.boolean(),
  /** Absent: a sheet of many athletes. */
  athleteId: athleteId.optional(),
  /** Whether a later version has been printed. */
  isNewest: z.boolean(),
});

/** A printed sheet as it stands on paper, and what has changed since in the plan. */
export const printedSheet = printedListing.extend({
  sessions: z.array(printedSession),
  /** Names of the athletes on it. */
  athletes: z.array(z.object({ athleteId, name: z.string() })),
  changes: z.array(printedChange),
});
