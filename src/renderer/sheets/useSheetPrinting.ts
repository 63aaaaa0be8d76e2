import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { printRoute } from '../../contract/printRoute.ts';
import type { Progress } from '../../contract/derive.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { tell } from '../kit/notices.ts';
import type { Paper } from '../print/paper.ts';
import type { SheetOrder } from '../print/sheetOrder.ts';
import { client } from '../wire.ts';

export interface PdfFile {
  readonly fileName: string;
  readonly athleteIds?: readonly AthleteId[];
}

/** A download begins with a click on a link; the link need not be seen. */
const download = (url: string, fileName: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
};

const STARTING: Progress = { done: 0, total: 0, doing: 'Starting' };

/** Keeps what is printed, and then prints it: by hand, or into files. */
export const useSheetPrinting = (order: SheetOrder, paper: Paper) => {
  const [, go] = useLocation();
  const keep = useCommand(client.sheets.print);
  const save = useCommand(client.shell.savePdf);
  const [progress, setProgress] = useState<Progress>();
  const stop = useRef<AbortController | undefined>(undefined);

  const began = () => {
    stop.current = new AbortController();
    setProgress(STARTING);
    return { onProgress: setProgress, signal: stop.current.signal };
  };

  const print = async (): Promise<void> => {
    const kept = await keep.run(order, began());
    setProgress(undefined);
    if (kept.ok) go(`${printRoute({ ...order, paper })}&print=1`);
  };

  const savePdf = async (files: readonly PdfFile[], sheets: number): Promise<void> => {
    const options = began();
    try {
      const kept = await keep.run(order, options);
      if (!kept.ok) return;
      const reply = await save.run({ ...order, paper, files: [...files] }, options);
      if (!reply.ok || reply.value.kind === 'cancelled') return;
      if (reply.value.kind === 'download') download(reply.value.url, reply.value.fileName);
      const where =
        reply.value.kind === 'saved' ? `in ${reply.value.path}` : `as ${reply.value.fileName} in your downloads`;
      tell({ tone: 'done', text: `${counted(sheets, 'sheet')} saved ${where}.` });
    } finally {
      setProgress(undefined);
    }
  };

  return { print, savePdf, progress, cancel: () => stop.current?.abort() };
};
