import type { Migration } from '../migrate.ts';

/** The same run as several apps have it, and other activities that are something already told. */
export const tellOneRunOfTwoApps: Migration = {
  name: 'tell one run of two apps',
  sql: `
-- What each app says of a run that two or more of them have: the run itself is told from these. A run of one app has none.
CREATE TABLE run_source (
  id           INTEGER PRIMARY KEY,
  run_id       INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  athlete_id   INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  source       TEXT NOT NULL,
  source_id    TEXT,
  import_id    INTEGER REFERENCES import (id),
  import_key   TEXT,
  performed_on TEXT NOT NULL CHECK (performed_on GLOB '????-??-??'),
  time_of_day  TEXT,
  title        TEXT,
  sport        TEXT NOT NULL,
  is_treadmill INTEGER NOT NULL CHECK (is_treadmill IN (0, 1)),
  distance_m   REAL CHECK (distance_m >= 0),
  moving_s     REAL CHECK (moving_s >= 0),
  elapsed_s    REAL CHECK (elapsed_s >= 0),
  average_hr   REAL,
  max_hr       REAL,
  cadence_spm  REAL,
  ascent_m     REAL,
  power_w      REAL,
  rpe          REAL CHECK (rpe BETWEEN 0 AND 10),
  notes        TEXT,
  UNIQUE (athlete_id, import_key)
) STRICT;

CREATE INDEX run_source_by_run ON run_source (run_id);
CREATE INDEX run_source_by_import ON run_source (import_id) WHERE import_id IS NOT NULL;

-- What a watch saw of a lifting session, or a second app of the same ride: told with that, and not again.
ALTER TABLE other_activity ADD COLUMN lift_session_id INTEGER REFERENCES lift_session (id) ON DELETE SET NULL;
ALTER TABLE other_activity ADD COLUMN same_as_id INTEGER REFERENCES other_activity (id) ON DELETE SET NULL;
CREATE INDEX other_activity_by_session ON other_activity (lift_session_id) WHERE lift_session_id IS NOT NULL;
CREATE INDEX other_activity_by_same ON other_activity (same_as_id) WHERE same_as_id IS NOT NULL;
`,
};
