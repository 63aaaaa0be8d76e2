import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { addDays, parsePlainDate } from '../../src/domain/kernel/plainDate.ts';
import { uploadFile } from '../../src/service/uploadFile.ts';
import { timed } from './asked.ts';
import { bundled } from './bundled.ts';
import { TODAY } from './today.ts';
import { openForBench } from './openForBench.ts';
import { benchRow, ratioRow, type BenchRow } from './statistics.ts';

/** Budgets of the design: as multiples of what `sqlite3 .import` takes into a bare table, and of the first import. */
const TIMES_BARE = 1.5;
const TIMES_FIRST = 0.7;

const SETS_A_SESSION = 20;
const LIFTS = ['Squat (Barbell)', 'Deadlift (Barbell)', 'Bench Press (Barbell)', 'Lunge (Dumbbell)'];

/** A lifting log as long as asked, four sessions on every day since the first that an import believes. */
const writeLog = (path: string, rows: number): void => {
  const file = openSync(path, 'w');
  writeSync(
    file,
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n',
  );
  const begin = parsePlainDate('1990-01-01') ?? TODAY;
  for (let session = 0; session * SETS_A_SESSION < rows; session += 1) {
    const day = addDays(begin, Math.floor(session / 4));
    const hour = ['06', '10', '14', '18'][session % 4] ?? '';
    const lines = Array.from({ length: Math.min(SETS_A_SESSION, rows - session * SETS_A_SESSION) }, (_, set) => {
      const lift = LIFTS[Math.floor(set / 5) % LIFTS.length] ?? '';
      return `${day} ${hour}:30:00,"Heavy legs",55m,"${lift}",${(set % 5) + 1},${60 + (session % 40) * 2.5},${3 + (set % 3)},0,0,,,8`;
    });
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
};

/** What SQLite's own shell takes for the same file into a table without checks; nothing when the shell is not installed. */
const bareImport = async (folder: string, path: string): Promise<number | undefined> => {
  let status: number | null = null;
  const took = await timed(() => {
    status = spawnSync('sqlite3', [join(folder, 'bare.db'), '.mode csv', `.import ${path} bare`]).status;
  });
  return status === 0 ? took : undefined;
};

/** What the driver alone takes to write as many rows of as many values, without checks, keys or indexes. */
const bareInserts = (folder: string, rows: number): number => {
  const connection = new Database(join(folder, 'inserts.db'));
  connection.pragma('journal_mode = WAL');
  connection.exec('CREATE TABLE bare (a, b, c, d, e, f, g, h, i)');
  const insert = connection.prepare('INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const began = performance.now();
  connection.transaction(() => {
    for (let row = 0; row < rows; row += 1) {
      insert.run(row, 1, '2026-11-23', row % 20, 7, 'Squat (Barbell)', 'work', 60 + (row % 40), 5);
    }
  })();
  const took = performance.now() - began;
  connection.close();
  return took;
};

/** As the desktop program has it: half a second of stripping types from sources is no part of an import. */
const JOB_WORKER = fileURLToPath(new URL('../../src/service/jobWorker.ts', import.meta.url));

/** Imports a log of so many rows into a fresh database of a folder, and again: milliseconds of each. */
export const importRows = async (
  folder: string,
  rows: number,
): Promise<{ path: string; first: number; again: number }> => {
  const path = join(folder, 'log.csv');
  writeLog(path, rows);
  const service = openForBench(join(folder, 'import.db'), pathToFileURL(await bundled(JOB_WORKER)));
  try {
    const client = createClient(contract, service);
    const file = { token: await uploadFile(service, path), fileName: 'log.csv', choices: {} };
    const files = [{ ...file, target: { kind: 'newAthlete' as const, name: 'Zoe Bench' } }];
    const run = async (): Promise<void> => {
      const reply = await client.imports.commit({ files, exercises: [], strict: false });
      if (!reply.ok) throw new Error(`the import was refused: ${JSON.stringify(reply.error)}`);
    };
    const first = await timed(run);
    return { path, first, again: await timed(run) };
  } finally {
    await service.close();
  }
};

/** An import of so many rows, and the same again, against SQLite's own import of the same file. */
export const benchImport = async (folder: string, rows: number): Promise<readonly BenchRow[]> => {
  const { path, first, again } = await importRows(folder, rows);
  const bare = await bareImport(folder, path);
  const inRows = `${rows.toLocaleString('en')} rows`;
  const one = `Import of ${inRows}`;
  return [
    bare === undefined
      ? benchRow(`${one} (no sqlite3 here to compare with)`, [first], undefined, 'median')
      : ratioRow(one, [first], { name: 'sqlite3 .import into a bare table', values: [bare] }, TIMES_BARE),
    ratioRow(`The same ${inRows} again`, [again], { name: 'the first import', values: [first] }, TIMES_FIRST),
    ratioRow(
      `${one}, beside bare inserts`,
      [first],
      { name: 'better-sqlite3 inserting as many rows into a bare table', values: [bareInserts(folder, rows)] },
      Infinity,
    ),
  ];
};
