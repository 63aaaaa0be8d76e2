/** Movement patterns, as the exercise taxonomy names them (spec §9). `other` is for a coach's own exercise not yet sorted. */
export const PATTERNS = [
  'squat',
  'hinge',
  'lunge',
  'push',
  'pull',
  'trunk',
  'carry',
  'calf',
  'hip',
  'plyo-low',
  'plyo-med',
  'plyo-high',
  'other',
] as const;

export type Pattern = (typeof PATTERNS)[number];

/** How an exercise is dosed: by load, by repetitions, by time held, by ground contacts, by tempo or by per cent of MVC. */
export const LOAD_MODES = ['kg', 'reps', 'reps/kg', 'seconds', 'contacts', 'tempo', '%MVC'] as const;

export type LoadMode = (typeof LOAD_MODES)[number];

/** How much an exercise asks of each region, 0 nothing to 3 much (R8.5). The letters are those of the library's file. */
export interface Stress {
  /** Knee. */
  readonly K: number;
  /** Ankle, calf and foot. */
  readonly A: number;
  /** Hamstring. */
  readonly H: number;
  /** Groin and hip flexor. */
  readonly G: number;
  /** Low back. */
  readonly L: number;
  /** Impact. */
  readonly I: number;
}

/** One exercise: of the shipped library, or the coach's own. */
export interface Exercise {
  /** Stable name for programs and files, for example `sq_back`. */
  readonly key: string;
  readonly name: string;
  readonly pattern: Pattern;
  /** What is needed: every group must be met, by any one item of the group (`db/kb, box` → [[db, kb], [box]]). Empty: nothing. */
  readonly equipment: readonly (readonly string[])[];
  readonly isUnilateral: boolean;
  /** Difficulty, 1 (anyone) to 5. */
  readonly level: number;
  readonly regressKey?: string | undefined;
  readonly progressKey?: string | undefined;
  readonly muscles: readonly string[];
  /** The usual dose as the library prints it, for example `3-6` or `20-45 s`. */
  readonly usualDose: string;
  readonly restS?: number | undefined;
  readonly loadMode: LoadMode;
  /** One to three short lines to the athlete, the most important first; a coach's own exercise may have none. */
  readonly cues: readonly string[];
  /** Absent: nobody has rated it, which is not the same as none. */
  readonly stress?: Stress | undefined;
  readonly isOwn: boolean;
  /** Put aside: no longer offered, kept wherever it is written and was lifted. */
  readonly isArchived?: true | undefined;
}

/** Patterns that load the legs; their hard sets are what running has to absorb (spec §5, R2.3). */
export const LOWER_PATTERNS: readonly Pattern[] = ['squat', 'hinge', 'lunge', 'calf', 'hip'];
