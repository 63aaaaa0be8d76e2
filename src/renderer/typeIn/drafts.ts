import { z } from 'zod';
import { typedFoot, typedRows, TYPED_STATES } from '../../contract/schemas/typeIn.ts';
import type { Typing } from './typing.ts';

/** Kept beside the database: what is not saved yet is nobody's result. */
const PLACE = 'ironstride.typing';

const MOST_KEPT = 200;

const kept = z.array(
  z.tuple([
    z.string(),
    z.array(z.object({ state: z.enum(TYPED_STATES), on: z.string(), rows: typedRows, foot: typedFoot })),
  ]),
);

/** A window that may not keep anything keeps it until it is closed. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
};

const read = (): Map<string, Typing> => {
  try {
    return new Map(kept.parse(JSON.parse(storage()?.getItem(PLACE) ?? '[]')));
  } catch {
    return new Map();
  }
};

const drafts = read();

const write = (): void => {
  try {
    storage()?.setItem(PLACE, JSON.stringify([...drafts].slice(-MOST_KEPT)));
  } catch {
    // Full or forbidden: it stays in this window all the same.
  }
};

/** What was typed and not saved when the sheet was left. */
export const draftOf = (key: string): Typing | undefined => drafts.get(key);

export const keepDraft = (key: string, typing: Typing): void => {
  drafts.delete(key);
  drafts.set(key, typing);
  write();
};

export const dropDraft = (key: string): void => {
  if (drafts.delete(key)) write();
};
