import { useRef, useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import { useJob } from '../client/useJob.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { ImportOrder, ImportReceipt } from './deskFiles.ts';

/** Imports, tells how far it is, and can be stopped; what was stopped has left nothing behind. */
export const useCommit = (onDone: (receipt: ImportReceipt) => void) => {
  const commit = useJob(client.imports.commit);
  const [isStopping, setStopping] = useState(false);
  const stop = useRef<AbortController>(undefined);

  const run = async (order: ImportOrder): Promise<void> => {
    stop.current = new AbortController();
    setStopping(false);
    const reply = await commit.run(order, { signal: stop.current.signal, isQuiet: true });
    if (reply.ok) onDone(reply.value);
    else if (reply.error.tag === 'Cancelled')
      tell({ tone: 'done', text: 'Stopped. Nothing was imported; the files are still here.' });
    else tell({ tone: 'problem', text: errorText(reply.error) });
  };

  const cancel = (): void => {
    setStopping(true);
    stop.current?.abort();
  };

  return { run, progress: commit.progress, isStopping, cancel };
};
