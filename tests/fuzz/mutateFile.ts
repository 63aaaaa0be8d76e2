import type { Chance } from '../../src/domain/kernel/chance.ts';

/** What may happen to an export between the app and the desk: by hand, by a spreadsheet, by a broken disk. */
type Mutation = (text: string, chance: Chance) => string;

/** A whole number from 0, below `count`. */
export const below = (chance: Chance, count: number): number => Math.floor(chance() * count);

export const oneOf = <T>(chance: Chance, list: readonly T[]): T => {
  const chosen = list[below(chance, list.length)];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
};

const linesOf = (text: string): string[] => text.split('\n');

const atLine = (text: string, chance: Chance, change: (lines: string[], at: number) => void): string => {
  const lines = linesOf(text);
  change(lines, below(chance, lines.length));
  return lines.join('\n');
};

/** One cell of one row, by the plainest reading of where cells are. */
const atCell = (text: string, chance: Chance, change: (cell: string) => string): string =>
  atLine(text, chance, (lines, at) => {
    const cells = (lines[at] ?? '').split(/([,;\t|])/u);
    const place = below(chance, Math.ceil(cells.length / 2)) * 2;
    cells[place] = change(cells[place] ?? '');
    lines[at] = cells.join('');
  });

const ODD_CELLS = [
  '',
  '--',
  'NaN',
  '-1',
  '0',
  '1e309',
  '999999999999',
  '1.234.567,89',
  '1,234',
  '٣',
  '１２',
  '−5',
  "'=1+1",
  '=HYPERLINK("x")',
  '<script>alert(1)</script>',
  '"',
  '""',
  '2026-02-30',
  '31/12/2026',
  '13/13/2026',
  '45000',
  '1970-01-01',
  '25:61:61',
  '__proto__',
  'constructor',
  'null',
  '\u202Eabc',
  'a\u0000b',
  '🏃',
  'x'.repeat(2000),
] as const;

const MUTATIONS: readonly Mutation[] = [
  (text, chance) => atCell(text, chance, () => oneOf(chance, ODD_CELLS)),
  (text, chance) => atCell(text, chance, (cell) => `"${cell}"`),
  (text, chance) => atCell(text, chance, (cell) => cell.replace('.', ',')),
  (text, chance) => atCell(text, chance, (cell) => `${cell}${cell}`),
  (text, chance) => atLine(text, chance, (lines, at) => lines.splice(at, 1)),
  (text, chance) => atLine(text, chance, (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  (text, chance) => atLine(text, chance, (lines, at) => lines.splice(at, 0, '')),
  (text, chance) => atLine(text, chance, (lines, at) => lines.splice(at, 0, lines[0] ?? '')),
  (text, chance) => atLine(text, chance, (lines, at) => (lines[at] = `${lines[at] ?? ''},`)),
  (text, chance) =>
    atLine(text, chance, (lines, at) => {
      const other = below(chance, lines.length);
      [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
    }),
  (text, chance) => atLine(text, chance, (lines, at) => (lines[at] = `"${(lines[at] ?? '').replaceAll('"', '""')}"`)),
  (text, chance) => text.slice(0, below(chance, text.length)),
  (text, chance) => text.slice(below(chance, text.length)),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll(/\r?\n/gu, '\r'),
  (text, chance) => text.replaceAll(',', oneOf(chance, [';', '\t', '|'])),
  (text) => `sep=;\n${text}`,
  (text) => `\uFEFF\uFEFF${text}`,
  (text) => `Export of somebody\n\n${text}`,
  (text) => `${text}\n${text}`,
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('"', ''),
  (text, chance) => text.replaceAll(oneOf(chance, ['2', '1', ':', '-', '/']), oneOf(chance, ['', '0', ' ', '9'])),
  (text, chance) => {
    const at = below(chance, text.length);
    return `${text.slice(0, at)}${oneOf(chance, ['"', '\n', '\r', ',', '\t', '\u0000', '\uFFFD'])}${text.slice(at)}`;
  },
];

const flipBytes = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  for (let flips = 1 + below(chance, 6); flips > 0 && copy.length > 0; flips -= 1)
    copy[below(chance, copy.length)] = below(chance, 256);
  return copy;
};

const encoded = (text: string, chance: Chance): Uint8Array => {
  const roll = chance();
  if (roll < 0.85) return new TextEncoder().encode(text);
  if (roll < 0.93) return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(text, 'latin1');
};

/** A file with one to four things wrong with it: in its structure, in its letters or in its bytes. */
export const mutateFile = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  if (chance() < 0.2) return flipBytes(bytes, chance);
  let text = new TextDecoder('utf-8').decode(bytes);
  for (let rounds = 1 + below(chance, 4); rounds > 0; rounds -= 1) text = oneOf(chance, MUTATIONS)(text, chance);
  return encoded(text, chance);
};
