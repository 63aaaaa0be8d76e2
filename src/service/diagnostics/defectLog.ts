import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemClock } from '../clock.ts';
import type { LogEntry } from '../deps.ts';

/** When the log is as large as this it is put aside, and what had been put aside is let go: two files, a megabyte in all. */
export const MOST_LOG_BYTES = 512 * 1024;

const logFile = (databaseFile: string): string => `${databaseFile}-log.txt`;
const olderLogFile = (databaseFile: string): string => `${databaseFile}-log-older.txt`;

const rotate = (databaseFile: string): void => {
  const file = logFile(databaseFile);
  if (existsSync(file) && statSync(file).size >= MOST_LOG_BYTES) renameSync(file, olderLogFile(databaseFile));
};

/** Defects go to a local file beside the database, with their reference and without anybody's name (see `defectText`). */
export const logBeside =
  (databaseFile: string) =>
  (entry: LogEntry): void => {
    if (entry.level !== 'defect') return;
    try {
      mkdirSync(dirname(databaseFile), { recursive: true });
      rotate(databaseFile);
      appendFileSync(logFile(databaseFile), `${systemClock.now()} ${entry.reference ?? ''} ${entry.message}\n`);
    } catch {
      // A full or read-only disk must not turn a defect into a crash.
    }
  };

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** The newest entries of the log, oldest first. */
export const newestDefects = (databaseFile: string, most: number): readonly string[] =>
  `${readIfThere(olderLogFile(databaseFile))}${readIfThere(logFile(databaseFile))}`
    .split(/\n(?=\d{4}-\d\d-\d\dT)/u)
    .map((entry) => entry.trimEnd())
    .filter((entry) => entry !== '')
    .slice(-most);
