import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BIG_FILES, type BigFile } from './bigFiles.ts';

const outcome = z.object({ what: z.string(), tookS: z.number(), peakMb: z.int() });

/** What came of a large file. */
export interface BigFileRow extends z.output<typeof outcome> {
  readonly name: string;
  readonly isAsExpected: boolean;
  readonly budgetMb?: number | undefined;
  readonly met: boolean;
}

const importOne = fileURLToPath(new URL('./importOne.ts', import.meta.url));

const tried = (folder: string, { name, write, expected, budgetMb }: BigFile): BigFileRow => {
  mkdirSync(folder);
  try {
    const path = join(folder, 'big.csv');
    write(path);
    const { stdout, stderr } = spawnSync(process.execPath, [importOne, folder, path], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: folder },
    });
    const last = stdout.trim().split('\n').at(-1) ?? '';
    if (!last.startsWith('{')) throw new Error(`${name}: ${stderr}`);
    const found = outcome.parse(JSON.parse(last));
    const isAsExpected = expected.test(found.what);
    return { name, ...found, isAsExpected, budgetMb, met: isAsExpected && found.peakMb <= (budgetMb ?? found.peakMb) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Makes every large file, imports it in a process of its own, and removes it again. */
export function* benchBigFiles(folder: string): Generator<BigFileRow, void> {
  for (const [index, file] of BIG_FILES.entries()) yield tried(join(folder, `big-${index}`), file);
}

export const bigFileLine = ({ name, what, tookS, peakMb, isAsExpected, budgetMb, met }: BigFileRow): string => {
  const budget = budgetMb === undefined ? '' : `, budget ${budgetMb} MB ${met ? 'met' : 'NOT MET'}`;
  const outcomeWords = isAsExpected ? what : `NOT AS EXPECTED: ${what}`;
  return `${name}: ${tookS.toFixed(1)} s, peak ${peakMb} MB${budget}\n    ${outcomeWords}`;
};
