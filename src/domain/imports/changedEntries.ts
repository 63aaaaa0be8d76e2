import type { ActivityFacts, DraftWellness } from './draft.ts';
import { unlike, type ComparedSet } from './grownSession.ts';

/** A field that an entry which is here already has otherwise in a file. Values as text: metres, seconds, kilograms. */
export interface ChangedField {
  readonly field: string;
  /** Absent: nothing is here. */
  readonly here?: string | undefined;
  readonly inFile: string;
}

export const RUN_FIELDS = [
  'performedOn',
  'timeOfDay',
  'title',
  'sport',
  'distanceM',
  'movingS',
  'elapsedS',
  'averageHr',
  'maxHr',
  'cadenceSpm',
  'ascentM',
  'powerW',
  'rpe',
  'notes',
] as const satisfies readonly (keyof ActivityFacts)[];

/** Of a ride or a swim less is kept. */
export const OTHER_FIELDS = [
  'performedOn',
  'timeOfDay',
  'title',
  'sport',
  'distanceM',
  'movingS',
  'notes',
] as const satisfies readonly (keyof ActivityFacts)[];

export const WELLNESS_FIELDS = [
  'measuredOn',
  'timeOfDay',
  'bodyMassKg',
  'bodyFatPercent',
  'restingHr',
  'hrvMs',
  'hrvScore',
  'sleepS',
  'sleepScore',
  'readinessScore',
  'steps',
  'intakeKcal',
] as const satisfies readonly (keyof DraftWellness)[];

export const SESSION_FIELDS = ['durationS', 'notes'] as const;

type Value = string | number | boolean | undefined;

/** Numbers that went to a file and back may differ in their last digits. */
const isSame = (here: Value, inFile: Value): boolean =>
  typeof here === 'number' && typeof inFile === 'number'
    ? Math.abs(here - inFile) <= 1e-6 * Math.max(1, Math.abs(here))
    : here === inFile;

/** The fields that a file says otherwise. What it does not say is no change: an export with fewer columns takes nothing back. */
export const changedFields = <F extends string>(
  fields: readonly F[],
  here: Readonly<Partial<Record<F, Value>>>,
  inFile: Readonly<Partial<Record<F, Value>>>,
): ChangedField[] =>
  fields.flatMap((field) => {
    const [before, after] = [here[field], inFile[field]];
    if (after === undefined || isSame(before, after)) return [];
    return [{ field, inFile: String(after), ...(before === undefined ? {} : { here: String(before) }) }];
  });

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const setWords = ({ exercise, kind, loadKg, reps, durationS, distanceM }: ComparedSet): string =>
  [
    exercise,
    loadKg === undefined ? '' : `${rounded(loadKg)} kg`,
    reps === undefined ? '' : `× ${reps}`,
    durationS === undefined ? '' : `${rounded(durationS)} s`,
    distanceM === undefined ? '' : `${rounded(distanceM)} m`,
    kind === 'work' ? '' : `(${kind})`,
  ]
    .filter((part) => part !== '')
    .join(' ');

/** So many sets are told one by one. */
const SETS_TOLD = 4;

const listOf = (sets: readonly ComparedSet[]): string => {
  const told = sets.slice(0, SETS_TOLD).map(setWords).join(', ');
  return sets.length > SETS_TOLD ? `${told} and ${sets.length - SETS_TOLD} more` : told;
};

/** What the sets of a session are in the file and not here, and the other way round; a file with some of them less says nothing. */
export const changedSets = (here: readonly ComparedSet[], inFile: readonly ComparedSet[]): ChangedField[] => {
  const onlyInFile = unlike(inFile, here);
  if (onlyInFile.length === 0) return [];
  const onlyHere = unlike(here, inFile);
  return [
    {
      field: 'sets',
      inFile: listOf(onlyInFile),
      ...(onlyHere.length === 0 ? {} : { here: listOf(onlyHere) }),
    },
  ];
};

/**
 * One number by which it shows at once that two lists of sets are the same, in whatever order, without comparing them one by one. Of
 * a set it is `(r + 17.3)² (l + 31.7) + 7.1 d + 0.17 d² + 3.3 m + 0.13 m² + 101.9 n + 1013 w + 5003`: repetitions, load in kilograms,
 * seconds, metres, letters of the name, and 1 for a work set. The squares are for sets of which one loses what the other gains.
 */
export const fingerprintOf = (sets: Iterable<ComparedSet>): number => {
  let sum = 0;
  for (const { exercise, kind, loadKg = 0, reps = 0, durationS = 0, distanceM = 0 } of sets) {
    sum += (reps + 17.3) * (reps + 17.3) * (loadKg + 31.7);
    sum += durationS * (7.1 + 0.17 * durationS) + distanceM * (3.3 + 0.13 * distanceM);
    sum += exercise.length * 101.9 + (kind === 'work' ? 1013 : 0) + 5003;
  }
  return sum;
};

/** Whether these are fingerprints of the same sets, added up in another order. */
export const areSameFingerprints = (left: number, right: number): boolean =>
  Math.abs(left - right) <= 1e-9 * Math.max(1, left);
