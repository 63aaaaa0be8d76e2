import type { Migration } from '../migrate.ts';

/**
 * Of thirty files dropped at once, one is somebody else's: it has to be taken back alone. Every file is an import of its own now,
 * and the imports of one drop have a batch above them, which has no rows and takes them all back.
 */
export const takeOneFileBack: Migration = {
  name: 'take one file back',
  sql: `
ALTER TABLE import ADD COLUMN batch_id INTEGER REFERENCES import (id) ON DELETE CASCADE;
CREATE INDEX import_by_batch ON import (batch_id) WHERE batch_id IS NOT NULL;
`,
};
