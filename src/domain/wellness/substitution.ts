import type { Exercise, Stress } from '../exercises/exercise.ts';
import { canDo } from '../exercises/noGym.ts';

export type StressRegion = keyof Stress;

export const STRESS_REGIONS: readonly StressRegion[] = ['K', 'A', 'H', 'G', 'L', 'I'];

/** Where it can hurt: every region of stress but impact. */
export const PAIN_REGIONS = ['K', 'A', 'H', 'G', 'L'] as const satisfies readonly StressRegion[];

export type PainRegion = (typeof PAIN_REGIONS)[number];

/** What a swap needs to know of an exercise. */
export type StressedExercise = Pick<
  Exercise,
  'key' | 'pattern' | 'equipment' | 'level' | 'muscles' | 'loadMode' | 'isUnilateral' | 'stress'
>;

/** Patterns to look in when the exercise's own has nothing. Jumps: one class down, but see `fallbackOf`. */
const FALLBACKS: Readonly<Record<string, string>> = {
  squat: 'lunge',
  lunge: 'squat',
  hinge: 'hip',
  'plyo-high': 'plyo-med',
  'plyo-med': 'plyo-low',
};

/** Pain in the calf or from impact takes the jumps away, not to an easier class (R8.5 region notes). */
const fallbackOf = ({ pattern }: StressedExercise, region: StressRegion): string | undefined =>
  pattern.startsWith('plyo') && (region === 'A' || region === 'I') ? undefined : FALLBACKS[pattern];

/** The most stress a region in pain may get (R8.5); `undefined` outside pain 0 to 10. Above 5 the stop rule holds as well. */
export const stressLimit = (pain: number): number | undefined => {
  if (!(pain >= 0) || pain > 10) return undefined;
  if (pain > 5) return 0;
  if (pain > 4) return 1;
  return pain > 2 ? 2 : 3;
};

/** `sq_split_goblet` and `sq_split_bw` are of one family. */
const familyOf = (key: string): string => key.split('_').slice(0, 2).join('_');

/** How far a candidate is from what it replaces; 0 is the same (R8.5). */
const distanceFrom = (original: StressedExercise, candidate: StressedExercise): number => {
  const shared = original.muscles.filter((muscle) => candidate.muscles.includes(muscle)).length;
  const overlap = original.muscles.length === 0 ? 0 : shared / original.muscles.length;
  return (
    2 * (1 - overlap) +
    Math.abs(candidate.level - original.level) +
    (familyOf(candidate.key) === familyOf(original.key) ? 0 : 0.5) +
    (candidate.loadMode === original.loadMode ? 0 : 0.25) +
    (candidate.isUnilateral === original.isUnilateral ? 0 : 0.25)
  );
};

/**
 * The nearest exercise that spares a painful region (R8.5): same pattern or its fallback, equipment at hand, no harder, and no
 * more stress there than `limit` (0 to 3). Ties go by key. `undefined` when there is none: the slot is dropped, and said so.
 */
export const substituteFor = (
  original: StressedExercise,
  exercises: readonly StressedExercise[],
  need: { readonly region: StressRegion; readonly limit: number; readonly equipment: readonly string[] },
): StressedExercise | undefined => {
  const allowed = exercises.filter(
    (one) =>
      one.key !== original.key &&
      one.level <= original.level &&
      // An exercise that nobody has rated: no stress known is not no stress.
      one.stress !== undefined &&
      one.stress[need.region] <= need.limit &&
      canDo(one, need.equipment),
  );
  const nearestOf = (pattern: string | undefined): StressedExercise | undefined =>
    allowed
      .filter((one) => one.pattern === pattern)
      .toSorted((a, b) => distanceFrom(original, a) - distanceFrom(original, b) || (a.key < b.key ? -1 : 1))
      .at(0);
  return nearestOf(original.pattern) ?? nearestOf(fallbackOf(original, need.region));
};
