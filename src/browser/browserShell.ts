import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { FIRST_QUESTIONS } from '../contract/firstQuestions.ts';
import { printRoute } from '../contract/printRoute.ts';
import { fail, ok } from '../domain/kernel/result.ts';
import type { Clock, HostHandlers } from '../service/deps.ts';
import { nodeDeps, userDataFolder } from '../service/nodeHost.ts';
import { createService, type Service } from '../service/service.ts';
import { findInstalledBrowser, hasBrowser } from './findBrowser.ts';
import { openPrinter } from './printPdf.ts';
import { zipFiles, type ZippedFile } from './zipFiles.ts';
import { startWireServer, type WireServer } from './wireServer.ts';

/** A reload closes its stream and opens another: only a window that stays away is closed. */
const GRACE_MS = 4000;

export interface BrowserShell {
  readonly service: Service;
  readonly server: WireServer;
  readonly close: () => Promise<void>;
}

export interface BrowserShellOptions {
  readonly databaseFile: string;
  readonly rendererFolder: string;
  readonly clock?: Clock | undefined;
  readonly shell?: string;
  /** After how long the first automatic backup begins; without it there is none. */
  readonly firstBackupAfterMs?: number;
  /** After the last window has been closed for a moment. */
  readonly onLastWindowClosed?: () => void;
  /** How long that moment is. */
  readonly graceMs?: number;
}

const hostHandlers = (server: () => WireServer): HostHandlers => ({
  describe: async () =>
    ok({
      kind: 'browser',
      pdf: hasBrowser()
        ? { isOffered: true }
        : { isOffered: false, reason: 'no Chrome, Chromium or Edge was found on this computer' },
      canShowFolder: false,
      canChooseFolder: false,
    }),
  savePdf: async ({ files, ...order }, { progress, isCancelled }) => {
    const printer = openPrinter();
    const made: ZippedFile[] = [];
    try {
      for (const { fileName, athleteIds = order.athleteIds } of files) {
        const urlFrom = (from: number): string => server().windowUrl(printRoute({ ...order, athleteIds, from }));
        const whole = files.length === 1;
        const printed = await printer.print(urlFrom, { isCancelled, ...(whole ? { progress } : {}) });
        if (!printed.ok) {
          if ('isCancelled' in printed.error) return ok({ kind: 'cancelled' });
          return fail({ tag: 'PdfFailed', reason: printed.error.reason });
        }
        made.push({ fileName, bytes: printed.value });
        if (!whole) progress({ done: made.length, total: files.length, doing: 'Making the files' });
      }
    } finally {
      await printer.close();
    }
    const [only] = made;
    const offered =
      made.length === 1 && only !== undefined
        ? only
        : { fileName: `${order.week} ${order.layout}.zip`, bytes: zipFiles(made) };
    return ok({ kind: 'download', url: server().offer(offered.bytes, offered.fileName), fileName: offered.fileName });
  },
  showDataFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Showing the data folder' }),
  chooseFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Choosing a folder' }),
});

/** The whole application behind a loopback address. Opens no window by itself. */
export const startBrowserShell = async (options: BrowserShellOptions): Promise<BrowserShell> => {
  const started: { server?: WireServer } = {};
  const running = (): WireServer => {
    if (started.server === undefined) throw new Error('the window server is not running yet');
    return started.server;
  };
  const service = createService(
    nodeDeps({
      databaseFile: options.databaseFile,
      shell: options.shell ?? 'browser window',
      host: hostHandlers(running),
      clock: options.clock,
      inThread: true,
      firstBackupAfterMs: options.firstBackupAfterMs,
    }),
  );
  let closing: NodeJS.Timeout | undefined;
  const server = await startWireServer({
    service,
    rendererFolder: options.rendererFolder,
    onWindows: (count) => {
      clearTimeout(closing);
      if (count === 0) closing = setTimeout(() => options.onLastWindowClosed?.(), options.graceMs ?? GRACE_MS);
    },
    onShowAgain: () => (openAppWindow(running().windowUrl()) ? undefined : running().windowUrl()),
  });
  started.server = server;
  service.listensAt({ url: server.url, secret: server.secret });
  // The window's own process takes longer to start than the roster takes to work out.
  const preparing = setImmediate(() => service.prepare(FIRST_QUESTIONS));
  return {
    service,
    server,
    close: async () => {
      clearTimeout(closing);
      clearImmediate(preparing);
      await running().close();
      await service.close();
    },
  };
};

/** Opens an address as an app window of the installed browser; false when there is none. */
export const openAppWindow = (url: string): boolean => {
  const browser = findInstalledBrowser();
  const hasDisplay =
    process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';
  if (browser === undefined || !hasDisplay) return false;
  const profile = join(userDataFolder(), 'window');
  spawn(browser.path, [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'], {
    detached: true,
    stdio: 'ignore',
  }).unref();
  return true;
};
