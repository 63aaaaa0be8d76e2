import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { ownExercise } from '../../contract/schemas/program.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { ladderLoops } from '../../domain/exercises/library.ts';
import { ownKey } from '../../domain/exercises/ownKey.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { z } from 'zod';
import type { ServiceHandlers } from '../deps.ts';
import {
  archiveExercise,
  deleteUnusedExercise,
  leaveLadders,
  listExercises,
  saveExercise,
  updateOwnExercise,
  usesOf,
  type StoredExercise,
} from './exerciseStore.ts';

type OwnExercise = z.output<typeof ownExercise>;

const plain = (name: string): string => name.normalize('NFC').toLocaleLowerCase();

/** Why an exercise cannot stand among the others as the coach wants it; `undefined` when it can. */
const objectionTo = (exercise: Exercise, exercises: readonly StoredExercise[]) => {
  const others = exercises.filter((one) => one.key !== exercise.key);
  const { name } = exercise;
  if (others.some((one) => plain(one.name) === plain(name))) {
    return fail({ tag: 'NameTaken' as const, name, by: 'exercise' as const });
  }
  const known = new Set([...others.map((one) => one.key), exercise.key]);
  const missing = [exercise.regressKey, exercise.progressKey].find((key) => key !== undefined && !known.has(key));
  if (missing !== undefined) return fail({ tag: 'ExerciseNotFound' as const, exerciseKey: missing });
  return ladderLoops(exercise, others) ? fail({ tag: 'LadderLoops' as const, name }) : undefined;
};

/** The coach's words as an exercise. */
const asExercise = (said: OwnExercise, key: string): Exercise => ({
  ...said,
  regressKey: said.regressKey,
  progressKey: said.progressKey,
  restS: said.restS,
  stress: said.stress,
  key,
  isOwn: true,
});

/** An exercise the coach may change: there, and their own. */
const ownOne = (exercises: readonly StoredExercise[], exerciseKey: string) => {
  const found = exercises.find((one) => one.key === exerciseKey);
  if (found === undefined) return fail({ tag: 'ExerciseNotFound' as const, exerciseKey });
  return found.isOwn ? ok(found) : fail({ tag: 'ExerciseShipped' as const, name: found.name });
};

const withoutId = ({
  exerciseId: _id,
  ...exercise
}: StoredExercise): OutputOf<Contract['exercises']['list']>['exercises'][number] => ({
  ...exercise,
  equipment: exercise.equipment.map((group) => [...group]),
  muscles: [...exercise.muscles],
  cues: [...exercise.cues],
});

export const exerciseHandlers: ServiceHandlers['exercises'] = {
  list: (_, { db }) => ok({ exercises: listExercises(db).map(withoutId) }),

  addOwn: ({ exercise: said }, { db }) => {
    const exercises = listExercises(db);
    const exercise = asExercise(said, ownKey(said.name, new Set(exercises.map((one) => one.key))));
    const objection = objectionTo(exercise, exercises);
    if (objection !== undefined) return objection;
    saveExercise(db, exercise);
    return ok({ exerciseKey: exercise.key });
  },

  editOwn: ({ exerciseKey, exercise: said }, { db }) => {
    const exercises = listExercises(db);
    const found = ownOne(exercises, exerciseKey);
    if (!found.ok) return found;
    const exercise = asExercise(said, exerciseKey);
    const objection = objectionTo(exercise, exercises);
    if (objection !== undefined) return objection;
    updateOwnExercise(db, { ...exercise, exerciseId: found.value.exerciseId });
    return ok({});
  },

  archive: ({ exerciseKey, isArchived }, { db }) => {
    const found = listExercises(db).find(({ key }) => key === exerciseKey);
    if (found === undefined) return fail({ tag: 'ExerciseNotFound', exerciseKey });
    archiveExercise(db, found.exerciseId, isArchived);
    return ok({});
  },

  removeOwn: ({ exerciseKey }, { db }) => {
    const found = ownOne(listExercises(db), exerciseKey);
    if (!found.ok) return found;
    const { exerciseId, name } = found.value;
    const uses = usesOf(db, exerciseId);
    if (uses.sets + uses.slots + uses.tests > 0) return fail({ tag: 'ExerciseInUse', name, ...uses });
    leaveLadders(db, exerciseKey);
    deleteUnusedExercise(db, exerciseId);
    return ok({});
  },
};
