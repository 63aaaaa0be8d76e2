import type { Exercise } from '../exercises/exercise.ts';
import { needsNoGym, noGymRung } from '../exercises/noGym.ts';
import { unloaded } from './setsWith.ts';
import type { Program, Slot } from './program.ts';
import type { CellEdit } from './programEdit.ts';
import { printCell } from './shorthand.ts';
import { weeksOf } from './weekWalk.ts';

/** The rung a slot is done on without a gym (R2.8): the one written for it, else the nearest of the ladder. */
export const noGymOf = (
  slot: Pick<Slot, 'exerciseKey' | 'noGymKey'>,
  exercises: readonly Exercise[],
): Exercise | undefined => {
  const own = exercises.find((one) => one.key === slot.exerciseKey);
  const written = exercises.find((one) => one.key === slot.noGymKey);
  if (written !== undefined) return written;
  if (own === undefined || needsNoGym(own)) return own;
  return noGymRung(own, exercises);
};

/**
 * The edits that make a week one without a gym: every slot on its no-gym rung with sets for it, those that have none left out. None
 * where nothing has to change.
 */
export const travelWeek = (program: Program, week: number, exercises: readonly Exercise[]): readonly CellEdit[] =>
  (weeksOf(program)[week - 1]?.sessions ?? []).flatMap((session) =>
    session.slots.flatMap((slot): CellEdit[] => {
      const rung = noGymOf(slot, exercises);
      const place = { kind: 'cell', week, session: session.name, label: slot.label } as const;
      if (rung === undefined) return [{ ...place, exerciseKey: slot.exerciseKey, text: 'x' }];
      if (rung.key === slot.exerciseKey || slot.prescriptions.length === 0) return [];
      const prescriptions = slot.prescriptions.map((one) => unloaded(one, rung));
      return [{ ...place, exerciseKey: rung.key, text: printCell({ kind: 'sets', prescriptions }) }];
    }),
  );
