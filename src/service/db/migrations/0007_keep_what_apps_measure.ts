import type { Migration } from '../migrate.ts';

/** Body and readiness files: what an app measured, a run's power, and which weigh-ins came from an import. */
export const keepWhatAppsMeasure: Migration = {
  name: 'keep what apps measure',
  sql: `
-- One row a measurement; several a day, and several sources a day, stand beside each other. NULL: the file does not say.
CREATE TABLE wellness_day (
  id               INTEGER PRIMARY KEY,
  athlete_id       INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  measured_on      TEXT NOT NULL CHECK (measured_on GLOB '????-??-??'),
  time_of_day      TEXT,
  body_mass_kg     REAL CHECK (body_mass_kg BETWEEN 20 AND 300),
  body_fat_percent REAL CHECK (body_fat_percent BETWEEN 0 AND 100),
  resting_hr       REAL CHECK (resting_hr > 0),
  hrv_ms           REAL CHECK (hrv_ms > 0),
  hrv_score        REAL,
  sleep_s          REAL CHECK (sleep_s > 0),
  sleep_score      REAL,
  readiness_score  REAL,
  steps            REAL CHECK (steps > 0),
  intake_kcal      REAL CHECK (intake_kcal > 0),
  source           TEXT NOT NULL,
  import_id        INTEGER REFERENCES import (id),
  import_key       TEXT NOT NULL,
  UNIQUE (athlete_id, import_key)
) STRICT;
CREATE INDEX wellness_day_by_day ON wellness_day (athlete_id, measured_on);
CREATE INDEX wellness_day_by_import ON wellness_day (import_id) WHERE import_id IS NOT NULL;

-- A weigh-in that an import brought; the coach's own have none.
ALTER TABLE body_mass ADD COLUMN import_id INTEGER REFERENCES import (id);

ALTER TABLE run ADD COLUMN power_w REAL;

ALTER TABLE import_file ADD COLUMN wellness INTEGER NOT NULL DEFAULT 0;
`,
};
