import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { piecesOfBytes, type Decode } from '../../../src/domain/imports/decode.ts';
import type { FileRefusal, ImportChoices, ImportDraft } from '../../../src/domain/imports/draft.ts';
import type { ZoneOffset } from '../../../src/domain/imports/dateTimes.ts';
import type { Result } from '../../../src/domain/kernel/result.ts';
import { readFile } from '../../../src/domain/imports/importers.ts';

export const decode: Decode = (encoding, bytes, fatal) => {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const HOURS_AHEAD: Readonly<Record<string, number>> = { 'Europe/Berlin': 1, 'America/New_York': -5 };

/** Winter time only: enough to see that the day moves. */
const winterOffset: ZoneOffset = (zone) => {
  const hours = HOURS_AHEAD[zone];
  return hours === undefined ? undefined : hours * 3600;
};

export const repository = fileURLToPath(new URL('../../../', import.meta.url));

export const readBytes = (
  bytes: Uint8Array,
  choices: ImportChoices = {},
  fileName?: string,
): Result<ImportDraft, FileRefusal> =>
  readFile({
    bytes: piecesOfBytes(bytes),
    choices,
    decode,
    zoneOffset: winterOffset,
    fileName,
  });

export const readPath = (path: string, choices: ImportChoices = {}): Result<ImportDraft, FileRefusal> =>
  readBytes(readFileSync(path), choices);

export const draftOf = (result: Result<ImportDraft, FileRefusal>): ImportDraft => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

export const refusalOf = (result: Result<ImportDraft, FileRefusal>): FileRefusal => {
  if (result.ok) throw new Error(`read ${result.value.rows} rows instead of refusing`);
  return result.error;
};

export const fixture = (name: string, choices: ImportChoices = {}): ImportDraft =>
  draftOf(readPath(`${repository}tests/fixtures/imports/${name}`, choices));

export const refusedFixture = (name: string): FileRefusal =>
  refusalOf(readPath(`${repository}tests/fixtures/imports/${name}`));

export const hostile = (name: string, choices: ImportChoices = {}): Result<ImportDraft, FileRefusal> =>
  readPath(`${repository}tests/fixtures/hostile/${name}`, choices);

export const openFolder = `${repository}../shared/csv/open/`;

export const hasOpenFolder = existsSync(`${openFolder}manifest.json`);

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
