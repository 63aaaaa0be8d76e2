/** Where the coach is: a line, and a column: −2 the label, −1 the exercise, from 0 the weeks. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The cell with the focus, and the other corner of what is selected. */
export interface Selection {
  readonly active: Place;
  readonly anchor: Place;
}

export interface Bounds {
  readonly lines: number;
  readonly columns: number;
}

export interface Rectangle {
  readonly fromLine: number;
  readonly toLine: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export const EXERCISE_COLUMN = -1;
export const FIRST_COLUMN = -1;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

export const within = (place: Place, { lines, columns }: Bounds): Place => ({
  line: clamp(place.line, 0, Math.max(0, lines - 1)),
  column: clamp(place.column, FIRST_COLUMN, Math.max(FIRST_COLUMN, columns - 1)),
});

export const rectangleOf = ({ active, anchor }: Selection): Rectangle => ({
  fromLine: Math.min(active.line, anchor.line),
  toLine: Math.max(active.line, anchor.line),
  fromColumn: Math.min(active.column, anchor.column),
  toColumn: Math.max(active.column, anchor.column),
});

export const contains = (rectangle: Rectangle, { line, column }: Place): boolean =>
  line >= rectangle.fromLine &&
  line <= rectangle.toLine &&
  column >= rectangle.fromColumn &&
  column <= rectangle.toColumn;

/** The selection on one place, or stretched to it from where it began. */
export const movedTo = (selection: Selection, place: Place, isStretching: boolean): Selection =>
  isStretching ? { ...selection, active: place } : { active: place, anchor: place };

/**
 * Where Ctrl and an arrow lead, as in a spreadsheet: through what is filled to its last cell, or over what is empty to the next one
 * that is filled, else to the edge.
 */
export const edgeFrom = (
  from: Place,
  step: { readonly line: number; readonly column: number },
  bounds: Bounds,
  isFilled: (place: Place) => boolean,
): Place => {
  const next = (place: Place): Place | undefined => {
    const moved = { line: place.line + step.line, column: place.column + step.column };
    const kept = within(moved, bounds);
    return kept.line === moved.line && kept.column === moved.column ? moved : undefined;
  };
  let place = from;
  let ahead = next(place);
  if (ahead === undefined) return place;
  const runs = isFilled(from) && isFilled(ahead);
  while (ahead !== undefined && isFilled(ahead) === runs) {
    place = ahead;
    ahead = next(place);
  }
  return runs || ahead === undefined ? place : ahead;
};
