import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectFolder } from '../service/nodeHost.ts';

/**
 * `npm run package`: installers for this system, as the `build` part of package.json says. It needs two things that `npm ci` does not
 * bring, because nobody who works on Ironstride needs them: Electron's own program, and the tool that packs (one exact version).
 */
const PACKER = 'electron-builder@26.17.0';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const stop = (...lines: readonly string[]): never => {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
};

/** The folder of Electron's own program, if it is there. Asking the package itself would start a download. */
const electronFolder = (): string | undefined => {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  return existsSync(join(folder, 'dist', readFileSync(named, 'utf8').trim())) ? join(folder, 'dist') : undefined;
};

/** npm, however it was started, or undefined where this was not started by npm at all. */
const npm = process.env['npm_execpath'];

const run = (what: string, program: string, words: readonly string[]): void => {
  const ended = spawnSync(program, words, { cwd: projectFolder, stdio: 'inherit' });
  if (ended.status === 0) return;
  stop(
    '',
    `${what} did not work (see the lines above), so no installer was made; nothing else was changed.`,
    'If a file could not be fetched: this step needs a network, once; try it again where there is one.',
  );
};

const dist = electronFolder();
if (dist === undefined) {
  stop(
    'No installer can be made here yet: Electron’s own program, which every installer holds, is not on this computer.',
    'npm ci does not bring it, since nothing but packaging and the desktop window needs it. Fetch it once, with a network:',
    '',
    '    npx install-electron',
    '',
    'Then run “npm run package” again; it will also fetch the tool that packs.',
    'Without it Ironstride runs all the same, in a window of the installed browser: npm start',
  );
}
if (npm === undefined)
  stop('Start this with “npm run package”, so that it knows which npm to ask for the tool that packs.');
else {
  say('Building …');
  const vite = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  run('Building', process.execPath, [vite, 'build', '--logLevel', 'error']);
  say(`Packing with ${PACKER} (npm fetches it if it is not in its cache) …`);
  const words = ['--publish', 'never', `--config.electronDist=${dist}`, ...process.argv.slice(2)];
  run('Packing', process.execPath, [npm, 'exec', '--yes', `--package=${PACKER}`, '--', 'electron-builder', ...words]);
  say('The installers are in out/installers.');
}
