import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { csvText, type CsvValue } from '../../domain/exports/csvText.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { listAthletes } from '../athletes/athleteStore.ts';
import { freeName, settleOnDisk } from '../db/files.ts';
import { readEach, type ReadDb } from '../db/sql.ts';
import type { AllHandlers, JobContext } from '../deps.ts';
import { listsOf } from './athleteLists.ts';
import { CSV_KINDS } from './csvKinds.ts';
import { fileNameOf, notWritten } from './fileNames.ts';
import { exportLines } from './writeExport.ts';

/** Written in pieces of so many rows. */
const ROWS_A_PIECE = 2000;

interface Writing {
  readonly write: (text: string) => void;
  readonly close: () => void;
}

const writingTo = (path: string): Writing & { readonly bytes: () => number } => {
  const file = openSync(path, 'wx', 0o600);
  let [pieces, bytes]: [string[], number] = [[], 0];
  const settle = (): void => {
    bytes += writeSync(file, pieces.join(''));
    pieces = [];
  };
  return {
    write: (text) => {
      pieces.push(text);
      if (pieces.length === ROWS_A_PIECE) settle();
    },
    close: () => {
      settle();
      closeSync(file);
      settleOnDisk(path);
    },
    bytes: () => bytes,
  };
};

const written = (path: string, pieces: Iterable<string>): { readonly pieces: number; readonly bytes: number } => {
  const file = writingTo(path);
  let count = 0;
  try {
    for (const piece of pieces) {
      file.write(piece);
      count += 1;
    }
  } finally {
    file.close();
  }
  return { pieces: count, bytes: file.bytes() };
};

const csvRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const BOM = '\uFEFF';

/** Rows of a table for a spreadsheet, the heading first. */
function* csvRows(db: ReadDb, sql: string): Generator<string, void> {
  const heading = db.read
    .prepare(sql)
    .columns()
    .map(({ name }) => name);
  yield csvText([heading]);
  for (const found of readEach(db, csvRow, sql)) {
    const cells = heading.map((name): CsvValue => found[name] ?? undefined);
    yield csvText([cells]).slice(BOM.length);
  }
}

/** The folder that is made: the one that was named, or in one that has something in it a new one. */
const folderFor = (path: string, today: string): string => {
  const isUsed = existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0);
  return isUsed ? freeName(join(path, `ironstride-export-${today}`)) : path;
};

type Files = { file: string; rows: number }[];

const writeAll = (folder: string, { db, clock, version, resourcesFolder, progress }: JobContext) => {
  const files: Files = [];
  let bytes = 0;
  const put = (file: string, pieces: Iterable<string>, rowsOf: (pieces: number) => number): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true, mode: 0o700 });
    const done = written(join(folder, file), pieces);
    bytes += done.bytes;
    files.push({ file, rows: rowsOf(done.pieces) });
  };
  const athletes = listAthletes(db);
  const total = 1 + CSV_KINDS.length + athletes.length;
  let rows = 0;
  function* counting(lines: Iterable<string>): Generator<string, void> {
    for (const line of lines) {
      if (line.includes('{"')) rows += 1;
      yield line;
    }
  }
  progress({ done: 0, total, doing: 'ironstride.json' });
  put('ironstride.json', counting(exportLines(db, { kind: 'desk' }, { version, on: clock.today() })), () =>
    Math.max(0, rows - 1),
  );
  for (const [index, { file, sql }] of CSV_KINDS.entries()) {
    progress({ done: 1 + index, total, doing: `${file}.csv` });
    put(join('csv', `${file}.csv`), csvRows(db, sql), (pieces) => pieces - 1);
  }
  const used = new Set<string>();
  for (const [index, { athleteId, name }] of athletes.entries()) {
    progress({ done: 1 + CSV_KINDS.length + index, total, doing: name });
    let called = fileNameOf(name);
    for (let n = 2; used.has(called.toLowerCase()); n += 1) called = `${fileNameOf(name)} (${n})`;
    used.add(called.toLowerCase());
    for (const list of listsOf(db, athleteId)) put(join('athletes', called, list.file), [list.text], () => list.rows);
  }
  copyFileSync(join(resourcesFolder, 'help', 'export.md'), join(folder, 'README.md'));
  return { files, bytes };
};

/** Writes everything into a folder that is there only once it is whole. */
export const exportAll: AllHandlers['leaving']['exportAll'] = ({ path }, context) => {
  if (!isAbsolute(path)) return fail({ tag: 'FileNotWritten', path, reason: 'it is no whole path' });
  let part: string | undefined;
  try {
    const folder = folderFor(path, context.clock.today());
    part = freeName(`${folder}.part`);
    mkdirSync(part, { recursive: true, mode: 0o700 });
    const made = part;
    const done = context.db.read.transaction(() => writeAll(made, context))();
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(part, folder);
    return ok({ path: folder, ...done });
  } catch (cause) {
    if (part !== undefined) rmSync(part, { recursive: true, force: true });
    return fail(notWritten(path, cause));
  }
};
