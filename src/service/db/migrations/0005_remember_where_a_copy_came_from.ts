import type { Migration } from '../migrate.ts';

/** The coach's own templates, and what a program given to an athlete was copied from. */
export const rememberWhereACopyCameFrom: Migration = {
  name: 'remember where a copy came from',
  sql: `
-- text: the program's plain-text twin with its headings; what the grid edits and what is assigned.
CREATE TABLE template (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,
  text       TEXT NOT NULL,
  revision   INTEGER NOT NULL CHECK (revision >= 1),
  version    INTEGER NOT NULL CHECK (version >= 0),
  created_at TEXT NOT NULL
) STRICT;

-- A version is kept when the template is assigned, pushed, or named by the coach.
CREATE TABLE template_version (
  template_id INTEGER NOT NULL REFERENCES template (id) ON DELETE CASCADE,
  version     INTEGER NOT NULL CHECK (version >= 1),
  text        TEXT NOT NULL,
  made_at     TEXT NOT NULL,
  PRIMARY KEY (template_id, version)
) STRICT, WITHOUT ROWID;

-- base: plain text of what was inherited, as it was fitted to the athlete.
ALTER TABLE program ADD COLUMN base TEXT;
ALTER TABLE program ADD COLUMN template_version INTEGER;
-- The race the program is laid back from.
ALTER TABLE program ADD COLUMN race_id INTEGER REFERENCES race (id) ON DELETE SET NULL;
CREATE INDEX program_by_race ON program (race_id) WHERE race_id IS NOT NULL;
CREATE INDEX program_by_template ON program (template_key);

-- The week of the base it is a copy of, from 1; none for a week made here.
ALTER TABLE week ADD COLUMN base_week INTEGER CHECK (base_week >= 1);

-- The coach's own note on a cell.
ALTER TABLE slot ADD COLUMN note TEXT;
`,
};
