import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const { build, main, dependencies } = z
  .object({
    main: z.string(),
    dependencies: z.record(z.string(), z.string()),
    build: z.object({
      files: z.array(z.string()),
      asarUnpack: z.array(z.string()),
      extraResources: z.array(z.object({ from: z.string(), to: z.string(), filter: z.array(z.string()) })).length(1),
      fileAssociations: z.array(z.object({ ext: z.string(), name: z.string() })),
      win: z.object({ target: z.array(z.string()), icon: z.string() }),
      mac: z.object({ target: z.array(z.string()), icon: z.string() }),
      linux: z.object({ target: z.array(z.string()), icon: z.string() }),
    }),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

/** What there would be to pack: all of the project, what is built, and of node_modules what is and what is not for the program. */
const candidates = [
  ...readdirSync('.', { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
  ...['src', 'electron', 'resources', 'tests', 'out/main', 'out/preload', 'out/renderer'].flatMap(below),
  ...['better-sqlite3', 'node-addon-api', 'react', 'vitest', 'typescript'].flatMap((name) =>
    below(`node_modules/${name}`),
  ),
  'out/main/main.js.map',
  'out/renderer/assets/index.js.map',
];

/** The packer's rule: patterns in order, the last that fits decides; `!` leaves out. Tried against the packer itself, 26.17.0. */
const packed = (platform: string, arch: string): string[] => {
  const patterns = build.files.map((pattern) => pattern.replace('${platform}', platform).replace('${arch}', arch));
  return candidates.filter((file) =>
    patterns.reduce((isIn, pattern) => {
      const isOut = pattern.startsWith('!');
      return matchesGlob(file, isOut ? pattern.slice(1) : pattern) ? !isOut : isIn;
    }, false),
  );
};

const SYSTEMS = [
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['win32', 'x64'],
  ['darwin', 'x64'],
  ['darwin', 'arm64'],
] as const;

describe.each(SYSTEMS)('the program for %s on %s', (platform, arch) => {
  const files = packed(platform, arch);

  test('holds all that it starts with', () => {
    const needed = ['package.json', main.slice(2), 'out/main/jobWorker.js', 'out/preload/preload.cjs'];
    const pages = ['out/renderer/index.html', 'out/renderer/icon.svg', 'out/renderer/licences.json'];
    for (const file of [...needed, ...pages, 'node_modules/better-sqlite3/lib/index.js']) expect(files).toContain(file);
    expect(files.filter((file) => file.endsWith('.woff2')).length).toBeGreaterThan(0);
  });

  test('holds its own native module and no other', () => {
    const native = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`;
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([native]);
    expect(existsSync(native)).toBe(true);
    expect(build.asarUnpack.some((pattern) => matchesGlob(native, pattern))).toBe(true);
  });

  test('holds no sources, no tests, no maps, no tools', () => {
    expect(
      files.filter((file) => /\.(?:tsx?|map|md|test\.js|c|cc|gyp)$|^(?:src|tests|electron|resources)\//u.test(file)),
    ).toEqual([]);
    const modules = files.filter((file) => file.startsWith('node_modules/')).map((file) => file.split('/')[1]);
    expect(new Set(modules)).toEqual(new Set(Object.keys(dependencies)));
  });
});

test('what is packed asks at run time for nothing but Electron, Node and the one package beside it', () => {
  const there = new Set([
    'electron',
    ...Object.keys(dependencies),
    ...builtinModules,
    ...builtinModules.map((name) => `node:${name}`),
  ]);
  const asked = ['out/main', 'out/preload']
    .flatMap(below)
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:^import [^\n]*?|^\} from |\bimport\(|\brequire\()["']([\w@/:-][\w@/:.-]*)["']/gmu,
      ),
    ])
    .map(([, name = '']) => name);
  expect([...new Set(asked)].filter((name) => !there.has(name))).toEqual([]);
  for (const file of ['out/main', 'out/preload', 'out/renderer'].flatMap(below))
    expect([file, /sourceMappingURL=/u.test(readFileSync(file, 'latin1'))]).toEqual([file, false]);
});

test('the library, its cues, the age factors, the templates and the help lie beside it, and nothing else of their folder', () => {
  const [{ from, filter } = { from: '', filter: [] }] = build.extraResources;
  const beside = below(from)
    .map((file) => file.slice(from.length + 1))
    .filter((file) => filter.some((pattern) => matchesGlob(file, pattern)));
  for (const file of [
    'exercises.csv',
    'cues.csv',
    'age_factors_2025.csv',
    'templates/home-foundation.txt',
    'help/export.md',
  ])
    expect(beside).toContain(file);
  expect(beside.filter((file) => !/^(?:\w+\.csv|templates\/[\w-]+\.txt|help\/export\.md)$/u.test(file))).toEqual([]);
});

test('there is an installer for each system, with an icon large enough for all of them, and hand-overs open in it', () => {
  expect([build.win.target, build.mac.target, build.linux.target]).toEqual([['nsis'], ['dmg'], ['AppImage', 'deb']]);
  for (const { icon } of [build.win, build.mac, build.linux]) {
    const picture = readFileSync(join('resources', icon));
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1024, 1024]);
  }
  expect(build.fileAssociations.map(({ ext }) => ext)).toEqual(['ironstride']);
});

test('where Electron is not installed, packaging says so in words and how to get it', () => {
  if (existsSync('node_modules/electron/path.txt')) return expect(existsSync('node_modules/electron/dist')).toBe(true);
  const { status, stderr, stdout } = spawnSync(process.execPath, ['src/cli/package.ts'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('No installer can be made here yet');
  expect(stderr).toContain('npx install-electron');
  expect(stderr).not.toMatch(/^\s+at /mu);
});
