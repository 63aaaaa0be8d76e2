import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from '../../domain/imports/fileKind.ts';
import { uploadPath } from './readUpload.ts';

/** Writes a piece of a file to disk, where it waits for a job. Throws for a token that was not given, and for a file too large. */
export const spoolUpload = (folder: string, bytes: Uint8Array, before: string | undefined): string => {
  if (before === undefined) {
    const token = randomUUID();
    writeFileSync(join(folder, token), bytes, { mode: 0o600 });
    return token;
  }
  const path = uploadPath(folder, before);
  if (path === undefined) throw new Error('a piece of a file whose beginning is not here');
  if (statSync(path).size + bytes.length > MAX_FILE_BYTES)
    throw new Error('a file that is larger than any that is read');
  appendFileSync(path, bytes);
  return before;
};
