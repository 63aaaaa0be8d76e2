import { isLineEnd } from './lineEnds.ts';

const QUOTE = 34;
const SPACE = 32;

/** Index of the delimiter or line end after `from`, or the text's length. */
export const endOfPlain = (text: string, from: number, delimiter: number): number => {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === delimiter || isLineEnd(code)) return at;
    at += 1;
  }
  return at;
};

/** Index of a quote that opens the field at `from` (spaces before it do not count), or -1. */
export const openingQuote = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return text.charCodeAt(at) === QUOTE ? at : -1;
};

interface Quoted {
  readonly content: string;
  /** Index after the closing quote. */
  readonly end: number;
}

/** What stands in quotes, from the sign after the opening one; `undefined` when no quote closes them. */
export const readQuoted = (text: string, from: number): Quoted | undefined => {
  let content = '';
  let at = from;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return undefined;
    content += text.slice(at, close);
    if (text.charCodeAt(close + 1) !== QUOTE) return { content, end: close + 1 };
    content += '"';
    at = close + 2;
  }
};

/** A quoted cell with what stands between its closing quote and the delimiter: only spaces, unless somebody has erred. */
export const withRest = (content: string, rest: string): string => (rest.trim() === '' ? content : content + rest);
