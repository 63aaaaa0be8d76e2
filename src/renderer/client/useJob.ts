import { useState } from 'react';
import type { Call, InputOf, Progress, Reply } from '../../contract/derive.ts';
import type { Operation } from '../../contract/operation.ts';
import { useCommand, type Command } from './useCommand.ts';

type Options = Parameters<Command<Operation>['run']>[1];

/** A command that takes its time: how far it is, from when it is asked for until it has answered. */
export const useJob = <O extends Operation>(call: Call<O>) => {
  const [progress, setProgress] = useState<Progress>();
  const command = useCommand(call);
  const run = async (input: InputOf<O>, options?: Options): Promise<Reply<O>> => {
    setProgress({ done: 0, total: 0, doing: '' });
    const reply = await command.run(input, { ...options, onProgress: setProgress });
    setProgress(undefined);
    return reply;
  };
  return { run, progress };
};
