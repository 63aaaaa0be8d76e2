import type { FileRefusal, ImportProblem } from './draft.ts';

/** Larger files are refused before they are read: 2 GB. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024;

/** Longest cell that is taken: 64 kB of characters. */
export const MAX_CELL_CHARS = 65_536;

/** No export has near as many columns; wider lines are not looked at as headings, and what is below them is not read. */
export const MAX_COLUMNS = 2000;

/** More than anybody has done in a life. */
export const MAX_ROWS = 3_000_000;
/** Activities or measurements of one athlete: ten a day for eighty years. Unlike sets they are all held while they are compared. */
export const MAX_ENTRIES = 300_000;
/** Three million rows of fifty columns. */
export const MAX_CELLS = 150_000_000;

const split = 'export a shorter period, or split the file';

/** The refusal for a file over `MAX_FILE_BYTES`; the size is known without reading. */
export const tooLarge = (sizeBytes: number): FileRefusal => ({
  reason: 'tooLarge',
  found: `${(sizeBytes / (1024 * 1024)).toFixed(0)} MB`,
  expected: `a file of at most ${MAX_FILE_BYTES / (1024 * 1024)} MB; ${split}`,
});

/** The refusal for a file over `MAX_ROWS`; a row that cannot be read may be why there are so many. */
export const tooManyRows = (first: ImportProblem | undefined): FileRefusal => ({
  reason: 'tooLarge',
  line: first?.line,
  found: `more than ${MAX_ROWS / 1_000_000} million rows${first === undefined ? '' : `, the first that cannot be read: ${first.found}`}`,
  expected: `at most ${MAX_ROWS / 1_000_000} million rows; ${split}${first === undefined ? '' : `; and ${first.expected}`}`,
});

/** The refusal for a list over `MAX_ENTRIES`. */
export const tooManyEntries = (rows: number): FileRefusal => ({
  reason: 'tooLarge',
  found: `${rows.toLocaleString('en')} rows in a list of activities or measurements`,
  expected: `at most ${MAX_ENTRIES.toLocaleString('en')} of them; ${split}`,
});

/** The refusal for a file over `MAX_CELLS`. */
export const tooManyCells: FileRefusal = {
  reason: 'tooLarge',
  found: `more than ${MAX_CELLS / 1_000_000} million cells`,
  expected: `at most ${MAX_CELLS / 1_000_000} million cells, rows times columns; ${split}`,
};

/** The refusal for a file without any text. */
export const emptyFile: FileRefusal = {
  reason: 'empty',
  found: 'nothing: the file is empty',
  expected: 'a CSV export with a heading line and at least one row',
};

interface Signature {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly reason: 'notText' | 'notCsv';
  readonly found: string;
  readonly expected: string;
}

const codes = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const COMPRESSED = 'the CSV file inside; unpack it first';

const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    reason: 'notText',
    found: 'an Excel workbook or ZIP archive',
    expected: 'a CSV file: save the workbook as CSV, or unpack the archive and choose the .csv file in it',
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], reason: 'notText', found: 'an empty ZIP archive', expected: COMPRESSED },
  { bytes: [0x1f, 0x8b], reason: 'notText', found: 'a compressed file (gzip)', expected: COMPRESSED },
  { bytes: codes('BZh'), reason: 'notText', found: 'a compressed file (bzip2)', expected: COMPRESSED },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], reason: 'notText', found: 'a compressed file (xz)', expected: COMPRESSED },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], reason: 'notText', found: 'a compressed file (7-Zip)', expected: COMPRESSED },
  { bytes: codes('Rar!'), reason: 'notText', found: 'a compressed file (RAR)', expected: COMPRESSED },
  { bytes: codes('%PDF'), reason: 'notText', found: 'a PDF document', expected: 'a CSV file' },
  {
    bytes: codes('SQLite format 3'),
    reason: 'notText',
    found: 'a database file (SQLite)',
    expected: 'a CSV file: use the export of the app the database belongs to',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    reason: 'notText',
    found: 'an old Excel workbook (.xls)',
    expected: 'a CSV file: open the workbook and save it as CSV',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], reason: 'notText', found: 'a picture (PNG)', expected: 'a CSV file' },
  { bytes: [0xff, 0xd8, 0xff], reason: 'notText', found: 'a picture (JPEG)', expected: 'a CSV file' },
  {
    bytes: codes('.FIT'),
    at: 8,
    reason: 'notText',
    found: 'the recording of one activity (FIT)',
    expected: 'a CSV list of activities',
  },
];

const hasSignature = (bytes: Uint8Array, signature: Signature): boolean =>
  signature.bytes.every((value, index) => bytes[index + (signature.at ?? 0)] === value);

const isBlankByte = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

const firstTextByte = (bytes: Uint8Array): number | undefined => {
  let at = 0;
  while (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
  while (at < bytes.length && isBlankByte(bytes[at])) at += 1;
  return bytes[at];
};

const MARKUP: FileRefusal = {
  reason: 'notCsv',
  line: 1,
  found: 'a web page or XML file (it begins with <)',
  expected: 'a CSV file; when a site shows a sign-in page instead of the download, sign in and export again',
};

const JSON_TEXT: FileRefusal = {
  reason: 'notCsv',
  line: 1,
  found: 'a JSON file (it begins with { or [)',
  expected: 'a CSV file; choose CSV as the export format',
};

const BINARY: FileRefusal = {
  reason: 'notText',
  found: 'a binary file',
  expected: 'a CSV file: text in rows and columns',
};

const SAMPLE_BYTES = 8192;
const MAX_CONTROL_SHARE = 0.04;

const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f;

const looksBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) if (isControl(byte)) controls += 1;
  return controls >= 8 && controls / sample.length > MAX_CONTROL_SHARE;
};

/** UTF-16 without a byte order mark shows as zero bytes in every second place. */
export const utf16Pattern = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) evenZeros += 1;
    if (bytes[at + 1] === 0) oddZeros += 1;
  }
  const pairs = length / 2;
  if (oddZeros > pairs * 0.7 && evenZeros < pairs * 0.1) return 'utf-16le';
  if (evenZeros > pairs * 0.7 && oddZeros < pairs * 0.1) return 'utf-16be';
  return undefined;
};

const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Says why these bytes cannot be a CSV text at all; `undefined` when they may be one. */
export const refusalOfBytes = (bytes: Uint8Array): FileRefusal | undefined => {
  if (bytes.length === 0) return emptyFile;
  const signature = SIGNATURES.find((candidate) => hasSignature(bytes, candidate));
  if (signature !== undefined) {
    return { reason: signature.reason, found: signature.found, expected: signature.expected };
  }
  if (hasUtf16Mark(bytes) || utf16Pattern(bytes) !== undefined) return undefined;
  const first = firstTextByte(bytes);
  if (first === 0x3c) return MARKUP;
  if (first === 0x7b || first === 0x5b) return JSON_TEXT;
  return looksBinary(bytes) ? BINARY : undefined;
};
