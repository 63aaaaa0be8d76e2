const LF = 10;
const CR = 13;

/** A line end and the sign after it take up to this many characters. */
export const LINE_END_CHARS = 3;

export const isLineEnd = (code: number): boolean => code === LF || code === CR;

/** Index after the line end at `at`: LF, CR, CR LF or CR CR LF. */
export const lineEndAfter = (text: string, at: number): number => {
  if (text.charCodeAt(at) === LF) return at + 1;
  if (text.charCodeAt(at + 1) === LF) return at + 2;
  return text.charCodeAt(at + 1) === CR && text.charCodeAt(at + 2) === LF ? at + 3 : at + 1;
};

export const countLineEnds = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to;) {
    if (!isLineEnd(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    at = lineEndAfter(text, at);
    count += 1;
  }
  return count;
};

/** Index of the line end that ends the line which `from` is on, or the text's length. */
export const endOfLine = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at += 1;
  return at;
};
