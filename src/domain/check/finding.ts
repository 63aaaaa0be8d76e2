import type { ProgramEdit } from '../programs/programEdit.ts';

/** A fault cannot be done or harms; a warning breaks a rule that a coach may break with a reason; a note is good to know. */
export const SEVERITIES = ['fault', 'warning', 'note'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What sets it right, as edits of the program: all of them together, one step of undo. */
export interface Fix {
  /** Starts small, to stand behind “Fix: ”: `3 sets`. */
  readonly label: string;
  readonly edits: readonly ProgramEdit[];
}

/** What one rule has to say. Weeks count from 1 over the whole program; without a place it is about all of it. */
export interface Remark {
  readonly severity: Severity;
  readonly week?: number | undefined;
  readonly session?: string | undefined;
  readonly label?: string | undefined;
  /** In words for a coach, with the numbers, without the week: the same in two weeks is said once. */
  readonly reason: string;
  readonly fix?: Fix | undefined;
}

/** A remark, and the rule that made it. */
export interface Finding extends Remark {
  /** The `id` of its rule. */
  readonly rule: string;
  /** Later weeks of which the very same is to be said; the fix mends them too. */
  readonly alsoWeeks: readonly number[];
}
