import { useState } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { InputOf } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import { useJob } from '../client/useJob.ts';
import { client } from '../wire.ts';

export type Order = InputOf<Contract['leaving']['pack']>;

export interface Packed {
  readonly path: string;
  readonly isSealed: boolean;
}

/** Writes a file of athletes or of the whole desk; the window stays live while it is sealed. */
export const usePacking = () => {
  const packing = useJob(client.leaving.pack);
  const [fault, setFault] = useState<string>();
  const [made, setMade] = useState<Packed>();
  const run = async (order: Order): Promise<boolean> => {
    setFault(undefined);
    setMade(undefined);
    const reply = await packing.run(order, { isQuiet: true });
    if (reply.ok) setMade(reply.value);
    else setFault(errorText(reply.error));
    return reply.ok;
  };
  return { run, progress: packing.progress, fault, made, forgetFault: () => setFault(undefined) };
};
