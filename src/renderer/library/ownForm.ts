import type { Contract } from '../../contract/contract.ts';
import type { InputOf } from '../../contract/derive.ts';
import type { Exercise, LoadMode, Pattern, Stress } from '../../domain/exercises/exercise.ts';
import { parseEquipment } from '../../domain/exercises/library.ts';
import { itemOf, itemWord } from '../../domain/exercises/equipment.ts';
import { STRESS_WORDS } from './exerciseWords.ts';

/** An exercise of the coach's own as it is being written. */
export interface OwnForm {
  readonly name: string;
  readonly pattern: Pattern;
  /** In words, a comma for and, a slash for or: `dumbbells / kettlebells, box`. */
  readonly needs: string;
  readonly isUnilateral: boolean;
  readonly level: '1' | '2' | '3' | '4' | '5';
  readonly usualDose: string;
  readonly restS: number | undefined;
  readonly loadMode: LoadMode;
  /** One cue a line. */
  readonly cues: string;
  /** Separated by commas. */
  readonly muscles: string;
  /** What it asks of each region, 0 to 3; what nobody has said is absent. */
  readonly stress: Partial<Record<keyof Stress, number | undefined>>;
  readonly regressKey: string | undefined;
  readonly progressKey: string | undefined;
}

const LEVELS = ['1', '2', '3', '4', '5'] as const;

const MOST_CUES = 3;

const LONGEST_CUE = 60;

export const blankForm: OwnForm = {
  name: '',
  pattern: 'other',
  needs: '',
  isUnilateral: false,
  level: '2',
  usualDose: '',
  restS: undefined,
  loadMode: 'kg',
  cues: '',
  muscles: '',
  stress: {},
  regressKey: undefined,
  progressKey: undefined,
};

export const formOf = (exercise: Exercise): OwnForm => ({
  name: exercise.name,
  pattern: exercise.pattern,
  needs: exercise.equipment.map((group) => group.map(itemWord).join(' / ')).join(', '),
  isUnilateral: exercise.isUnilateral,
  level: LEVELS[exercise.level - 1] ?? '3',
  usualDose: exercise.usualDose,
  restS: exercise.restS,
  loadMode: exercise.loadMode,
  cues: exercise.cues.join('\n'),
  muscles: exercise.muscles.join(', '),
  stress: exercise.stress ?? {},
  regressKey: exercise.regressKey,
  progressKey: exercise.progressKey,
});

const cueLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const muscleNames = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');

/** All six regions, or nothing: half a rating would count the rest as none. */
const ratedStress = ({ stress }: OwnForm): Stress | undefined => {
  const { K, A, H, G, L, I } = stress;
  if (K === undefined || A === undefined || H === undefined) return undefined;
  return G === undefined || L === undefined || I === undefined ? undefined : { K, A, H, G, L, I };
};

/** What still stands in the way, apart from a missing name, as a sentence for the coach. */
export const objectionTo = (form: OwnForm): string | undefined => {
  if (form.usualDose.trim().length > 40) return 'Write the usual dose in 40 letters or fewer.';
  const groups = parseEquipment(form.needs);
  if (groups.length > 6 || groups.some((group) => group.length > 8 || group.some((item) => item.length > 40))) {
    return 'Name what it needs in fewer words: six things at most, each with up to eight others in its place.';
  }
  const cues = cueLines(form.cues);
  if (cues.length > MOST_CUES) return `There are ${cues.length} cues. Keep the ${MOST_CUES} that matter most.`;
  const long = cues.find((cue) => cue.length > LONGEST_CUE);
  if (long !== undefined) return `Shorten “${long}” to ${LONGEST_CUE} letters or fewer.`;
  const muscles = muscleNames(form.muscles);
  if (muscles.length > 12 || muscles.some((muscle) => muscle.length > 40)) {
    return 'Name at most twelve muscles, each in 40 letters or fewer.';
  }
  const hasSome = STRESS_WORDS.some(({ letter }) => form.stress[letter] !== undefined);
  if (hasSome && ratedStress(form) === undefined) return 'Rate what it asks of all six regions, or of none.';
  return undefined;
};

export const asOwnExercise = (form: OwnForm): InputOf<Contract['exercises']['addOwn']>['exercise'] => ({
  name: form.name.trim(),
  pattern: form.pattern,
  equipment: parseEquipment(form.needs.toLowerCase())
    .map((group) => group.filter((item) => item !== '').map(itemOf))
    .filter((group) => group.length > 0),
  isUnilateral: form.isUnilateral,
  level: Number(form.level),
  usualDose: form.usualDose.trim(),
  restS: form.restS,
  loadMode: form.loadMode,
  cues: cueLines(form.cues),
  muscles: muscleNames(form.muscles),
  stress: ratedStress(form),
  regressKey: form.regressKey,
  progressKey: form.progressKey,
});
