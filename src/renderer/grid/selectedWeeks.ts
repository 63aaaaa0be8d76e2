import type { Grid } from './useGrid.ts';

export interface WeekRange {
  readonly fromWeek: number;
  readonly toWeek: number;
}

/** The weeks of the selection, from 1; of the left columns, the first. */
export const weeksIn = ({ rectangle }: Grid): WeekRange => ({
  fromWeek: Math.max(1, rectangle.fromColumn + 1),
  toWeek: Math.max(1, rectangle.toColumn + 1),
});

export const weeksText = ({ fromWeek, toWeek }: WeekRange): string =>
  fromWeek === toWeek ? `week ${fromWeek}` : `weeks ${fromWeek} to ${toWeek}`;
