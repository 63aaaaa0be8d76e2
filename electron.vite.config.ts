import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licencesPlugin } from './electron/licences.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const licences = licencesPlugin();

/** Puts the script that asks early before all others: a built page alone has it. */
const askEarlyPlugin = {
  name: 'ask-early',
  apply: 'build' as const,
  transformIndexHtml: () => [
    {
      tag: 'script',
      attrs: { type: 'module', async: true, src: './assets/early.js' },
      injectTo: 'head-prepend' as const,
    },
  ],
};

/** Writes what the window knows of the contract in the place of the contract, with all its schemas. */
const outlinesPlugin = {
  name: 'outlines',
  apply: 'build' as const,
  load: async (id: string) => {
    if (id !== at('./src/renderer/outlines.ts')) return undefined;
    // By address: what is named outright would be bundled into this file's own script, away from the sources.
    const module: unknown = await import(new URL('./src/renderer/outlines.ts', import.meta.url).href);
    return `export const outlines = ${JSON.stringify(Reflect.get(Object(module), 'outlines'))};`;
  },
};

export default defineConfig({
  main: {
    plugins: [licences({ writes: false })],
    build: {
      outDir: at('./out/main'),
      // better-sqlite3 looks for its binary beside itself: it stays outside the bundle, everything else goes in.
      externalizeDeps: true,
      rolldownOptions: { input: { main: at('./electron/main.ts'), jobWorker: at('./src/service/jobWorker.ts') } },
    },
  },
  preload: {
    plugins: [licences({ writes: false })],
    build: {
      outDir: at('./out/preload'),
      // A sandboxed preload is one CommonJS file with nothing but `electron` outside.
      externalizeDeps: false,
      rolldownOptions: {
        input: at('./electron/preload.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('./src/renderer'),
    plugins: [react(), licences({ writes: true }), askEarlyPlugin, outlinesPlugin],
    // Whatever part of the window needs schemas needs those that keep to the page's policy.
    resolve: { alias: [{ find: /^zod$/u, replacement: at('./src/renderer/app/wordByWord.ts') }] },
    build: {
      outDir: at('./out/renderer'),
      minify: 'oxc',
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        input: { index: at('./src/renderer/index.html'), early: at('./src/renderer/early.ts') },
        output: {
          entryFileNames: ({ name }) => (name === 'early' ? 'assets/early.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  },
});
