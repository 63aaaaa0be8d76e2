import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { openAppWindow, startBrowserShell } from '../browser/browserShell.ts';
import { createClient } from '../contract/client.ts';
import { contract } from '../contract/contract.ts';
import { errorText } from '../contract/errorText.ts';
import { DatabaseInUse } from '../service/db/lock.ts';
import { defaultDatabaseFile, FIRST_BACKUP_AFTER_MS, projectFolder, userDataFolder } from '../service/nodeHost.ts';
import { isAboutTheFile } from '../service/openingFailure.ts';
import { ensureRenderer } from './builtRenderer.ts';

/**
 * `npm start`: the desktop window where Electron's binary is, else the same application in a window of the installed
 * browser, else an address to open by hand. Says which, and why.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const words = process.argv.slice(2);
const wantsSample = words.includes('--sample');
const wantsBrowser = words.includes('--browser');
const databaseWord = words.indexOf('--db');
const databaseFile =
  databaseWord >= 0 && words[databaseWord + 1] !== undefined
    ? resolve(words[databaseWord + 1] ?? '')
    : wantsSample
      ? join(userDataFolder(), 'sample.db')
      : defaultDatabaseFile();

/** Electron's own file, if it is there. Asking the package itself would start a download. */
const electronBinary = (): string | undefined => {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const path = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(path) ? path : undefined;
};

const startElectron = (binary: string): void => {
  say('Starting the desktop window (Electron).');
  const args = [projectFolder, `--db=${databaseFile}`, ...(wantsSample ? ['--sample'] : [])];
  spawn(binary, args, { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0));
};

const showRunning = async (held: DatabaseInUse): Promise<void> => {
  const { url, secret, pid } = held.owner ?? {};
  if (url === undefined || secret === undefined) return say(held.message);
  const shown = await fetch(`${url}/show-again`, { method: 'POST', headers: { 'x-ironstride': secret } }).catch(
    () => undefined,
  );
  if (shown?.ok !== true) return say(held.message);
  const { url: address } = z.object({ url: z.string().optional() }).parse(await shown.json());
  if (address === undefined) return say(`Ironstride is already running (process ${pid}); its window is shown again.`);
  say(`Ironstride is already running (process ${pid}). Open this address (it works once):`);
  say(address);
};

const startInBrowser = async (why: string, rendererFolder: string): Promise<void> => {
  const shell = await startBrowserShell({
    databaseFile,
    rendererFolder,
    firstBackupAfterMs: FIRST_BACKUP_AFTER_MS,
    onLastWindowClosed: () => void stop('The last window was closed.'),
  });
  let isStopping = false;
  const stop = async (reason: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    say(`${reason} Everything is saved; goodbye.`);
    await shell.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('Stopped.'));
  process.on('SIGTERM', () => void stop('Stopped.'));
  if (wantsSample) await makeSample(shell);
  if (openAppWindow(shell.server.windowUrl())) {
    say(`${why}: opened a window of the installed browser. Closing it ends Ironstride.`);
  } else {
    say(`${why}, and no browser window could be opened from here. Open this address yourself (it works once):`);
    say(shell.server.windowUrl());
  }
  say(`Data: ${databaseFile}`);
};

const makeSample = async (shell: Awaited<ReturnType<typeof startBrowserShell>>): Promise<void> => {
  say('Making the sample roster …');
  const made = await createClient(contract, shell.service).app.createSample({ athletes: 24, years: 2, seed: 1 });
  if (!made.ok && made.error.tag !== 'RosterNotEmpty') say(errorText(made.error));
};

try {
  const rendererFolder = ensureRenderer(say);
  const binary = wantsBrowser ? undefined : electronBinary();
  if (binary === undefined) {
    await startInBrowser(wantsBrowser ? 'As asked' : "Electron's binary is not on this computer", rendererFolder);
  } else {
    startElectron(binary);
  }
} catch (cause) {
  if (cause instanceof DatabaseInUse) await showRunning(cause);
  else if (isAboutTheFile(cause)) say(cause.message);
  else throw cause;
  process.exitCode = cause instanceof DatabaseInUse ? 0 : 1;
}
