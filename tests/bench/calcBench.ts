import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { timed } from './asked.ts';
import { importRows } from './importBench.ts';
import { missingWords, orSkipped, PeerFailed, startProgram, type PeerRows } from './peerProgram.ts';
import { SHEETS, WEEK, withSheets } from './sheetBench.ts';
import { sheetWorkbook } from './sheetWorkbook.ts';
import { benchRow, ratioRow, type BenchRow } from './statistics.ts';

const RUNS = 3;
const PATIENCE_MS = 600_000;
const NEEDED = [{ program: 'soffice', debianPackage: 'libreoffice-calc' }];

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
    const made = join(into, basename(path).replace(/[a-z]+$/u, format));
    if (code !== 0 || !existsSync(made))
      throw new PeerFailed(`it made no ${format} of ${basename(path)}, exit code ${code ?? 'none'}`);
  });
};

const countOf = (path: string, pattern: RegExp): number => readFileSync(path, 'latin1').match(pattern)?.length ?? 0;

const linesIn = (path: string): number => readFileSync(path).reduce((sum, byte) => (byte === 10 ? sum + 1 : sum), 0);

/** The same log read, and kept, by both. */
const benchRows = async (folder: string, rows: number): Promise<readonly BenchRow[]> => {
  const { path, first } = await importRows(folder, rows);
  const asOds = await convert(folder, path, 'ods');
  const asCsv = await convert(folder, path, 'csv', join(folder, 'again'));
  if (linesIn(join(folder, 'again', 'log.csv')) !== rows + 1) throw new PeerFailed('it did not read every row');
  const name = `Import of ${rows.toLocaleString('en')} rows: read, checked, kept`;
  return [
    ratioRow(
      name,
      [first],
      { name: 'LibreOffice Calc: starts, opens the same CSV, keeps it as .ods', values: [asOds] },
      Infinity,
    ),
    ratioRow(
      'The same import',
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
    if (pages !== SHEETS) throw new PeerFailed(`it printed ${pages} pages instead of ${SHEETS}`);
    return [
      ratioRow(
        `${SHEETS} athletes’ weekly sheets in one PDF`,
        own,
        { name: 'LibreOffice Calc: starts, opens a workbook of the same text, prints as many pages', values: theirs },
        Infinity,
      ),
    ];
  });

/** Ironstride beside LibreOffice Calc: printing two hundred sheets, and reading a million rows. */
export const benchCalc = async (folder: string, rows: number): Promise<PeerRows> => {
  const what = `LibreOffice Calc printing ${SHEETS} sheets and opening ${rows.toLocaleString('en')} rows`;
  const missing = missingWords(what, NEEDED);
  if (missing !== undefined) return { rows: [], skipped: [missing] };
  const own = join(folder, 'calc');
  mkdirSync(own);
  const one = join(own, 'one.csv');
  writeFileSync(one, 'a,b\n1,2\n');
  try {
    return await orSkipped(what, async () => {
      // The first start writes the profile: that is nobody's million rows.
      await convert(own, one, 'ods');
      const alone = await convert(own, one, 'ods');
      return [
        benchRow('LibreOffice alone: starts, opens a file of one row, keeps it, ends', [alone], undefined, 'median'),
        ...(await benchPages(own)),
        ...(await benchRows(own, rows)),
      ];
    });
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
};
