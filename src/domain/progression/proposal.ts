import type { Gym } from '../athletes/athlete.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { ProgramEdit } from '../programs/programEdit.ts';
import type { LeverRise } from '../programs/levers.ts';
import type { EntryClass, Prescription, ProgressionKind, Slot, WeekKind } from '../programs/program.ts';
import type { ExplanationLine } from '../programs/resolve.ts';
import type { Light } from '../wellness/hooper.ts';
import type { Sparing } from '../wellness/sparedSlot.ts';

/** What is proposed of a slot's next session. */
export const PROPOSAL_VERDICTS = [
  'raise',
  'hold',
  'lower',
  'harderExercise',
  'easierExercise',
  'otherExercise',
  'leaveOut',
  'asPlanned',
] as const;

export type ProposalVerdict = (typeof PROPOSAL_VERDICTS)[number];

/** A work set as it was done. Of jumps, `reps` are ground contacts. */
export interface LiftedSet {
  readonly reps?: number | undefined;
  readonly loadKg?: number | undefined;
  readonly holdS?: number | undefined;
  readonly rpe?: number | undefined;
}

/** One session of a slot: what was planned and what was lifted, in order. Without sets it is no session. */
export interface LiftedSession {
  readonly on: PlainDate;
  readonly planned: readonly Prescription[];
  readonly sets: readonly LiftedSet[];
  readonly isDeload: boolean;
}

/** The slot where it comes next. `loadsKg` are its loads as they resolve now, one for each prescription. */
export interface NextCell {
  /** Counts from 1 over the whole program. */
  readonly week: number;
  readonly session: string;
  readonly weekKind: WeekKind;
  readonly slot: Pick<Slot, 'label' | 'exerciseKey' | 'role' | 'prescriptions' | 'progression'>;
  readonly loadsKg: readonly (number | undefined)[];
}

/** What else decides. What is not known is absent and never lets anything rise. */
export interface SlotContext {
  /** The exercise as it is done next. */
  readonly exercise: Exercise;
  /** The rungs beside it that the athlete's equipment allows. */
  readonly harder?: Exercise | undefined;
  readonly easier?: Exercise | undefined;
  readonly gym: Gym;
  readonly entryClass: EntryClass;
  readonly bodyMassKg?: number | undefined;
  /** Change of this lift's e1RM trend over eight weeks, a fraction. */
  readonly trendChange?: number | undefined;
  readonly light: Light;
  /** Whether the session is today: the light of today takes nothing away on another day. */
  readonly isToday: boolean;
  /** Pain, 0 to 10, where this exercise loads the region that hurts, and what it makes of the exercise (R8.5). */
  readonly pain?: number | undefined;
  readonly sparing: Sparing;
  /** Days from the last lift to this session. */
  readonly daysOff?: number | undefined;
  /** Ground contacts of the session's other slots. */
  readonly otherContacts: number;
}

/** One slot to be thought about: its sessions from oldest to newest. */
export interface SlotCase {
  readonly past: readonly LiftedSession[];
  readonly next: NextCell;
  readonly context: SlotContext;
}

/** What a rule asks for, before anything holds it back. */
export interface Draft {
  readonly verdict: ProposalVerdict;
  /** Absent: as they are planned. */
  readonly prescriptions?: readonly Prescription[] | undefined;
  readonly exerciseKey?: string | undefined;
  /** What stands instead where nothing may rise; absent: the plan. */
  readonly ifHeld?: readonly Prescription[] | undefined;
  readonly why: readonly ExplanationLine[];
}

/** A slot's next prescription as it is proposed, why, and the edits that make it so. */
export interface Proposal {
  readonly verdict: ProposalVerdict;
  readonly progression: ProgressionKind;
  /** The cell in shorthand, its sets in full. */
  readonly text: string;
  /** The exercise where it is another. */
  readonly exerciseKey?: string | undefined;
  /** Levers raised against what was lifted last (R2.10). */
  readonly raised: readonly LeverRise[];
  readonly why: readonly ExplanationLine[];
  /** Empty where the plan stands. */
  readonly edits: readonly ProgramEdit[];
}

/** A rule's answer in which the plan stands. */
export const asPlanned = (label: string, value: string, rule: string): Draft => ({
  verdict: 'asPlanned',
  why: [{ label, value, rule }],
});
