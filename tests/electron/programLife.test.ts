import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { addAthlete, lookInto, openDeskAt, settled } from '../service/openDesk.ts';
import { beginAnew, call, closeProgram, inFolder, mainWindow, startProgram, startWithFile } from './startProgram.ts';

const { electron, fake } = await vi.hoisted(() => import('./fakeElectron.ts'));
vi.mock('electron', () => electron);

beginAnew();

describe('the life of the program', () => {
  test('a second start touches no database and leaves', async () => {
    fake.hasLock = false;
    await startProgram();
    expect(fake.calls.filter((made) => made === 'quit' || made === 'lock')).toEqual(['lock', 'quit']);
    expect(existsSync(inFolder('userData', 'ironstride.db'))).toBe(false);
    expect(fake.windows).toEqual([]);
  });

  test('the first shows itself when a second is started', async () => {
    await startProgram();
    fake.app.emit('second-instance', {}, ['electron', '.'], inFolder());
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
      await startProgram(inFolder('Anna & Ben #1.ironstride'));
      expect(mainWindow().url).toBe(`app://ironstride/index.html#${routeOf(inFolder('Anna & Ben #1.ironstride'))}`);
    });

    test('a second start hands it to the first, from where it was started', async () => {
      await startProgram();
      await call('app.describe', {});
      fake.app.emit('second-instance', {}, ['electron', '.', '--db=x.ironstride', 'Anna.ironstride'], inFolder());
      expect(shown()).toEqual([JSON.stringify({ kind: 'show', route: routeOf(inFolder('Anna.ironstride')) })]);
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
    const desk = openDeskAt(inFolder('userData', 'ironstride.db'));
    await desk.shut();
  });

  test('opens the database it is told to', async () => {
    await startProgram(`--db=${inFolder('mine.db')}`);
    expect(await call('app.describe', {})).toMatchObject({ value: { databaseFile: inFolder('mine.db') } });
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
    const file = inFolder('taken.db');
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
    const file = inFolder('hurt.db');
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
