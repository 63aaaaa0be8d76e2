import type { Exercise } from '../../domain/exercises/exercise.ts';
import { massIn, roundTo, type MassUnit } from '../../domain/kernel/quantity.ts';
import { loadInGym } from '../../domain/programs/gymLoad.ts';
import { estimateOfSet } from '../../domain/strength/setEstimate.ts';
import type { DoneSet, PlannedSet } from '../../domain/typeIn/plannedSet.ts';
import { estimate, load } from '../format.ts';
import type { AthleteToType } from './typing.ts';

/** `5 × 92.5 kg @8`, `30 s`, `20 m × 24 kg`. */
export const setWords = ({ reps, holdS, distanceM, loadKg, rpe }: DoneSet, unit: MassUnit): string => {
  const amount = [
    reps === undefined ? '' : String(reps),
    holdS === undefined ? '' : `${holdS} s`,
    distanceM === undefined ? '' : `${distanceM} m`,
  ].filter((part) => part !== '');
  const mass = loadKg === undefined ? [] : [`${load(loadKg, unit)} ${unit}`];
  return `${[...amount, ...mass].join(' × ')}${rpe === undefined ? '' : ` @${rpe}`}`;
};

/** The plan of a box as it stands in it until something is typed: `5×80`. */
export const planWords = (planned: PlannedSet | undefined, unit: MassUnit): string => {
  if (planned === undefined) return '';
  const { reps, holdS, distanceM, loadKg } = planned;
  const amount = [
    reps === undefined ? '' : String(reps),
    holdS === undefined ? '' : `${holdS}s`,
    distanceM === undefined ? '' : `${distanceM}m`,
  ].filter((part) => part !== '');
  return [...amount, ...(loadKg === undefined ? [] : [load(loadKg, unit)])].join('×');
};

/** Sets alike told once: `3 × 5 × 80 kg`. */
export const setsWords = (sets: readonly DoneSet[], unit: MassUnit): string => {
  const words = sets.map((set) => setWords(set, unit));
  const runs: { readonly word: string; times: number }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.word === word) last.times += 1;
    else runs.push({ word, times: 1 });
  }
  return runs.map(({ word, times }) => (times === 1 ? word : `${times} sets of ${word}`)).join(', ');
};

const FAR = 0.3;

/** A load so far from its plan that a digit may be wrong. */
const isFar = (set: DoneSet, planned: PlannedSet | undefined): boolean =>
  set.loadKg !== undefined &&
  planned?.loadKg !== undefined &&
  planned.loadKg > 0 &&
  Math.abs(set.loadKg / planned.loadKg - 1) > FAR;

type Lifter = Pick<AthleteToType, 'gym' | 'massUnit'>;

/** `20 + 10 a side`, or what this gym can make instead. */
const plateWords = (loadKg: number, exercise: Pick<Exercise, 'equipment'>, { gym }: Lifter): string => {
  const wanted = roundTo(massIn(gym.unit, loadKg), 2);
  const made = loadInGym(exercise, gym, wanted, 'nearest');
  if (made?.perSide === undefined) return '';
  if (Math.abs(made.load - wanted) > 0.25) return `this bar makes ${made.load} ${gym.unit}, not ${wanted}`;
  return made.perSide.length === 0 ? 'bar alone' : `${made.perSide.join(' + ')} a side`;
};

const maxWords = ({ loadKg, reps, rpe }: DoneSet, unit: MassUnit): string => {
  if (loadKg === undefined || loadKg === 0 || reps === undefined || rpe === undefined) return '';
  const max = estimateOfSet({ kind: 'work', loadKg, reps, rpe });
  return max === undefined ? '' : `e1RM ≈ ${estimate(max.e1rmKg, unit)} ${unit}`;
};

export interface EchoParts {
  readonly reading: string;
  readonly more: readonly string[];
  readonly warning?: string | undefined;
}

/** What a box means: its sets, the plates of the heaviest, the maximum it speaks for, and whether it looks like a slip. */
export const echoOf = (
  sets: readonly DoneSet[],
  planned: PlannedSet | undefined,
  exercise: Pick<Exercise, 'equipment'> | undefined,
  lifter: Lifter,
): EchoParts => {
  const unit = lifter.massUnit;
  const heaviest = sets.toSorted((a, b) => (b.loadKg ?? 0) - (a.loadKg ?? 0))[0];
  if (heaviest === undefined) return { reading: 'not done', more: [] };
  const plates =
    heaviest.loadKg === undefined || heaviest.loadKg === 0 || exercise === undefined
      ? ''
      : plateWords(heaviest.loadKg, exercise, lifter);
  const far = sets.find((set) => isFar(set, planned));
  return {
    reading: setsWords(sets, unit),
    more: [plates, maxWords(heaviest, unit)].filter((part) => part !== ''),
    ...(far === undefined ? {} : { warning: `far from the planned ${load(planned?.loadKg ?? 0, unit)} ${unit}` }),
  };
};
