import type { Groups } from './derive.ts';
import type { Operation, Topic } from './operation.ts';

/** What whoever asks must know of an operation. Its schemas are the business of whoever answers. */
export interface Outline<O extends Operation = Operation> {
  readonly kind: O['kind'];
  /** Of a query: what its answer is read from. */
  readonly reads?: readonly Topic[];
}

export type Outlines<C extends Groups> = {
  readonly [G in keyof C]: { readonly [N in keyof C[G]]: Outline<C[G][N]> };
};

const outlineOf = (operation: Operation): Outline =>
  operation.kind === 'query' ? { kind: 'query', reads: operation.reads } : { kind: operation.kind };

/** The outlines of every operation: little enough to be written into a window's script. */
export const outlinesOf = <C extends Groups>(contract: C): Outlines<C> => {
  const groups = Object.entries(contract).map(([group, operations]) => [
    group,
    Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, outlineOf(operation)])),
  ]);
  return Object.fromEntries(groups) as Outlines<C>;
};
