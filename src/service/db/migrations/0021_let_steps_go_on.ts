import type { Migration } from '../migrate.ts';

/** A sheet of many athletes is typed in athlete by athlete, and is one step of undo all the same. */
export const letStepsGoOn: Migration = {
  name: 'let steps go on',
  sql: `
-- What the step is part of: the next command of the same thread goes on with it, if nothing was done between.
ALTER TABLE journal ADD COLUMN thread TEXT;
`,
};
