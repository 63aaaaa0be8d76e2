import { readFileSync } from 'node:fs';
import { parseLibrary } from '../../../src/domain/exercises/library.ts';
import type { Exercise } from '../../../src/domain/exercises/exercise.ts';

const resource = (name: string): string => readFileSync(new URL(`../../../resources/${name}`, import.meta.url), 'utf8');

/** The library as it ships. */
export const LIBRARY = parseLibrary(resource('exercises.csv'), resource('cues.csv'));

/** Keys that the file of cues names. */
export const CUE_KEYS = resource('cues.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[0]);

export const exerciseOf = (key: string): Exercise => {
  const exercise = LIBRARY.find((one) => one.key === key);
  if (exercise === undefined) throw new Error(`no exercise ${key}`);
  return exercise;
};
