import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** As deep in the project as the sources are, so that resources and packages are found. */
const FOLDER = fileURLToPath(new URL('../../out/bench', import.meta.url));

/**
 * A script as the desktop program is: one file of JavaScript, the database driver beside it. A process that strips types from sources
 * while it runs weighs some hundred megabytes more than what a coach installs.
 */
export const bundled = async (script: string): Promise<string> => {
  mkdirSync(FOLDER, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: script,
      outDir: FOLDER,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: { external: ['better-sqlite3'], output: { entryFileNames: '[name].js' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return join(FOLDER, basename(script).replace(/\.ts$/u, '.js'));
};
