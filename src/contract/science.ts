import { z } from 'zod';
import { query } from './operation.ts';

export const scienceOperations = {
  science: {
    /** The table of age factors as it ships (R4.10). */
    ageFactors: query({
      reads: ['exercises'],
      input: z.strictObject({}),
      output: z.strictObject({ csv: z.string() }),
      errors: [],
    }),
    /**
     * One rule of the science tried with one's own numbers. Input and answer have the shapes of the specification's test
     * vectors, which differ from rule to rule: the register of the domain knows them, and refuses in words.
     */
    evaluate: query({
      reads: ['exercises'],
      input: z.strictObject({ rule: z.string().max(20), input: z.record(z.string(), z.unknown()) }),
      output: z.unknown(),
      errors: ['RuleNotFound', 'OutsideDomain'],
    }),
  },
};
