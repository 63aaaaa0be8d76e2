import { resolve } from 'node:path';
import { app } from 'electron';

const ENDING = '.ironstride';

/** A file of athletes or of a desk among the words a start was given; the first word is the program itself. */
export const packIn = (words: readonly string[], folder: string): string | undefined => {
  const named = words.slice(1).find((word) => word.endsWith(ENDING) && !word.startsWith('-'));
  return named === undefined ? undefined : resolve(folder, named);
};

/** The page that looks into a file and asks before anything of it is taken in. */
export const routeOfPack = (path: string): string => `/leaving/open?file=${encodeURIComponent(path)}`;

/** macOS names a file by an event, which may come before there is a window to show it in. */
export const hearOpenedFiles = (): {
  readonly waiting: () => string | undefined;
  readonly show: (to: (path: string) => void) => void;
} => {
  let early: string | undefined;
  let open: ((path: string) => void) | undefined;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (open === undefined) early = path;
    else open(path);
  });
  return { waiting: () => early, show: (to) => void (open = to) };
};
