import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Aside } from '../../domain/imports/keptRecords.ts';

/** What is written and read at once. No cell that is taken is near as long. */
const WINDOW_BYTES = 1 << 20;
const LENGTH_BYTES = 4;

interface AsideFile extends Aside {
  readonly close: () => void;
}

/** Texts one after another in a file of their own, each after its length. As long as they fit a window there is no file. */
const asideFile = (folder: string): AsideFile => {
  const path = join(folder, `aside-${randomUUID()}`);
  const coming = Buffer.allocUnsafe(WINDOW_BYTES);
  const window = Buffer.allocUnsafe(WINDOW_BYTES);
  let file: number | undefined;
  let [written, used] = [0, 0];
  let [windowAt, windowBytes] = [0, 0];

  const flush = (): void => {
    file ??= openSync(path, 'wx+', 0o600);
    for (let at = 0; at < used;) at += writeSync(file, coming, at, used - at, written + at);
    written += used;
    used = 0;
  };
  const textIn = (buffer: Buffer, at: number): string =>
    buffer.toString('utf8', at + LENGTH_BYTES, at + LENGTH_BYTES + buffer.readUInt32LE(at));
  const isInWindow = (place: number): boolean => {
    const at = place - windowAt;
    if (at < 0 || at + LENGTH_BYTES > windowBytes) return false;
    return at + LENGTH_BYTES + window.readUInt32LE(at) <= windowBytes;
  };

  return {
    put: (text) => {
      const bytes = Buffer.byteLength(text);
      if (used + LENGTH_BYTES + bytes > WINDOW_BYTES) flush();
      const place = written + used;
      coming.writeUInt32LE(bytes, used);
      coming.write(text, used + LENGTH_BYTES);
      used += LENGTH_BYTES + bytes;
      return place;
    },
    get: (place) => {
      if (place >= written) return textIn(coming, place - written);
      if (!isInWindow(place) && file !== undefined) {
        windowAt = place;
        windowBytes = readSync(file, window, 0, WINDOW_BYTES, place);
      }
      return textIn(window, place - windowAt);
    },
    close: () => {
      if (file === undefined) return;
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
};

/** Work with somewhere to put long texts, which is gone when the work is done, however it ends. */
export const withAside = <T>(folder: string, work: (aside: Aside) => T): T => {
  const aside = asideFile(folder);
  try {
    return work(aside);
  } finally {
    aside.close();
  }
};
