import { useSyncExternalStore } from 'react';
import type { AthleteId } from '../../domain/kernel/ids.ts';

/** A sheet, or an athlete's part of one, that was typed in since the window was opened. */
export interface TypedIn {
  readonly id: number;
  /** Absent: without paper. */
  readonly sheetCode?: string | undefined;
  readonly athleteId: AthleteId;
  readonly name: string;
  /** `2 sessions, 31 sets` */
  readonly what: string;
  /** The step that wrote it; absent where nothing had changed. */
  readonly step?: number | undefined;
  readonly isUndone: boolean;
}

let sitting: readonly TypedIn[] = [];
const listeners = new Set<() => void>();

const set = (next: readonly TypedIn[]): void => {
  sitting = next;
  for (const listener of listeners) listener();
};

export const addTypedIn = (typed: Omit<TypedIn, 'id' | 'isUndone'>): void =>
  set([{ ...typed, id: sitting.length + 1, isUndone: false }, ...sitting]);

export const markUndone = (id: number): void =>
  set(sitting.map((one) => (one.id === id ? { ...one, isUndone: true } : one)));

/** The newest first. */
export const useSitting = (): readonly TypedIn[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => sitting,
  );
