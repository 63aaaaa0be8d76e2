import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtRendererFolder, projectFolder } from '../service/nodeHost.ts';

const newestIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

const isFresh = (): boolean => {
  const built = join(builtRendererFolder, 'index.html');
  if (!existsSync(built)) return false;
  const sources = ['src/renderer', 'src/contract', 'src/domain'].map((folder) => join(projectFolder, folder));
  return sources.every((folder) => !existsSync(folder) || newestIn(folder) <= statSync(built).mtimeMs);
};

/** The built window, built now if it is missing or older than its sources. */
export const ensureRenderer = (say: (line: string) => void): string => {
  if (isFresh()) return builtRendererFolder;
  say('Building the window (once after every change) …');
  const vite = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) throw new Error('the window could not be built; see the lines above');
  return builtRendererFolder;
};
