import type { Migration } from '../migrate.ts';

/** A session exported half-way is completed by a later export: the sets it brought go when that export is taken back. */
export const letASessionGrow: Migration = {
  name: 'let a session grow',
  sql: `
-- Only of sets that came later than their session.
ALTER TABLE lift_set ADD COLUMN import_id INTEGER REFERENCES import (id);
CREATE INDEX lift_set_by_import ON lift_set (import_id) WHERE import_id IS NOT NULL;
`,
};
