import { useRef, useState } from 'react';
import type { Progress } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import { useCommand } from '../client/useCommand.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { ImportOrder, ImportReceipt } from './deskFiles.ts';

/** Imports, tells how far it is, and can be stopped; what was stopped has left nothing behind. */
export const useCommit = (onDone: (receipt: ImportReceipt) => void) => {
  const commit = useCommand(client.imports.commit);
  const [progress, setProgress] = useState<Progress>();
  const [isStopping, setStopping] = useState(false);
  const stop = useRef<AbortController>(undefined);

  const run = async (order: ImportOrder): Promise<void> => {
    stop.current = new AbortController();
    setStopping(false);
    setProgress({ done: 0, total: 0, doing: '' });
    const reply = await commit.run(order, { onProgress: setProgress, signal: stop.current.signal, isQuiet: true });
    setProgress(undefined);
    if (reply.ok) onDone(reply.value);
    else if (reply.error.tag === 'Cancelled')
      tell({ tone: 'done', text: 'Stopped. Nothing was imported; the files are still here.' });
    else tell({ tone: 'problem', text: errorText(reply.error) });
  };

  const cancel = (): void => {
    setStopping(true);
    stop.current?.abort();
  };

  return { run, progress, isStopping, cancel };
};
