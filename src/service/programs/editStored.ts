import type { ProgramId } from '../../domain/kernel/ids.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { editProgram } from '../../domain/programs/editProgram.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb, WriteDb } from '../db/sql.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { exercisesNamed } from './exercisesNamed.ts';
import { idFinder, programOf, saveProgram } from './programEditStore.ts';
import { findProgram } from './programStore.ts';
import { programWeeks } from './programWeekStore.ts';

/** The numbers of all exercises in the file, by key. */
export const exerciseIds = (db: ReadDb): ReadonlyMap<string, number> =>
  new Map(listExercises(db).map((exercise) => [exercise.key, exercise.exerciseId]));

/** A program as somebody looked at it. */
interface Looked {
  readonly programId: ProgramId;
  readonly revision: number;
}

/** A program to be changed, and what a change is stored with; refused when it was changed elsewhere in the meantime. */
export const openToEdit = (db: ReadDb, { programId, revision }: Looked, idByKey: ReadonlyMap<string, number>) => {
  const stored = findProgram(db, programId);
  if (stored === undefined) return fail({ tag: 'ProgramNotFound' as const, programId });
  if (stored.revision !== revision) {
    const athlete = findAthlete(db, stored.athleteId)?.details.name;
    return fail({
      tag: 'StaleRevision' as const,
      revision: stored.revision,
      ...(athlete === undefined ? {} : { athlete }),
    });
  }
  return ok({ stored, program: programOf(stored, programWeeks(db, programId)), idOf: idFinder(idByKey) });
};

/** Makes some edits of a stored program, all of them or none. */
export const editStored = (
  db: WriteDb,
  { edits, ...looked }: Looked & { readonly edits: readonly ProgramEdit[] },
  idByKey: ReadonlyMap<string, number>,
) => {
  const opened = openToEdit(db, looked, idByKey);
  if (!opened.ok) return opened;
  const { program, idOf } = opened.value;
  const unknown = edits.flatMap(exercisesNamed).find((key) => !idByKey.has(key));
  if (unknown !== undefined) return fail({ tag: 'ExerciseNotFound' as const, exerciseKey: unknown });
  const edited = editProgram(program, edits);
  if (!edited.ok) return fail({ tag: 'SlotNotFound' as const, ...edited.error });
  saveProgram(db, looked.programId, program, edited.value.program, idOf);
  return ok({ revision: looked.revision + 1, faults: edited.value.faults });
};
