import { useCallback } from 'react';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';

/** Undo and redo, told by name. */
export const useHistoryWalk = () => {
  const undoing = useCommand(client.history.undo);
  const redoing = useCommand(client.history.redo);
  const { run: runUndo } = undoing;
  const { run: runRedo } = redoing;
  const undo = useCallback(async () => {
    const reply = await runUndo({});
    if (!reply.ok) return;
    const { label, kept } = reply.value;
    const keptWords = kept > 0 ? ` ${counted(kept, 'entry', 'entries')} edited since stayed.` : '';
    tell({ tone: 'done', text: `Undone: ${label}.${keptWords}` });
  }, [runUndo]);
  const redo = useCallback(async () => {
    const reply = await runRedo({});
    if (reply.ok) tell({ tone: 'done', text: `Done again: ${reply.value.label}.` });
  }, [runRedo]);
  return { undo, redo };
};
