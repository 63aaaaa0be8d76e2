import { useState } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { InputOf, Progress } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import { client } from '../wire.ts';

export type Order = InputOf<Contract['leaving']['pack']>;

export interface Packed {
  readonly path: string;
  readonly isSealed: boolean;
}

/** Writes a file of athletes or of the whole desk; the window stays live while it is sealed. */
export const usePacking = () => {
  const [progress, setProgress] = useState<Progress>();
  const [fault, setFault] = useState<string>();
  const [made, setMade] = useState<Packed>();
  const run = async (order: Order): Promise<boolean> => {
    setFault(undefined);
    setMade(undefined);
    setProgress({ done: 0, total: 0, doing: '' });
    const reply = await client.leaving.pack(order, { onProgress: setProgress });
    setProgress(undefined);
    if (reply.ok) setMade(reply.value);
    else setFault(errorText(reply.error));
    return reply.ok;
  };
  return { run, progress, fault, made, forgetFault: () => setFault(undefined) };
};
