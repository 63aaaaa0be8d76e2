import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UPLOAD_PIECE_BYTES } from '../../src/contract/uploadPieces.ts';
import { addAthlete, lookInto, openDeskAt, settled } from '../service/openDesk.ts';

const { electron, fake, resetFake } = await vi.hoisted(() => import('./fakeElectron.ts'));
vi.mock('electron', () => electron);

const argv = [...process.argv];
let folder = '';

const DEFECTS = ['uncaughtException', 'unhandledRejection'];
const listeners = new Map<string, readonly unknown[]>();

beforeEach(() => {
  // The program listens to its process for as long as it lives; here many of them live in one.
  for (const name of DEFECTS) listeners.set(name, process.rawListeners(name));
  folder = mkdtempSync(join(tmpdir(), 'ironstride-test-'));
  resetFake(folder);
  vi.resetModules();
});

afterEach(async () => {
  await closeProgram();
  for (const name of DEFECTS) {
    for (const listener of process.rawListeners(name)) {
      if (listeners.get(name)?.includes(listener) === false) process.removeListener(name, listener as () => void);
    }
  }
  process.argv = [...argv];
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program as Electron would. */
const startProgram = async (...words: string[]): Promise<void> => {
  process.argv = ['electron', '.', ...words];
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(fake.calls.some((call) => ['window', 'quit', 'exit 1'].includes(call))).toBe(true));
};

/** The system names a file as soon as it is listened to, long before there is a window. */
const startWithFile = async (path: string): Promise<void> => {
  fake.app.on('newListener', (name: string) => {
    if (name === 'open-file')
      queueMicrotask(() => fake.app.emit('open-file', { preventDefault: () => undefined }, path));
  });
  await startProgram();
};

const closeProgram = async (): Promise<void> => {
  const quits = (): number => fake.calls.filter((call) => call === 'quit').length;
  const before = quits();
  if (fake.app.listenerCount('will-quit') === 0) return;
  fake.app.emit('will-quit', { preventDefault: () => undefined });
  await vi.waitFor(() => expect(quits()).toBe(before + 1));
  fake.app.removeAllListeners();
};

const mainWindow = () => {
  const [window] = fake.windows;
  if (window === undefined) throw new Error('there is no window');
  return window;
};

const ours = () => ({ sender: mainWindow().webContents, senderFrame: { origin: 'app://ironstride', parent: null } });

const call = async (operation: string, input: unknown, event: unknown = ours()): Promise<unknown> =>
  JSON.parse(String(await fake.handled.get('wire:request')?.(event, JSON.stringify({ operation, input }))));

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
    expect(readFileSync(join(folder, 'userData', 'ironstride.db-log.txt'), 'utf8')).toContain('window: oom');
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

describe('the wire', () => {
  test('has two channels that ask, and no more', async () => {
    await startProgram();
    expect([...fake.handled.keys()].toSorted()).toEqual(['wire:request', 'wire:upload']);
  });

  test('carries requests of our page to the service, and its news to the page', async () => {
    await startProgram();
    expect(await call('shell.describe', {})).toEqual({
      ok: true,
      value: { kind: 'electron', pdf: { isOffered: true }, canShowFolder: true, canChooseFolder: true },
    });
    const described = (await call('app.describe', {})) as { value: { settings: object; version: string } };
    expect(described.value.version).toBe('9.9.9');
    await call('app.saveSettings', { ...described.value.settings, coachName: 'Cora' });
    expect(mainWindow().webContents.sent).toEqual([
      ['wire:push', '{"kind":"changed","topics":["settings","history"]}'],
    ]);
  });

  test('tells a page that has gone nothing more', async () => {
    await startProgram();
    const described = (await call('app.describe', {})) as { value: { settings: object } };
    mainWindow().webContents.emit('destroyed');
    const other = new (await import('./fakeElectron.ts')).FakeContents();
    await call('app.saveSettings', { ...described.value.settings, coachName: 'Cora' }, { ...ours(), sender: other });
    expect(mainWindow().webContents.sent).toEqual([]);
    expect(other.sent).toHaveLength(1);
  });

  test.each([
    ['another site', { origin: 'https://example.org', parent: null }],
    ['a name that only begins like ours', { origin: 'app://ironstride.example.org', parent: null }],
    ['our address under another scheme', { origin: 'https://ironstride', parent: null }],
    ['a frame inside our page', { origin: 'app://ironstride', parent: {} }],
    ['an opaque origin', { origin: 'null', parent: null }],
    ['a page that is gone', null],
  ])('refuses %s', async (_who, senderFrame) => {
    await startProgram();
    const event = { sender: mainWindow().webContents, senderFrame };
    await expect(async () => fake.handled.get('wire:request')?.(event, '{}')).rejects.toThrow('refused');
    await expect(async () => fake.handled.get('wire:upload')?.(event, new Uint8Array(1))).rejects.toThrow('refused');
  });

  test('refuses what is not text, or not a file', async () => {
    await startProgram();
    await expect(async () =>
      fake.handled.get('wire:request')?.(ours(), { operation: 'athletes.list' }),
    ).rejects.toThrow('text');
    await expect(async () => fake.handled.get('wire:upload')?.(ours(), 'bytes')).rejects.toThrow('bytes');
    const token = await fake.handled.get('wire:upload')?.(ours(), new Uint8Array(3));
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(await fake.handled.get('wire:upload')?.(ours(), new Uint8Array(3), token)).toBe(token);
    await expect(async () => fake.handled.get('wire:upload')?.(ours(), new Uint8Array(3), 7)).rejects.toThrow('text');
    const tooMuch = new Uint8Array(UPLOAD_PIECE_BYTES + 1);
    await expect(async () => fake.handled.get('wire:upload')?.(ours(), tooMuch)).rejects.toThrow('at once');
  });
});

describe('the preload', () => {
  const exposed = async () => {
    await import('../../electron/preload.ts');
    return fake.exposed.get('wire') as {
      request: (text: string) => Promise<unknown>;
      upload: (bytes: Uint8Array, token?: string) => Promise<unknown>;
      onPush: (listener: (text: string) => void) => () => void;
    };
  };

  test('gives the page exactly a wire, which cannot be changed, and nothing else', async () => {
    const wire = await exposed();
    expect([...fake.exposed.keys()]).toEqual(['wire']);
    expect(Object.keys(wire).toSorted()).toEqual(['onPush', 'request', 'upload']);
    expect(Object.isFrozen(wire)).toBe(true);
  });

  test('asks by the two channels and hands news on without the event it came in', async () => {
    const wire = await exposed();
    const bytes = new Uint8Array(2);
    await wire.request('{}');
    await wire.upload(bytes);
    await wire.upload(bytes, 'whose');
    expect(fake.invoked).toEqual([
      ['wire:request', '{}'],
      ['wire:upload', bytes],
      ['wire:upload', bytes, 'whose'],
    ]);
    const heard: unknown[][] = [];
    const stop = wire.onPush((...given) => void heard.push(given));
    fake.ipcRenderer.emit('wire:push', { sender: 'Electron itself' }, 'news');
    stop();
    fake.ipcRenderer.emit('wire:push', {}, 'later');
    expect(heard).toEqual([['news']]);
  });

  test('needs nothing but Electron: a sandboxed page can load nothing else', () => {
    const built = join(process.cwd(), 'out', 'preload', 'preload.cjs');
    if (!existsSync(built)) throw new Error('out/preload is not built: run “npm run build” first');
    const needed = [...readFileSync(built, 'utf8').matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name);
    expect(new Set(needed)).toEqual(new Set(['electron']));
  });
});

describe('the life of the program', () => {
  test('a second start touches no database and leaves', async () => {
    fake.hasLock = false;
    await startProgram();
    expect(fake.calls.filter((made) => made === 'quit' || made === 'lock')).toEqual(['lock', 'quit']);
    expect(existsSync(join(folder, 'userData', 'ironstride.db'))).toBe(false);
    expect(fake.windows).toEqual([]);
  });

  test('the first shows itself when a second is started', async () => {
    await startProgram();
    fake.app.emit('second-instance', {}, ['electron', '.'], folder);
    expect(fake.calls.slice(-3)).toEqual(['restore', 'show', 'focus']);
    expect(mainWindow().webContents.sent.flat().join()).not.toContain('/leaving/open');
  });

  describe('a file that was handed over, opened on the desktop', () => {
    const routeOf = (path: string): string => `/leaving/open?file=${encodeURIComponent(path)}`;
    const shown = (): string[] =>
      mainWindow()
        .webContents.sent.map((message) => String(message.at(-1)))
        .filter((text) => text.includes('"show"'));

    test('is the page of the first start that was given it', async () => {
      await startProgram(join(folder, 'Anna & Ben #1.ironstride'));
      expect(mainWindow().url).toBe(`app://ironstride/index.html#${routeOf(join(folder, 'Anna & Ben #1.ironstride'))}`);
    });

    test('a second start hands it to the first, from where it was started', async () => {
      await startProgram();
      await call('app.describe', {});
      fake.app.emit('second-instance', {}, ['electron', '.', '--db=x.ironstride', 'Anna.ironstride'], folder);
      expect(shown()).toEqual([JSON.stringify({ kind: 'show', route: routeOf(join(folder, 'Anna.ironstride')) })]);
      expect(fake.calls.slice(-3)).toEqual(['restore', 'show', 'focus']);
    });

    test('macOS names it by an event before there is a window', async () => {
      await startWithFile('/Users/me/Anna.ironstride');
      expect(mainWindow().url).toBe(`app://ironstride/index.html#${routeOf('/Users/me/Anna.ironstride')}`);
      expect(shown()).toEqual([]);
    });

    test('or by an event while it is open', async () => {
      const preventDefault = vi.fn<() => void>();
      await startProgram();
      await call('app.describe', {});
      fake.app.emit('open-file', { preventDefault }, '/Users/me/Anna.ironstride');
      expect(preventDefault).toHaveBeenCalledOnce();
      expect(shown()).toEqual([JSON.stringify({ kind: 'show', route: routeOf('/Users/me/Anna.ironstride') })]);
    });
  });

  test('closing the last window ends it, and the database is let go of', async () => {
    await startProgram();
    fake.app.emit('window-all-closed');
    expect(fake.calls.at(-1)).toBe('quit');
    await closeProgram();
    const desk = openDeskAt(join(folder, 'userData', 'ironstride.db'));
    await desk.shut();
  });

  test('opens the database it is told to', async () => {
    await startProgram(`--db=${join(folder, 'mine.db')}`);
    expect(await call('app.describe', {})).toMatchObject({ value: { databaseFile: join(folder, 'mine.db') } });
  });

  test.each([
    ['one that another process has open', async (file: string) => openDeskAt(file).shut],
    [
      'one that a newer Ironstride has written',
      async (file: string) => {
        await openDeskAt(file).shut();
        lookInto(file, (connection) => connection.pragma('user_version = 999'));
        return async () => undefined;
      },
    ],
    [
      'one that is no database',
      async (file: string) => {
        writeFileSync(file, 'Dear diary, '.repeat(500));
        return async () => undefined;
      },
    ],
  ])('explains why it cannot open %s, and leaves', async (_what, prepare) => {
    const file = join(folder, 'taken.db');
    const after = await prepare(file);
    await startProgram(`--db=${file}`);
    expect(fake.errors).toEqual([
      ['Ironstride cannot open this database', expect.stringMatching(/taken\.db|newer Ironstride/)],
    ]);
    expect(fake.windows).toEqual([]);
    expect(fake.calls.at(-1)).toBe('exit 1');
    await after();
  });

  test('opens its window on a damaged database all the same, and offers the backups in it', async () => {
    const file = join(folder, 'hurt.db');
    const desk = openDeskAt(file);
    await addAthlete(desk, 'Anna First');
    settled(await desk.client.backups.make({ kind: 'byHand' }));
    await desk.shut();
    const bytes = readFileSync(file);
    bytes.fill(7, 0, 30_000);
    writeFileSync(file, bytes);
    await startProgram(`--db=${file}`);
    expect(fake.errors).toEqual([]);
    expect(await call('app.describe', {})).toMatchObject({
      error: { tag: 'DatabaseDamaged', file, damage: 'damaged' },
    });
    expect(await call('recovery.describe', {})).toMatchObject({ value: { damage: { kind: 'damaged' } } });
    expect(await call('backups.list', {})).toMatchObject({
      value: { backups: [{ name: '0001 2026-11-23 by hand.db', state: 'sound' }] },
    });
    // Jobs run in the built program's own thread, which is not here: the journey in a browser goes on from this point.
  });

  test('has a menu of standard parts, with undo of what one is typing and a way out', async () => {
    await startProgram();
    await vi.waitFor(() =>
      expect(fake.menu.map((item) => item.role ?? item.label)).toEqual([
        'Ironstride',
        'editMenu',
        'History',
        'View',
        'windowMenu',
      ]),
    );
    expect(JSON.stringify(fake.menu)).toContain('"quit"');
    expect(JSON.stringify(fake.menu)).not.toContain('accelerator');
  });

  test('names in its menu what undo and redo would do, as soon as that changes', async () => {
    await startProgram();
    const items = () => {
      const submenu = fake.menu.find((item) => item.label === 'History')?.submenu;
      return Array.isArray(submenu) ? submenu : [];
    };
    const labels = () => items().map((item) => item.label);
    const press = (at: number): void => {
      const click: unknown = items()[at]?.click;
      if (typeof click !== 'function') throw new Error('nothing to press');
      click();
    };
    await vi.waitFor(() => expect(labels().slice(0, 2)).toEqual(['Nothing to undo', 'Nothing to redo']));
    const described = (await call('app.describe', {})) as { value: { settings: object } };
    await call('app.saveSettings', { ...described.value.settings, coachName: 'Cora' });
    await vi.waitFor(() => expect(labels()[0]).toBe('Undo: Change settings'));
    press(0);
    await vi.waitFor(() => expect(labels().slice(0, 2)).toEqual(['Nothing to undo', 'Redo: Change settings']));
    expect(await call('app.describe', {})).toMatchObject({ value: { settings: { coachName: '' } } });
    press(1);
    await vi.waitFor(() => expect(labels()[0]).toBe('Undo: Change settings'));
    press(3);
    expect(mainWindow().webContents.sent.at(-1)).toEqual(['wire:push', '{"kind":"show","route":"/history"}']);
  });
});

describe('printing and showing', () => {
  const order = {
    layout: 'weekly',
    week: '2026-W48',
    athleteIds: [1, 2],
    paper: 'a4',
    files: [{ fileName: 'week.pdf' }],
  };

  test('prints the week out of sight, as designed, into the file that the coach names', async () => {
    await startProgram();
    fake.saveAs = { canceled: false, filePath: join(folder, 'week.pdf') };
    expect(await call('shell.savePdf', order)).toEqual({
      ok: true,
      value: { kind: 'saved', path: join(folder, 'week.pdf') },
    });
    expect(readFileSync(join(folder, 'week.pdf'), 'utf8')).toContain('%PDF');
    const page = fake.windows[1];
    expect(page?.url).toBe('app://ironstride/index.html#/print/weekly?week=2026-W48&paper=a4&athletes=1%2C2&from=0');
    expect(page?.webContents.printed).toEqual({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    expect([page?.isShown, page?.isDestroyed]).toEqual([false, true]);
    expect(page?.options.webPreferences).toEqual(mainWindow().options.webPreferences);
  });

  test('writes nothing when the coach changes their mind', async () => {
    await startProgram();
    fake.saveAs = { canceled: true, filePath: '' };
    expect(await call('shell.savePdf', order)).toEqual({ ok: true, value: { kind: 'cancelled' } });
  });

  test('says why there is no PDF, and leaves no page behind', async () => {
    await startProgram();
    fake.pagesReady = false;
    fake.saveAs = { canceled: false, filePath: join(folder, 'week.pdf') };
    expect(await call('shell.savePdf', order)).toEqual({
      ok: false,
      error: { tag: 'PdfFailed', reason: 'the page broke' },
    });
    expect(fake.windows[1]?.isDestroyed).toBe(true);
    fake.pagesReady = true;
    fake.saveAs = { canceled: false, filePath: join(folder, 'nowhere', 'week.pdf') };
    expect(await call('shell.savePdf', order)).toMatchObject({ ok: false, error: { tag: 'FileNotWritten' } });
  });

  test('writes a file each into the folder that the coach names, under their own names', async () => {
    await startProgram();
    fake.openFrom = { canceled: false, filePaths: [folder] };
    const files = [
      { fileName: '2026-W48 Duarte.pdf', athleteIds: [1] },
      { fileName: '2026-W48 Okafor.pdf', athleteIds: [2] },
    ];
    expect(await call('shell.savePdf', { ...order, files })).toEqual({
      ok: true,
      value: { kind: 'saved', path: folder },
    });
    for (const { fileName } of files) expect(readFileSync(join(folder, fileName), 'utf8')).toContain('%PDF');
    expect(fake.windows.slice(1).map((page) => page.url.split('athletes=')[1])).toEqual(['1&from=0', '2&from=0']);
  });

  test('shows where the data is', async () => {
    await startProgram();
    expect(await call('shell.showDataFolder', {})).toEqual({ ok: true, value: {} });
    expect(fake.calls.at(-1)).toBe(`folder of ${join(folder, 'userData', 'ironstride.db')}`);
  });
  test('lets the coach choose a folder to watch, or none', async () => {
    await startProgram();
    fake.openFrom = { canceled: false, filePaths: ['/home/coach/Exports'] };
    expect(await call('shell.chooseFolder', {})).toEqual({ ok: true, value: { path: '/home/coach/Exports' } });
    fake.openFrom = { canceled: true, filePaths: [] };
    expect(await call('shell.chooseFolder', {})).toEqual({ ok: true, value: {} });
  });
});
