import type { Migration } from '../migrate.ts';

/** A day whose result is too far off the trend is asked about once; the answer is kept. */
export const rememberWhatWasNoSlip: Migration = {
  name: 'remember what was no slip',
  sql: `
-- is_right: the result stands and the trend believes it; otherwise it was a slip, and the trend goes on without it.
CREATE TABLE odd_day (
  athlete_id  INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  exercise_id INTEGER NOT NULL REFERENCES exercise (id) ON DELETE CASCADE,
  day         TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  is_right    INTEGER NOT NULL CHECK (is_right IN (0, 1)),
  PRIMARY KEY (athlete_id, exercise_id, day)
) STRICT, WITHOUT ROWID;

-- Lifted to a plan that stops short of failure, and nobody said how hard it was: it says what the athlete can do at least.
ALTER TABLE lift_set ADD COLUMN stopped_short INTEGER NOT NULL DEFAULT 0 CHECK (stopped_short IN (0, 1));

-- A planned session that goes looks for what was lifted against it.
CREATE INDEX lift_session_by_planned ON lift_session (session_id) WHERE session_id IS NOT NULL;
`,
};
