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

/** How often each topic has changed since the window opened. */
const changes = new Map<string, number>();

const changesOf = (topics: readonly string[]): number =>
  topics.reduce((sum, topic) => sum + (changes.get(topic) ?? 0), 0);

/**
 * Asks until nothing that the answer was read from has changed on the way: a cache takes what comes in last for the newest, and a
 * first answer is not asked for again while it is awaited.
 */
export const askUnchanged = async <T>(reads: readonly string[], ask: () => Promise<T>): Promise<T> => {
  for (;;) {
    const before = changesOf(reads);
    const answer = await ask();
    if (changesOf(reads) === before) return answer;
  }
};

/** Refreshes, in this window, whatever a change anywhere has made stale. */
export const refreshOnChange = (): (() => void) =>
  onPush((message) => {
    if (message.kind !== 'changed') return;
    const changed = new Set<string>(message.topics);
    for (const topic of changed) changes.set(topic, (changes.get(topic) ?? 0) + 1);
    void queryCache.invalidateQueries({
      predicate: ({ queryKey }) => {
        const [path] = queryKey;
        return typeof path === 'string' && (readsByPath.get(path) ?? []).some((topic) => changed.has(topic));
      },
    });
  });
