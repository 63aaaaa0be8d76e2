import { useSyncExternalStore } from 'react';

/** A short word to the coach about what has just happened. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** To read a line takes this long; to decide whether to do what it offers takes longer. */
const TOLD_MS = 6000;
const OFFERED_MS = 20_000;

let notices: readonly Notice[] = [];
let lastId = 0;
let isHeld = false;
const leaving = new Map<number, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

const set = (next: readonly Notice[]): void => {
  notices = next;
  for (const listener of listeners) listener();
};

export const dismiss = (id: number): void => {
  clearTimeout(leaving.get(id));
  leaving.delete(id);
  set(notices.filter((notice) => notice.id !== id));
};

const leaveInTime = ({ id, tone, action }: Notice): void => {
  clearTimeout(leaving.get(id));
  if (tone !== 'done' || isHeld) return;
  leaving.set(
    id,
    setTimeout(() => dismiss(id), action === undefined ? TOLD_MS : OFFERED_MS),
  );
};

/** While somebody is at the notices, none leaves; when they have gone, the time begins anew. */
export const holdNotices = (held: boolean): void => {
  isHeld = held;
  for (const notice of notices) leaveInTime(notice);
};

/** Tells it. What went well leaves by itself; a problem stays until it is dismissed. */
export const tell = (told: Omit<Notice, 'id'>): void => {
  lastId += 1;
  const notice = { ...told, id: lastId };
  // What an earlier one offers to undo may not be the newest step any more.
  const before = notices.filter(({ tone, action }) => tone === 'problem' || action === undefined);
  set([...before.slice(-3), notice]);
  leaveInTime(notice);
};

export const useNotices = (): readonly Notice[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => notices,
  );
