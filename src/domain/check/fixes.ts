import type { Exercise } from '../exercises/exercise.ts';
import type { ProgramEdit } from '../programs/programEdit.ts';
import type { Prescription, Slot } from '../programs/program.ts';
import { setsWith } from '../programs/setsWith.ts';
import { printCell } from '../programs/shorthand.ts';
import type { CheckContext } from './context.ts';
import { setsOf } from './dose.ts';
import type { Fix } from './finding.ts';
import { placedSlots, placeOf, type PlacedSlot } from './places.ts';

export const cellEdit = (placed: PlacedSlot, prescriptions: readonly Prescription[]): ProgramEdit => ({
  kind: 'cell',
  ...placeOf(placed),
  text: printCell({ kind: 'sets', prescriptions }),
});

/** The same slot with other sets. */
export const setsFix = (label: string, placed: PlacedSlot, prescriptions: readonly Prescription[]): Fix => ({
  label,
  edits: [cellEdit(placed, prescriptions)],
});

export const leaveOutFix = (label: string, slots: readonly PlacedSlot[]): Fix => ({
  label,
  edits: slots.map((placed) => ({ kind: 'cell', ...placeOf(placed), text: 'x' })),
});

/** `1 set`, `3 sets`. */
export const setsText = (prescriptions: readonly Prescription[]): string => {
  const sets = setsOf(prescriptions);
  return sets === 1 ? '1 set' : `${sets} sets`;
};

const isRewritten = (slot: Slot, to: Exercise): boolean =>
  slot.prescriptions.some((one) => JSON.stringify(setsWith(one, to)) !== JSON.stringify(one));

/**
 * Another exercise in a slot from its week on, up to a last week or to the end, wherever the slot has the same one; what another
 * block puts there stays. Where the new exercise is not loaded the sets say so.
 */
export const swapFix = (context: CheckContext, placed: PlacedSlot, to: Exercise, lastWeek = Infinity): Fix => {
  const { ordinal, session, slot } = placed;
  const place = { session: session.name, label: slot.label };
  const later = placedSlots(context).filter(
    (one) => one.ordinal >= ordinal && one.session.name === place.session && one.slot.label === place.label,
  );
  // An exercise edit reaches to the end: the next one is due where something else is to stand.
  let standing: string | undefined;
  const edits = later.flatMap((one): ProgramEdit[] => {
    const isSwapped = one.slot.exerciseKey === slot.exerciseKey && one.ordinal <= lastWeek;
    const exerciseKey = isSwapped ? to.key : one.slot.exerciseKey;
    const swap: ProgramEdit = { kind: 'exercise', fromWeek: one.ordinal, ...place, exerciseKey };
    const swaps = exerciseKey === standing ? [] : [swap];
    standing = exerciseKey;
    if (!isSwapped || !isRewritten(one.slot, to)) return swaps;
    const sets = one.slot.prescriptions.map((prescription) => setsWith(prescription, to));
    return [...swaps, cellEdit(one, sets)];
  });
  return { label: lastWeek === Infinity ? `${to.name} instead` : `${to.name} until week ${lastWeek}`, edits };
};
