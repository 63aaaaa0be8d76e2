import type { Migration } from '../migrate.ts';

/**
 * A watched folder keeps its files: each is offered once. A file is known by what is in it, so that a renamed one is known too:
 * as part of an import for as long as that is not taken back, or because the coach has left it out.
 */
export const knowFilesAgain: Migration = {
  name: 'know files again',
  sql: `
CREATE TABLE known_file (
  id          INTEGER PRIMARY KEY,
  file        TEXT NOT NULL,
  size_bytes  INTEGER NOT NULL CHECK (size_bytes >= 0),
  -- Empty of a file that is too large to be read: it is known by its name and size.
  sha256      TEXT NOT NULL CHECK (length(sha256) IN (0, 64)),
  import_id   INTEGER REFERENCES import (id) ON DELETE CASCADE,
  left_out_at TEXT,
  CHECK ((import_id IS NULL) <> (left_out_at IS NULL))
) STRICT;
CREATE INDEX known_file_by_size ON known_file (size_bytes, sha256);
CREATE INDEX known_file_by_import ON known_file (import_id) WHERE import_id IS NOT NULL;
`,
};
