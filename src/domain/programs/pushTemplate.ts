import { isSameCell, placeKey, type BaseCell, type BasePlace } from './inheritance.ts';
import type { Program } from './program.ts';
import type { CellEdit } from './programEdit.ts';
import { weeksOf } from './weekWalk.ts';

/** How a change of the template stands to one copy: it may be pushed, the copy went its own way, or the week is history. */
export type PushState = 'inherited' | 'changedHere' | 'locked' | 'noWeek';

/** One cell the template changed, as it would come to one copy. `place.week` is the template's, `week` the copy's own. */
export interface PushCell {
  readonly place: BasePlace;
  readonly week?: number | undefined;
  readonly before?: BaseCell | undefined;
  readonly after?: BaseCell | undefined;
  /** What stands there in the copy now. */
  readonly now?: BaseCell | undefined;
  readonly state: PushState;
}

export interface PushOrder {
  readonly copy: Pick<Program, 'blocks'>;
  readonly base: ReadonlyMap<string, BaseCell>;
  readonly fresh: ReadonlyMap<string, BaseCell>;
  /** By the copy's own week. */
  readonly own: ReadonlyMap<string, BaseCell>;
  /** Weeks of the copy that were lifted in or have passed: never touched. */
  readonly isLocked: (week: number) => boolean;
}

const stateOf = (
  order: PushOrder,
  week: number | undefined,
  now: BaseCell | undefined,
  before: BaseCell | undefined,
) => {
  if (week === undefined) return 'noWeek';
  if (order.isLocked(week)) return 'locked';
  return isSameCell(now, before) ? 'inherited' : 'changedHere';
};

/** Every cell that the template changed since it was copied, with what that means for one copy. */
export const pushCells = (order: PushOrder): readonly PushCell[] => {
  const { base, fresh, own, copy } = order;
  const ownWeek = new Map(
    weeksOf(copy).flatMap(({ baseWeek }, index) => (baseWeek === undefined ? [] : [[baseWeek, index + 1] as const])),
  );
  const places = new Map([...base, ...fresh]);
  return [...places.values()].flatMap((one): PushCell[] => {
    const key = placeKey(one);
    const [before, after] = [base.get(key), fresh.get(key)];
    if (isSameCell(before, after)) return [];
    const week = ownWeek.get(one.week);
    const now = week === undefined ? undefined : own.get(placeKey({ ...one, week }));
    // Changed here to the very same: nothing is left to push.
    if (isSameCell(now === undefined ? undefined : { ...now, week: one.week }, after)) return [];
    const { session, label } = one;
    const state = stateOf(order, week, now, before);
    return [{ place: { week: one.week, session, label }, week, before, after, now, state }];
  });
};

/** What stands in the copy and goes, and what comes in its place. */
const editsOf = ({ week, place, after, now }: PushCell, sessions: NewSessions): readonly CellEdit[] => {
  if (week === undefined) return [];
  const { session, label } = place;
  const at = { kind: 'cell', week, session, label } as const;
  if (after === undefined) return now === undefined ? [] : [{ ...at, exerciseKey: now.exerciseKey, text: '' }];
  const newSession = sessions.get(session);
  return [
    {
      ...at,
      exerciseKey: after.exerciseKey,
      text: after.text,
      ...(newSession === undefined ? {} : { newSession }),
    },
  ];
};

type NewSessions = ReadonlyMap<string, NonNullable<CellEdit['newSession']>>;

/** The edits that bring some changed cells into a copy; locked ones never. */
export const pushEdits = (
  cells: readonly PushCell[],
  isTicked: (cell: PushCell) => boolean,
  sessions: NewSessions,
): readonly CellEdit[] =>
  cells
    .filter((cell) => cell.state !== 'locked' && cell.state !== 'noWeek' && isTicked(cell))
    .flatMap((cell) => editsOf(cell, sessions));
