import { readFileSync } from 'node:fs';
import { parseLibrary } from '../../../src/domain/exercises/library.ts';
import type { Exercise } from '../../../src/domain/exercises/exercise.ts';

/** The library as it ships. */
export const LIBRARY = parseLibrary(readFileSync(new URL('../../../resources/exercises.csv', import.meta.url), 'utf8'));

export const exerciseOf = (key: string): Exercise => {
  const exercise = LIBRARY.find((one) => one.key === key);
  if (exercise === undefined) throw new Error(`no exercise ${key}`);
  return exercise;
};
