import { canDo, needsNoGym } from '../exercises/noGym.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { EntryClass } from './program.ts';
import type { RampLifts } from './startRamp.ts';

/** Candidates in order of preference; the last of each needs no gym, except for pulling. */
type Preferences = Readonly<Record<keyof RampLifts, readonly string[]>>;

/** Hinges by what there is: trap bar, barbell, dumbbells, kettlebell, nothing. */
const HINGES = ['hi_trap', 'hi_rdl_bb', 'hi_rdl_db', 'hi_kb_dl', 'hi_goodam_bw'];

const PULLS = ['pl_db_row', 'pl_inv_row', 'pl_pulldown', 'pl_band_row'];

/** New lifters learn the squat with a weight in front or a machine, and stay on their own weight elsewhere. */
const NOVICE: Preferences = {
  squat: ['sq_goblet', 'sq_half', 'sq_legpress', 'sq_smith', 'sq_tempo_bw'],
  hinge: HINGES,
  calf: ['cf_raise_1', 'cf_soleus_bw'],
  push: ['pu_incline', 'pu_full', 'pu_knee'],
  pull: PULLS,
  trunk: ['tr_plank'],
};

const EXPERIENCED: Preferences = {
  squat: ['sq_back', 'sq_safety', 'sq_smith', 'sq_legpress', 'sq_goblet', 'sq_tempo_bw'],
  hinge: HINGES,
  calf: ['cf_raise_1_db', 'cf_raise_smith', 'cf_raise_1', 'cf_soleus_bw'],
  push: ['pu_full'],
  pull: PULLS,
  trunk: ['tr_plank'],
};

/**
 * The lifts of the ramp that the equipment allows [D]: the first of the class's list that can be done.
 * Classes B and C squat with a bar when there is one; class A starts with a goblet squat.
 */
export const chooseLifts = (
  exercises: readonly Exercise[],
  equipment: readonly string[],
  entryClass: EntryClass,
): RampLifts => {
  const preferences = entryClass === 'A' ? NOVICE : EXPERIENCED;
  const byKey = new Map(exercises.map((exercise) => [exercise.key, exercise]));
  const isPossible = (key: string): boolean => {
    const exercise = byKey.get(key);
    if (exercise === undefined || exercise.isArchived === true) return false;
    return canDo(exercise, equipment) || needsNoGym(exercise);
  };
  const choose = (place: keyof RampLifts): string | undefined => preferences[place].find(isPossible);
  const pull = choose('pull');
  return {
    squat: choose('squat') ?? 'sq_tempo_bw',
    hinge: choose('hinge') ?? 'hi_goodam_bw',
    calf: choose('calf') ?? 'cf_soleus_bw',
    push: choose('push') ?? 'pu_full',
    trunk: choose('trunk') ?? 'tr_plank',
    ...(pull === undefined ? {} : { pull }),
  };
};
