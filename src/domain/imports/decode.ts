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

/**
 * A file's bytes from the beginning, in pieces of a size that is easily held; as often as they are asked for. A piece is good until
 * the next one is asked for.
 */
export type BytePieces = () => Iterable<Uint8Array>;

/** A file's text from the beginning, in pieces; as often as it is asked for. */
export type TextPieces = () => Iterable<string>;

/** Bytes that are all there, in pieces. */
export const piecesOfBytes =
  (bytes: Uint8Array, pieceBytes = 1 << 20): BytePieces =>
  () =>
    Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, piece) =>
      bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes),
    );

/** What had to be assumed or repaired for a file to be text. */
export interface Repairs {
  readonly assumptions: readonly ImportAssumption[];
  readonly problems: readonly ImportProblem[];
}

const LF = 0x0a;
const CR = 0x0d;
/** Up to this many lines in another encoding are named one by one. */
const NAMED_LINES = 20;
/** A file with fewer odd lines than this is taken as damaged rather than as written in another encoding. */
const FEW_LINES = 3;

/** Where a piece may be cut so that what stands before is whole; 0 when it may not be cut. */
type Cut = (bytes: Uint8Array) => number;

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Before the last letter, of which bytes may be missing, unless it is one of a single byte. */
const beforeLastLetter: Cut = (bytes) => {
  let at = bytes.length - 1;
  if ((bytes[at] ?? 0) < 0x80) return bytes.length;
  while (at > 0 && isContinuation(bytes[at])) at -= 1;
  return at;
};

/** Before the last pair of bytes but one: a letter has one or two pairs. */
const beforeLastPair =
  (isHighHalf: (bytes: Uint8Array, at: number) => boolean): Cut =>
  (bytes) => {
    const even = bytes.length & ~1;
    return even >= 2 && isHighHalf(bytes, even - 2) ? even - 2 : even;
  };

const isSurrogateByte = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xd8 && byte <= 0xdb;

/** After the last line end that is surely over. */
const afterLastLine: Cut = (bytes) => {
  const lf = bytes.lastIndexOf(LF);
  if (lf !== -1) return lf + 1;
  if (bytes.length < 3) return 0;
  const cr = bytes.lastIndexOf(CR, bytes.length - 3);
  return bytes[cr + 1] === CR ? 0 : cr + 1;
};

const CUTS: Readonly<Record<TextEncoding, Cut>> = {
  'utf-8': beforeLastLetter,
  'utf-16le': beforeLastPair((bytes, at) => isSurrogateByte(bytes[at + 1])),
  'utf-16be': beforeLastPair((bytes, at) => isSurrogateByte(bytes[at])),
  'windows-1252': afterLastLine,
};

const joined = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  if (left.length === 0) return right;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
};

/** A piece without a place to cut is held until there is one, but not beyond this. */
const MOST_HELD_BYTES = 1 << 25;

/** The pieces of a file, cut where nothing is torn apart. */
function* cutPieces(pieces: Iterable<Uint8Array>, cut: Cut): Generator<Uint8Array, void> {
  let held: Uint8Array = new Uint8Array(0);
  for (const piece of pieces) {
    const bytes = joined(held, piece);
    const at = cut(bytes) || (bytes.length > MOST_HELD_BYTES ? bytes.length : 0);
    if (at > 0) yield bytes.subarray(0, at);
    held = bytes.slice(at);
  }
  if (held.length > 0) yield held;
}

/** Text without the byte order marks that it begins with. */
function* withoutMarks(texts: Iterable<string>): Generator<string, void> {
  let isBeginning = true;
  for (const text of texts) {
    const clean = isBeginning ? text.replace(/^\uFEFF+/u, '') : text;
    if (clean === '') continue;
    isBeginning = false;
    yield clean;
  }
}

/** What a file has been seen to be while its text was gone through. */
interface Seen {
  isValid: boolean;
  isBlank: boolean;
  hasReplacements: boolean;
  /** All of it has been gone through. */
  isWhole: boolean;
}

/** The text of a file as far as it is proper text in an encoding; what is seen on the way is noted. */
function* properPieces(
  pieces: BytePieces,
  encoding: TextEncoding,
  decode: Decode,
  seen: Seen,
): Generator<string, void> {
  for (const bytes of cutPieces(pieces(), CUTS[encoding])) {
    const text = decode(encoding, bytes, true);
    if (text === undefined) {
      seen.isValid = false;
      return;
    }
    seen.isBlank &&= text.trim() === '';
    seen.hasReplacements ||= text.includes('\uFFFD');
    yield text;
  }
  seen.isWhole = true;
}

const nothingSeen = (): Seen => ({ isValid: true, isBlank: true, hasReplacements: false, isWhole: false });

/** The lines of a text; of a very long one, as far as it goes in one piece. */
function* linesOf(pieces: Iterable<string>): Generator<string, void> {
  let held = '';
  for (const piece of pieces) {
    const lines = (held + piece).split(/\r\r\n|\r\n|\n|\r(?!\r?$|$)/u);
    held = lines.pop() ?? '';
    yield* lines;
  }
  yield* held.split('\r');
}

/** The file itself may already hold U+FFFD, put there by whoever wrote it; that is said, not hidden. */
const replacementProblems = (text: TextPieces): ImportProblem[] => {
  const problems: ImportProblem[] = [];
  let line = 0;
  for (const printed of linesOf(text())) {
    line += 1;
    if (!printed.includes('\uFFFD')) continue;
    const expected = 'readable letters: the file itself has the sign for a lost letter here';
    problems.push({ line, field: 'text', found: printed.slice(0, 80), expected });
    if (problems.length === NAMED_LINES) break;
  }
  return problems;
};

const lineEndAfter = (bytes: Uint8Array, at: number): number => {
  if (bytes[at] === LF) return at + 1;
  if (bytes[at + 1] === LF) return at + 2;
  return bytes[at + 1] === CR && bytes[at + 2] === LF ? at + 3 : at + 1;
};

/** The physical lines, line ends included. */
function* lineBytes(pieces: BytePieces): Generator<Uint8Array, void> {
  for (const bytes of cutPieces(pieces(), afterLastLine)) {
    let from = 0;
    for (let at = 0; at < bytes.length;) {
      if (bytes[at] !== LF && bytes[at] !== CR) {
        at += 1;
        continue;
      }
      at = lineEndAfter(bytes, at);
      yield bytes.subarray(from, at);
      from = at;
    }
    if (from < bytes.length) yield bytes.subarray(from);
  }
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

const decodeLine = (bytes: Uint8Array, decode: Decode): string =>
  decode('utf-8', bytes, true) ?? decode('windows-1252', bytes, false) ?? '';

function* decodedLines(pieces: BytePieces, decode: Decode): Generator<string, void> {
  for (const bytes of lineBytes(pieces)) yield decodeLine(bytes, decode);
}

/** Lines are handed on by the piece: a generator's step costs more than a line. */
function* inPieces(lines: Iterable<string>): Generator<string, void> {
  let held: string[] = [];
  let letters = 0;
  for (const line of lines) {
    held.push(line);
    letters += line.length;
    if (letters < 1 << 20) continue;
    yield held.join('');
    held = [];
    letters = 0;
  }
  if (held.length > 0) yield held.join('');
}

interface OddLines {
  readonly count: number;
  readonly first: number;
  readonly named: readonly ImportProblem[];
  /** Lines with letters outside ASCII that are proper UTF-8. */
  readonly utf8Lines: number;
  readonly isBlank: boolean;
}

const oddLineProblem = (printed: string, line: number): ImportProblem => ({
  line,
  field: 'text',
  found: printed.trim().slice(0, 80),
  expected: 'UTF-8 text; this line is not, and was read as Windows-1252: check its letters',
});

/** Goes through a file line by line to see which of its lines are not UTF-8. */
const oddLinesOf = (pieces: BytePieces, decode: Decode): OddLines => {
  const named: ImportProblem[] = [];
  let [line, count, first, utf8Lines] = [0, 0, 0, 0];
  let isBlank = true;
  for (const bytes of lineBytes(pieces)) {
    line += 1;
    if (isAscii(bytes)) {
      isBlank &&= decodeLine(bytes, decode).trim() === '';
      continue;
    }
    isBlank = false;
    if (decode('utf-8', bytes, true) !== undefined) {
      utf8Lines += 1;
      continue;
    }
    count += 1;
    if (first === 0) first = line;
    if (named.length < NAMED_LINES) named.push(oddLineProblem(decodeLine(bytes, decode), line));
  }
  return { count, first, named, utf8Lines, isBlank };
};

/** What is read from a text, and what had to be done to the file for it to be one. */
type ReadFromText<T> = Result<{ readonly value: T; readonly repairs: Repairs }, FileRefusal>;

/** Reads a text; it is gone through as often as it is asked for. */
type ReadText<T> = (text: TextPieces) => Result<T, FileRefusal>;

const withRepairs = <T>(read: Result<T, FileRefusal>, repairs: Repairs): ReadFromText<T> =>
  read.ok ? ok({ value: read.value, repairs }) : read;

const readOther = <T>(pieces: BytePieces, decode: Decode, read: ReadText<T>): ReadFromText<T> => {
  const { count, first, named, utf8Lines, isBlank } = oddLinesOf(pieces, decode);
  if (isBlank) return fail(emptyFile);
  const isMixed = utf8Lines > 0;
  const lines = `${count} ${count === 1 ? 'line is' : 'lines are'}`;
  const evidence = `${lines} not valid UTF-8, the first is line ${Math.max(1, first)}`;
  const chosen = isMixed ? 'UTF-8, odd lines as Windows-1252' : 'Windows-1252';
  const text: TextPieces = () => withoutMarks(inPieces(decodedLines(pieces, decode)));
  return withRepairs(read(text), {
    assumptions: [{ what: 'encoding', chosen, evidence }],
    problems: isMixed || count <= FEW_LINES ? named : [],
  });
};

const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16Pattern(bytes);
};

const damagedUtf16: FileRefusal = {
  reason: 'notText',
  found: 'a damaged UTF-16 text',
  expected: 'a CSV file in UTF-8; open the file in a spreadsheet and save it as CSV UTF-8',
};

const firstPiece = (pieces: BytePieces): Uint8Array => {
  for (const piece of pieces()) return piece;
  return new Uint8Array(0);
};

/**
 * Reads bytes as text: byte order marks (also doubled), UTF-8, UTF-16 with or without a mark, else Windows-1252, line by line
 * when the file mixes. Never puts in the replacement sign. Refuses what is not text. Most files are what they look like and are read
 * while it is seen whether they are; of one that is not, what was read is dropped, and it is read again as what it is.
 */
export const readDecoded = <T>(pieces: BytePieces, decode: Decode, read: ReadText<T>): ReadFromText<T> => {
  const head = firstPiece(pieces);
  const refusal = refusalOfBytes(head);
  if (refusal !== undefined) return fail(refusal);
  const utf16 = utf16Of(head);
  const encoding = utf16 ?? 'utf-8';
  const seen = nothingSeen();
  const proper = (): Iterable<string> => properPieces(pieces, encoding, decode, seen);
  const text: TextPieces = () => withoutMarks(proper());
  const outcome = read(text);
  // Whoever refuses has not always looked at all of it.
  if (seen.isValid && !seen.isWhole) for (const _ of proper());
  if (!seen.isValid) return utf16 === undefined ? readOther(pieces, decode, read) : fail(damagedUtf16);
  if (seen.isBlank) return fail(emptyFile);
  return withRepairs(outcome, { assumptions: [], problems: seen.hasReplacements ? replacementProblems(text) : [] });
};
