import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';

export type Roll = OutputOf<Contract['sheets']['roll']>;
/** One athlete on one sheet: who has a plan and an addition stands here twice. */
export type SheetEntry = Roll['entries'][number];
export type WithoutSheet = Roll['without'][number];

/** What tells an entry from all others of the roll. */
export const entryKey = ({ athleteId, title, mark }: SheetEntry): string =>
  `${athleteId} ${title} ${mark?.sheetCode ?? ''}`;

/** How a pile is ordered. */
export type PileOrder = 'name' | 'group';

const groupOf = ({ groups }: SheetEntry): string => groups.toSorted().at(0) ?? '\u{10ffff}';

/** By name as the roll comes, or with those of one group together; who is in none comes last. */
export const inPile = (entries: readonly SheetEntry[], order: PileOrder): readonly SheetEntry[] =>
  order === 'name' ? entries : entries.toSorted((a, b) => groupOf(a).localeCompare(groupOf(b), 'en'));
