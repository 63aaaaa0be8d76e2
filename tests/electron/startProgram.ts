import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { fake, resetFake } from './fakeElectron.ts';

const argv = [...process.argv];
let folder = '';

const DEFECTS = ['uncaughtException', 'unhandledRejection'];
const listeners = new Map<string, readonly unknown[]>();

/** Every test begins in a folder of its own, with a program that has not been started. */
export const beginAnew = (): void => {
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
};

export const inFolder = (...names: readonly string[]): string => join(folder, ...names);

/** Starts the program as Electron would. */
export const startProgram = async (...words: string[]): Promise<void> => {
  process.argv = ['electron', '.', ...words];
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(fake.calls.some((call) => ['window', 'quit', 'exit 1'].includes(call))).toBe(true));
};

/** The system names a file as soon as it is listened to, long before there is a window. */
export const startWithFile = async (path: string): Promise<void> => {
  fake.app.on('newListener', (name: string) => {
    if (name === 'open-file')
      queueMicrotask(() => fake.app.emit('open-file', { preventDefault: () => undefined }, path));
  });
  await startProgram();
};

export const closeProgram = async (): Promise<void> => {
  const quits = (): number => fake.calls.filter((call) => call === 'quit').length;
  const before = quits();
  if (fake.app.listenerCount('will-quit') === 0) return;
  fake.app.emit('will-quit', { preventDefault: () => undefined });
  await vi.waitFor(() => expect(quits()).toBe(before + 1));
  fake.app.removeAllListeners();
};

export const mainWindow = () => {
  const [window] = fake.windows;
  if (window === undefined) throw new Error('there is no window');
  return window;
};

export const ours = () => ({
  sender: mainWindow().webContents,
  senderFrame: { origin: 'app://ironstride', parent: null },
});

export const call = async (operation: string, input: unknown, event: unknown = ours()): Promise<unknown> =>
  JSON.parse(String(await fake.handled.get('wire:request')?.(event, JSON.stringify({ operation, input }))));
