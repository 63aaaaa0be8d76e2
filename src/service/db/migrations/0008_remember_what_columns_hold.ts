import type { Migration } from '../migrate.ts';

/** What the coach said of a file's columns is used again for files with the same headings; a roster brings many people. */
export const rememberWhatColumnsHold: Migration = {
  name: 'remember what columns hold',
  sql: `
-- By what a file is known again: its headings, or the shape of its columns when it has none.
CREATE TABLE import_mapping (
  signature    TEXT NOT NULL PRIMARY KEY CHECK (length(signature) BETWEEN 1 AND 20000),
  mapping_json TEXT NOT NULL CHECK (json_valid(mapping_json)),
  said_at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People whom a roster brought: they go when it is taken back, if nothing of theirs is left.
CREATE TABLE import_athlete (
  import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  PRIMARY KEY (import_id, athlete_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_athlete_by_athlete ON import_athlete (athlete_id);
`,
};
