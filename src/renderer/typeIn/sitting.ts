import { useSyncExternalStore } from 'react';
import type { AthleteId } from '../../domain/kernel/ids.ts';

/** What was typed in of one athlete. */
export interface TypedPart {
  readonly athleteId: AthleteId;
  readonly name: string;
  /** `2 sessions, 31 sets` */
  readonly what: string;
}

/** A sheet that was typed in since the window was opened, one that holds many athletes as far as it was. */
export interface TypedIn {
  readonly id: number;
  /** Absent: without paper. */
  readonly sheetCode?: string | undefined;
  readonly parts: readonly TypedPart[];
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

/** What went on with the step of the sheet before it is a part of that sheet. */
export const addTypedIn = (typed: Pick<TypedIn, 'sheetCode' | 'step'>, part: TypedPart): void => {
  const [newest, ...rest] = sitting;
  const goesOn = newest !== undefined && newest.step !== undefined && newest.step === typed.step;
  if (goesOn) set([{ ...newest, parts: [...newest.parts, part] }, ...rest]);
  else set([{ ...typed, parts: [part], id: sitting.length + 1, isUndone: false }, ...sitting]);
};

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
