import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import { drawnProgress, PRINT_PAGE_STATE, PRINT_PATIENCE_MS, type PrintPageState } from '../src/contract/printPage.ts';
import { printRoute } from '../src/contract/printRoute.ts';
import { fail, ok } from '../src/domain/kernel/result.ts';
import type { HostContext, HostHandlers } from '../src/service/deps.ts';
import { printInParts, type PrintedPart } from '../src/service/sheets/printInParts.ts';

const LOOK_AGAIN_MS = 60;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LOOK_AGAIN_MS);
  });

class PrintCancelled extends Error {}

const whenReady = async (page: BrowserWindow, { progress, isCancelled }: HostContext): Promise<PrintPageState> => {
  let last = { drawn: '', at: Date.now() };
  for (;;) {
    if (isCancelled()) throw new PrintCancelled();
    const state = (await page.webContents.executeJavaScript(PRINT_PAGE_STATE)) as PrintPageState;
    if (state.failure !== undefined) throw new Error(state.failure);
    if (state.isReady) return state;
    if (state.drawn !== last.drawn) {
      last = { drawn: state.drawn, at: Date.now() };
      progress(drawnProgress(state.drawn));
    }
    if (Date.now() - last.at > PRINT_PATIENCE_MS) throw new Error('the page was not ready in time');
    await pause();
  }
};

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Prints one of our pages in a window that nobody sees. */
const printPart = async (page: BrowserWindow, from: number, context: HostContext): Promise<PrintedPart> => {
  try {
    const { isEmpty, nextFrom } = await whenReady(page, context);
    const isWhole = from === 0 && nextFrom === undefined;
    const next = nextFrom === undefined ? {} : { nextFrom };
    if (isEmpty && !isWhole) return next;
    const asDesigned = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: isWhole };
    return { bytes: await page.webContents.printToPDF(asDesigned), ...next };
  } finally {
    page.destroy();
  }
};

/** Where to: a file, or for several a folder that they go into under their own names. */
const askWhere = async (fileNames: readonly string[]): Promise<string | undefined> => {
  const [only] = fileNames;
  if (fileNames.length > 1 || only === undefined) {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openDirectory', 'createDirectory'],
      buttonLabel: `Save ${fileNames.length} files here`,
    });
    return canceled ? undefined : filePaths[0];
  }
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: only,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  return canceled || filePath === '' ? undefined : filePath;
};

/** The `shell` group on the desktop. */
export const desktopShell = (databaseFile: string, openHidden: (route: string) => BrowserWindow): HostHandlers => ({
  describe: async () => ok({ kind: 'electron', pdf: { isOffered: true }, canShowFolder: true, canChooseFolder: true }),
  savePdf: async ({ files, ...order }, context) => {
    const isOne = files.length === 1;
    const where = await askWhere(files.map(({ fileName }) => fileName));
    if (where === undefined) return ok({ kind: 'cancelled' });
    let done = 0;
    for (const { fileName, athleteIds = order.athleteIds } of files) {
      const path = isOne ? where : join(where, fileName);
      const watched = isOne ? context : { ...context, progress: () => undefined };
      let bytes: Uint8Array | undefined;
      try {
        bytes = await printInParts((from) =>
          printPart(openHidden(printRoute({ ...order, athleteIds, from })), from, watched),
        );
      } catch (cause) {
        if (cause instanceof PrintCancelled) return ok({ kind: 'cancelled' });
        return fail({ tag: 'PdfFailed', reason: reasonOf(cause) });
      }
      if (bytes === undefined) return fail({ tag: 'PdfFailed', reason: 'nobody has anything to print' });
      try {
        await writeFile(path, bytes);
      } catch (cause) {
        return fail({ tag: 'FileNotWritten', path, reason: reasonOf(cause) });
      }
      done += 1;
      if (!isOne) context.progress({ done, total: files.length, doing: 'Making the files' });
    }
    return ok({ kind: 'saved', path: where });
  },
  showDataFolder: async () => {
    shell.showItemInFolder(databaseFile);
    return ok({});
  },
  chooseFolder: async () => {
    const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] });
    const [path] = filePaths;
    return ok(canceled || path === undefined ? {} : { path });
  },
});
