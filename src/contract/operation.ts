import type { z } from 'zod';
import type { FailureTag } from '../domain/kernel/failure.ts';

/** What data is about. A command says which it writes; a query that reads one of them is asked again. */
export const TOPICS = [
  'athletes',
  'races',
  'exercises',
  'programs',
  'sessions',
  'runs',
  'checkIns',
  'imports',
  'sheets',
  'settings',
  'history',
  'guard',
  'backups',
] as const;

export type Topic = (typeof TOPICS)[number];

interface Shape<I extends z.ZodType, O extends z.ZodType, E extends FailureTag> {
  readonly input: I;
  readonly output: O;
  /** The failures to expect, beyond those that any request may meet. */
  readonly errors: readonly E[];
}

export interface Query<I extends z.ZodType, O extends z.ZodType, E extends FailureTag> extends Shape<I, O, E> {
  readonly kind: 'query';
  readonly reads: readonly Topic[];
  /** Answers also when the database cannot be read. */
  readonly withoutDatabase?: true;
}

/** Several commands that are one step of undo. */
export interface Thread {
  readonly key: string;
  /** The step's name for people once it is more than one command. */
  readonly label: string;
}

export interface Command<I extends z.ZodType, O extends z.ZodType, E extends FailureTag> extends Shape<I, O, E> {
  readonly kind: 'command';
  readonly writes: readonly Topic[];
  /** The step's name for people: `Undo` and the history show it. */
  readonly label: (input: z.output<I>) => string;
  /** What the command is a part of: it goes on with the newest step when that is of the same thread and of other athletes. */
  readonly thread?: (input: z.output<I>) => Thread | undefined;
  /** Walks the history instead of adding to it: undo and redo. */
  readonly walksHistory?: true;
}

export interface Job<I extends z.ZodType, O extends z.ZodType, E extends FailureTag> extends Shape<I, O, E> {
  readonly kind: 'job';
  readonly writes: readonly Topic[];
  /** Runs also when the database cannot be read. */
  readonly withoutDatabase?: true;
  /** Writes beside the database and not into it: what the coach does in the meantime need not wait. */
  readonly isBeside?: true;
  /** Leaves a whole new file, which takes the place of the open database as soon as the job is done. */
  readonly replacesDatabase?: true;
}

/** Carried out by the host that shows the window, not by the service. */
export interface HostCall<I extends z.ZodType, O extends z.ZodType, E extends FailureTag> extends Shape<I, O, E> {
  readonly kind: 'host';
}

export type Operation =
  | Query<z.ZodType, z.ZodType, FailureTag>
  | Command<z.ZodType, z.ZodType, FailureTag>
  | Job<z.ZodType, z.ZodType, FailureTag>
  | HostCall<z.ZodType, z.ZodType, FailureTag>;

/** A look at the data: synchronous, changes nothing. */
export const query = <I extends z.ZodType, O extends z.ZodType, E extends FailureTag = never>(
  spec: Omit<Query<I, O, E>, 'kind'>,
): Query<I, O, E> => ({ kind: 'query', ...spec });

/** A change: one transaction, one step of undo, announced to every window. */
export const command = <I extends z.ZodType, O extends z.ZodType, E extends FailureTag = never>(
  spec: Omit<Command<I, O, E>, 'kind'>,
): Command<I, O, E> => ({ kind: 'command', ...spec });

/** Something long: runs on its own connection, reports progress, can be cancelled, and then leaves nothing behind. */
export const job = <I extends z.ZodType, O extends z.ZodType, E extends FailureTag = never>(
  spec: Omit<Job<I, O, E>, 'kind'>,
): Job<I, O, E> => ({ kind: 'job', ...spec });

export const hostCall = <I extends z.ZodType, O extends z.ZodType, E extends FailureTag = never>(
  spec: Omit<HostCall<I, O, E>, 'kind'>,
): HostCall<I, O, E> => ({ kind: 'host', ...spec });
