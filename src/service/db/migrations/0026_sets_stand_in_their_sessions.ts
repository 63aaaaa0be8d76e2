import type { Migration } from '../migrate.ts';

/**
 * A set is known by its session and its place in it: one tree less to write, and the sets of a session stand where they are found.
 * Its day is the session's. Whose it is it still says itself: when it goes with its session, the history can no longer ask there.
 */
export const setsStandInTheirSessions: Migration = {
  name: 'sets stand in their sessions',
  sql: `
-- The history speaks of sets by their numbers. What a row was before stands in the statement, unless that takes away what was added.
CREATE TEMP TABLE told (
  id              INTEGER PRIMARY KEY,
  is_undone       INTEGER NOT NULL,
  set_id          INTEGER NOT NULL,
  lift_session_id INTEGER,
  ordinal         INTEGER,
  athlete_id      INTEGER,
  -- Where in the statement begins what stays as it is: the exercise and what comes after it.
  rest            INTEGER,
  -- A row that is to be put back needs none: it says where.
  needs_key       INTEGER NOT NULL,
  key             TEXT
) STRICT;
INSERT INTO told (id, needs_key, is_undone, set_id)
  SELECT c.id, 1, j.is_undone, CAST(substr(c.sql, length('DELETE FROM lift_set WHERE id = ') + 1) AS INTEGER)
  FROM journal_change c JOIN journal j ON j.step = c.step WHERE c.sql GLOB 'DELETE FROM lift_set *';
INSERT INTO told (id, needs_key, is_undone, set_id, lift_session_id, ordinal, athlete_id, rest)
  SELECT c.id, 1, j.is_undone, CAST(substr(c.sql, length('UPDATE lift_set SET id = ') + 1) AS INTEGER),
    CAST(substr(c.sql, instr(c.sql, 'lift_session_id = ') + length('lift_session_id = ')) AS INTEGER),
    CAST(substr(c.sql, instr(c.sql, ', ordinal = ') + length(', ordinal = ')) AS INTEGER),
    CAST(substr(c.sql, instr(c.sql, 'athlete_id = ') + length('athlete_id = ')) AS INTEGER),
    instr(c.sql, ', exercise_id = ')
  FROM journal_change c JOIN journal j ON j.step = c.step WHERE c.sql GLOB 'UPDATE lift_set *';
INSERT INTO told (id, needs_key, is_undone, set_id, lift_session_id, ordinal, athlete_id, rest)
  SELECT id, 0, is_undone, json_extract(numbers, '$[0]'), json_extract(numbers, '$[1]'), CAST(from_ordinal AS INTEGER),
    json_extract(numbers, '$[2]'), ordinal_at + instr(from_ordinal, ', ') + 1
  FROM (
    -- The numbers of set, session and athlete, then the day, then the ordinal.
    SELECT id, is_undone, '[' || substr(said, 1, instr(said, '''') - 1) || '0]' AS numbers,
      substr(said, instr(said, '''') + length('''2026-11-02'', ')) AS from_ordinal,
      said_at + instr(said, '''') + length('''2026-11-02'', ') - 1 AS ordinal_at
    FROM (
      SELECT c.id, j.is_undone, instr(c.sql, ') VALUES (') + length(') VALUES (') AS said_at,
        substr(c.sql, instr(c.sql, ') VALUES (') + length(') VALUES ('), 120) AS said
      FROM journal_change c JOIN journal j ON j.step = c.step WHERE c.sql GLOB 'INSERT INTO lift_set *'
    ));
CREATE INDEX temp.told_by_set ON told (set_id, is_undone, id);
-- Where the row stood after it: as the next statement about that number has it, or as it stands now. What stands leads to now, and
-- what was undone led to now: between steps of the one kind none of the other is missing.
UPDATE told SET key = (
  SELECT ' WHERE lift_session_id = ' || lift_session_id || ' AND ordinal = ' || ordinal FROM (
    SELECT n.id AS at, n.lift_session_id, n.ordinal FROM told n
      WHERE n.set_id = told.set_id AND n.is_undone = told.is_undone AND n.id > told.id AND n.lift_session_id IS NOT NULL
    UNION ALL SELECT 9223372036854775807, s.lift_session_id, s.ordinal FROM lift_set s WHERE s.id = told.set_id
    ORDER BY at LIMIT 1))
  WHERE needs_key = 1;
-- Where nobody knows, the step goes and all before it: undone after one that is missing, they would bring back what never stood together.
DELETE FROM journal WHERE is_undone = 1 AND EXISTS (SELECT 1 FROM told WHERE needs_key = 1 AND key IS NULL);
DELETE FROM journal WHERE step <=
  (SELECT max(c.step) FROM told t JOIN journal_change c ON c.id = t.id WHERE t.needs_key = 1 AND t.key IS NULL);
UPDATE journal_change SET sql = (
  SELECT CASE substr(sql, 1, 6)
    WHEN 'DELETE' THEN 'DELETE FROM lift_set' || t.key
    WHEN 'UPDATE' THEN 'UPDATE lift_set SET lift_session_id = ' || t.lift_session_id || ', ordinal = ' || t.ordinal ||
      ', athlete_id = ' || t.athlete_id ||
      substr(sql, t.rest, length(rtrim(sql, '0123456789')) - length(' WHERE id = ') - t.rest + 1) || t.key
    ELSE 'INSERT INTO lift_set (lift_session_id, ordinal, athlete_id, ' ||
      substr(sql, instr(sql, 'exercise_id'), instr(sql, ') VALUES (') - instr(sql, 'exercise_id')) || ') VALUES (' ||
      t.lift_session_id || ', ' || t.ordinal || ', ' || t.athlete_id || ', ' || substr(sql, t.rest)
  END FROM told t WHERE t.id = journal_change.id)
  WHERE id IN (SELECT id FROM told);
DROP TABLE told;

-- A table that goes takes along what points to it, so that meanwhile nothing does.
CREATE TEMP TABLE held_activity (id INTEGER PRIMARY KEY, lift_session_id INTEGER NOT NULL) STRICT;
CREATE TEMP TABLE held_typed (id INTEGER PRIMARY KEY, lift_session_id INTEGER NOT NULL) STRICT;
INSERT INTO held_activity SELECT id, lift_session_id FROM other_activity WHERE lift_session_id IS NOT NULL;
INSERT INTO held_typed SELECT id, lift_session_id FROM typed_session WHERE lift_session_id IS NOT NULL;
UPDATE other_activity SET lift_session_id = NULL WHERE lift_session_id IS NOT NULL;
UPDATE typed_session SET lift_session_id = NULL WHERE lift_session_id IS NOT NULL;

CREATE TABLE lift_session_next (
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
INSERT INTO lift_session_next (id, athlete_id, performed_on, time_of_day, title, duration_s, rpe, notes, session_id, source, import_id,
    import_key, edited_at, feeling)
  SELECT id, athlete_id, performed_on, time_of_day, title, duration_s, rpe, notes, session_id, source, import_id,
    import_key, edited_at, feeling FROM lift_session ORDER BY id;

CREATE TABLE lift_set_next (
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
  FOREIGN KEY (lift_session_id, athlete_id) REFERENCES lift_session_next (id, athlete_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO lift_set_next (lift_session_id, ordinal, athlete_id, exercise_id, recorded_as, kind, load_kg, reps, duration_s, distance_m,
    rpe, notes, doubt, stopped_short, import_id)
  SELECT lift_session_id, ordinal, athlete_id, exercise_id, recorded_as, kind, load_kg, reps, duration_s, distance_m,
    rpe, notes, doubt, stopped_short, import_id FROM lift_set ORDER BY lift_session_id, ordinal;

DROP TABLE lift_set;
DROP TABLE lift_session;
ALTER TABLE lift_session_next RENAME TO lift_session;
ALTER TABLE lift_set_next RENAME TO lift_set;
CREATE INDEX lift_session_by_day ON lift_session (athlete_id, performed_on);
CREATE INDEX lift_session_by_import ON lift_session (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX lift_session_by_planned ON lift_session (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX lift_set_by_import ON lift_set (import_id) WHERE import_id IS NOT NULL;

UPDATE other_activity SET lift_session_id = h.lift_session_id FROM held_activity h WHERE h.id = other_activity.id;
UPDATE typed_session SET lift_session_id = h.lift_session_id FROM held_typed h WHERE h.id = typed_session.id;
DROP TABLE held_activity;
DROP TABLE held_typed;
`,
};
