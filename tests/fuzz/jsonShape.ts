import { z } from 'zod';
import { contract } from '../../src/contract/contract.ts';
import type { Operation } from '../../src/contract/operation.ts';

/** As much of JSON Schema as the contract uses. */
export interface JsonShape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonShape[];
  readonly oneOf?: readonly JsonShape[];
  readonly items?: JsonShape | false;
  readonly prefixItems?: readonly JsonShape[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonShape | boolean;
  readonly propertyNames?: JsonShape;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
}

export interface ShapedOperation {
  readonly path: string;
  readonly operation: Operation;
  /** What `ironstride operations` prints of its question. */
  readonly shape: JsonShape;
}

/** Every operation of the contract, with the JSON Schema of its question. */
export const shapedOperations = (): readonly ShapedOperation[] =>
  Object.entries(contract).flatMap(([group, members]) =>
    Object.entries(members).map(([name, operation]: [string, Operation]) => ({
      path: `${group}.${name}`,
      operation,
      // The schema of a schema is plain data, of which no more is read than stands above.
      shape: z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as JsonShape,
    })),
  );
