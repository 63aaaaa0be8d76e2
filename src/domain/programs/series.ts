import { readCell, printCell } from './shorthand.ts';

const NUMBER = /\d+(?:\.\d+)?/gu;

const numbersIn = (text: string): readonly number[] => [...text.matchAll(NUMBER)].map(([number]) => Number(number));

const shapeOf = (text: string): string => text.replaceAll(NUMBER, '#');

const isAbsolute = (text: string): boolean => readCell(text).cell.kind === 'sets';

/** By how much each number rises from cell to cell, where exactly one does and always by as much. */
const stepOf = (texts: readonly string[]): { readonly place: number; readonly by: number } | undefined => {
  const [first = '', second = ''] = texts;
  if (texts.length < 2 || !texts.every(isAbsolute)) return undefined;
  if (texts.some((text) => shapeOf(text) !== shapeOf(first))) return undefined;
  const [a, b] = [numbersIn(first), numbersIn(second)];
  const places = a.flatMap((value, place) => (value === b[place] ? [] : [place]));
  const [place] = places;
  if (place === undefined || places.length > 1) return undefined;
  const by = (b[place] ?? 0) - (a[place] ?? 0);
  const isConstant = texts.every((text, index) => {
    const numbers = numbersIn(text);
    return numbers.every((value, at) =>
      at === place ? Math.abs(value - ((a[at] ?? 0) + by * index)) < 1e-6 : value === a[at],
    );
  });
  return isConstant ? { place, by } : undefined;
};

const withNumber = (text: string, place: number, value: number): string => {
  let at = -1;
  return text.replaceAll(NUMBER, (number) => {
    at += 1;
    return at === place ? String(Math.round(value * 1000) / 1000) : number;
  });
};

/**
 * What follows some cells when they are dragged on: where one number rises by a constant step it goes on rising, as far as a cell
 * can hold it; anything else is repeated.
 */
export const fillSeries = (source: readonly string[], count: number): readonly string[] => {
  if (source.length === 0) return [];
  const printed = source.map((text) => (isAbsolute(text) ? printCell(readCell(text).cell) : text));
  const step = stepOf(printed);
  const last = printed.at(-1) ?? '';
  if (step === undefined) return Array.from({ length: count }, (_, index) => source[index % source.length] ?? '');
  const filled: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const value = (numbersIn(last)[step.place] ?? 0) + step.by * index;
    const next = value < 0 ? last : withNumber(last, step.place, value);
    const isRead = readCell(next).marks.length === 0;
    filled.push(isRead ? next : (filled.at(-1) ?? last));
  }
  return filled;
};
