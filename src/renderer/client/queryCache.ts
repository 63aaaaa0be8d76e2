import { QueryClient } from '@tanstack/react-query';
import type { Query } from '../../contract/operation.ts';
import type { z } from 'zod';
import type { FailureTag } from '../../domain/kernel/failure.ts';
import { onPush } from '../wire.ts';

export type AnyQuery = Query<z.ZodType, z.ZodType, FailureTag>;

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

export const rememberReads = (path: string, operation: AnyQuery): void => {
  readsByPath.set(path, operation.reads);
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
