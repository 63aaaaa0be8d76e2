import type { Contract } from '../contract/contract.ts';
import type { Client } from '../contract/derive.ts';
import { errorText } from '../contract/errorText.ts';
import type { Failure, WireFailure } from '../domain/kernel/failure.ts';
import type { Result } from '../domain/kernel/result.ts';
import type { Service } from '../service/service.ts';
import type { Options } from './commandLine.ts';

/** What a command prints: the same facts for a program and for a person. */
export interface Printed {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode?: number;
  readonly errors?: readonly string[];
}

/** The command was understood and is refused; the message says why. */
export class Refusal extends Error {
  readonly failure: unknown;
  constructor(message: string, failure?: unknown) {
    super(message);
    this.failure = failure;
  }
}

/** The value of a reply, or the refusal that ends the command. */
export const settled = <T>(reply: Result<T, Failure | WireFailure>): T => {
  if (!reply.ok) throw new Refusal(errorText(reply.error), reply.error);
  return reply.value;
};

interface Open {
  readonly service: Service;
  readonly client: Client<Contract>;
  readonly databaseFile: string;
}

/** Carries out one command on an open database. */
export type Verb = (open: Open, rest: readonly string[], options: Options) => Promise<Printed>;
