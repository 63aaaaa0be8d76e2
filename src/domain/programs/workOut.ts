import { applyChange } from './change.ts';
import type { Cell, Prescription, Program, Session, Slot, Week } from './program.ts';

/** A cell that could not be worked out, and where it stands. `week` counts from 1 over the whole program. */
export interface CellFault {
  readonly week: number;
  readonly session: string;
  readonly label: string;
  readonly reason: string;
}

export interface WorkedOut {
  readonly program: Program;
  readonly faults: readonly CellFault[];
}

/** What a row did last, and last in a week that was no deload. */
interface RowPast {
  readonly last: readonly Prescription[];
  readonly lastFull: readonly Prescription[];
}

/** Relative cells look at the same exercise in the same place of the same session, in whatever block. */
export const rowKey = (session: string, row: Pick<Slot, 'label' | 'exerciseKey'>): string =>
  `${session}\n${row.label}\n${row.exerciseKey}`;

/** The cell of a slot as it was typed. */
export const cellOf = (slot: Slot | undefined): Cell =>
  slot === undefined ? { kind: 'none' } : (slot.written ?? { kind: 'sets', prescriptions: slot.prescriptions });

/**
 * The sets a slot comes to. A relative cell looks at the last week that was no deload [D]; in a deload week it looks at the week
 * before, so that a deload takes from what was lifted.
 */
const setsOf = (
  slot: Slot,
  before: readonly Prescription[] | undefined,
  onFault: (reason: string) => void,
): readonly Prescription[] => {
  const { written } = slot;
  if (written === undefined) return slot.prescriptions;
  if (written.kind !== 'change') return [];
  if (before === undefined) {
    onFault('There is no week before to go on from');
    return [];
  }
  const after = applyChange(before, written);
  if (after.ok) return after.value;
  onFault(after.error.reason);
  return [];
};

const isSame = (a: readonly Prescription[], b: readonly Prescription[]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** The sets a slot was last worked out from, where it came to what it already was: most of a program, with every edit of it. */
const settledOn = new WeakMap<Slot, readonly Prescription[]>();

/** The same list when nothing in it changed: what is drawn from it need not be drawn again. */
const mapSame = <T>(list: readonly T[], change: (one: T) => T): readonly T[] => {
  const next = list.map(change);
  return next.every((one, place) => one === list[place]) ? list : next;
};

/**
 * Every relative cell of a program worked out from the weeks before it; what could not be is said. Weeks, sessions and slots that
 * come to what they were stay the same objects.
 */
export const workOut = (program: Program): WorkedOut => {
  const pasts = new Map<string, RowPast>();
  const faults: CellFault[] = [];
  let number = 0;
  const slotOf = (slot: Slot, session: Session, week: Week): Slot => {
    const key = rowKey(session.name, slot);
    const past = pasts.get(key);
    const before = week.kind === 'deload' ? past?.last : past?.lastFull;
    const isSettled = before !== undefined && settledOn.get(slot) === before;
    const workedOut = isSettled
      ? slot.prescriptions
      : setsOf(slot, before, (reason) =>
          faults.push({ week: number, session: session.name, label: slot.label, reason }),
        );
    const isKept = isSame(workedOut, slot.prescriptions);
    const prescriptions = isKept ? slot.prescriptions : workedOut;
    if (isKept && before !== undefined && prescriptions.length > 0) settledOn.set(slot, before);
    if (prescriptions.length > 0) {
      const lastFull = week.kind === 'deload' ? (past?.lastFull ?? prescriptions) : prescriptions;
      pasts.set(key, { last: prescriptions, lastFull });
    }
    return isKept ? slot : { ...slot, prescriptions };
  };
  const sessionOf = (session: Session, week: Week): Session => {
    const slots = mapSame(session.slots, (slot) => slotOf(slot, session, week));
    return slots === session.slots ? session : { ...session, slots };
  };
  const weekOf = (week: Week): Week => {
    number += 1;
    const sessions = mapSame(week.sessions, (session) => sessionOf(session, week));
    return sessions === week.sessions ? week : { ...week, sessions };
  };
  const blocks = program.blocks.map((block) => ({ ...block, weeks: block.weeks.map(weekOf) }));
  return { program: { ...program, blocks }, faults };
};
