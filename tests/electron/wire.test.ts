import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { UPLOAD_PIECE_BYTES } from '../../src/contract/uploadPieces.ts';
import { beginAnew, call, mainWindow, ours, startProgram } from './startProgram.ts';

const { electron, fake } = await vi.hoisted(() => import('./fakeElectron.ts'));
vi.mock('electron', () => electron);

beginAnew();

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
