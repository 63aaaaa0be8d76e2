import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { judgePlaces, placeKey, type JudgedPlace } from '../../domain/placement/placeInCalendar.ts';
import type { Place } from '../../domain/placement/placementFacts.ts';
import type { PlacementPolicies } from '../../domain/placement/policies.ts';
import { placeOf, spotOf, type BoardRow, type LiftHere, type Spot } from './planModel.ts';

/** A lift in the hand, and the half of a day that it is held over. */
export interface Carried {
  readonly row: number;
  readonly lift: LiftHere;
  readonly over: Place;
}

/** What is to be said of a lift in every half of a day of its week. */
export type Judged = ReadonlyMap<string, JudgedPlace>;

/** What a cell does with the mouse; the same functions as long as the board is there. */
export interface Hand {
  readonly focus: (spot: Spot) => void;
  readonly grab: (spot: Spot, lift: LiftHere) => void;
  readonly carryOver: (place: Place) => void;
  readonly drop: (place: Place) => void;
  readonly letGo: () => void;
}

export interface Drop {
  readonly row: BoardRow;
  readonly lift: LiftHere;
  readonly place: Place;
  readonly judged: JudgedPlace | undefined;
}

interface BoardInput {
  readonly rows: readonly BoardRow[];
  readonly policies: PlacementPolicies;
  readonly onDrop: (drop: Drop) => void;
}

const isAt = (lift: LiftHere, { on, timeOfDay }: Place): boolean => lift.on === on && lift.timeOfDay === timeOfDay;

const STEPS: Readonly<Record<string, readonly [halves: number, days: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The board's keyboard and its hand: where the focus is, what is carried, and what is to be said of it on the way. */
export const usePlanBoard = ({ rows, policies, onDrop }: BoardInput) => {
  const [table, setTable] = useState<HTMLTableElement | null>(null);
  const [focus, setFocus] = useState<Spot>({ row: 0, half: 0, day: 0 });
  const [carried, setCarried] = useState<Carried>();
  const here: Spot = { ...focus, row: clamp(focus.row, rows.length - 1) };

  const carriedRow = carried === undefined ? undefined : rows[carried.row];
  const carriedId = carried?.lift.sessionId;
  const judged = useMemo(
    () =>
      carriedRow === undefined || carriedId === undefined
        ? undefined
        : judgePlaces(carriedRow.athlete, carriedRow.monday, policies, carriedId),
    [carriedRow, carriedId, policies],
  );

  const goTo = (spot: Spot): void => {
    setFocus(spot);
    const cell = table?.querySelector<HTMLElement>(`[data-spot="${spot.row}:${spot.half}:${spot.day}"]`);
    cell?.focus();
  };

  const liftsAt = ({ row }: Spot, place: Place): readonly LiftHere[] =>
    rows[row]?.athlete.lifts.filter((lift) => isAt(lift, place) && !lift.isDone) ?? [];

  const grab = (spot: Spot, lift: LiftHere): void => {
    const row = rows[spot.row];
    if (row === undefined || lift.isDone) return;
    setCarried({ row: spot.row, lift, over: placeOf(row, spot) });
  };

  const drop = (place: Place): void => {
    if (carried === undefined || carriedRow === undefined) return;
    setCarried(undefined);
    if (!isAt(carried.lift, place))
      onDrop({ row: carriedRow, lift: carried.lift, place, judged: judged?.get(placeKey(place)) });
  };

  /** Pressed where it was taken: the next lift of that half of the day, or none. */
  const press = (spot: Spot): void => {
    const row = rows[spot.row];
    if (row === undefined) return;
    const place = placeOf(row, spot);
    const there = liftsAt(spot, place);
    if (carried === undefined) {
      if (there[0] !== undefined) grab(spot, there[0]);
      return;
    }
    const next = there[there.findIndex(({ sessionId }) => sessionId === carried.lift.sessionId) + 1];
    if (isAt(carried.lift, place) && next !== undefined) setCarried({ ...carried, lift: next });
    else drop(place);
  };

  const stepped = (from: Spot, [halves, days]: readonly [number, number]): Spot => {
    const lowest = carried === undefined ? 0 : 2 * carried.row;
    const highest = carried === undefined ? 2 * rows.length - 1 : lowest + 1;
    const line = Math.min(Math.max(2 * from.row + from.half + halves, lowest), highest);
    return { row: Math.floor(line / 2), half: line % 2, day: clamp(from.day + days, 6) };
  };

  const moveTo = (spot: Spot): void => {
    const row = rows[spot.row];
    if (carried !== undefined && row !== undefined) setCarried({ ...carried, over: placeOf(row, spot) });
    goTo(spot);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) moveTo(stepped(here, step));
    else if (event.key === 'Home') moveTo({ ...here, day: 0 });
    else if (event.key === 'End') moveTo({ ...here, day: 6 });
    else if (event.key === 'Enter' || event.key === ' ') press(here);
    else if (event.key === 'Escape' && carried !== undefined) {
      const row = rows[carried.row];
      setCarried(undefined);
      if (row !== undefined) goTo(spotOf(carried.row, row, carried.lift));
    } else return;
    event.preventDefault();
  };

  const latest = useRef({ grab, drop });
  useEffect(() => {
    latest.current = { grab, drop };
  });
  const hand = useMemo(
    (): Hand => ({
      focus: setFocus,
      grab: (spot, lift) => {
        setFocus(spot);
        latest.current.grab(spot, lift);
      },
      carryOver: (over) => setCarried((one) => (one === undefined ? undefined : { ...one, over })),
      drop: (place) => latest.current.drop(place),
      letGo: () => setCarried(undefined),
    }),
    [],
  );

  return { setTable, focus: here, carried, judged, hand, onKeyDown };
};

export type PlanBoardState = Omit<ReturnType<typeof usePlanBoard>, 'setTable'>;
