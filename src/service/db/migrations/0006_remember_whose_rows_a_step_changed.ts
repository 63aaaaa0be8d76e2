import type { Migration } from '../migrate.ts';

/** A step may be about many athletes: who they are follows from the rows it changed, and each finds it in their history. */
export const rememberWhoseRowsAStepChanged: Migration = {
  name: 'remember whose rows a step changed',
  sql: `
-- No foreign key to athlete: a step that removes somebody stays theirs.
CREATE TABLE journal_athlete (
  step       INTEGER NOT NULL REFERENCES journal (step) ON DELETE CASCADE,
  athlete_id INTEGER NOT NULL,
  PRIMARY KEY (step, athlete_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_athlete_by_athlete ON journal_athlete (athlete_id, step);

INSERT INTO journal_athlete (step, athlete_id) SELECT step, athlete_id FROM journal WHERE athlete_id IS NOT NULL;
-- Every change of a program raised its revision, and so left the whole row behind, its athlete second in it.
INSERT OR IGNORE INTO journal_athlete (step, athlete_id)
  SELECT step, CAST(substr(sql, instr(sql, 'athlete_id = ') + 13) AS INTEGER)
  FROM journal_change WHERE sql LIKE 'UPDATE program SET id = %, athlete\\_id = %' ESCAPE '\\';

ALTER TABLE journal DROP COLUMN athlete_id;
`,
};
