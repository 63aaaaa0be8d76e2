import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const licences = z
  .array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }))
  .parse(JSON.parse(readFileSync('out/renderer/licences.json', 'utf8')));

/** Licences under which a work may be part of one under MIT, with its notice. */
const COMPATIBLE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'OFL-1.1',
]);

/** Only asked for by the window that `npm start` opens without Electron, or by types. */
const NOT_PACKED = new Set(['electron', 'playwright-core', '@sparticuz/chromium', 'vite']);

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Every package that our own code names in an import that is still there when types are gone. */
const importedPackages = (): string[] => {
  const files = ['src', 'electron'].flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)),
  );
  const specifiers = files
    .filter((file) => /\.tsx?$/u.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*?'(?<from>[^'.][^']*)';$/gmu)])
    .map((found) => found.groups?.['from'] ?? '');
  return [...new Set(specifiers.filter((name) => !name.startsWith('node:')).map(packageOf))];
};

describe('the licences of what is packed', () => {
  test('are those of everything that our code imports, and of what that brings along', () => {
    const listed = new Set(licences.map(({ name }) => name));
    const imported = importedPackages().filter((name) => !NOT_PACKED.has(name));
    expect(imported.length).toBeGreaterThan(8);
    expect(imported.filter((name) => !listed.has(name))).toEqual([]);
    for (const brought of ['scheduler', 'react-aria', 'd3-shape', '@tanstack/query-core'])
      expect(listed).toContain(brought);
  });

  test('hold nothing that is only for building and testing', () => {
    const names = licences.map(({ name }) => name);
    expect(
      names.filter((name) =>
        /vite|vitest|playwright|typescript|oxlint|prettier|knip|axe|electron|unpdf|fast-check/u.test(name),
      ),
    ).toEqual([]);
  });

  test.each(licences.map((one) => [one.name, one] as const))(
    '%s may be in it, and its notice is kept',
    (_name, { licence, version, text }) => {
      const allOf = licence.split(' AND ').filter((one) => !COMPATIBLE.has(one));
      expect(allOf).toEqual([]);
      expect(version).toMatch(/^\d+\.\d+\.\d+/u);
      expect(text.length).toBeGreaterThan(40);
    },
  );
});
