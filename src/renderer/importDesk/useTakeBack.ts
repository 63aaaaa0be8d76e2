import { useCallback } from 'react';
import type { ImportId } from '../../domain/kernel/ids.ts';
import { useHistoryWalk } from '../app/useHistoryWalk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';

/** Takes an import back at once: undo brings it all again. */
export const useTakeBack = () => {
  const { run, isRunning } = useCommand(client.imports.takeBack);
  const { undo } = useHistoryWalk();
  const takeBack = useCallback(
    async (importId: ImportId): Promise<boolean> => {
      const reply = await run({ importId });
      if (!reply.ok) return false;
      const { removed, kept } = reply.value;
      const keptWords = kept === 0 ? '' : ` ${counted(kept, 'entry', 'entries')} edited since stayed.`;
      tell({
        tone: 'done',
        text: `Taken back: ${counted(removed, 'entry', 'entries')} removed.${keptWords}`,
        action: { label: 'Undo', run: () => void undo() },
      });
      return true;
    },
    [run, undo],
  );
  return { takeBack, isRunning };
};
