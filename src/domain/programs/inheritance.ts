import type { Program, Slot } from './program.ts';
import { printCell } from './shorthand.ts';
import { weeksOf } from './weekWalk.ts';
import { cellOf } from './workOut.ts';

/** Where a cell of a copy stands to its template; what is not named is inherited. */
export type CellOrigin = 'changed' | 'own' | 'orphaned';

/** A cell of the template a copy was made from; `week` counts from 1. */
export interface BasePlace {
  readonly week: number;
  readonly session: string;
  readonly label: string;
}

export interface BaseCell extends BasePlace {
  readonly exerciseKey: string;
  readonly text: string;
}

export const placeKey = ({ week, session, label }: BasePlace): string => `${week}\n${session}\n${label}`;

const cellIn = (week: number, session: string, slot: Slot): BaseCell => ({
  week,
  session,
  label: slot.label,
  exerciseKey: slot.exerciseKey,
  text: printCell(cellOf(slot)),
});

/** Every cell of a program by its place; weeks by `weekAt`, those without one left out. */
export const cellsOf = (
  program: Pick<Program, 'blocks'>,
  weekAt: (ordinal: number, baseWeek: number | undefined) => number | undefined,
): ReadonlyMap<string, BaseCell> =>
  new Map(
    weeksOf(program).flatMap((week, index) => {
      const number = weekAt(index + 1, week.baseWeek);
      if (number === undefined) return [];
      return week.sessions.flatMap((session) =>
        session.slots.map((slot) => {
          const cell = cellIn(number, session.name, slot);
          return [placeKey(cell), cell] as const;
        }),
      );
    }),
  );

export const isSameCell = (a: BaseCell | undefined, b: BaseCell | undefined): boolean =>
  a?.exerciseKey === b?.exerciseKey && a?.text === b?.text;

type PlacedOrigin = BasePlace & { readonly origin: CellOrigin };

/**
 * Cells of a copy that are not as they were inherited: changed here, added here, or orphaned, which the template no longer has.
 * `week` is the copy's own, from 1.
 */
export const originsOf = (
  copy: Pick<Program, 'blocks'>,
  base: ReadonlyMap<string, BaseCell>,
  fresh: ReadonlyMap<string, BaseCell> = base,
): readonly PlacedOrigin[] =>
  weeksOf(copy).flatMap((week, index) =>
    week.sessions.flatMap((session) =>
      session.slots.flatMap((slot): PlacedOrigin[] => {
        const place = { week: index + 1, session: session.name, label: slot.label };
        if (week.baseWeek === undefined) return [{ ...place, origin: 'own' }];
        const cell = cellIn(week.baseWeek, session.name, slot);
        const inherited = base.get(placeKey(cell));
        if (inherited === undefined) return [{ ...place, origin: 'own' }];
        if (!isSameCell(cell, inherited)) return [{ ...place, origin: 'changed' }];
        return fresh.has(placeKey(cell)) ? [] : [{ ...place, origin: 'orphaned' }];
      }),
    ),
  );
