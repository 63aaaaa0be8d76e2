import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { beginAnew, call, inFolder, mainWindow, startProgram } from './startProgram.ts';

const { electron, fake } = await vi.hoisted(() => import('./fakeElectron.ts'));
vi.mock('electron', () => electron);

beginAnew();

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
    fake.saveAs = { canceled: false, filePath: inFolder('week.pdf') };
    expect(await call('shell.savePdf', order)).toEqual({
      ok: true,
      value: { kind: 'saved', path: inFolder('week.pdf') },
    });
    expect(readFileSync(inFolder('week.pdf'), 'utf8')).toContain('%PDF');
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
    fake.saveAs = { canceled: false, filePath: inFolder('week.pdf') };
    expect(await call('shell.savePdf', order)).toEqual({
      ok: false,
      error: { tag: 'PdfFailed', reason: 'the page broke' },
    });
    expect(fake.windows[1]?.isDestroyed).toBe(true);
    fake.pagesReady = true;
    fake.saveAs = { canceled: false, filePath: inFolder('nowhere', 'week.pdf') };
    expect(await call('shell.savePdf', order)).toMatchObject({ ok: false, error: { tag: 'FileNotWritten' } });
  });

  test('writes a file each into the folder that the coach names, under their own names', async () => {
    await startProgram();
    fake.openFrom = { canceled: false, filePaths: [inFolder()] };
    const files = [
      { fileName: '2026-W48 Duarte.pdf', athleteIds: [1] },
      { fileName: '2026-W48 Okafor.pdf', athleteIds: [2] },
    ];
    expect(await call('shell.savePdf', { ...order, files })).toEqual({
      ok: true,
      value: { kind: 'saved', path: inFolder() },
    });
    for (const { fileName } of files) expect(readFileSync(inFolder(fileName), 'utf8')).toContain('%PDF');
    expect(fake.windows.slice(1).map((page) => page.url.split('athletes=')[1])).toEqual(['1&from=0', '2&from=0']);
  });

  test('shows where the data is', async () => {
    await startProgram();
    expect(await call('shell.showDataFolder', {})).toEqual({ ok: true, value: {} });
    expect(fake.calls.at(-1)).toBe(`folder of ${inFolder('userData', 'ironstride.db')}`);
  });
  test('lets the coach choose a folder to watch, or none', async () => {
    await startProgram();
    fake.openFrom = { canceled: false, filePaths: ['/home/coach/Exports'] };
    expect(await call('shell.chooseFolder', {})).toEqual({ ok: true, value: { path: '/home/coach/Exports' } });
    fake.openFrom = { canceled: true, filePaths: [] };
    expect(await call('shell.chooseFolder', {})).toEqual({ ok: true, value: {} });
  });
});
