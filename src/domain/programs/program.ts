import type { PlainDate, Weekday } from '../kernel/plainDate.ts';

/**
 * How much lifting the athlete comes with (R2.11): A no lifting for six months or more,
 * B some in the last six months but none heavy, C lifting now.
 */
export const ENTRY_CLASSES = ['A', 'B', 'C'] as const;

export type EntryClass = (typeof ENTRY_CLASSES)[number];

/** What a prescription's load is a function of. Fractions are of 1, not per cent. */
export type LoadBasis =
  | { readonly kind: 'pct1rm'; readonly fraction: number }
  | { readonly kind: 'pctTm'; readonly fraction: number }
  | { readonly kind: 'rpe'; readonly rpe: number }
  | { readonly kind: 'rir'; readonly rir: number }
  | { readonly kind: 'load'; readonly loadKg: number }
  | { readonly kind: 'bodyweight' };

/** Some equal sets. A slot whose sets differ holds several prescriptions. */
export interface Prescription {
  readonly sets: number;
  /** Repetitions a set (a side, when the exercise is unilateral); absent for holds. */
  readonly reps?: number | undefined;
  /** Upper end of a repetition range (`3x4-6`). */
  readonly repsTo?: number | undefined;
  /** Seconds a hold, for isometric work. */
  readonly holdS?: number | undefined;
  readonly basis: LoadBasis;
  /** Highest RPE a set may reach; the athlete stops there. */
  readonly rpeCap?: number | undefined;
  readonly restS?: number | undefined;
  readonly cue?: string | undefined;
}

export type SlotRole = 'main' | 'assistance';

/** A place in a session: `A1`, one exercise, what to do. */
export interface Slot {
  readonly label: string;
  readonly exerciseKey: string;
  /** The rung done instead when there is no gym. */
  readonly noGymKey?: string | undefined;
  readonly role: SlotRole;
  readonly prescriptions: readonly Prescription[];
}

/** A planned lifting session. */
export interface Session {
  readonly name: string;
  readonly weekday: Weekday;
  /** Planned minutes with warm-up and rests. */
  readonly minutes: number;
  readonly slots: readonly Slot[];
}

export const WEEK_KINDS = ['start', 'build', 'deload', 'test', 'taper', 'race'] as const;

export type WeekKind = (typeof WEEK_KINDS)[number];

export interface Week {
  /** Row of the template this week comes from, for example ramp week 5. */
  readonly number: number;
  readonly kind: WeekKind;
  readonly startsOn: PlainDate;
  /** What is raised against the week before, in words; empty when nothing is. */
  readonly lever: string;
  readonly sessions: readonly Session[];
}

export interface Block {
  readonly name: string;
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
