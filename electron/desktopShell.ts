import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import { printRoute } from '../src/contract/printRoute.ts';
import { fail, ok } from '../src/domain/kernel/result.ts';
import type { HostContext, HostHandlers } from '../src/service/deps.ts';

/** One that says nothing new for so long has failed. */
const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 60;

/** Run in the page, which says itself how far it is and when fonts and data are there. No frames: a hidden page draws none. */
const HOW_FAR = `((data) => (data.ready === 'yes' ? 'ready' : (data.drawn ?? '')))(document.documentElement.dataset)`;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LOOK_AGAIN_MS);
  });

class PrintCancelled extends Error {}

const whenReady = async (page: BrowserWindow, { progress, isCancelled }: HostContext): Promise<void> => {
  let last = { drawn: '', at: Date.now() };
  for (;;) {
    if (isCancelled()) throw new PrintCancelled();
    const drawn = String(await page.webContents.executeJavaScript(HOW_FAR));
    if (drawn === 'ready') return;
    if (drawn !== last.drawn) {
      last = { drawn, at: Date.now() };
      const [done = 0, total = 0] = drawn.split('/').map(Number);
      progress({ done, total, doing: 'Drawing the pages' });
    }
    if (Date.now() - last.at > PATIENCE_MS) throw new Error('the page was not ready in time');
    await pause();
  }
};

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Prints one of our pages in a window that nobody sees. */
const printPage = async (page: BrowserWindow, context: HostContext): Promise<Uint8Array> => {
  try {
    await whenReady(page, context);
    const asDesigned = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
    return await page.webContents.printToPDF(asDesigned);
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
      let bytes: Uint8Array;
      try {
        const page = openHidden(printRoute({ ...order, athleteIds }));
        bytes = await printPage(page, isOne ? context : { ...context, progress: () => undefined });
      } catch (cause) {
        if (cause instanceof PrintCancelled) return ok({ kind: 'cancelled' });
        return fail({ tag: 'PdfFailed', reason: reasonOf(cause) });
      }
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
