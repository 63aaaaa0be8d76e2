import type { Migration } from '../migrate.ts';

/** Running is planned day by day where it differs from the usual week; a session has a half of its day, and a reason where it breaks a rule. */
export const planRunsAndPlaceLifts: Migration = {
  name: 'plan runs and place lifts',
  sql: `
-- A day that differs from the usual week: its runs, or one row of kind rest.
CREATE TABLE planned_run (
  id          INTEGER PRIMARY KEY,
  athlete_id  INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  planned_on  TEXT NOT NULL CHECK (planned_on GLOB '????-??-??'),
  ordinal     INTEGER NOT NULL CHECK (ordinal >= 0),
  kind        TEXT NOT NULL CHECK (kind IN ('rest', 'easy', 'quality', 'long')),
  time_of_day TEXT CHECK (time_of_day IN ('am', 'pm')),
  distance_m  REAL CHECK (distance_m > 0),
  duration_s  REAL CHECK (duration_s > 0),
  title       TEXT,
  notes       TEXT,
  UNIQUE (athlete_id, planned_on, ordinal),
  CHECK (kind <> 'rest' OR ordinal = 0)
) STRICT;

-- Travelling there is no gym; off, there is no training at all.
CREATE TABLE away (
  id         INTEGER PRIMARY KEY,
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('travel', 'off')),
  from_on    TEXT NOT NULL CHECK (from_on GLOB '????-??-??'),
  to_on      TEXT NOT NULL CHECK (to_on GLOB '????-??-??' AND to_on >= from_on),
  note       TEXT NOT NULL
) STRICT;
CREATE INDEX away_of_athlete ON away (athlete_id, to_on);

ALTER TABLE athlete ADD COLUMN two_a_days INTEGER NOT NULL DEFAULT 1 CHECK (two_a_days IN (0, 1));
ALTER TABLE athlete ADD COLUMN runs_at TEXT NOT NULL DEFAULT 'am' CHECK (runs_at IN ('am', 'pm'));
ALTER TABLE athlete ADD COLUMN lifts_at TEXT CHECK (lifts_at IN ('am', 'pm'));

-- NULL: in the evening, where nothing else was said.
ALTER TABLE session ADD COLUMN time_of_day TEXT CHECK (time_of_day IN ('am', 'pm'));

-- Why a session stands where a rule forbids it; holds while it stands on that day and half.
CREATE TABLE placement_override (
  session_id  INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  time_of_day TEXT NOT NULL CHECK (time_of_day IN ('am', 'pm')),
  reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  noted_on    TEXT NOT NULL CHECK (noted_on GLOB '????-??-??')
) STRICT;
`,
};
