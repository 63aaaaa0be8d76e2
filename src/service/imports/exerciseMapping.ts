import type { z } from 'zod';
import type { exerciseDecision, exerciseQuestion } from '../../contract/schemas/imports.ts';
import { matchExercise, patternGuess } from '../../domain/exercises/matchName.ts';
import { nameKey } from '../../domain/exercises/nameKey.ts';
import { ownKey } from '../../domain/exercises/ownKey.ts';
import { setsByExerciseOf, type ImportDraft } from '../../domain/imports/draft.ts';
import {
  deleteUnusedExercise,
  forgetName,
  listExercises,
  rememberedId,
  rememberedNames,
  rememberName,
  saveExercise,
  type StoredExercise,
} from '../exercises/exerciseStore.ts';
import type { ReadDb, WriteDb } from '../db/sql.ts';

export type ExerciseQuestion = z.output<typeof exerciseQuestion>;
type ExerciseDecision = z.output<typeof exerciseDecision>;

const setsByName = (drafts: readonly ImportDraft[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    for (const [exercise, sets] of setsByExerciseOf(draft)) counts.set(exercise, (counts.get(exercise) ?? 0) + sets);
  }
  return counts;
};

/** Every exercise name in the files, how it would be taken, and what else it may be. */
export const exerciseQuestions = (db: ReadDb, drafts: readonly ImportDraft[]): ExerciseQuestion[] => {
  const exercises = listExercises(db);
  const memory = rememberedNames(db);
  const nameOf = new Map(exercises.map((exercise) => [exercise.key, exercise.name]));
  const candidate = (key: string) => ({ exerciseKey: key, name: nameOf.get(key) ?? key });
  return [...setsByName(drafts)].map(([printed, sets]) => {
    const match = matchExercise(printed, exercises, memory);
    if (match.kind === 'known') {
      return { printed, sets, chosen: match.key, why: match.why, candidates: [candidate(match.key)] };
    }
    const candidates = match.kind === 'doubtful' ? match.candidates.map(({ key }) => candidate(key)) : [];
    return { printed, sets, chosen: 'own', why: candidates.length > 0 ? 'similar' : 'new', candidates };
  });
};

/** What an import has taught the store about exercises: enough to unlearn it. */
export interface Learnt {
  readonly exerciseIds: readonly number[];
  readonly names: readonly { readonly nameKey: string; readonly before?: number | undefined }[];
}

export const forgetLearnt = (db: WriteDb, { exerciseIds, names }: Learnt): void => {
  for (const { nameKey: key, before } of names) {
    if (before === undefined) forgetName(db, key);
    else rememberName(db, key, before);
  }
  for (const id of exerciseIds) deleteUnusedExercise(db, id);
};

/**
 * The store's exercise for every name in the files. The coach's decisions come first, then what is known for certain;
 * every other name becomes an exercise of the coach's own, so that no set is lost. Decisions are remembered.
 */
export const settleExercises = (
  db: WriteDb,
  drafts: readonly ImportDraft[],
  decisions: readonly ExerciseDecision[],
): { idOf: (printed: string) => number; questions: readonly ExerciseQuestion[]; learnt: Learnt } => {
  const questions = exerciseQuestions(db, drafts);
  const decided = new Map(decisions.map(({ printed, exerciseKey }) => [printed, exerciseKey]));
  const stored = new Map(listExercises(db).map((exercise): [string, StoredExercise] => [exercise.key, exercise]));
  const idByName = new Map<string, number>();
  const idByNameKey = new Map<string, number>();
  const learnt = { exerciseIds: new Array<number>(), names: new Array<Learnt['names'][number]>() };
  const learn = (key: string, id: number): void => {
    const before = rememberedId(db, key);
    if (before === id) return;
    rememberName(db, key, id);
    learnt.names.push(before === undefined ? { nameKey: key } : { nameKey: key, before });
  };
  for (const { printed, chosen } of questions) {
    const wanted = decided.get(printed) ?? chosen;
    const known = stored.get(wanted)?.exerciseId ?? idByNameKey.get(nameKey(printed));
    const id = known ?? addOwnExercise(db, printed, stored);
    idByName.set(printed, id);
    idByNameKey.set(nameKey(printed), id);
    if (known === undefined) learnt.exerciseIds.push(id);
    if (decided.has(printed) || known === undefined) learn(nameKey(printed), id);
  }
  return {
    questions,
    learnt,
    idOf: (printed) => {
      const id = idByName.get(printed);
      if (id === undefined) throw new Error('a set names an exercise that was never settled');
      return id;
    },
  };
};

const addOwnExercise = (db: WriteDb, printed: string, stored: Map<string, StoredExercise>): number => {
  const key = ownKey(printed, new Set(stored.keys()));
  const exercise = {
    key,
    name: printed.trim(),
    pattern: patternGuess(printed),
    equipment: [],
    isUnilateral: false,
    level: 3,
    muscles: [],
    usualDose: '',
    loadMode: 'kg' as const,
    cues: [],
    stress: undefined,
    isOwn: true,
  };
  const exerciseId = saveExercise(db, exercise);
  stored.set(key, { ...exercise, exerciseId });
  return exerciseId;
};
