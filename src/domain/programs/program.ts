import type { PlainDate, Weekday } from '../kernel/plainDate.ts';
import type { TimeOfDay } from '../placement/placedWeek.ts';
import type { MassUnit } from '../kernel/quantity.ts';

/**
 * How much lifting the athlete comes with (R2.11): A no lifting for six months or more,
 * B some in the last six months but none heavy, C lifting now.
 */
export const ENTRY_CLASSES = ['A', 'B', 'C'] as const;

export type EntryClass = (typeof ENTRY_CLASSES)[number];

/** What a prescription's load is a function of (R2.1). Fractions are of 1, not per cent. */
export type LoadBasis =
  | { readonly kind: 'pct1rm'; readonly fraction: number }
  | { readonly kind: 'pctTm'; readonly fraction: number }
  | { readonly kind: 'rpe'; readonly rpe: number }
  | { readonly kind: 'rir'; readonly rir: number }
  /** The heaviest load for so many repetitions: `4RM`. */
  | { readonly kind: 'rm'; readonly rm: number }
  /** A load the coach wrote; `unit` is the one it was written in. */
  | { readonly kind: 'load'; readonly loadKg: number; readonly unit?: MassUnit | undefined }
  /** Share of the strongest voluntary effort, for holds against a strap or a scale. */
  | { readonly kind: 'mvc'; readonly fraction: number }
  /** Own weight; `rung` steps up (or down) the ladder from the slot's exercise. */
  | { readonly kind: 'bodyweight'; readonly rung?: number | undefined }
  /** Nothing written: what was lifted last, or what feels right under the cap. */
  | { readonly kind: 'open' };

/** What may be said of some sets beyond their number, amount and load. */
export interface PrescriptionExtras {
  /** Highest RPE a set may reach; the athlete stops there. */
  readonly rpeCap?: number | undefined;
  /** Seconds down, held, up, held; `X` is as fast as possible: `3110`, `20X0`. */
  readonly tempo?: string | undefined;
  readonly restS?: number | undefined;
  readonly cue?: string | undefined;
}

/** Some equal sets. A slot whose sets differ holds several prescriptions. */
export interface Prescription extends PrescriptionExtras {
  readonly sets: number;
  /** Repetitions a set (a side, when the exercise is unilateral); absent for holds, contacts and carries. */
  readonly reps?: number | undefined;
  /** Upper end of a repetition range (`3x4-6`). */
  readonly repsTo?: number | undefined;
  /** Seconds a hold, for isometric work; with `reps`, so many holds a set. */
  readonly holdS?: number | undefined;
  /** Ground contacts a set, for jumps. */
  readonly contacts?: number | undefined;
  /** Metres a set, for carries. */
  readonly distanceM?: number | undefined;
  /** Written as for each side; a unilateral exercise is so without being told. */
  readonly isPerSide?: true | undefined;
  readonly basis: LoadBasis;
}

/** One step away from the week before. Amounts may be negative. */
export interface Step {
  /** `load`: of whatever the load is written in (kg, lb, per cent points, RPE); `percent`: of the load. */
  readonly of: 'load' | 'percent' | 'reps' | 'sets' | 'holdS' | 'contacts' | 'distanceM' | 'rung';
  readonly by: number;
  /** The unit of a load step that names one. */
  readonly unit?: MassUnit | undefined;
}

/** What stands in one cell of the grid: one slot in one week. */
export type Cell =
  /** Not done this week. */
  | { readonly kind: 'none' }
  /** Left out on purpose. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'sets'; readonly prescriptions: readonly Prescription[] }
  /** As the week before, with these steps; `=` has none. */
  | { readonly kind: 'change'; readonly steps: readonly Step[]; readonly extras: PrescriptionExtras }
  /** Not understood: kept as it was typed. */
  | { readonly kind: 'unread'; readonly text: string };

/** A cell that is more than its sets: relative to the week before, left out, or not understood. */
export type WrittenCell = Exclude<Cell, { readonly kind: 'none' | 'sets' }>;

/** How a slot goes on from what was lifted (R2.1, R2.4, R2.8); `plan` is as the weeks are written. */
export const PROGRESSION_KINDS = [
  'plan',
  'double',
  'linear',
  'acsm',
  'twoForTwo',
  'wave',
  'dup',
  'block',
  'autoreg',
  'ladder',
  'isometric',
  'contacts',
] as const;

export type ProgressionKind = (typeof PROGRESSION_KINDS)[number];

export type SlotRole = 'main' | 'assistance';

/** The row something is stored in. It stays with it through every edit; a copy, and what is new, has none. */
interface Stored {
  readonly id?: number | undefined;
}

/** A place in a session: `A1`, one exercise, what to do. */
export interface Slot extends Stored {
  readonly label: string;
  readonly exerciseKey: string;
  /** The rung done instead when there is no gym. */
  readonly noGymKey?: string | undefined;
  readonly role: SlotRole;
  /** What is to be done; of a relative cell, what it comes to. Empty when the slot is left out or not understood. */
  readonly prescriptions: readonly Prescription[];
  /** What was typed, where that is more than the sets themselves. */
  readonly written?: WrittenCell | undefined;
  /** Absent: chosen by what the slot is (`progressionOf`). */
  readonly progression?: ProgressionKind | undefined;
  /** The coach's own note on this cell; never printed. */
  readonly note?: string | undefined;
}

/** A planned lifting session. */
export interface Session extends Stored {
  readonly name: string;
  readonly weekday: Weekday;
  /** Absent: in the evening, where nothing else was said. */
  readonly timeOfDay?: TimeOfDay | undefined;
  /** Planned minutes with warm-up and rests. */
  readonly minutes: number;
  readonly slots: readonly Slot[];
}

export const WEEK_KINDS = ['start', 'build', 'deload', 'test', 'taper', 'race'] as const;

export type WeekKind = (typeof WEEK_KINDS)[number];

export interface Week extends Stored {
  /** The week of what was assigned that this one is a copy of, from 1; absent for a week made here. */
  readonly baseWeek?: number | undefined;
  /** Row of the template this week comes from, for example ramp week 5. */
  readonly number: number;
  readonly kind: WeekKind;
  readonly startsOn: PlainDate;
  /** What is raised against the week before, in words; empty when nothing is. */
  readonly lever: string;
  readonly sessions: readonly Session[];
}

/** Where a block stands in the running year (R2.12); how often to lift follows from it. */
export const PHASES = ['prep', 'build', 'season', 'taper'] as const;

export type Phase = (typeof PHASES)[number];

export interface Block extends Stored {
  readonly name: string;
  readonly phase?: Phase | undefined;
  /** The block's goal in at most six words: it is printed on the sheet. */
  readonly goal: string;
  readonly weeks: readonly Week[];
}

/** A whole program: what is planned, week by week. */
export interface Program {
  readonly name: string;
  readonly templateKey: string;
  readonly entryClass: EntryClass;
  readonly startsOn: PlainDate;
  readonly blocks: readonly Block[];
}
