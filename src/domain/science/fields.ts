import { parsePlainDate, type PlainDate } from '../kernel/plainDate.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** How a value is written in a form: see `fieldText.ts`. */
export type FieldKind =
  'number' | 'text' | 'choice' | 'flag' | 'numbers' | 'rows' | 'plates' | 'words' | 'sessions' | 'runs';

/** One input of a rule: what it is called, how it is asked for, and how a value from outside becomes one of type `T`. */
export interface Field<T> {
  readonly label: string;
  readonly kind: FieldKind;
  readonly unit?: string | undefined;
  readonly choices?: readonly string[] | undefined;
  /** What the columns of `rows` hold. */
  readonly columns?: readonly string[] | undefined;
  readonly example: unknown;
  readonly isOptional?: boolean | undefined;
  readonly read: (value: unknown) => Result<T, string>;
}

interface Limits {
  readonly from?: number;
  readonly to?: number;
  /** Excluded lower end. */
  readonly above?: number;
  readonly isWhole?: boolean;
}

interface NumberSpec extends Limits {
  readonly label: string;
  readonly unit?: string;
  readonly example: number;
}

/** Loads beyond this are typing errors, and sums of them would overflow. */
const MOST = 1e6;

const limitsText = ({ from, to, above, isWhole }: Limits): string => {
  const kind = isWhole === true ? 'a whole number' : 'a number';
  const low = above === undefined ? (from === undefined ? '' : ` of ${from} or more`) : ` above ${above}`;
  if (to === undefined) return `${kind}${low}`;
  return above === undefined ? `${kind} from ${from ?? -MOST} to ${to}` : `${kind}${low} and up to ${to}`;
};

const isWithin = (value: unknown, limits: Limits): value is number =>
  typeof value === 'number' &&
  Number.isFinite(value) &&
  (limits.isWhole !== true || Number.isInteger(value)) &&
  value >= (limits.from ?? -MOST) &&
  value <= (limits.to ?? MOST) &&
  (limits.above === undefined || value > limits.above);

export const number = ({ label, unit, example, ...limits }: NumberSpec): Field<number> => ({
  label,
  unit,
  example,
  kind: 'number',
  read: (value) => (isWithin(value, limits) ? ok(value) : fail(`${label} must be ${limitsText(limits)}.`)),
});

export const choice = <T extends string>(label: string, choices: readonly T[], example: T): Field<T> => ({
  label,
  kind: 'choice',
  choices,
  example,
  read: (value) => {
    const chosen = choices.find((one) => one === value);
    return chosen === undefined ? fail(`${label} must be one of: ${choices.join(', ')}.`) : ok(chosen);
  },
});

export const flag = (label: string, example = false): Field<boolean> => ({
  label,
  kind: 'flag',
  example,
  read: (value) => (typeof value === 'boolean' ? ok(value) : fail(`${label} must be yes or no (true or false).`)),
});

export const text = (label: string, example: string): Field<string> => ({
  label,
  kind: 'text',
  example,
  read: (value) => (typeof value === 'string' && value !== '' ? ok(value) : fail(`${label} must be a name.`)),
});

export const date = (label: string, example: string): Field<PlainDate> => ({
  label,
  kind: 'text',
  example,
  read: (value) => {
    const day = typeof value === 'string' ? parsePlainDate(value) : undefined;
    return day === undefined ? fail(`${label} must be a date, written like ${example}.`) : ok(day);
  },
});

/** A list is never longer than a screen could show. */
const MOST_ENTRIES = 1000;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length <= MOST_ENTRIES;

export const words = <T extends string>(
  label: string,
  example: readonly T[],
  allowed?: readonly T[],
): Field<readonly T[]> => ({
  label,
  kind: 'words',
  choices: allowed,
  example,
  read: (value) => {
    const isAllowed = (one: unknown): one is T =>
      typeof one === 'string' && (allowed === undefined || allowed.some((word) => word === one));
    if (isList(value) && value.every(isAllowed)) return ok(value);
    return fail(`${label} must be a list of ${allowed === undefined ? 'names' : allowed.join(', ')}.`);
  },
});

export const numbers = ({
  label,
  unit,
  example,
  ...limits
}: Omit<NumberSpec, 'example'> & { readonly example: readonly number[] }): Field<readonly number[]> => ({
  label,
  unit,
  example,
  kind: 'numbers',
  read: (value) =>
    isList(value) && value.length > 0 && value.every((one) => isWithin(one, limits))
      ? ok(value)
      : fail(`${label} must be a list; each entry ${limitsText(limits)}.`),
});

interface Column extends Limits {
  readonly label: string;
}

/** A table of numbers: every row has one number for each column. */
export const rows = (
  label: string,
  columns: readonly Column[],
  example: readonly (readonly number[])[],
): Field<readonly (readonly number[])[]> => ({
  label,
  kind: 'rows',
  columns: columns.map((column) => column.label),
  example,
  read: (value) => {
    const shape = columns.map((column) => `${column.label}: ${limitsText(column)}`).join('; ');
    const isRow = (row: unknown): row is readonly number[] =>
      Array.isArray(row) && row.length === columns.length && columns.every((column, at) => isWithin(row[at], column));
    return isList(value) && value.length > 0 && value.every(isRow)
      ? ok(value)
      : fail(`${label} must be rows of ${columns.length} (${shape}).`);
  },
});

const RUN_TYPES = ['Q', 'E', 'L'] as const;
const RUN_SLOTS = ['AM', 'PM'] as const;

/** A run of a usual week: the day from 0 for Monday, quality, easy or long, in the morning or the evening. */
export interface UsualRun {
  readonly day: number;
  readonly type: (typeof RUN_TYPES)[number];
  readonly slot: (typeof RUN_SLOTS)[number];
}

/** Two a day. */
const MOST_RUNS = 14;

const readRun = (value: unknown): UsualRun | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = new Map<string, unknown>(Object.entries(value));
  const day = parts.get('day');
  const type = RUN_TYPES.find((one) => one === parts.get('type'));
  const slot = RUN_SLOTS.find((one) => one === parts.get('slot'));
  if (!isWithin(day, { from: 0, to: 6, isWhole: true }) || type === undefined || slot === undefined) return undefined;
  return { day, type, slot };
};

export const runs = (label: string, example: readonly UsualRun[]): Field<readonly UsualRun[]> => ({
  label,
  kind: 'runs',
  example,
  read: (value) => {
    const read = isList(value) && value.length <= MOST_RUNS ? value.map(readRun) : [undefined];
    const known = read.filter((run) => run !== undefined);
    return known.length === read.length && known.length > 0
      ? ok(known)
      : fail(`${label} must be one to ${MOST_RUNS} runs, each a day, Q, E or L, and AM or PM: Tue Q AM.`);
  },
});

/** The field may be left out. */
export const optional = <T>(field: Field<T>): Field<T | undefined> => ({ ...field, isOptional: true });
