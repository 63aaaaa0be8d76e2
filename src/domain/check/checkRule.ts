import type { AthleteFacts, CheckContext } from './context.ts';
import type { Remark } from './finding.ts';

/** One rule of the program check. */
export interface CheckRule {
  /** Stable, for example `above-rep-chart`. */
  readonly id: string;
  readonly name: string;
  /** What it asks for: one sentence for the coach. */
  readonly what: string;
  /** Why: what has been read in a source, or that it is our own rule. */
  readonly why: string;
  /** Its number in the register of the science, for example `R2.3`. */
  readonly rule: string;
  /** Whether a program is enough, or the athlete must be known. */
  readonly needs: 'program' | 'athlete';
  /**
   * Looks at one slot at a time, or mends a row through its weeks by what one slot of it says: a fix is then seen to work from these
   * slots, or from this row, alone. Absent: at anything.
   */
  readonly looksAt?: 'slot' | 'row';
  readonly check: (context: CheckContext) => readonly Remark[];
}

/** A check that says nothing while the athlete is not known. */
export const forAthlete =
  (check: (context: CheckContext, athlete: AthleteFacts) => readonly Remark[]): CheckRule['check'] =>
  (context) =>
    context.athlete === undefined ? [] : check(context, context.athlete);
