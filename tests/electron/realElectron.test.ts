import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { ownFolder } from '../service/openDesk.ts';

/** Electron's own file, if somebody has installed it. Asking the package itself would start a download. */
const electronBinary = (): string | undefined => {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const named = join(folder, 'path.txt');
  const path = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8').trim()) : undefined;
  return path !== undefined && existsSync(path) ? path : undefined;
};

const binary = electronBinary();

test.skipIf(binary === undefined)(
  'the desktop program opens its window and shows the roster (skipped where Electron itself is not installed)',
  async () => {
    const args = ['.', `--db=${join(ownFolder(), 'desk.db')}`];
    const program = await _electron.launch({ args, ...(binary === undefined ? {} : { executablePath: binary }) });
    try {
      const page = await program.firstWindow();
      await page.waitForSelector('#root > *');
      expect(new URL(page.url()).pathname).toBe('/index.html');
      const seen = await page.evaluate(() => ({
        wire: Object.keys((Reflect.get(window, 'wire') as object | undefined) ?? {}),
        node: typeof Reflect.get(window, 'process'),
      }));
      expect(seen).toEqual({ wire: ['request', 'upload', 'onPush'], node: 'undefined' });
    } finally {
      await program.close();
    }
  },
);
