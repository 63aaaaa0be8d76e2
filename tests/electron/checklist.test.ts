import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { contentSecurityPolicy } from '../../src/service/pages.ts';

const { electron, fake, resetFake } = await vi.hoisted(() => import('./fakeElectron.ts'));
vi.mock('electron', () => electron);

/**
 * Electron's own list of what makes a desktop program safe (“Security”, its twenty points and what Signal adds to them), each
 * with how it is held here. The other tests of this folder try the same doors; this table says that none is forgotten.
 */
const folder = mkdtempSync(join(tmpdir(), 'ironstride-checklist-'));
const DEFECTS = ['uncaughtException', 'unhandledRejection'];
const before = new Map(DEFECTS.map((name) => [name, new Set(process.rawListeners(name))]));

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|css|html)$/u.test(name))
    .map((name) => join(place, name));
const textOf = (...places: readonly string[]): string =>
  places
    .flatMap(filesIn)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

const shellText = textOf('electron');
const pageText = textOf('src/renderer');
const packaging = z
  .object({
    devDependencies: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    build: z.object({
      asar: z.object({ smartUnpack: z.boolean() }),
      asarUnpack: z.array(z.string()),
      publish: z.null(),
      electronFuses: z.record(z.string(), z.boolean()),
      mac: z.object({ hardenedRuntime: z.boolean(), entitlements: z.string() }),
    }),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const policy = new Map(
  contentSecurityPolicy('abc')
    .split('; ')
    .map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]),
);

beforeAll(async () => {
  resetFake(folder);
  vi.resetModules();
  process.argv = ['electron', '.'];
  await import('../../electron/main.ts');
  await vi.waitUntil(() => fake.calls.includes('window'));
});

afterAll(async () => {
  const quits = fake.calls.length;
  fake.app.emit('will-quit', { preventDefault: () => undefined });
  await vi.waitUntil(() => fake.calls.length > quits);
  for (const [name, known] of before)
    for (const listener of process.rawListeners(name))
      if (!known.has(listener)) process.removeListener(name, listener as () => void);
  rmSync(folder, { recursive: true, force: true });
});

const contents = () => {
  const [window] = fake.windows;
  if (window === undefined) throw new Error('there is no window');
  return window.webContents;
};
const preferences = () => fake.windows[0]?.options.webPreferences ?? {};
const indexOf = (call: string): number => fake.calls.findIndex((made) => made.startsWith(call));

const isRefused = (event: string): boolean => {
  const preventDefault = vi.fn<() => void>();
  contents().emit(event, { preventDefault, url: 'https://example.org/' });
  return preventDefault.mock.calls.length === 1;
};

const isCancelled = (url: string): boolean => {
  const answer = vi.fn<(what: { cancel: boolean }) => void>();
  fake.session.before?.({ url }, answer);
  return answer.mock.calls[0]?.[0].cancel === true;
};

/** Point by point: what is asked for, and what shows that it is so. */
const POINTS: readonly (readonly [string, () => void])[] = [
  [
    'no remote content: pages come from the built folder',
    () => expect(fake.windows[0]?.url).toMatch(/^app:\/\/ironstride\//u),
  ],
  ['no remote content: no page names another address', () => expect(pageText).not.toMatch(/(?:src|href)=["']https?:/u)],
  [
    'no remote content: requests to other places are cancelled',
    () =>
      expect(['https://example.org', 'wss://x.org', 'ftp://x.org', 'http://127.0.0.1/'].every(isCancelled)).toBe(true),
  ],
  ['no Node in pages', () => expect(preferences()).toMatchObject({ nodeIntegration: false })],
  ['no Node in workers or frames', () => expect(preferences()).not.toHaveProperty('nodeIntegrationInWorker')],
  ['context isolation', () => expect(preferences()).toMatchObject({ contextIsolation: true })],
  ['every process sandboxed, before any window', () => expect(indexOf('sandbox')).toBeLessThan(indexOf('window'))],
  ['the window sandboxed', () => expect(preferences()).toMatchObject({ sandbox: true })],
  ['permissions refused', () => expect(fake.session.check?.({}, 'media')).toBe(false)],
  ['devices refused', () => expect(fake.session.device?.()).toBe(false)],
  ['web security left on', () => expect(preferences()).toMatchObject({ webSecurity: true })],
  ['a policy: nothing unless named', () => expect(policy.get('default-src')).toBe("'none'")],
  ['a policy: scripts of our own only', () => expect(policy.get('script-src')).toBe("'self'")],
  ['a policy: nothing unsafe, nowhere', () => expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe|https?:|\*/u)],
  [
    'a policy: text never becomes markup or script',
    () =>
      expect([policy.get('require-trusted-types-for'), policy.get('trusted-types')]).toEqual(["'script'", 'default']),
  ],
  ['no insecure content', () => expect(shellText).not.toContain('allowRunningInsecureContent')],
  ['no experiments', () => expect(shellText).not.toMatch(/experimentalFeatures|enableBlinkFeatures|enable-features/u)],
  ['no webviews', () => expect([preferences().webviewTag, isRefused('will-attach-webview')]).toEqual([false, true])],
  ['no page asks for a webview', () => expect(pageText).not.toMatch(/<webview|allowpopups/u)],
  [
    'no navigation',
    () => expect(['will-navigate', 'will-frame-navigate', 'will-redirect'].every(isRefused)).toBe(true),
  ],
  [
    'no new windows',
    () => expect(contents().openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' }),
  ],
  [
    'no link leaves the program: nothing is ever handed to the system to open',
    () => expect(shellText).not.toMatch(/openExternal|openPath/u),
  ],
  [
    'a current Electron, of one exact version',
    () => expect(packaging.devDependencies['electron']).toMatch(/^4[5-9]\.\d+\.\d+$/u),
  ],
  [
    'the sender of every message checked',
    () => {
      const stranger = { sender: contents(), senderFrame: { origin: 'https://example.org', parent: null } };
      for (const handle of fake.handled.values()) expect(() => handle(stranger, '{}')).toThrow('refused');
    },
  ],
  ['no file: addresses', () => expect(isCancelled('file:///etc/passwd')).toBe(true)],
  [
    'a scheme of our own, which is a proper origin',
    () => expect(fake.calls.join('\n')).toContain('"scheme":"app","privileges":{"standard":true,"secure":true'),
  ],
  [
    'the scheme does not pass by the policy',
    () => expect(shellText).not.toMatch(/bypassCSP|corsEnabled|allowServiceWorkers/u),
  ],
  [
    'fuses: not to be run as plain Node, not to be opened up from outside, only our own archive, and that unchanged',
    () =>
      expect(packaging.build.electronFuses).toEqual({
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        grantFileProtocolExtraPrivileges: false,
      }),
  ],
  [
    'an archive whose integrity can be checked, with nothing beside it but the native module',
    () => expect([packaging.build.asar, packaging.build.asarUnpack]).toEqual([{ smartUnpack: false }, ['**/*.node']]),
  ],
  [
    'a hardened runtime on macOS, which is allowed one thing',
    () => {
      expect(packaging.build.mac.hardenedRuntime).toBe(true);
      const asked = [...readFileSync(packaging.build.mac.entitlements, 'utf8').matchAll(/<key>([^<]+)<\/key>/gu)].map(
        ([, key]) => key,
      );
      expect(asked).toEqual(['com.apple.security.cs.allow-jit']);
    },
  ],
  [
    'nothing of Electron reaches a page',
    () => expect(textOf('src/renderer')).not.toMatch(/from 'electron'|require\(/u),
  ],
  [
    'one instance, asked for before any database is touched',
    () => expect([indexOf('lock'), indexOf('lock') < indexOf('window')]).toEqual([expect.any(Number), true]),
  ],
  [
    'crashes are logged here and uploaded nowhere',
    () => expect(fake.calls).toContain('crash reports {"uploadToServer":false}'),
  ],
  [
    'crash reports lie beside the data',
    () => expect(fake.calls).toContain(`crashDumps=${join(folder, 'userData', 'crashes')}`),
  ],
  [
    'defects of the program are logged',
    () => expect(DEFECTS.every((name) => process.rawListeners(name).length > (before.get(name)?.size ?? 0))).toBe(true),
  ],
  [
    'no updates looked for',
    () =>
      expect([shellText.includes('autoUpdater'), packaging.build.publish, Object.keys(packaging.dependencies)]).toEqual(
        [false, null, ['better-sqlite3']],
      ),
  ],
  ['no dictionaries fetched', () => expect(preferences()).toMatchObject({ spellcheck: false })],
  ['no names looked up by the engine', () => expect(fake.calls).toContain('--host-resolver-rules=MAP * ~NOTFOUND')],
  ['no proxy asked for', () => expect(fake.calls).toContain('--no-proxy-server')],
  [
    'no components, domains or field trials reported',
    () =>
      expect(fake.calls).toEqual(
        expect.arrayContaining([
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-domain-reliability',
        ]),
      ),
  ],
  [
    'all of that before the program is ready',
    () => expect(indexOf('--host-resolver-rules')).toBeLessThan(indexOf('window')),
  ],
];

describe('the checklist', () => {
  test.each(POINTS)('%s', (_point, holds) => {
    expect(holds).not.toThrow();
  });

  afterAll(() => console.log(`Electron’s checklist: ${POINTS.length} points asserted`));
});
