import type { Migration } from '../migrate.ts';

/** Check-ins hold what the readiness rules ask for; weekly health questions; what a coach must know of an athlete's health. */
export const askHowTheyAre: Migration = {
  name: 'ask how they are',
  sql: `
-- The Hooper items run from 1 (very good) to 7 (very bad); the older 0 to 10 ratings stay beside them.
ALTER TABLE check_in ADD COLUMN hooper_sleep INTEGER CHECK (hooper_sleep BETWEEN 1 AND 7);
ALTER TABLE check_in ADD COLUMN hooper_fatigue INTEGER CHECK (hooper_fatigue BETWEEN 1 AND 7);
ALTER TABLE check_in ADD COLUMN hooper_stress INTEGER CHECK (hooper_stress BETWEEN 1 AND 7);
ALTER TABLE check_in ADD COLUMN hooper_soreness INTEGER CHECK (hooper_soreness BETWEEN 1 AND 7);
ALTER TABLE check_in ADD COLUMN illness TEXT CHECK (illness IN ('none', 'aboveNeck', 'feverOrBelowNeck'));
ALTER TABLE check_in ADD COLUMN pain_region TEXT CHECK (pain_region IN ('K', 'A', 'H', 'G', 'L'));
ALTER TABLE check_in ADD COLUMN pain_next_morning INTEGER CHECK (pain_next_morning BETWEEN 0 AND 10);
ALTER TABLE check_in ADD COLUMN red_flags TEXT CHECK (json_valid(red_flags));

-- The weekly health questions: one answer sheet a week, by the Monday of the week it is about.
CREATE TABLE health_report (
  athlete_id     INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  week_starts_on TEXT NOT NULL CHECK (week_starts_on GLOB '????-??-??'),
  version        TEXT NOT NULL CHECK (version IN ('original', 'H2')),
  answers        TEXT NOT NULL CHECK (json_valid(answers)),
  notes          TEXT,
  PRIMARY KEY (athlete_id, week_starts_on)
) STRICT, WITHOUT ROWID;

ALTER TABLE athlete ADD COLUMN maternity TEXT CHECK (maternity IN ('pregnant', 'postpartum'));
ALTER TABLE athlete ADD COLUMN maternity_cleared_on TEXT CHECK (maternity_cleared_on GLOB '????-??-??');
ALTER TABLE athlete ADD COLUMN gave_birth_on TEXT CHECK (gave_birth_on GLOB '????-??-??');
ALTER TABLE athlete ADD COLUMN guardian_consent_on TEXT CHECK (guardian_consent_on GLOB '????-??-??');
ALTER TABLE athlete ADD COLUMN is_growing_fast INTEGER NOT NULL DEFAULT 0 CHECK (is_growing_fast IN (0, 1));

-- What a clinician has to clear before any lifting.
CREATE TABLE athlete_condition (
  athlete_id INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  name       TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 120),
  cleared_on TEXT CHECK (cleared_on GLOB '????-??-??'),
  PRIMARY KEY (athlete_id, name)
) STRICT, WITHOUT ROWID;

-- Nobody could rate an exercise of their own until now: its noughts meant that nobody had.
UPDATE exercise SET stress = 'null' WHERE is_own = 1
  AND stress = '{"K":0,"A":0,"H":0,"G":0,"L":0,"I":0}';
`,
};
