import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Progress } from '../../contract/derive.ts';
import type { importFile } from '../../contract/schemas/imports.ts';
import type { BytePieces, Decode } from '../../domain/imports/decode.ts';
import type { FileRefusal, ImportDraft } from '../../domain/imports/draft.ts';
import { MAX_FILE_BYTES, tooLarge } from '../../domain/imports/fileKind.ts';
import type { Aside } from '../../domain/imports/keptRecords.ts';
import { readFile } from '../../domain/imports/importers.ts';
import type { ZoneOffset } from '../../domain/imports/dateTimes.ts';
import { fail, type Result } from '../../domain/kernel/result.ts';
import type { ReadDb } from '../db/sql.ts';
import { rememberedMapping } from './mappingStore.ts';

export type ImportFile = z.output<typeof importFile>;

const decode: Decode = (encoding, bytes, fatal) => {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Seconds that a zone is ahead of UTC at an instant, from the system's own time-zone tables. */
const zoneOffset: ZoneOffset = (zone, utcDayNumber, utcSecondOfDay) => {
  try {
    const at = (utcDayNumber * 86_400 + utcSecondOfDay) * 1000;
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
    const printed = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
    const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(printed);
    if (match === null) return undefined;
    const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
    return (match[1] === '-' ? -minutes : minutes) * 60;
  } catch {
    return undefined;
  }
};

const PIECE_BYTES = 1 << 20;
/** Pieces between two reports. */
const PIECES_A_REPORT = 2;

/** A file's bytes, read as they are asked for; every few pieces `report` is told how many bytes that were in all. */
const piecesOfFile = (path: string, report: (bytes: number) => void): BytePieces => {
  let [pieces, bytes] = [0, 0];
  return function* () {
    const file = openSync(path, 'r');
    const piece = new Uint8Array(PIECE_BYTES);
    try {
      for (;;) {
        const length = readSync(file, piece);
        if (length === 0) return;
        yield piece.subarray(0, length);
        pieces += 1;
        bytes += length;
        if (pieces % PIECES_A_REPORT === 0) report(bytes);
      }
    } finally {
      closeSync(file);
    }
  };
};

/** What reading a file needs of the job that reads it. */
export interface ReadingJob {
  readonly db: ReadDb;
  readonly uploadFolder: string;
  /** May throw, when the job is cancelled. */
  readonly progress: (progress: Progress) => void;
  readonly aside: Aside;
}

/** Where an uploaded file lies. Tokens are ours: anything else is not looked for, so no path can be smuggled in. */
export const uploadPath = (uploadFolder: string, token: string): string | undefined => {
  if (!/^[0-9a-f-]{36}$/.test(token)) return undefined;
  const path = join(uploadFolder, token);
  return existsSync(path) ? path : undefined;
};

/**
 * Reads an uploaded file as far as it can be understood; its draft can be used for as long as there is what was put aside.
 * `undefined`: there is no such upload.
 */
export const readUpload = (
  { db, uploadFolder, progress, aside }: ReadingJob,
  file: ImportFile,
  athleteZone: string | undefined,
): Result<ImportDraft, FileRefusal> | undefined => {
  const path = uploadPath(uploadFolder, file.token);
  if (path === undefined) return undefined;
  const { size } = statSync(path);
  if (size > MAX_FILE_BYTES) return fail(tooLarge(size));
  const report = (bytes: number): void =>
    progress({ done: Math.min(bytes, size), total: size, doing: `reading ${file.fileName}` });
  const timeZone = file.choices.timeZone ?? athleteZone;
  return readFile({
    bytes: piecesOfFile(path, report),
    choices: { ...file.choices, timeZone },
    decode,
    zoneOffset,
    fileName: file.fileName,
    aside,
    remembered: (signature) => rememberedMapping(db, signature),
  });
};
