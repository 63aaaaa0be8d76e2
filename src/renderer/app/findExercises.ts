import type { Exercise, Pattern } from '../../domain/exercises/exercise.ts';
import { nameKey } from '../../domain/exercises/nameKey.ts';
import { needsNoGym } from '../../domain/exercises/noGym.ts';
import { SYNONYM_NAMES, SYNONYMS } from '../../domain/exercises/synonyms.ts';
import { plainText } from '../../domain/kernel/plainText.ts';
import { rankByName } from './rankByName.ts';

/** What the list is narrowed to. `needs` is an item, or nothing a home lacks. */
export interface ExerciseFilter {
  readonly typed: string;
  readonly pattern: Pattern | 'all';
  readonly needs: string;
}

/** Values of `needs` that are not items. */
export const ANY_EQUIPMENT = '*';
export const NO_GYM = '-';

export const synonymsOf = (key: string): readonly string[] =>
  SYNONYM_NAMES.filter((one) => one.key === key).map((one) => one.name);

const meets = (exercise: Exercise, { pattern, needs }: ExerciseFilter): boolean => {
  if (pattern !== 'all' && exercise.pattern !== pattern) return false;
  if (needs === ANY_EQUIPMENT) return true;
  return needs === NO_GYM ? needsNoGym(exercise) : exercise.equipment.some((group) => group.includes(needs));
};

/**
 * The exercises a coach looks for, best first: by name, by what apps call them (“RDL”, “Hex Bar Deadlift”), and by words in any
 * order (“loaded calf”). A name that is surely one exercise brings that one first; only when nothing holds what was typed may
 * letters be left out.
 */
export const findExercises = (exercises: readonly Exercise[], filter: ExerciseFilter): Exercise[] => {
  const among = exercises.filter((exercise) => meets(exercise, filter));
  const wanted = plainText(filter.typed.trim());
  if (wanted === '') return among;
  const surely = SYNONYMS.get(nameKey(filter.typed));
  const byName = rankByName(filter.typed, among, among.length);
  const containing = byName.filter((exercise) => plainText(exercise.name).includes(wanted));
  const alsoCalled = among.filter((exercise) =>
    synonymsOf(exercise.key).some((name) => plainText(name).includes(wanted)),
  );
  const words = wanted.split(/[\s,-]+/u).filter((word) => word !== '');
  const inAnyOrder = among.filter(({ key, name }) => {
    const called = plainText([name, ...synonymsOf(key)].join(' '));
    return words.every((word) => called.includes(word));
  });
  const found = new Set([...among.filter((one) => one.key === surely), ...containing, ...alsoCalled, ...inAnyOrder]);
  return found.size > 0 ? [...found] : byName;
};

/** Every item that some exercise asks for. */
export const itemsOf = (exercises: readonly Exercise[]): readonly string[] =>
  [...new Set(exercises.flatMap((exercise) => exercise.equipment.flat()))].toSorted();
