import type { Migration } from '../migrate.ts';

/** Prescriptions hold all that the shorthand can say; a slot keeps what was typed and how it goes on; a block knows its phase. */
export const sayAllACellCan: Migration = {
  name: 'say all a cell can',
  sql: `
CREATE TABLE prescription_next (
  id          INTEGER PRIMARY KEY,
  slot_id     INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  sets        INTEGER NOT NULL CHECK (sets BETWEEN 1 AND 20),
  reps        INTEGER CHECK (reps >= 1),
  reps_to     INTEGER CHECK (reps_to >= reps),
  hold_s      INTEGER CHECK (hold_s >= 1),
  contacts    INTEGER CHECK (contacts >= 1),
  distance_m  INTEGER CHECK (distance_m >= 1),
  is_per_side INTEGER NOT NULL DEFAULT 0 CHECK (is_per_side IN (0, 1)),
  basis       TEXT NOT NULL CHECK (basis IN ('pct1rm', 'pctTm', 'rpe', 'rir', 'rm', 'load', 'mvc', 'bodyweight', 'open')),
  -- A fraction, an RPE, repetitions in reserve, an nRM or kilograms; of body weight, steps up the ladder.
  basis_value REAL,
  -- The unit a load was written in; basis_value stays in kilograms.
  basis_unit  TEXT CHECK (basis_unit IN ('kg', 'lb')),
  rpe_cap     REAL CHECK (rpe_cap BETWEEN 1 AND 10),
  tempo       TEXT,
  rest_s      INTEGER CHECK (rest_s >= 0),
  cue         TEXT,
  UNIQUE (slot_id, ordinal),
  CHECK (basis = 'bodyweight' OR (basis = 'open') = (basis_value IS NULL)),
  CHECK (basis = 'load' OR basis_unit IS NULL)
) STRICT;
INSERT INTO prescription_next (id, slot_id, ordinal, sets, reps, reps_to, hold_s, basis, basis_value, rpe_cap, rest_s, cue)
  SELECT id, slot_id, ordinal, sets, reps, reps_to, hold_s, basis, basis_value, rpe_cap, rest_s, cue FROM prescription;
DROP TABLE prescription;
ALTER TABLE prescription_next RENAME TO prescription;

-- What was typed where that is more than the sets: relative to the week before, left out, or not understood.
ALTER TABLE slot ADD COLUMN written TEXT;
ALTER TABLE slot ADD COLUMN progression TEXT CHECK (progression IN
  ('plan', 'double', 'linear', 'acsm', 'twoForTwo', 'wave', 'dup', 'block', 'autoreg', 'ladder', 'isometric', 'contacts'));
ALTER TABLE block ADD COLUMN phase TEXT CHECK (phase IN ('prep', 'build', 'season', 'taper'));
`,
};
