import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { errorText } from '../../contract/errorText.ts';
import { useAsk } from '../client/useAsk.ts';
import { client, onPush } from '../wire.ts';
import { WatchedFolderContext, type WatchedFolder } from './watchedFolder.ts';

/** A file that is being written is looked at again after so long. */
const PATIENCE_MS = 3000;

type Seen = Pick<WatchedFolder, 'look' | 'failure'>;

/** Looks into the folder; of several looks at once only the last one counts. */
const useLooks = (path: string | undefined): Seen & { lookAgain: () => void } => {
  const [seen, setSeen] = useState<Seen>({});
  const turn = useRef(0);
  const lookAgain = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    if (path === undefined) {
      setSeen({});
      return;
    }
    void client.imports.lookInFolder({}).then((reply) => {
      if (mine !== turn.current) return;
      setSeen(reply.ok ? { look: reply.value } : { failure: errorText(reply.error) });
    });
  }, [path]);
  return { ...seen, lookAgain };
};

/** Keeps an eye on the watched folder: at the start, whenever the window is turned to, and after every import. */
export const WatchFolder = ({ children }: { readonly children: ReactNode }) => {
  const watched = useAsk(client.imports.watchedFolder, {});
  const path = watched.state === 'ready' ? watched.value.path : undefined;
  const { look, failure, lookAgain } = useLooks(path);
  useEffect(() => {
    lookAgain();
    globalThis.addEventListener('focus', lookAgain);
    const stopListening = onPush((message) => {
      if (message.kind === 'changed' && message.topics.includes('imports')) lookAgain();
    });
    return () => {
      globalThis.removeEventListener('focus', lookAgain);
      stopListening();
    };
  }, [lookAgain]);
  const isWritten = look?.files.some(({ trouble }) => trouble === 'beingWritten') ?? false;
  useEffect(() => {
    if (!isWritten) return undefined;
    const timer = setInterval(lookAgain, PATIENCE_MS);
    return () => clearInterval(timer);
  }, [isWritten, lookAgain]);
  const folder = useMemo(() => ({ path, look, failure, lookAgain }), [path, look, failure, lookAgain]);
  return <WatchedFolderContext value={folder}>{children}</WatchedFolderContext>;
};
