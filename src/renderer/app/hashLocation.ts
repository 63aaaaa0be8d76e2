import { useSyncExternalStore } from 'react';

/** The address behind the `#`, without its mark and with one slash in front. */
const address = (): string => `/${globalThis.location.hash.replace(/^#?\/?/u, '')}`;

const path = (): string => address().split('?', 1)[0] ?? '/';

const search = (): string => address().slice(path().length + 1);

const listeners = new Set<() => void>();

/** All parts of the page hear of a new address together: one that heard of its path first would draw it with the search of the old. */
const tellAll = (): void => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) globalThis.addEventListener('hashchange', tellAll);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) globalThis.removeEventListener('hashchange', tellAll);
  };
};

const navigate = (to: string, { replace = false }: { readonly replace?: boolean } = {}): void => {
  const oldURL = globalThis.location.href;
  globalThis.history[replace ? 'replaceState' : 'pushState'](null, '', `#${to.replace(/^#/u, '')}`);
  globalThis.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: globalThis.location.href }));
};

/**
 * Wouter's own hash hook leaves `?…` in the path when a page is opened at `#/print/week?…`, so that no route matches, and never
 * clears a search once set. Here path and search both live behind the `#`.
 */
export const useHashLocation = (): [string, typeof navigate] => [useSyncExternalStore(subscribe, path), navigate];

useHashLocation.hrefs = (href: string): string => `#${href}`;

const useHashSearch = (): string => useSyncExternalStore(subscribe, search);

useHashLocation.searchHook = useHashSearch;
