CREATE TABLE athlete (
  id              INTEGER PRIMARY KEY,
  name            TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 120),
  sex             TEXT CHECK (sex IN ('female', 'male', 'other')),
  birth_year      INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
  entry_class     TEXT NOT NULL CHECK (entry_class IN ('A', 'B', 'C')),
  mass_unit       TEXT NOT NULL CHECK (mass_unit IN ('kg', 'lb')),
  distance_unit   TEXT NOT NULL CHECK (distance_unit IN ('km', 'mi')),
  time_zone       TEXT,
  phone           TEXT,
  email           TEXT,
  notes           TEXT NOT NULL DEFAULT '',
  gym_unit        TEXT NOT NULL CHECK (gym_unit IN ('kg', 'lb')),
  bar_mass        REAL NOT NULL CHECK (bar_mass >= 0),
  archived_on     TEXT CHECK (archived_on GLOB '????-??-??'),
  last_contact_on TEXT CHECK (last_contact_on GLOB '????-??-??'),
  created_at      TEXT NOT NULL
, maternity TEXT CHECK (maternity IN ('pregnant', 'postpartum')), maternity_cleared_on TEXT CHECK (maternity_cleared_on GLOB '????-??-??'), gave_birth_on TEXT CHECK (gave_birth_on GLOB '????-??-??'), guardian_consent_on TEXT CHECK (guardian_consent_on GLOB '????-??-??'), is_growing_fast INTEGER NOT NULL DEFAULT 0 CHECK (is_growing_fast IN (0, 1)), two_a_days INTEGER NOT NULL DEFAULT 1 CHECK (two_a_days IN (0, 1)), runs_at TEXT NOT NULL DEFAULT 'am' CHECK (runs_at IN ('am', 'pm')), lifts_at TEXT CHECK (lifts_at IN ('am', 'pm')), language TEXT CHECK (language IN ('en', 'de', 'es', 'fr', 'pt'))) STRICT;

CREATE UNIQUE INDEX athlete_name ON athlete (name COLLATE NOCASE);

CREATE TABLE athlete_condition (
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  name       TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 120),
  cleared_on TEXT CHECK (cleared_on GLOB '????-??-??'),
  PRIMARY KEY (athlete_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE athlete_equipment (
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  item       TEXT NOT NULL,
  PRIMARY KEY (athlete_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE athlete_group (
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  PRIMARY KEY (athlete_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE athlete_plate (
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  mass       REAL NOT NULL CHECK (mass > 0),
  pairs      INTEGER NOT NULL CHECK (pairs BETWEEN 1 AND 12),
  PRIMARY KEY (athlete_id, mass)
) STRICT, WITHOUT ROWID;

CREATE TABLE athlete_tag (
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  PRIMARY KEY (athlete_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE away (
  id         INTEGER PRIMARY KEY,
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('travel', 'off')),
  from_on    TEXT NOT NULL CHECK (from_on GLOB '????-??-??'),
  to_on      TEXT NOT NULL CHECK (to_on GLOB '????-??-??' AND to_on >= from_on),
  note       TEXT NOT NULL
) STRICT;

CREATE INDEX away_of_athlete ON away (athlete_id, to_on);

CREATE TABLE block (
  id         INTEGER PRIMARY KEY,
  program_id INTEGER NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  name       TEXT NOT NULL,
  goal       TEXT NOT NULL, phase TEXT CHECK (phase IN ('prep', 'build', 'season', 'taper')),
  UNIQUE (program_id, ordinal)
) STRICT;

CREATE TABLE body_mass (
  athlete_id  INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  measured_on TEXT NOT NULL CHECK (measured_on GLOB '????-??-??'),
  mass_kg     REAL NOT NULL CHECK (mass_kg BETWEEN 20 AND 300), import_id INTEGER REFERENCES import (id),
  PRIMARY KEY (athlete_id, measured_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in (
  id         INTEGER PRIMARY KEY,
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  checked_on TEXT NOT NULL CHECK (checked_on GLOB '????-??-??'),
  sleep_h    REAL CHECK (sleep_h BETWEEN 0 AND 24),
  soreness   INTEGER CHECK (soreness BETWEEN 0 AND 10),
  fatigue    INTEGER CHECK (fatigue BETWEEN 0 AND 10),
  stress     INTEGER CHECK (stress BETWEEN 0 AND 10),
  mood       INTEGER CHECK (mood BETWEEN 0 AND 10),
  pain_score INTEGER CHECK (pain_score BETWEEN 0 AND 10),
  pain_site  TEXT,
  notes      TEXT, hooper_sleep INTEGER CHECK (hooper_sleep BETWEEN 1 AND 7), hooper_fatigue INTEGER CHECK (hooper_fatigue BETWEEN 1 AND 7), hooper_stress INTEGER CHECK (hooper_stress BETWEEN 1 AND 7), hooper_soreness INTEGER CHECK (hooper_soreness BETWEEN 1 AND 7), illness TEXT CHECK (illness IN ('none', 'aboveNeck', 'feverOrBelowNeck')), pain_region TEXT CHECK (pain_region IN ('K', 'A', 'H', 'G', 'L')), pain_next_morning INTEGER CHECK (pain_next_morning BETWEEN 0 AND 10), red_flags TEXT CHECK (json_valid(red_flags)),
  UNIQUE (athlete_id, checked_on)
) STRICT;

CREATE TABLE exercise (
  id          INTEGER PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  pattern     TEXT NOT NULL,
  equipment   TEXT NOT NULL,
  is_unilateral INTEGER NOT NULL CHECK (is_unilateral IN (0, 1)),
  level       INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  regress_key TEXT,
  progress_key TEXT,
  muscles     TEXT NOT NULL,
  usual_dose  TEXT NOT NULL,
  rest_s      INTEGER,
  load_mode   TEXT NOT NULL,
  cues        TEXT NOT NULL CHECK (json_valid(cues)),
  stress      TEXT NOT NULL CHECK (json_valid(stress)),
  is_own      INTEGER NOT NULL CHECK (is_own IN (0, 1))
, is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1))) STRICT;

CREATE TABLE exercise_alias (
  name_key    TEXT NOT NULL PRIMARY KEY,
  exercise_id INTEGER NOT NULL REFERENCES exercise (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE guard_note (
  id         INTEGER PRIMARY KEY,
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  noted_on   TEXT NOT NULL CHECK (noted_on GLOB '????-??-??'),
  level      TEXT NOT NULL CHECK (level IN ('green', 'amber', 'red')),
  detectors  TEXT NOT NULL CHECK (json_valid(detectors)),
  action     TEXT NOT NULL CHECK (action IN ('noted', 'eased', 'maintained', 'restored')),
  note       TEXT NOT NULL
) STRICT;

CREATE INDEX guard_note_of_athlete ON guard_note (athlete_id, noted_on);

CREATE TABLE guard_state (
  athlete_id INTEGER PRIMARY KEY REFERENCES athlete (id) ON DELETE CASCADE,
  judged_on  TEXT NOT NULL CHECK (judged_on GLOB '????-??-??'),
  -- What had been recorded of the athlete by then, so that it is known what has changed since.
  stamp      TEXT NOT NULL,
  level      TEXT NOT NULL CHECK (level IN ('green', 'amber', 'red')),
  detectors  TEXT NOT NULL CHECK (json_valid(detectors))
) STRICT;

CREATE TABLE health_report (
  athlete_id     INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  week_starts_on TEXT NOT NULL CHECK (week_starts_on GLOB '????-??-??'),
  version        TEXT NOT NULL CHECK (version IN ('original', 'H2')),
  answers        TEXT NOT NULL CHECK (json_valid(answers)),
  notes          TEXT,
  PRIMARY KEY (athlete_id, week_starts_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  id            INTEGER PRIMARY KEY,
  imported_at   TEXT NOT NULL,
  taken_back_at TEXT
, batch_id INTEGER REFERENCES import (id) ON DELETE CASCADE) STRICT;

CREATE INDEX import_by_batch ON import (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE import_athlete (
  import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  PRIMARY KEY (import_id, athlete_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_athlete_by_athlete ON import_athlete (athlete_id);

CREATE TABLE import_file (
  id           INTEGER PRIMARY KEY,
  import_id    INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  file         TEXT NOT NULL,
  format       TEXT NOT NULL,
  athlete_id   INTEGER REFERENCES athlete (id) ON DELETE SET NULL,
  athlete      TEXT NOT NULL,
  made_athlete INTEGER NOT NULL CHECK (made_athlete IN (0, 1)),
  runs         INTEGER NOT NULL,
  sets         INTEGER NOT NULL,
  others       INTEGER NOT NULL,
  reading_json TEXT NOT NULL CHECK (json_valid(reading_json))
, wellness INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE import_mapping (
  signature    TEXT NOT NULL PRIMARY KEY CHECK (length(signature) BETWEEN 1 AND 20000),
  mapping_json TEXT NOT NULL CHECK (json_valid(mapping_json)),
  said_at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  step       INTEGER PRIMARY KEY AUTOINCREMENT,
  label      TEXT NOT NULL,
  at         TEXT NOT NULL,
  topics     TEXT NOT NULL CHECK (json_valid(topics)),
  is_undone  INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
  -- A job is too large to journal row by row: its receipt says how to take it back.
  receipt_json TEXT CHECK (receipt_json IS NULL OR json_valid(receipt_json))
, thread TEXT) STRICT;

CREATE TABLE journal_athlete (
  step       INTEGER NOT NULL REFERENCES journal (step) ON DELETE CASCADE,
  athlete_id INTEGER NOT NULL,
  PRIMARY KEY (step, athlete_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_athlete_by_athlete ON journal_athlete (athlete_id, step);

CREATE TABLE journal_change (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  step INTEGER NOT NULL REFERENCES journal (step) ON DELETE CASCADE,
  sql  TEXT NOT NULL
) STRICT;

CREATE INDEX journal_change_by_step ON journal_change (step, id);

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

CREATE INDEX known_file_by_import ON known_file (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX known_file_by_size ON known_file (size_bytes, sha256);

CREATE TABLE lift_day (
  athlete_id  INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  exercise_id INTEGER NOT NULL REFERENCES exercise (id),
  day         TEXT NOT NULL,
  work_sets   INTEGER NOT NULL,
  hard_sets   INTEGER NOT NULL,
  reps        REAL NOT NULL,
  tonnage_kg  REAL NOT NULL,
  session_kg  REAL,
  session_cv  REAL,
  trend_kg    REAL,
  low_kg      REAL,
  high_kg     REAL,
  is_outlier  INTEGER NOT NULL CHECK (is_outlier IN (0, 1)),
  PRIMARY KEY (athlete_id, exercise_id, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX lift_day_by_day ON lift_day (athlete_id, day);

CREATE INDEX lift_day_recent ON lift_day (day, exercise_id, trend_kg) WHERE trend_kg IS NOT NULL AND is_outlier = 0;

CREATE TABLE "lift_session" (
  id           INTEGER PRIMARY KEY,
  athlete_id   INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  performed_on TEXT NOT NULL CHECK (performed_on GLOB '????-??-??'),
  time_of_day  TEXT,
  title        TEXT NOT NULL,
  duration_s   REAL CHECK (duration_s >= 0),
  rpe          REAL CHECK (rpe BETWEEN 0 AND 10),
  notes        TEXT,
  session_id   INTEGER REFERENCES session (id) ON DELETE SET NULL,
  source       TEXT NOT NULL,
  import_id    INTEGER REFERENCES import (id),
  import_key   TEXT,
  edited_at    TEXT,
  feeling      INTEGER CHECK (feeling BETWEEN 1 AND 5),
  UNIQUE (athlete_id, import_key),
  UNIQUE (id, athlete_id)
) STRICT;

CREATE INDEX lift_session_by_day ON lift_session (athlete_id, performed_on);

CREATE INDEX lift_session_by_import ON lift_session (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX lift_session_by_planned ON lift_session (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE "lift_set" (
  lift_session_id INTEGER NOT NULL,
  ordinal         INTEGER NOT NULL,
  athlete_id      INTEGER NOT NULL,
  exercise_id     INTEGER NOT NULL REFERENCES exercise (id),
  recorded_as     TEXT,
  kind            TEXT NOT NULL CHECK (kind = 'work' OR kind IN ('warmup', 'drop', 'failure')),
  load_kg         REAL,
  reps            REAL CHECK (reps >= 0),
  duration_s      REAL CHECK (duration_s >= 0),
  distance_m      REAL CHECK (distance_m >= 0),
  rpe             REAL CHECK (rpe BETWEEN 0 AND 10),
  notes           TEXT,
  doubt           TEXT,
  stopped_short   INTEGER NOT NULL DEFAULT 0 CHECK (stopped_short IN (0, 1)),
  import_id       INTEGER REFERENCES import (id),
  PRIMARY KEY (lift_session_id, ordinal),
  FOREIGN KEY (lift_session_id, athlete_id) REFERENCES "lift_session" (id, athlete_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX lift_set_by_import ON lift_set (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE odd_day (
  athlete_id  INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  exercise_id INTEGER NOT NULL REFERENCES exercise (id) ON DELETE CASCADE,
  day         TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  is_right    INTEGER NOT NULL CHECK (is_right IN (0, 1)),
  PRIMARY KEY (athlete_id, exercise_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE other_activity (
  id           INTEGER PRIMARY KEY,
  athlete_id   INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  performed_on TEXT NOT NULL CHECK (performed_on GLOB '????-??-??'),
  time_of_day  TEXT,
  title        TEXT,
  sport        TEXT NOT NULL,
  distance_m   REAL CHECK (distance_m >= 0),
  moving_s     REAL CHECK (moving_s >= 0),
  notes        TEXT,
  source       TEXT NOT NULL,
  import_id    INTEGER REFERENCES import (id),
  import_key   TEXT,
  edited_at    TEXT, lift_session_id INTEGER REFERENCES lift_session (id) ON DELETE SET NULL, same_as_id INTEGER REFERENCES other_activity (id) ON DELETE SET NULL,
  UNIQUE (athlete_id, import_key)
) STRICT;

CREATE INDEX other_activity_by_day ON other_activity (athlete_id, performed_on);

CREATE INDEX other_activity_by_same ON other_activity (same_as_id) WHERE same_as_id IS NOT NULL;

CREATE INDEX other_activity_by_session ON other_activity (lift_session_id) WHERE lift_session_id IS NOT NULL;

CREATE TABLE placement_override (
  session_id  INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  time_of_day TEXT NOT NULL CHECK (time_of_day IN ('am', 'pm')),
  reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  noted_on    TEXT NOT NULL CHECK (noted_on GLOB '????-??-??')
) STRICT;

CREATE TABLE plan_week (
  program_id INTEGER NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  starts_on  TEXT NOT NULL CHECK (starts_on GLOB '????-??-??'),
  -- Those that have something in them.
  sessions   INTEGER NOT NULL CHECK (sessions > 0),
  -- Of the session that has the fewest, but any; 0 where none has.
  lower_sets INTEGER NOT NULL CHECK (lower_sets >= 0),
  PRIMARY KEY (program_id, starts_on)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_week_by_date ON plan_week (starts_on, athlete_id, sessions, lower_sets);

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
  notes       TEXT, target_rpe REAL CHECK (target_rpe BETWEEN 1 AND 10),
  UNIQUE (athlete_id, planned_on, ordinal),
  CHECK (kind <> 'rest' OR ordinal = 0)
) STRICT;

CREATE TABLE "prescription" (
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

CREATE TABLE program (
  id           INTEGER PRIMARY KEY,
  athlete_id   INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  template_key TEXT NOT NULL,
  name         TEXT NOT NULL,
  entry_class  TEXT NOT NULL CHECK (entry_class IN ('A', 'B', 'C')),
  starts_on    TEXT NOT NULL CHECK (starts_on GLOB '????-??-??'),
  ends_on      TEXT NOT NULL CHECK (ends_on GLOB '????-??-??' AND ends_on >= starts_on),
  revision     INTEGER NOT NULL CHECK (revision >= 1),
  created_at   TEXT NOT NULL
, base TEXT, template_version INTEGER, race_id INTEGER REFERENCES race (id) ON DELETE SET NULL) STRICT;

CREATE INDEX program_by_athlete ON program (athlete_id, starts_on);

CREATE INDEX program_by_race ON program (race_id) WHERE race_id IS NOT NULL;

CREATE INDEX program_by_template ON program (template_key);

CREATE TABLE race (
  id         INTEGER PRIMARY KEY,
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  raced_on   TEXT NOT NULL CHECK (raced_on GLOB '????-??-??'),
  distance_m REAL CHECK (distance_m > 0),
  priority   TEXT NOT NULL CHECK (priority IN ('A', 'B', 'C')),
  result_s   REAL CHECK (result_s > 0)
) STRICT;

CREATE INDEX race_by_athlete ON race (athlete_id, raced_on);

CREATE TABLE run (
  id           INTEGER PRIMARY KEY,
  athlete_id   INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  performed_on TEXT NOT NULL CHECK (performed_on GLOB '????-??-??'),
  time_of_day  TEXT,
  title        TEXT,
  sport        TEXT NOT NULL,
  is_treadmill INTEGER NOT NULL CHECK (is_treadmill IN (0, 1)),
  is_key       INTEGER NOT NULL CHECK (is_key IN (0, 1)),
  distance_m   REAL CHECK (distance_m >= 0),
  moving_s     REAL CHECK (moving_s >= 0),
  elapsed_s    REAL CHECK (elapsed_s >= 0),
  average_hr   REAL,
  max_hr       REAL,
  cadence_spm  REAL,
  ascent_m     REAL,
  rpe          REAL CHECK (rpe BETWEEN 0 AND 10),
  notes        TEXT,
  source       TEXT NOT NULL,
  source_id    TEXT,
  import_id    INTEGER REFERENCES import (id),
  import_key   TEXT,
  edited_at    TEXT, power_w REAL, decoupling_pct REAL CHECK (decoupling_pct BETWEEN -50 AND 100),
  UNIQUE (athlete_id, import_key)
) STRICT;

CREATE INDEX run_by_day ON run (athlete_id, performed_on);

CREATE INDEX run_by_import ON run (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX run_by_source ON run (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE run_day (
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  day        TEXT NOT NULL,
  runs       INTEGER NOT NULL,
  distance_m REAL NOT NULL,
  key_distance_m REAL NOT NULL,
  duration_s REAL NOT NULL,
  PRIMARY KEY (athlete_id, day)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX run_source_by_import ON run_source (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX run_source_by_run ON run_source (run_id);

CREATE TABLE session (
  id      INTEGER PRIMARY KEY,
  week_id INTEGER NOT NULL REFERENCES week (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name    TEXT NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 240), time_of_day TEXT CHECK (time_of_day IN ('am', 'pm')),
  UNIQUE (week_id, ordinal)
) STRICT;

CREATE TABLE setting (
  key        TEXT NOT NULL PRIMARY KEY,
  value_json TEXT NOT NULL CHECK (json_valid(value_json))
) STRICT, WITHOUT ROWID;

CREATE TABLE slot (
  id          INTEGER PRIMARY KEY,
  session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  label       TEXT NOT NULL,
  exercise_id INTEGER NOT NULL REFERENCES exercise (id),
  no_gym_id   INTEGER REFERENCES exercise (id),
  role        TEXT NOT NULL CHECK (role IN ('main', 'assistance')), written TEXT, progression TEXT CHECK (progression IN
  ('plan', 'double', 'linear', 'acsm', 'twoForTwo', 'wave', 'dup', 'block', 'autoreg', 'ladder', 'isometric', 'contacts')), note TEXT,
  UNIQUE (session_id, ordinal)
) STRICT;

CREATE TABLE template (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,
  text       TEXT NOT NULL,
  revision   INTEGER NOT NULL CHECK (revision >= 1),
  version    INTEGER NOT NULL CHECK (version >= 0),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE template_version (
  template_id INTEGER NOT NULL REFERENCES template (id) ON DELETE CASCADE,
  version     INTEGER NOT NULL CHECK (version >= 1),
  text        TEXT NOT NULL,
  made_at     TEXT NOT NULL,
  PRIMARY KEY (template_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE tested_max (
  athlete_id  INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  exercise_id INTEGER NOT NULL REFERENCES exercise (id),
  tested_on   TEXT NOT NULL CHECK (tested_on GLOB '????-??-??'),
  load_kg     REAL NOT NULL CHECK (load_kg > 0),
  PRIMARY KEY (athlete_id, exercise_id, tested_on)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE usual_day (
  athlete_id   INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  run          TEXT NOT NULL CHECK (run IN ('rest', 'easy', 'quality', 'long')),
  distance_m   REAL CHECK (distance_m > 0),
  lift_minutes INTEGER NOT NULL CHECK (lift_minutes BETWEEN 0 AND 240),
  PRIMARY KEY (athlete_id, weekday)
) STRICT, WITHOUT ROWID;

CREATE TABLE week (
  id        INTEGER PRIMARY KEY,
  block_id  INTEGER NOT NULL REFERENCES block (id) ON DELETE CASCADE,
  ordinal   INTEGER NOT NULL CHECK (ordinal >= 1),
  number    INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('start', 'build', 'deload', 'test', 'taper', 'race')),
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '????-??-??'),
  lever     TEXT NOT NULL, base_week INTEGER CHECK (base_week >= 1),
  UNIQUE (block_id, ordinal)
) STRICT;

CREATE INDEX week_by_date ON week (starts_on);

CREATE TABLE week_summary (
  athlete_id     INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  starts_on      TEXT NOT NULL,
  runs           INTEGER NOT NULL,
  run_m          REAL NOT NULL,
  key_run_m      REAL NOT NULL,
  run_s          REAL NOT NULL,
  lift_sessions  INTEGER NOT NULL,
  work_sets      INTEGER NOT NULL,
  hard_sets      INTEGER NOT NULL,
  lower_hard_sets INTEGER NOT NULL,
  tonnage_kg     REAL NOT NULL, lift_days INTEGER NOT NULL DEFAULT 0, lower_sets_a_day INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (athlete_id, starts_on)
) STRICT, WITHOUT ROWID;

CREATE INDEX week_summary_recent ON week_summary (starts_on);

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
