import { QueryClient } from '@tanstack/react-query';
import { onPush } from '../wire.ts';

/** Answers stay until the service says that what they were read from has changed. Nothing is fetched from a network. */
export const queryCache = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Remembers which topics each cached query reads, so that news of a change refreshes just those. */
const readsByPath = new Map<string, readonly string[]>();

export const rememberReads = (path: string, reads: readonly string[]): void => {
  readsByPath.set(path, reads);
};

/** Refreshes, in this window, whatever a change anywhere has made stale. */
export const refreshOnChange = (): (() => void) =>
  onPush((message) => {
    if (message.kind !== 'changed') return;
    const changed = new Set<string>(message.topics);
    void queryCache.invalidateQueries({
      predicate: ({ queryKey }) => {
        const [path] = queryKey;
        return typeof path === 'string' && (readsByPath.get(path) ?? []).some((topic) => changed.has(topic));
      },
    });
  });
