import { plainText } from '../../domain/kernel/plainText.ts';
import type { RosterRow } from './statusText.ts';

export const COLUMNS = [
  'athlete',
  'status',
  'consistency',
  'lifted',
  'week',
  'squat',
  'hinge',
  'running',
  'race',
] as const;

export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly by: Column;
  readonly isDescending: boolean;
}

const LAST = Number.POSITIVE_INFINITY;

/** What a column is sorted by; the smaller comes first. Athletes of whom nothing is known come last. */
const keyOf = (row: RosterRow, by: Column): number => {
  switch (by) {
    case 'athlete':
      return 0;
    case 'status':
      return -row.need;
    case 'consistency':
      return row.consistency?.index ?? LAST;
    case 'lifted':
      return row.liftedWeeks;
    case 'week':
      return row.week.planned === 0 ? LAST : row.week.done / row.week.planned;
    case 'squat':
      return row.squat?.trendKg ?? LAST;
    case 'hinge':
      return row.hinge?.trendKg ?? LAST;
    case 'running':
      return row.runWeeksM.at(-2) ?? 0;
    case 'race':
      return row.nextRace?.days ?? LAST;
  }
};

/** Rows in the wanted order; the same value keeps names in order, and unknowns stay last either way round. */
export const inOrder = (rows: readonly RosterRow[], { by, isDescending }: Order): RosterRow[] => {
  const turn = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a, by), keyOf(b, by)];
    if (left !== right) {
      if (left === LAST) return 1;
      if (right === LAST) return -1;
      return (left - right) * turn;
    }
    const names = a.name.localeCompare(b.name);
    return by === 'athlete' ? names * turn : names;
  });
};

/** Rows that bear every typed word in their name, groups or tags. */
export const matching = (rows: readonly RosterRow[], typed: string): readonly RosterRow[] => {
  const words = plainText(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = plainText([row.name, ...row.groups, ...row.tags].join(' '));
    return words.every((word) => text.includes(word));
  });
};
