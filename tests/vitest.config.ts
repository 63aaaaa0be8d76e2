import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const major = Number(process.versions.node.split('.')[0]);
if (major < 22)
  throw new Error(`Tests run on the Node that npm installs (24); this is ${process.version}. Use "npm test".`);

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/summaryReporter.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});
