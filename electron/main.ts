import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { app, crashReporter, dialog, ipcMain, session } from 'electron';
import { createClient } from '../src/contract/client.ts';
import { contract } from '../src/contract/contract.ts';
import { FIRST_QUESTIONS } from '../src/contract/firstQuestions.ts';
import { systemClock } from '../src/service/clock.ts';
import type { ServiceDeps } from '../src/service/deps.ts';
import { logBeside } from '../src/service/diagnostics/defectLog.ts';
import { defectText } from '../src/service/diagnostics/defectText.ts';
import { FIRST_BACKUP_AFTER_MS } from '../src/service/nodeHost.ts';
import { isAboutTheFile } from '../src/service/openingFailure.ts';
import { createService, type Service } from '../src/service/service.ts';
import { keepHeapSmall } from '../src/service/smallHeap.ts';
import { desktopShell } from './desktopShell.ts';
import { installMenu } from './menu.ts';
import { hearOpenedFiles, packIn, routeOfPack } from './packFiles.ts';
import { closeEngine, closeSession, lockDown, openLockedWindow, registerOurScheme } from './window.ts';
import { carryWire } from './wire.ts';

const wantsSample = process.argv.includes('--sample');
const named = process.argv.find((word) => word.startsWith('--db='))?.slice('--db='.length);
const dataFolder = app.getPath('userData');
const databaseFile = resolve(named ?? join(dataFolder, wantsSample ? 'sample.db' : 'ironstride.db'));
const log = logBeside(databaseFile);

/** From the first moment: the system may name a file before the program is ready. */
const opened = hearOpenedFiles();

const noteDefect = (what: string, cause: unknown): void =>
  log({ level: 'defect', reference: randomUUID().slice(0, 8), message: `${what}: ${defectText(cause)}` });

const desk = (): ServiceDeps => ({
  databaseFile,
  shell: 'desktop',
  resourcesFolder: join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources'),
  uploadFolder: join(app.getPath('temp'), `ironstride-${randomUUID()}`),
  version: app.getVersion(),
  clock: systemClock,
  log,
  host: desktopShell(databaseFile, openLockedWindow),
  firstBackupAfterMs: FIRST_BACKUP_AFTER_MS,
  jobWorker: new URL('./jobWorker.js', import.meta.url),
});

/** The service, or after a sentence about the file nothing. */
const openOrExplain = (): Service | undefined => {
  try {
    return createService(desk());
  } catch (cause) {
    if (!isAboutTheFile(cause)) throw cause;
    dialog.showErrorBox('Ironstride cannot open this database', cause.message);
    return undefined;
  }
};

const openMainWindow = (service: Service): void => {
  const first = opened.waiting() ?? packIn(process.argv, process.cwd());
  const window = openLockedWindow(first === undefined ? '/' : routeOfPack(first));
  const showPack = (path: string): void => service.push({ kind: 'show', route: routeOfPack(path) });
  opened.show(showPack);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    noteDefect(`window: ${reason}`, undefined);
    // Everything done is in the database already: a fresh page loses nothing.
    window.reload();
  });
  app.on('second-instance', (_event, words, workingFolder) => {
    const pack = packIn(words, workingFolder);
    if (pack !== undefined) showPack(pack);
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
};

/** Quitting waits until the database is closed properly. */
const closeBeforeQuitting = (service: Service): void => {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void service.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
};

const start = async (): Promise<void> => {
  // Chromium's own files stay out of the coach's folder.
  app.setPath('sessionData', join(dataFolder, 'window'));
  await app.whenReady();
  keepHeapSmall();
  const service = openOrExplain();
  if (service === undefined) return app.exit(1);
  closeSession(session.defaultSession);
  carryWire(ipcMain, service);
  closeBeforeQuitting(service);
  installMenu(service);
  openMainWindow(service);
  // The window's own process takes longer to start than the roster takes to work out.
  service.prepare(FIRST_QUESTIONS);
  if (wantsSample) await createClient(contract, service).app.createSample({ athletes: 24, years: 2, seed: 1 });
};

// A crash of the engine leaves its report beside the data, for the coach to pass on or not. Nothing is uploaded.
app.setPath('crashDumps', join(dataFolder, 'crashes'));
crashReporter.start({ uploadToServer: false });
app.enableSandbox();
closeEngine();
registerOurScheme();
process.on('uncaughtException', (cause) => noteDefect('uncaught', cause));
process.on('unhandledRejection', (cause) => noteDefect('unhandled', cause));
app.on('child-process-gone', (_event, { type, reason }) => noteDefect(`${type}: ${reason}`, undefined));
app.on('web-contents-created', (_event, contents) => lockDown(contents));
app.on('window-all-closed', () => app.quit());
// One process owns the data: the second start wakes the first before any database is touched.
if (app.requestSingleInstanceLock()) {
  start().catch((cause: unknown) => {
    noteDefect('start', cause);
    dialog.showErrorBox('Ironstride could not start', cause instanceof Error ? cause.message : String(cause));
    app.exit(1);
  });
} else {
  app.quit();
}
