import { useState } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { InputOf, Progress } from '../../contract/derive.ts';
import { useCommand } from '../client/useCommand.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';

export type RestoreSource = InputOf<Contract['backups']['restore']>['from'];

/** Restores, says what was restored, and offers the way back. */
export const useRestore = () => {
  const [progress, setProgress] = useState<Progress>();
  const restore = useCommand(client.backups.restore);
  const run = async (from: RestoreSource, called: string): Promise<boolean> => {
    setProgress({ done: 0, total: 0, doing: '' });
    const reply = await restore.run({ from }, { onProgress: setProgress });
    setProgress(undefined);
    if (!reply.ok) return false;
    const { keptAs, damagedKeptAt } = reply.value;
    const back: RestoreSource | undefined = keptAs === undefined ? undefined : { kind: 'backup', name: keptAs };
    tell({
      tone: 'done',
      text:
        damagedKeptAt === undefined
          ? `Restored: ${called}.`
          : `Restored: ${called}. The damaged file is kept as ${damagedKeptAt}.`,
      ...(back === undefined
        ? {}
        : { action: { label: 'Take it back', run: () => void run(back, 'what was there before') } }),
    });
    return true;
  };
  return { run, progress };
};
