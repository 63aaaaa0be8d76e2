import type { DateOrder } from './draft.ts';
import type { DistanceUnit, MassUnit } from '../kernel/quantity.ts';
import { foldWord, normaliseHeading } from './headings.ts';
import { isMissing, plainNumber } from './numbers.ts';
import { isCompactDate, readPrintedDate } from './dateTimes.ts';
import { ROSTER_ROLES } from './rosterColumns.ts';

export const MAPPING_KINDS = ['sets', 'runs', 'body', 'roster'] as const;

/** What the rows of a file are that no app is known to write. */
export type MappingKind = (typeof MAPPING_KINDS)[number];

/** What a column may be said to hold, by what the rows are; the order is that in which a coach thinks of them. */
export const MAPPING_ROLES = {
  sets: [
    'date',
    'time',
    'title',
    'exercise',
    'weight',
    'weightUnit',
    'reps',
    'setOrder',
    'copies',
    'kind',
    'isWarmup',
    'rpe',
    'rir',
    'seconds',
    'distance',
    'distanceUnit',
    'duration',
    'notes',
    'sessionNotes',
  ],
  runs: [
    'start',
    'timeOfDay',
    'sport',
    'title',
    'distance',
    'distanceUnit',
    'moving',
    'elapsed',
    'averageHr',
    'maxHr',
    'cadence',
    'ascent',
    'power',
    'rpe',
    'notes',
    'id',
  ],
  body: [
    'day',
    'timeOfDay',
    'bodyMass',
    'bodyFat',
    'restingHr',
    'hrv',
    'sleep',
    'sleepScore',
    'readiness',
    'steps',
    'intake',
  ],
  roster: ROSTER_ROLES,
} as const satisfies Readonly<Record<MappingKind, readonly string[]>>;

export type MappingRole = (typeof MAPPING_ROLES)[MappingKind][number];

export const SEPARATORS = [',', ';', '\t', '|'] as const;

/** What parts the cells of a line. */
export type Separator = (typeof SEPARATORS)[number];

/** What the coach said of a file's columns, or a guess at it. */
export interface ColumnMapping {
  readonly kind: MappingKind;
  /** By column from the left; absent where a column is left out. */
  readonly roles: readonly (MappingRole | null)[];
  readonly hasHeading: boolean;
  readonly massUnit?: MassUnit | undefined;
  readonly distanceUnit?: DistanceUnit | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** What parts the cells, where the coach had to say so. */
  readonly separator?: Separator | undefined;
}

/** Of each line one column is needed. */
const NEEDED: Readonly<Record<MappingKind, readonly (readonly MappingRole[])[]>> = {
  sets: [['date'], ['exercise'], ['reps', 'seconds', 'distance']],
  runs: [['start'], ['distance', 'moving', 'elapsed']],
  body: [['day'], ['bodyMass', 'bodyFat', 'restingHr', 'hrv', 'sleep', 'sleepScore', 'readiness', 'steps', 'intake']],
  roster: [['name', 'firstName', 'lastName']],
};

/** What must still be said before a file can be read: of each list of roles one. Empty when nothing is. */
export const missingRoles = ({ kind, roles }: ColumnMapping): readonly (readonly MappingRole[])[] =>
  NEEDED[kind].filter((some) => !some.some((role) => roles.includes(role)));

/** Roles said of two columns, where the file can be read with one only. A person may be in several groups. */
export const doubledRoles = ({ kind, roles }: ColumnMapping): readonly MappingRole[] =>
  MAPPING_ROLES[kind].filter((role) => role !== 'group' && roles.filter((other) => other === role).length > 1);

/** The columns of a role. */
export const columnsWith = ({ roles }: ColumnMapping, role: MappingRole): number[] =>
  roles.flatMap((other, column) => (other === role ? [column] : []));

/** What the cells of a column look like, as far as exports of the same list have it in common. */
export type ColumnShape = 'date' | 'time' | 'number' | 'text' | 'blank';

const isTimeLike = (cell: string): boolean =>
  /^\s*\d{1,3}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*$/iu.test(cell);

const isNumberLike = (cell: string): boolean =>
  cell.length <= 40 && /^[-+]?[\d.,]*\d[\d.,]*\s?(?:kg|kgs|lbs?|km|mi|m|bpm|%)?$/iu.test(plainNumber(cell));

const shapeOfCell = (cell: string): ColumnShape => {
  if (isMissing(cell)) return 'blank';
  if (isTimeLike(cell)) return 'time';
  if (isCompactDate(cell)) return 'date';
  if (isNumberLike(cell) && !/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/u.test(cell.trim())) return 'number';
  return readPrintedDate(cell).kind === 'unreadable' ? 'text' : 'date';
};

/** The shape of most cells of a column that say anything. */
export const columnShape = (cells: readonly string[]): ColumnShape => {
  const counts = new Map<ColumnShape, number>();
  for (const cell of cells) {
    const shape = shapeOfCell(cell);
    if (shape !== 'blank') counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((left, right) => right[1] - left[1]);
  return most?.[0] ?? 'blank';
};

/** Whether a first line is data already: headings are no dates, no times and no numbers. */
export const looksLikeData = (cells: readonly string[]): boolean => {
  const shapes = cells.map(shapeOfCell);
  const said = shapes.filter((shape) => shape !== 'blank');
  return (
    shapes.includes('date') || (said.length > 1 && said.filter((shape) => shape !== 'text').length * 2 > said.length)
  );
};

/**
 * By what a file is known again: its headings in their order, or, when it has none, how many columns it has and which of
 * them hold dates, times and text.
 */
export const headerSignature = (heading: readonly string[], hasHeading: boolean): string =>
  hasHeading
    ? `headings: ${heading.map((cell) => foldWord(normaliseHeading(cell)) || normaliseHeading(cell)).join(' | ')}`
    : `columns: ${heading
        .map(shapeOfCell)
        .map((shape) => (shape === 'blank' ? 'number' : shape))
        .join(' | ')}`;
