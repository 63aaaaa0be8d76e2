import { roundTo } from '../kernel/quantity.ts';

export type DecimalMark = '.' | ',';

const MISSING = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  'nan',
  'none',
  'null',
  'n/a',
  'na',
  '--:--',
  '--:--:--',
  '#n/a',
  'nil',
]);

/** Whether a cell says "no value": empty, dashes, `NaN`, `None`, `null`. */
export const isMissing = (cell: string): boolean => cell.length < 12 && MISSING.has(cell.trim().toLowerCase());

/** A cell with its signs made plain: full-width digits, U+2212, a leading apostrophe, spaces between thousands. */
export const plainNumber = (cell: string): string => (ALREADY_PLAIN.test(cell) ? cell : madePlain(cell));

const ALREADY_PLAIN = /^[-+]?[\d.,]{0,40}$/u;

const madePlain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/[\u2212\u2013]/gu, '-')
    .trim()
    .replace(/^'(?=[-+.,\d])/u, '')
    .replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, '');

const digitsAfter = (text: string, mark: string): number => text.length - text.lastIndexOf(mark) - 1;

/** What one cell proves about the decimal mark of its column. */
const markOf = (plain: string): DecimalMark | undefined => {
  const commas = plain.split(',').length - 1;
  const points = plain.split('.').length - 1;
  if (commas > 0 && points > 0) return plain.lastIndexOf(',') > plain.lastIndexOf('.') ? ',' : '.';
  if (commas > 1) return '.';
  if (points > 1) return ',';
  const mark = commas === 1 ? ',' : points === 1 ? '.' : undefined;
  if (mark === undefined) return undefined;
  const isThousandsShape = digitsAfter(plain, mark) === 3 && /^[-+]?[1-9]\d{0,2}[.,]/u.test(plain);
  return isThousandsShape ? undefined : mark;
};

const MAX_NUMBER_CHARS = 40;

/**
 * The decimal mark that cells prove, from all of them and never from one: the mark that more cells prove.
 * `1,234` and `1.234` prove nothing; `undefined` when nothing does. Each cell comes with how often it stands there.
 */
export const provedMarkIn = (tally: Iterable<readonly [string, number]>): DecimalMark | undefined => {
  let points = 0;
  let commas = 0;
  for (const [cell, count] of tally) {
    if (cell.length > MAX_NUMBER_CHARS) continue;
    const plain = plainNumber(cell);
    if (!/^[-+]?[\d.,]+$/u.test(plain)) continue;
    const mark = markOf(plain);
    if (mark === '.') points += count;
    if (mark === ',') commas += count;
  }
  if (commas === points) return commas === 0 ? undefined : '.';
  return commas > points ? ',' : '.';
};

/** The same of cells one by one. */
export const provedMarkOf = (cells: readonly string[]): DecimalMark | undefined =>
  provedMarkIn(cells.map((cell) => [cell, 1] as const));

/** The decimal mark of a column; without proof it is the point. */
export const decimalMarkOf = (cells: readonly string[]): DecimalMark => provedMarkOf(cells) ?? '.';

const SHAPES: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,3})?$/iu,
  ',': /^[-+]?(?:\d{1,3}(?:\.\d{3})+(?:,\d*)?|\d+(?:,\d*)?|,\d+)(?:e[-+]?\d{1,3})?$/iu,
};

/**
 * A cell as a number, read with the column's decimal mark. `undefined` when it is not a finite number written that way:
 * nothing is guessed. Missing markers are for the caller to test first.
 */
export const readNumber = (cell: string, mark: DecimalMark): number | undefined => {
  if (cell.length > MAX_NUMBER_CHARS) return undefined;
  const plain = plainNumber(cell);
  if (/^[-+]?0*[.,]?0+$/u.test(plain)) return 0;
  if (!SHAPES[mark].test(plain)) return undefined;
  const pointed = mark === '.' ? plain.replaceAll(',', '') : plain.replaceAll('.', '').replace(',', '.');
  const value = Number(pointed);
  return Number.isFinite(value) ? value : undefined;
};

/** A number without the noise of conversions: `74.99999999999999` is 75. To 0.01 of the printed unit. */
export const withoutNoise = (value: number): number => roundTo(value, 2);
