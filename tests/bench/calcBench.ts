import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importRows } from './importBench.ts';
import { missingWords, startProgram, type PeerRows } from './peerProgram.ts';
import { SHEETS, WEEK, withSheets } from './sheetBench.ts';
import { sheetWorkbook } from './sheetWorkbook.ts';
import { benchRow, ratioRow, type BenchRow } from './statistics.ts';

const RUNS = 3;
const PATIENCE_MS = 600_000;
const NEEDED = [{ program: 'soffice', debianPackage: 'libreoffice-calc' }];

const timed = async (work: () => Promise<void>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** LibreOffice with a profile of its own, opening a file and keeping it in another format: milliseconds. */
const convert = async (folder: string, path: string, format: string, into = folder): Promise<number> => {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  return timed(async () => {
    const office = startProgram({
      program: 'soffice',
      args: [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', into, path],
    });
    const patience = setTimeout(() => void office.end(), PATIENCE_MS);
    const code = await office.ended;
    clearTimeout(patience);
    await office.end();
    if (code !== 0) throw new Error(`LibreOffice did not convert to ${format}: ${code ?? 'ended'}`);
  });
};

const countOf = (path: string, pattern: RegExp): number => readFileSync(path, 'latin1').match(pattern)?.length ?? 0;

const linesIn = (path: string): number => readFileSync(path).reduce((sum, byte) => (byte === 10 ? sum + 1 : sum), 0);

/** The same log read, and kept, by both. */
const benchRows = async (folder: string, rows: number, alone: number): Promise<readonly BenchRow[]> => {
  const { path, first } = await importRows(folder, rows);
  const asOds = await convert(folder, path, 'ods');
  const asCsv = await convert(folder, path, 'csv', join(folder, 'again'));
  if (linesIn(join(folder, 'again', 'log.csv')) !== rows + 1) throw new Error('LibreOffice did not read every row');
  const name = `Import of ${rows.toLocaleString('en')} rows: read, checked, kept`;
  return [
    benchRow('LibreOffice alone: starts, opens one row, keeps it, ends', [alone], undefined, 'median'),
    ratioRow(
      name,
      [first],
      { name: 'LibreOffice Calc: starts, opens the same CSV, keeps it as .ods', values: [asOds] },
      Infinity,
    ),
    ratioRow(
      `${name} (again)`,
      [first],
      { name: 'LibreOffice Calc: starts, opens the same CSV, writes it out as CSV', values: [asCsv] },
      Infinity,
    ),
  ];
};

/** The same sheets on as many pages by both. */
const benchPages = (folder: string): Promise<readonly BenchRow[]> =>
  withSheets(async ({ client, athleteIds, print }) => {
    const found = await client.sheets.week({ week: WEEK, athleteIds: [...athleteIds] });
    if (!found.ok) throw new Error('no sheets');
    const workbook = join(folder, 'sheets.fods');
    writeFileSync(workbook, sheetWorkbook(found.value.sheets));
    const [own, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      theirs.push(await convert(folder, workbook, 'pdf'));
      own.push(await timed(() => print()));
    }
    const pages = countOf(join(folder, 'sheets.pdf'), /\/Type\s*\/Page\b/gu);
    if (pages !== SHEETS) throw new Error(`LibreOffice printed ${pages} pages instead of ${SHEETS}`);
    return [
      ratioRow(
        `${SHEETS} athletes’ weekly sheets in one PDF`,
        own,
        { name: 'LibreOffice Calc: starts, opens a workbook of the same text, prints as many pages', values: theirs },
        Infinity,
      ),
    ];
  });

/** Ironstride beside LibreOffice Calc: reading a million rows, and printing two hundred sheets. */
export const benchCalc = async (folder: string, rows: number): Promise<PeerRows> => {
  const missing = missingWords(
    `LibreOffice Calc opening ${rows.toLocaleString('en')} rows and printing ${SHEETS} sheets`,
    NEEDED,
  );
  if (missing !== undefined) return { rows: [], skipped: [missing] };
  const own = join(folder, 'calc');
  mkdirSync(own);
  try {
    // The first start writes the profile: that is nobody's million rows.
    writeFileSync(join(own, 'first.csv'), 'a,b\n1,2\n');
    await convert(own, join(own, 'first.csv'), 'ods');
    const alone = await convert(own, join(own, 'first.csv'), 'ods');
    return { rows: [...(await benchPages(own)), ...(await benchRows(own, rows, alone))], skipped: [] };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
};
