import { ok } from '../../domain/kernel/result.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from './exerciseStore.ts';

export const exerciseHandlers: ServiceHandlers['exercises'] = {
  list: (_, { db }) => ok({ exercises: listExercises(db).map(({ exerciseId: _id, ...exercise }) => exercise) }),
};
