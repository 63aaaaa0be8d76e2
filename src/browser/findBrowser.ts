import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

export interface FoundBrowser {
  readonly path: string;
  /** Environment it needs beyond ours. */
  readonly env: Readonly<Record<string, string>>;
  /** A headless shell that came with `npm ci`: it prints and tests, but opens no window. */
  readonly isBundled: boolean;
}

const ON_PATH = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'brave-browser',
];

const places = (): string[] => {
  if (platform() === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (platform() === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(root, 'Chromium', 'Application', 'chrome.exe'),
        join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
};

/** The installed Chrome, Chromium or Edge; `CHROMIUM` names another. */
export const findInstalledBrowser = (): FoundBrowser | undefined => {
  const named = process.env['CHROMIUM'];
  const path = [...(named === undefined ? [] : [named]), ...places()].find((place) => existsSync(place));
  return path === undefined ? undefined : { path, env: {}, isBundled: false };
};

const bundledFolder = (): string | undefined => {
  try {
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
      if (existsSync(join(folder, 'bin', 'chromium.br'))) return join(folder, 'bin');
    }
    return undefined;
  } catch {
    return undefined;
  }
};

const cacheFolder = (bin: string): string => {
  const modules = join(bin, '..', '..', '..');
  return existsSync(modules)
    ? join(modules, '.cache', 'ironstride-chromium')
    : join(homedir(), '.cache', 'ironstride-chromium');
};

const unpack = (from: string, to: string): void => {
  // Written beside and renamed: two processes may unpack at once, and neither may meet half a browser.
  const half = `${to}.${process.pid}`;
  writeFileSync(half, brotliDecompressSync(readFileSync(from)));
  chmodSync(half, 0o755);
  renameSync(half, to);
};

const librariesFor = (bin: string, folder: string, browser: string): Record<string, string> => {
  const probe = spawnSync(browser, ['--version'], { encoding: 'utf8' });
  if (!probe.stderr.includes('error while loading shared libraries')) return {};
  const libraries = join(folder, 'lib');
  if (!existsSync(libraries)) {
    const tar = join(folder, 'al2023.tar');
    unpack(join(bin, 'al2023.tar.br'), tar);
    spawnSync('tar', ['-xf', tar, '-C', folder]);
    rmSync(tar, { force: true });
  }
  return { LD_LIBRARY_PATH: libraries };
};

/** The headless Chromium that `npm ci` brought, unpacked on first use (Linux, x64). */
export const findBundledBrowser = (): FoundBrowser | undefined => {
  if (platform() !== 'linux' || process.arch !== 'x64') return undefined;
  const bin = bundledFolder();
  if (bin === undefined) return undefined;
  const folder = cacheFolder(bin);
  const path = join(folder, 'chromium');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path)) unpack(join(bin, 'chromium.br'), path);
  return { path, env: librariesFor(bin, folder, path), isBundled: true };
};

/** Any browser that can print and run tests. */
export const findBrowser = (): FoundBrowser | undefined => findInstalledBrowser() ?? findBundledBrowser();

/** Whether there is one, without unpacking it. */
export const hasBrowser = (): boolean =>
  findInstalledBrowser() !== undefined ||
  (platform() === 'linux' && process.arch === 'x64' && bundledFolder() !== undefined);
