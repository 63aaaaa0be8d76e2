import type { ProgramId } from '../../domain/kernel/ids.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { ReadDb } from '../db/sql.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { programOf } from './programEditStore.ts';
import { findProgram } from './programStore.ts';
import { programWeeks } from './programWeekStore.ts';

/** A program to be changed, and what a change is stored with; refused when it was changed elsewhere in the meantime. */
export const openToEdit = (db: ReadDb, programId: ProgramId, revision: number) => {
  const stored = findProgram(db, programId);
  if (stored === undefined) return fail({ tag: 'ProgramNotFound' as const, programId });
  if (stored.revision !== revision) return fail({ tag: 'StaleRevision' as const, revision: stored.revision });
  const idByKey = new Map(listExercises(db).map((exercise) => [exercise.key, exercise.exerciseId]));
  return ok({ stored, program: programOf(stored, programWeeks(db, programId)), idByKey });
};
