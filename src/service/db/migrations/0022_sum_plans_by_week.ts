import type { Migration } from '../migrate.ts';

/** What a plan asks of each of its weeks is summed up: the roster asks for everybody's last twelve, and edits are rarer. */
export const sumPlansByWeek: Migration = {
  name: 'sum plans by week',
  sql: `
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
INSERT INTO plan_week (program_id, athlete_id, starts_on, sessions, lower_sets)
SELECT program_id, athlete_id, starts_on, count(*), coalesce(min(nullif(lower_sets, 0)), 0)
FROM (
  SELECT p.id AS program_id, p.athlete_id, w.starts_on,
    sum(r.sets * (e.pattern IN ('squat', 'hinge', 'lunge', 'calf', 'hip'))) AS lower_sets
  FROM program p JOIN block b ON b.program_id = p.id JOIN week w ON w.block_id = b.id JOIN session s ON s.week_id = w.id
    JOIN slot t ON t.session_id = s.id JOIN prescription r ON r.slot_id = t.id JOIN exercise e ON e.id = t.exercise_id
  GROUP BY s.id
) GROUP BY program_id, starts_on;
`,
};
