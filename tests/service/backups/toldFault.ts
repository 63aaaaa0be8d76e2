import { expect } from 'vitest';
import { errorText } from '../../../src/contract/errorText.ts';
import type { Failure, WireFailure } from '../../../src/domain/kernel/failure.ts';
import type { Result } from '../../../src/domain/kernel/result.ts';
import { UnreadableDatabase } from '../../../src/service/db/unreadableDatabase.ts';
import { settled, type Desk } from '../openDesk.ts';

/** What the coach is told: one sentence or two, and no trace of the program's inside. */
export const told = (reply: Result<unknown, Failure | WireFailure>): string => {
  if (reply.ok) throw new Error('it was done');
  const words = errorText(reply.error);
  expect(words).toMatch(/^(?:\p{Lu}|\/).*\.$/su);
  expect(words).not.toMatch(/SQLITE|undefined|\bat .*\.ts/u);
  return words;
};

export const toldAtOpening = (open: () => unknown): string => {
  try {
    open();
  } catch (cause) {
    expect(cause).toBeInstanceOf(UnreadableDatabase);
    return cause instanceof Error ? cause.message : '';
  }
  throw new Error('it was opened');
};

export const namesIn = async ({ client }: Desk): Promise<string[]> =>
  settled(await client.athletes.list({})).athletes.map(({ name }) => name);
