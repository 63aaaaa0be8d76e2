import type { Migration } from '../migrate.ts';

/** An exercise that is no longer offered, and stays wherever it is written and was lifted. */
export const putExercisesAside: Migration = {
  name: 'put exercises aside',
  sql: `
ALTER TABLE exercise ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1));
`,
};
