import { z } from 'zod';

/** NULL in the store is `undefined` in the program. */
export const optional = <S extends z.ZodType>(column: S): z.ZodType<z.output<S> | undefined> =>
  column.nullable().transform((value) => value ?? undefined);

/** 0 or 1 in the store. */
export const flag = z.union([z.literal(0), z.literal(1)]).transform((value): boolean => value === 1);

/** A JSON list of text in the store. */
export const textList = z.string().transform((json): string[] => z.array(z.string()).parse(JSON.parse(json)));

/** One number under the name `n`. */
export const countRow = z.object({ n: z.int() });
