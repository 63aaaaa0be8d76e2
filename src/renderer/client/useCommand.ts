import { useCallback, useState } from 'react';
import type { Call, CallOptions, InputOf, Reply } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import type { Operation } from '../../contract/operation.ts';
import { tell } from '../kit/notices.ts';

export interface Command<O extends Operation> {
  /** Carries it out. A refusal is told in words, unless the caller deals with it itself. */
  readonly run: (input: InputOf<O>, options?: CallOptions & { readonly isQuiet?: boolean }) => Promise<Reply<O>>;
  readonly isRunning: boolean;
}

export const useCommand = <O extends Operation>(call: Call<O>): Command<O> => {
  const [isRunning, setRunning] = useState(false);
  const run = useCallback<Command<O>['run']>(
    async (input, options = {}) => {
      setRunning(true);
      try {
        const reply = await call(input, options);
        if (!reply.ok && options.isQuiet !== true) tell({ tone: 'problem', text: errorText(reply.error) });
        return reply;
      } finally {
        setRunning(false);
      }
    },
    [call],
  );
  return { run, isRunning };
};
