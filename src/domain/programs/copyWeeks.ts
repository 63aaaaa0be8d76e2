import type { ProgramEdit } from './programEdit.ts';

type CopyEdit = Extract<ProgramEdit, { readonly kind: 'copyWeek' }>;

export interface CopyOrder {
  /** From 1, both ends included. */
  readonly fromWeek: number;
  readonly toWeek: number;
  /** The week after which they come; 0: before the first. */
  readonly after: number;
  readonly times: number;
  readonly as: CopyEdit['as'];
}

/**
 * Some weeks copied together after a week, as often as is wanted, in their order. Where the copies come before the originals, these
 * move on with every copy, and are followed.
 */
export const copyWeeks = ({ fromWeek, toWeek, after, times, as }: CopyOrder): readonly CopyEdit[] => {
  const count = toWeek - fromWeek + 1;
  return Array.from({ length: count * times }, (_, made): CopyEdit => {
    const original = fromWeek + (made % count);
    // Those that were made so far stand in front of every original that comes after the place they were put.
    return { kind: 'copyWeek', week: original > after ? original + made : original, after: after + made, as };
  });
};
