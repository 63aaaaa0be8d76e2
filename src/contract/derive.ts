import type { z } from 'zod';
import type { Failure, WireFailure } from '../domain/kernel/failure.ts';
import type { Result } from '../domain/kernel/result.ts';
import type { Operation } from './operation.ts';
import type { Outline } from './outline.ts';

export type Groups = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

export type ParsedInputOf<O extends Operation> = z.output<O['input']>;
/** Questions and answers are values: nobody changes one that was handed to them. */
type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

export type InputOf<O extends Operation> = DeepReadonly<z.input<O['input']>>;
export type OutputOf<O extends Operation> = DeepReadonly<z.output<O['output']>>;
export type FailureOf<O extends Operation> = Extract<Failure, { readonly tag: O['errors'][number] }>;

export type Reply<O extends Operation> = Result<OutputOf<O>, FailureOf<O> | WireFailure>;

/** One call: the operation's name and outline are kept beside it, so that a cache can key on it. */
export interface Call<O extends Operation> {
  (input: InputOf<O>, options?: CallOptions): Promise<Reply<O>>;
  readonly outline: Outline<O>;
  readonly path: string;
}

export interface CallOptions {
  /** For jobs and what the host does: hears how far it is. */
  readonly onProgress?: (progress: Progress) => void;
  /** For jobs and what the host does: stops it; nothing is left behind. */
  readonly signal?: AbortSignalLike;
}

/** As much of `AbortSignal` as is needed, so that the contract needs neither Node's nor the browser's types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

/** How far a job is. `total` is 0 while it is unknown. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly doing: string;
}

export type Client<C extends Groups> = {
  readonly [G in keyof C]: { readonly [N in keyof C[G]]: Call<C[G][N]> };
};

type Answer<O extends Operation> = Result<OutputOf<O>, FailureOf<O>>;

interface AnswerByKind<O extends Operation> {
  readonly query: Answer<O>;
  readonly command: Answer<O>;
  /** A job may wait for something of its own, such as a key that is worked out; never inside a transaction. */
  readonly job: Answer<O> | Promise<Answer<O>>;
  readonly host: Promise<Answer<O>>;
}

type HandlerOf<O extends Operation, Contexts extends HandlerContexts> = (
  input: ParsedInputOf<O>,
  context: Contexts[O['kind']],
) => AnswerByKind<O>[O['kind']];

export interface HandlerContexts {
  readonly query: unknown;
  readonly command: unknown;
  readonly job: unknown;
  readonly host: unknown;
}

/** The obligation to implement every operation: a query is handed what reads, a command what writes, and neither can wait. */
export type Handlers<C extends Groups, Contexts extends HandlerContexts> = {
  readonly [G in keyof C]: { readonly [N in keyof C[G]]: HandlerOf<C[G][N], Contexts> };
};
