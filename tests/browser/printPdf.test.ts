import { afterEach, expect, test } from 'vitest';
import { printPdf } from '../../src/browser/printPdf.ts';

const named = process.env['CHROMIUM'];

afterEach(() => {
  if (named === undefined) delete process.env['CHROMIUM'];
  else process.env['CHROMIUM'] = named;
});

test('a browser that does not start is a reason in one line, not a crash', async () => {
  process.env['CHROMIUM'] = process.execPath;
  const printed = await printPdf(() => 'http://127.0.0.1:9/');
  expect(printed.ok).toBe(false);
  if (!printed.ok) expect(printed.error.reason).toMatch(/^\S.*$/);
});
