import type { ProgramEdit } from '../../domain/programs/programEdit.ts';

/** Every exercise an edit names: the library must have them all. */
export const exercisesNamed = (edit: ProgramEdit): readonly string[] => {
  const { exerciseKey, noGymKey } = { exerciseKey: undefined, noGymKey: undefined, ...edit };
  return [exerciseKey, noGymKey].filter((key) => key !== undefined);
};
