import { useSyncExternalStore } from 'react';

/** A short word to the coach about what has just happened. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Notice[]): void => {
  notices = next;
  for (const listener of listeners) listener();
};

export const dismiss = (id: number): void => set(notices.filter((notice) => notice.id !== id));

/** Tells it. What went well leaves by itself; a problem stays until it is dismissed. */
export const tell = (notice: Omit<Notice, 'id'>): void => {
  lastId += 1;
  const id = lastId;
  set([...notices.slice(-3), { ...notice, id }]);
  if (notice.tone === 'done') setTimeout(() => dismiss(id), 6000);
};

export const useNotices = (): readonly Notice[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => notices,
  );
