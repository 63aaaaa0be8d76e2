import type { Exercise } from '../exercises/exercise.ts';
import { canDo, isHold, needsNoGym, NO_GYM_ITEMS } from '../exercises/noGym.ts';
import { substitutesFor } from '../exercises/substitute.ts';
import type { Program, Session, Slot } from './program.ts';
import { loaded, unloaded } from './setsWith.ts';

/** An exercise that this athlete cannot do with what they have, and what is done instead; without `to` the slot is left out. */
export interface Swap {
  readonly from: string;
  readonly to?: string | undefined;
}

export interface Adapted {
  readonly program: Program;
  readonly swaps: readonly Swap[];
}

interface Wardrobe {
  readonly byKey: ReadonlyMap<string, Exercise>;
  readonly exercises: readonly Exercise[];
  readonly equipment: readonly string[];
}

const isPossible = (exercise: Exercise, { equipment }: Wardrobe): boolean =>
  needsNoGym(exercise) || canDo(exercise, [...equipment, ...NO_GYM_ITEMS]);

/** Something that is loaded too, or held; else the slot's own no-gym rung, which is the coach's word, where they have what it asks; else the nearest (R8.5). */
const replacementOf = (slot: Slot, exercise: Exercise, wardrobe: Wardrobe): Exercise | undefined => {
  const substitutes = substitutesFor(exercise, wardrobe.exercises, wardrobe.equipment).filter((one) => !one.isOwn);
  const alike = isHold(exercise) ? substitutes.find(isHold) : substitutes.find((one) => one.loadMode === 'kg');
  const rung = wardrobe.byKey.get(slot.noGymKey ?? '');
  return alike ?? (rung !== undefined && isPossible(rung, wardrobe) ? rung : substitutes[0]);
};

const swapped = (slot: Slot, to: Exercise): Slot => {
  const { noGymKey: _noGymKey, ...rest } = slot;
  const base = { ...rest, exerciseKey: to.key, ...(needsNoGym(to) ? {} : { noGymKey: slot.noGymKey }) };
  const isHeldNoMore = slot.prescriptions.some(({ holdS }) => holdS !== undefined);
  if (to.loadMode === 'kg' && !isHeldNoMore) return base;
  const { written, ...plain } = base;
  return {
    ...plain,
    ...(written?.kind === 'skipped' || written?.kind === 'unread' ? { written } : {}),
    prescriptions: slot.prescriptions.map((one) => (to.loadMode === 'kg' ? loaded(one) : unloaded(one, to))),
  };
};

/** A program with every exercise this equipment cannot do replaced, and the list of what was replaced, each once. */
export const adaptProgram = (
  program: Program,
  exercises: readonly Exercise[],
  equipment: readonly string[],
): Adapted => {
  const wardrobe: Wardrobe = { byKey: new Map(exercises.map((one) => [one.key, one])), exercises, equipment };
  const swaps = new Map<string, Swap>();
  const adaptSlot = (slot: Slot): readonly Slot[] => {
    const exercise = wardrobe.byKey.get(slot.exerciseKey);
    if (exercise === undefined) throw new RangeError(`program: no exercise "${slot.exerciseKey}"`);
    if (isPossible(exercise, wardrobe)) return [slot];
    const to = replacementOf(slot, exercise, wardrobe);
    swaps.set(exercise.key, { from: exercise.key, ...(to === undefined ? {} : { to: to.key }) });
    return to === undefined ? [] : [swapped(slot, to)];
  };
  const adaptSession = (session: Session): readonly Session[] => {
    const slots = session.slots.flatMap(adaptSlot);
    return slots.length === 0 ? [] : [{ ...session, slots }];
  };
  const blocks = program.blocks.map((block) => ({
    ...block,
    weeks: block.weeks.map((week) => ({ ...week, sessions: week.sessions.flatMap(adaptSession) })),
  }));
  return { program: { ...program, blocks }, swaps: [...swaps.values()] };
};
