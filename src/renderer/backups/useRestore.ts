import type { Contract } from '../../contract/contract.ts';
import type { InputOf } from '../../contract/derive.ts';
import { useJob } from '../client/useJob.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';

export type RestoreSource = InputOf<Contract['backups']['restore']>['from'];

/** Restores, says what was restored, and offers the way back. */
export const useRestore = () => {
  const restore = useJob(client.backups.restore);
  const run = async (from: RestoreSource, called: string): Promise<boolean> => {
    const reply = await restore.run({ from });
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
  return { run, progress: restore.progress };
};
