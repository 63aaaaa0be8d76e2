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
