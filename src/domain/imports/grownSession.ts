import type { SetFacts } from './draft.ts';

/** What of a set tells it from the others of its session. Load in kilograms, duration in seconds, distance in metres. */
export type ComparedSet = Pick<SetFacts, 'exercise' | 'kind' | 'loadKg' | 'reps' | 'durationS' | 'distanceM'>;

const rounded = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(3));

const signature = ({ exercise, kind, loadKg, reps, durationS, distanceM }: ComparedSet): string =>
  [exercise, kind, ...[loadKg, reps, durationS, distanceM].map(rounded)].join('|');

/** The sets of the first list that have none like them left in the second: two equal ones need two there. */
export const unlike = <S extends ComparedSet>(sets: readonly S[], others: readonly ComparedSet[]): readonly S[] => {
  const open = new Map<string, number>();
  for (const set of others) open.set(signature(set), (open.get(signature(set)) ?? 0) + 1);
  return sets.filter((set) => {
    const left = open.get(signature(set)) ?? 0;
    if (left > 0) open.set(signature(set), left - 1);
    return left === 0;
  });
};

/**
 * The sets that a later export has beyond those of an earlier one: a session that was exported half-way, or a day on which
 * somebody lifted again. `undefined`: a set that was there is not in the later export, so that it is another account of the
 * session and not a longer one.
 */
export const setsBeyond = (
  before: readonly ComparedSet[],
  later: readonly SetFacts[],
): readonly SetFacts[] | undefined => (unlike(before, later).length > 0 ? undefined : unlike(later, before));
