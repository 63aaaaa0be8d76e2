import type { Exercise } from '../exercises/exercise.ts';
import type { EntryClass, Prescription, ProgressionKind, Slot } from '../programs/program.ts';

/** A way to go on, for people: its name, what it does, and the rules of the science register behind it. */
export interface Progression {
  readonly kind: ProgressionKind;
  readonly name: string;
  readonly does: string;
  readonly rules: readonly string[];
}

/** Every way to go on, in the order in which a coach is offered them. */
export const PROGRESSIONS: readonly Progression[] = [
  {
    kind: 'plan',
    name: 'As written',
    does: 'The weeks stand as they are written; only two missed sessions in a row take load off.',
    rules: ['R2.1', 'R2.5'],
  },
  {
    kind: 'double',
    name: 'Double progression',
    does: 'Repetitions rise until every set reaches the top of the range, then the load rises one step and they begin anew.',
    rules: ['R2.1', 'R2.4', 'R2.5'],
  },
  {
    kind: 'linear',
    name: 'Linear',
    does: 'One step more after each success; a tenth off after two misses. For the first 12 weeks of lifting.',
    rules: ['R2.1'],
  },
  {
    kind: 'acsm',
    name: 'ACSM step',
    does: 'A repetition above the target in the last set, under the effort cap, raises the load by 2.5 or 5 %.',
    rules: ['R2.4', 'R2.5'],
  },
  {
    kind: 'twoForTwo',
    name: '2-for-2',
    does: 'Two repetitions above the target in the last set, in two sessions in a row, raise the load.',
    rules: ['R2.4', 'R2.5'],
  },
  {
    kind: 'autoreg',
    name: 'By RPE',
    does: 'The effort of the last rated set says what the load should have been; the next one follows it.',
    rules: ['R2.1', 'R1.2'],
  },
  {
    kind: 'ladder',
    name: 'Ladder',
    does: 'Repetitions, then sets, then the next harder exercise; the easier one after two weak sessions.',
    rules: ['R2.8'],
  },
  {
    kind: 'isometric',
    name: 'Longer holds',
    does: 'Up to 5 s more a set and never more than 15 %, to 45 s; then a set, then the harder hold.',
    rules: ['R2.9', 'R2.10'],
  },
  {
    kind: 'contacts',
    name: 'More contacts',
    does: 'Up to a fifth more ground contacts, within what a session may hold at that level.',
    rules: ['R2.7'],
  },
  {
    kind: 'wave',
    name: 'Wave',
    does: 'Three weeks up and one down, as written; the next wave a little higher.',
    rules: ['R2.1', 'R2.5'],
  },
  {
    kind: 'dup',
    name: 'Two kinds of day',
    does: 'One session for volume and one for load, as written.',
    rules: ['R2.1', 'R2.5'],
  },
  {
    kind: 'block',
    name: 'Blocks',
    does: 'Each block has its own aim, as written.',
    rules: ['R2.1', 'R2.5'],
  },
];

/** Weeks of lifting in which a step after every success is to be expected (R2.1). */
const LINEAR_WEEKS = 12;

const byBasis = (
  { basis, repsTo }: Prescription,
  exercise: Pick<Exercise, 'loadMode'>,
  athlete: { readonly entryClass: EntryClass; readonly week: number },
): ProgressionKind => {
  const isUnloaded = exercise.loadMode === 'reps' || exercise.loadMode === 'tempo';
  if (basis.kind === 'bodyweight' || (isUnloaded && basis.kind !== 'load')) return 'ladder';
  switch (basis.kind) {
    case 'pct1rm':
    case 'pctTm':
    case 'rm':
    case 'mvc':
      return 'plan';
    case 'rpe':
    case 'rir':
      return 'autoreg';
    case 'load':
    case 'open':
      if (repsTo !== undefined) return 'double';
      return athlete.entryClass === 'A' && athlete.week <= LINEAR_WEEKS ? 'linear' : 'acsm';
  }
};

/**
 * How a slot goes on: as the coach chose, else by what it is [D]. Ground contacts, holds and body weight by their own rules, a
 * repetition range by double progression, an effort by what was felt, per cent as written, a load by steps. `week` counts the
 * program's weeks from 1.
 */
export const progressionOf = (
  slot: Pick<Slot, 'prescriptions' | 'progression'>,
  exercise: Pick<Exercise, 'loadMode'>,
  athlete: { readonly entryClass: EntryClass; readonly week: number },
): ProgressionKind => {
  if (slot.progression !== undefined) return slot.progression;
  const [lead] = slot.prescriptions;
  if (lead === undefined || lead.distanceM !== undefined) return 'plan';
  if (lead.contacts !== undefined) return 'contacts';
  if (lead.holdS !== undefined) return 'isometric';
  return byBasis(lead, exercise, athlete);
};
