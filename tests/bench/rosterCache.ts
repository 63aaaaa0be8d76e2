import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { TODAY } from './today.ts';
import { openForBench } from './openForBench.ts';

/** Made rosters are kept between runs, for as long as what makes them stays as it is. */
const CACHE = join(tmpdir(), 'ironstride-bench-cache');

const SOURCES = ['domain', 'service', 'contract'].map((folder) =>
  fileURLToPath(new URL(`../../src/${folder}`, import.meta.url)),
);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && statSync(path).isFile())
    .toSorted();

/** Another letter in any rule may make another roster. */
const stampOfSources = (): string => {
  const hash = createHash('sha256');
  for (const folder of SOURCES) for (const path of filesIn(folder)) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
};

interface RosterOrder {
  readonly athletes: number;
  readonly years: number;
  readonly seed: number;
}

/** A copy of a sample roster in a folder of one's own: made once, the same every time. */
export const rosterIn = async (folder: string, { athletes, years, seed }: RosterOrder): Promise<string> => {
  mkdirSync(CACHE, { recursive: true });
  const kept = join(CACHE, `${athletes}x${years}-${seed}-${stampOfSources()}.db`);
  if (!existsSync(kept)) {
    const making = `${kept}.making`;
    const service = openForBench(making);
    const made = await createClient(contract, service).app.createSample({ athletes, years, seed, today: TODAY });
    await service.close();
    if (!made.ok) throw new Error(`no sample: ${JSON.stringify(made.error)}`);
    renameSync(making, kept);
  }
  const copy = join(folder, `${athletes}x${years}-${seed}.db`);
  copyFileSync(kept, copy);
  return copy;
};
