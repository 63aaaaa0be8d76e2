import { keepPreviousData, usePrefetchQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Call, InputOf, OutputOf } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import type { HostCall, Query } from '../../contract/operation.ts';
import type { Failure, FailureTag, WireFailure } from '../../domain/kernel/failure.ts';
import { askUnchanged, rememberReads } from './queryCache.ts';

/** What a screen knows about a question it asked. */
export type Reading<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly message: string; readonly error: Failure | WireFailure }
  | { readonly state: 'ready'; readonly value: T };

/** What can be asked again and again without changing anything: a query, or what the host says of itself. */
type Asked = Query<z.ZodType, z.ZodType, FailureTag> | HostCall<z.ZodType, z.ZodType, FailureTag>;

class Refused extends Error {
  readonly failure: Failure | WireFailure;
  constructor(failure: Failure | WireFailure) {
    super(errorText(failure));
    this.failure = failure;
  }
}

/** Where an answer is kept, and how it is come by. */
const questionOf = <O extends Asked>(call: Call<O>, input: InputOf<O>) => {
  const { reads = [] } = call.outline;
  rememberReads(call.path, reads);
  return {
    queryKey: [call.path, input],
    queryFn: async (): Promise<OutputOf<O>> => {
      const reply = await askUnchanged(reads, () => call(input));
      if (!reply.ok) throw new Refused(reply.error);
      return reply.value;
    },
  };
};

/** Asks what a part of the screen that is not drawn yet will ask: the answer is then there, or on its way. */
export const useAskAhead = <O extends Asked>(call: Call<O>, input: InputOf<O>): void => {
  usePrefetchQuery(questionOf(call, input));
};

const DISCONNECTED: WireFailure = { tag: 'Disconnected' };

/** Asks, and asks again when the answer may have changed. While it does, the old answer stays on the screen. */
export const useAsk = <O extends Asked>(
  call: Call<O>,
  input: InputOf<O>,
  options: { readonly isWanted?: boolean } = {},
): Reading<OutputOf<O>> => {
  const query = useQuery<OutputOf<O>, Error>({
    ...questionOf(call, input),
    enabled: options.isWanted ?? true,
    placeholderData: keepPreviousData,
  });
  // A refusal comes before an old answer: what is no longer there must not be shown as if it were.
  if (query.error === null)
    return query.data === undefined ? { state: 'waiting' } : { state: 'ready', value: query.data };
  const error = query.error instanceof Refused ? query.error.failure : DISCONNECTED;
  return { state: 'failed', message: errorText(error), error };
};
