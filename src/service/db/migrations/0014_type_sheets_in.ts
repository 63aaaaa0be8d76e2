import type { Migration } from '../migrate.ts';

/** What was typed in from paper is kept as it was typed, so that the same sheet opened again shows it and nothing is recorded twice. */
export const typeSheetsIn: Migration = {
  name: 'type sheets in',
  sql: `
-- How it felt, 1 (bad) to 5 (good), as written at the foot of a sheet.
ALTER TABLE lift_session ADD COLUMN feeling INTEGER CHECK (feeling BETWEEN 1 AND 5);

-- No foreign keys to program and session: paper stays when the plan is rewritten or removed.
CREATE TABLE typed_session (
  id              INTEGER PRIMARY KEY,
  athlete_id      INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  program_id      INTEGER NOT NULL,
  week_ordinal    INTEGER NOT NULL CHECK (week_ordinal > 0),
  name            TEXT NOT NULL,
  -- NULL: it was planned and not done.
  lift_session_id INTEGER UNIQUE REFERENCES lift_session (id) ON DELETE CASCADE,
  -- The day on which it was done; of one that was not, the day it was planned for.
  done_on         TEXT NOT NULL CHECK (done_on GLOB '????-??-??'),
  -- NULL: typed without paper.
  sheet_code      TEXT,
  -- Boxes and foot, letter for letter.
  rows_json       TEXT NOT NULL CHECK (json_valid(rows_json)),
  foot_json       TEXT NOT NULL CHECK (json_valid(foot_json))
) STRICT;
CREATE INDEX typed_session_by_place ON typed_session (athlete_id, program_id, week_ordinal, name);
`,
};
