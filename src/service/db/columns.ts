import { z } from 'zod';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';

/** NULL in the store is `undefined` in the program. */
export const optional = <S extends z.ZodType>(column: S): z.ZodType<z.output<S> | undefined> =>
  column.nullable().transform((value) => value ?? undefined);

/** 0 or 1 in the store. */
export const flag = z.union([z.literal(0), z.literal(1)]).transform((value): boolean => value === 1);

/** JSON in the store, by a schema that is made once: making one costs far more than using it. */
export const jsonOf = <S extends z.ZodType>(schema: S): z.ZodType<z.output<S>, string> =>
  z.string().transform((json): z.output<S> => schema.parse(JSON.parse(json)));

/** A JSON list of text in the store. */
export const textList = jsonOf(z.array(z.string()));

/** One number under the name `n`. */
export const countRow = z.object({ n: z.int() });

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** A day as it is stored: the columns' own checks and whoever wrote it have seen that it is one. For questions of thousands of rows. */
export const storedDay = z.custom<PlainDate>((value) => typeof value === 'string' && DAY.test(value), 'not a day');
