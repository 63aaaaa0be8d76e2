import type { FileRefusal, ImportAssumption, ImportProblem } from './draft.ts';
import type { Result } from '../kernel/result.ts';
import { fail, ok } from '../kernel/result.ts';
import { emptyFile, refusalOfBytes, utf16Pattern } from './fileKind.ts';

type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Turns bytes into text; the shell brings it (`TextDecoder` is not the domain's).
 * With `fatal`, returns `undefined` when the bytes are not valid in that encoding. Must not strip byte order marks' content.
 */
export type Decode = (encoding: TextEncoding, bytes: Uint8Array, fatal: boolean) => string | undefined;

/** A file as text, with what had to be assumed or repaired to get there. */
export interface DecodedText {
  readonly text: string;
  readonly assumptions: readonly ImportAssumption[];
  readonly problems: readonly ImportProblem[];
}

const LF = 0x0a;
const CR = 0x0d;
/** Up to this many lines in another encoding are named one by one. */
const NAMED_LINES = 20;
/** A file with fewer odd lines than this is taken as damaged rather than as written in another encoding. */
const FEW_LINES = 3;

const withoutMarks = (text: string): string => text.replace(/^\uFEFF+/u, '');

const readable = (text: string): Result<DecodedText, FileRefusal> => {
  const clean = withoutMarks(text);
  if (clean.trim() === '') return fail(emptyFile);
  return ok({ text: clean, assumptions: [], problems: replacementProblems(clean) });
};

/** The file itself may already hold U+FFFD, put there by whoever wrote it; that is said, not hidden. */
const replacementProblems = (text: string): ImportProblem[] => {
  if (!text.includes('\uFFFD')) return [];
  const problems: ImportProblem[] = [];
  text.split(/\r\r\n|\r\n|\n|\r/u).forEach((line, index) => {
    if (line.includes('\uFFFD') && problems.length < NAMED_LINES) {
      problems.push({
        line: index + 1,
        field: 'text',
        found: line.slice(0, 80),
        expected: 'readable letters: the file itself has the sign for a lost letter here',
      });
    }
  });
  return problems;
};

const lineEndAfter = (bytes: Uint8Array, at: number): number => {
  if (bytes[at] === LF) return at + 1;
  if (bytes[at + 1] === LF) return at + 2;
  return bytes[at + 1] === CR && bytes[at + 2] === LF ? at + 3 : at + 1;
};

/** Byte ranges of the physical lines, line ends included. */
const lineRanges = (bytes: Uint8Array): readonly (readonly [number, number])[] => {
  const ranges: (readonly [number, number])[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] !== LF && bytes[at] !== CR) {
      at += 1;
      continue;
    }
    at = lineEndAfter(bytes, at);
    ranges.push([from, at]);
    from = at;
  }
  if (from < bytes.length) ranges.push([from, bytes.length]);
  return ranges;
};

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

interface LineByLine {
  readonly lines: readonly string[];
  readonly oddLines: readonly number[];
  /** Lines with letters outside ASCII that are proper UTF-8. */
  readonly utf8Lines: number;
}

const decodeLineByLine = (bytes: Uint8Array, decode: Decode): LineByLine => {
  const lines: string[] = [];
  const oddLines: number[] = [];
  let utf8Lines = 0;
  for (const [from, to] of lineRanges(bytes)) {
    const part = bytes.subarray(from, to);
    const strict = decode('utf-8', part, true);
    if (strict === undefined) oddLines.push(lines.length + 1);
    else if (!isAscii(part)) utf8Lines += 1;
    lines.push(strict ?? decode('windows-1252', part, false) ?? '');
  }
  return { lines, oddLines, utf8Lines };
};

const oddLineProblem = (decoded: LineByLine, line: number): ImportProblem => ({
  line,
  field: 'text',
  found: (decoded.lines[line - 1] ?? '').trim().slice(0, 80),
  expected: 'UTF-8 text; this line is not, and was read as Windows-1252: check its letters',
});

const decodeOther = (bytes: Uint8Array, decode: Decode): Result<DecodedText, FileRefusal> => {
  const decoded = decodeLineByLine(bytes, decode);
  const isMixed = decoded.utf8Lines > 0;
  const named = isMixed || decoded.oddLines.length <= FEW_LINES ? decoded.oddLines.slice(0, NAMED_LINES) : [];
  const count = decoded.oddLines.length;
  const text = withoutMarks(decoded.lines.join(''));
  if (text.trim() === '') return fail(emptyFile);
  return ok({
    text,
    assumptions: [
      {
        what: 'encoding',
        chosen: isMixed ? 'UTF-8, odd lines as Windows-1252' : 'Windows-1252',
        evidence: `${count} ${count === 1 ? 'line is' : 'lines are'} not valid UTF-8, the first is line ${decoded.oddLines[0] ?? 1}`,
      },
    ],
    problems: named.map((line) => oddLineProblem(decoded, line)),
  });
};

const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16Pattern(bytes);
};

/**
 * Bytes to text: byte order marks (also doubled), UTF-8, UTF-16 with or without a mark, else Windows-1252, line by line
 * when the file mixes. Never puts in the replacement sign. Refuses what is not text.
 */
export const decodeText = (bytes: Uint8Array, decode: Decode): Result<DecodedText, FileRefusal> => {
  const refusal = refusalOfBytes(bytes);
  if (refusal !== undefined) return fail(refusal);
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    const text = decode(utf16, bytes, true);
    if (text !== undefined) return readable(text);
    return fail({
      reason: 'notText',
      found: 'a damaged UTF-16 text',
      expected: 'a CSV file in UTF-8; open the file in a spreadsheet and save it as CSV UTF-8',
    });
  }
  const strict = decode('utf-8', bytes, true);
  return strict === undefined ? decodeOther(bytes, decode) : readable(strict);
};
