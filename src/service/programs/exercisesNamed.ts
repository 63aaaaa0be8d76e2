import type { ProgramEdit } from '../../domain/programs/programEdit.ts';

/** Every exercise an edit names: the library must have them all. */
export const exercisesNamed = (edit: ProgramEdit): readonly string[] => {
  if (edit.kind === 'replace') {
    const rows = edit.blocks.flatMap(({ sessions }) => sessions.flatMap((session) => session.rows));
    return rows.flatMap((row) => [row.exerciseKey, ...(row.noGymKey === undefined ? [] : [row.noGymKey])]);
  }
  const { exerciseKey, noGymKey } = { exerciseKey: undefined, noGymKey: undefined, ...edit };
  return [exerciseKey, noGymKey].filter((key) => key !== undefined);
};
