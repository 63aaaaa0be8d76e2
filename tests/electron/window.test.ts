import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { beginAnew, inFolder, mainWindow, startProgram } from './startProgram.ts';

const { electron, fake } = await vi.hoisted(() => import('./fakeElectron.ts'));
vi.mock('electron', () => electron);

beginAnew();

describe('the window', () => {
  beforeEach(() => startProgram());

  test('is sandboxed, isolated, without Node, with web security, without webviews and dictionaries', () => {
    expect(mainWindow().options.webPreferences).toEqual({
      preload: expect.stringMatching(/preload\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    expect(fake.calls.indexOf('sandbox')).toBeLessThan(fake.calls.indexOf('window'));
  });

  test('opens our own page and shows itself only when that is drawn', () => {
    expect(mainWindow().url).toBe('app://ironstride/index.html#/');
    expect(mainWindow().options.show).toBe(false);
    expect(mainWindow().isShown).toBe(false);
    mainWindow().emit('ready-to-show');
    expect(mainWindow().isShown).toBe(true);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('refuses %s', (name) => {
    const preventDefault = vi.fn<() => void>();
    mainWindow().webContents.emit(name, { preventDefault, url: 'https://example.org/' });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test('opens no other window, whatever the page asks for', () => {
    expect(mainWindow().webContents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
  });

  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'usb'])(
    'is not granted %s',
    (permission) => {
      const answer = vi.fn<(granted: boolean) => void>();
      fake.session.request?.({}, permission, answer);
      expect(answer).toHaveBeenCalledWith(false);
      expect(fake.session.check?.({}, permission)).toBe(false);
      expect(fake.session.device?.()).toBe(false);
    },
  );

  test('may put text on the clipboard', () => {
    const answer = vi.fn<(granted: boolean) => void>();
    fake.session.request?.({}, 'clipboard-sanitized-write', answer);
    expect(answer).toHaveBeenCalledWith(true);
  });

  test.each([
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://example.org/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.org/', true],
    ['app://ironstride/index.html', false],
    ['devtools://devtools/bundled/x.js', false],
  ])('when it asks for %s, that is cancelled: %s', (url, cancel) => {
    const answer = vi.fn<(what: { cancel: boolean }) => void>();
    fake.session.before?.({ url }, answer);
    expect(answer).toHaveBeenCalledWith({ cancel });
  });

  test('comes back after its page has crashed, and the defect is noted beside the data', async () => {
    mainWindow().webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(fake.calls).toContain('reload');
    expect(readFileSync(inFolder('userData', 'ironstride.db-log.txt'), 'utf8')).toContain('window: oom');
  });
});

describe('our own address', () => {
  const serve = async (url: string): Promise<Response> => {
    const response = await fake.session.serve?.({ url });
    if (response === undefined) throw new Error('nothing serves pages');
    return response;
  };

  test('is known to Chromium as a proper, secure origin before the program is ready', async () => {
    await startProgram();
    const schemes = fake.calls.find((made) => made.startsWith('[{'));
    expect(JSON.parse(schemes ?? '')).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test.each([
    'app://ironstride/../package.json',
    'app://ironstride/%2e%2e/%2e%2e/package.json',
    'app://ironstride/..%2f..%2fpackage.json',
    'app://ironstride/assets/..%2f..%2f..%2fpackage.json',
    'app://ironstride/%00index.html',
    'app://ironstride/%zz',
    'app://elsewhere/index.html',
    'app://ironstride/nothing.html',
  ])('serves nothing for %s', async (url) => {
    await startProgram();
    const response = await serve(url);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('ironstride"');
  });
});
