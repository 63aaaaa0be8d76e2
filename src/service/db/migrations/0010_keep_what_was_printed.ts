import type { Migration } from '../migrate.ts';

/** Paper outlives the plan: every version that was printed is kept, row by row, so that its code can be typed in later. */
export const keepWhatWasPrinted: Migration = {
  name: 'keep what was printed',
  sql: `
CREATE TABLE printed_sheet (
  id         INTEGER PRIMARY KEY,
  code       TEXT NOT NULL UNIQUE CHECK (length(code) = 6),
  -- What it is a version of: its layout, and whose week or which group's day.
  series     TEXT NOT NULL,
  version    INTEGER NOT NULL CHECK (version > 0),
  layout     TEXT NOT NULL CHECK (layout IN ('weekly', 'block', 'rack', 'pocket', 'day', 'season')),
  -- NULL: a sheet of many athletes.
  athlete_id INTEGER REFERENCES athlete (id) ON DELETE CASCADE,
  title      TEXT NOT NULL,
  starts_on  TEXT NOT NULL CHECK (starts_on GLOB '????-??-??'),
  is_no_gym  INTEGER NOT NULL CHECK (is_no_gym IN (0, 1)),
  -- Digest of all that is read on it: equal when nothing has changed.
  reading    TEXT NOT NULL,
  printed_on TEXT NOT NULL CHECK (printed_on GLOB '????-??-??'),
  printed_at TEXT NOT NULL,
  UNIQUE (series, version)
) STRICT;
CREATE INDEX printed_sheet_by_athlete ON printed_sheet (athlete_id, starts_on) WHERE athlete_id IS NOT NULL;

-- No foreign keys to program and session: paper stays when the plan is rewritten or removed.
CREATE TABLE printed_session (
  id           INTEGER PRIMARY KEY,
  sheet_id     INTEGER NOT NULL REFERENCES printed_sheet (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL CHECK (ordinal >= 0),
  athlete_id   INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  program_id   INTEGER NOT NULL,
  week_ordinal INTEGER NOT NULL CHECK (week_ordinal > 0),
  session_id   INTEGER,
  name         TEXT NOT NULL,
  planned_on   TEXT NOT NULL CHECK (planned_on GLOB '????-??-??'),
  minutes      INTEGER NOT NULL CHECK (minutes >= 0),
  UNIQUE (sheet_id, ordinal)
) STRICT;
CREATE INDEX printed_session_by_athlete ON printed_session (athlete_id);

CREATE TABLE printed_row (
  id           INTEGER PRIMARY KEY,
  session_id   INTEGER NOT NULL REFERENCES printed_session (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL CHECK (ordinal >= 0),
  label        TEXT NOT NULL,
  exercise_key TEXT NOT NULL,
  -- Its name as printed.
  exercise     TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('main', 'assistance')),
  no_gym_key   TEXT,
  -- Sets with the prescription, the resolved load and the words as printed.
  lines_json   TEXT NOT NULL,
  UNIQUE (session_id, ordinal)
) STRICT;
`,
};
