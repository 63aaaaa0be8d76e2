import { z } from 'zod';
import { query } from './operation.ts';

export const diagnosticsOperations = {
  diagnostics: {
    /** What helps to find a fault, as text to be copied: versions, sizes, the log of defects. It names nobody. */
    copy: query({ reads: [], input: z.strictObject({}), output: z.object({ text: z.string() }), errors: [] }),
    /** An error in a window goes to the log: its kind and where in our code it arose. Nothing of the coach's is changed. */
    noteDefect: query({
      reads: [],
      input: z.strictObject({ name: z.string().max(60), stack: z.string().max(8000) }),
      output: z.object({ reference: z.string() }),
      errors: [],
    }),
  },
};
