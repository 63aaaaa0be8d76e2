import { LOWER_PATTERNS, type Pattern } from '../exercises/exercise.ts';
import { stressLimit, substituteFor, type PainRegion, type StressedExercise } from './substitution.ts';
import { doseUnderLight, type LiftDose, type ReadinessLight } from './trafficLight.ts';

/** What is left of a slot today. */
export type SparedDose =
  | { readonly kind: 'asPlanned' }
  | { readonly kind: 'lighter'; readonly doses: readonly LiftDose[] }
  | { readonly kind: 'leftOut' };

/** All that red leaves (R8.4): upper body and trunk. */
const KEPT_UNDER_RED: readonly Pattern[] = ['push', 'pull', 'trunk'];

/** Jumps that amber takes away (R8.4). */
const LEFT_OUT_UNDER_AMBER: readonly Pattern[] = ['plyo-med', 'plyo-high'];

/** The gym rounds, not the rule. */
const FINEST_STEP = 0.01;

/** The first sets of a slot stay, the last ones go. */
const firstSets = (doses: readonly LiftDose[], total: number): readonly LiftDose[] => {
  let left = total;
  return doses.flatMap((dose) => {
    const sets = Math.min(dose.sets, left);
    left -= sets;
    return sets > 0 ? [{ ...dose, sets }] : [];
  });
};

/**
 * A slot under today's light (R8.4). Red leaves upper body and trunk; amber makes lower-body lifts lighter and takes medium and
 * hard jumps away; what is no lower-body lift stays as it is. `doses` are the slot's sets in order, each at least 1.
 * `loadable` is the heaviest load the gym has at or below one (R1.7), both in the gym's unit.
 */
export const doseOfSlot = (
  pattern: Pattern,
  doses: readonly LiftDose[],
  today: ReadinessLight,
  loadable: (load: number) => number,
): SparedDose => {
  if (today.light === 'green') return { kind: 'asPlanned' };
  if (today.light === 'red') return { kind: KEPT_UNDER_RED.includes(pattern) ? 'asPlanned' : 'leftOut' };
  if (LEFT_OUT_UNDER_AMBER.includes(pattern)) return { kind: 'leftOut' };
  if (!LOWER_PATTERNS.includes(pattern)) return { kind: 'asPlanned' };
  const planned = doses.reduce((sum, { sets }) => sum + sets, 0);
  const total = doseUnderLight({ sets: planned }, today, FINEST_STEP)?.sets ?? planned;
  const lighter = firstSets(doses, total).map(({ sets, load }): LiftDose => {
    const lighterLoad = doseUnderLight({ sets, load }, today, FINEST_STEP)?.load;
    return lighterLoad === undefined ? { sets } : { sets, load: loadable(lighterLoad) };
  });
  return { kind: 'lighter', doses: lighter };
};

/** What pain makes of an exercise. */
export type Sparing =
  | { readonly kind: 'fine' }
  /** Nobody has rated it: the coach judges. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'swap'; readonly key: string }
  | { readonly kind: 'leaveOut' };

/**
 * Whether an exercise spares a painful region, and what to do when it does not (R8.5). Pain of up to 2 changes nothing; calf
 * pain above 2 takes every jump away. `equipment` is what the athlete has.
 */
export const sparingOf = (
  exercise: StressedExercise,
  exercises: readonly StressedExercise[],
  pain: { readonly region: PainRegion; readonly score: number },
  equipment: readonly string[],
): Sparing => {
  const limit = stressLimit(pain.score);
  if (limit === undefined || pain.score <= 2) return { kind: 'fine' };
  if (pain.region === 'A' && exercise.pattern.startsWith('plyo')) return { kind: 'leaveOut' };
  if (exercise.stress === undefined) return { kind: 'unknown' };
  if (exercise.stress[pain.region] <= limit) return { kind: 'fine' };
  const found = substituteFor(exercise, exercises, { region: pain.region, limit, equipment });
  return found === undefined ? { kind: 'leaveOut' } : { kind: 'swap', key: found.key };
};

/** What to know of a region before choosing for it (R8.5). */
export const REGION_NOTES: Readonly<Record<PainRegion, string>> = {
  K: 'Bend the knee less and let the hips do more.',
  A: 'Holds first, then slow heavy work; no jumps until pain has been 2 or less for two weeks.',
  H: 'Stay out of deep hip bends: bridges and holds before Romanian deadlifts, deficits and Nordics.',
  G: 'Begin with the squeeze between the knees, then the short-lever Copenhagen.',
  L: 'Belt squat, leg press, hip thrust and split squat ask least of the back.',
};
