import { writeFile } from 'node:fs/promises';
import { dialog, shell, type BrowserWindow } from 'electron';
import { weekPrintRoute } from '../src/contract/printRoute.ts';
import { fail, ok } from '../src/domain/kernel/result.ts';
import type { HostHandlers } from '../src/service/deps.ts';

const READY_WITHIN_MS = 120_000;

/** Run in the page: waits for its own word that fonts and data are there. No frames: a hidden page draws none. */
const SAYS_READY = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => { if (root.dataset.ready === 'yes') resolve(true); };
  new MutationObserver(look).observe(root, { attributes: true });
  look();
})`;

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the page was not ready in time')), READY_WITHIN_MS).unref();
  });

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Prints one of our pages in a window that nobody sees. */
const printPage = async (page: BrowserWindow): Promise<Uint8Array> => {
  try {
    await Promise.race([page.webContents.executeJavaScript(SAYS_READY), late()]);
    const asDesigned = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
    return await page.webContents.printToPDF(asDesigned);
  } finally {
    page.destroy();
  }
};

/** The `shell` group on the desktop. */
export const desktopShell = (databaseFile: string, openHidden: (route: string) => BrowserWindow): HostHandlers => ({
  describe: async () => ok({ kind: 'electron', pdf: { isOffered: true }, canShowFolder: true }),
  savePdf: async (order) => {
    let bytes: Uint8Array;
    try {
      bytes = await printPage(openHidden(weekPrintRoute(order)));
    } catch (cause) {
      return fail({ tag: 'PdfFailed', reason: reasonOf(cause) });
    }
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: order.suggestedName,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
    if (canceled || filePath === '') return ok({ kind: 'cancelled' });
    try {
      await writeFile(filePath, bytes);
      return ok({ kind: 'saved', path: filePath });
    } catch (cause) {
      return fail({ tag: 'FileNotWritten', path: filePath, reason: reasonOf(cause) });
    }
  },
  showDataFolder: async () => {
    shell.showItemInFolder(databaseFile);
    return ok({});
  },
});
