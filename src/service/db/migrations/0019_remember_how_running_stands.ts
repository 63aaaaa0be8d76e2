import type { Migration } from '../migrate.ts';

/** What the running guard said of each athlete when it last looked: the roster asks for everybody at once. */
export const rememberHowRunningStands: Migration = {
  name: 'remember how running stands',
  sql: `
CREATE TABLE guard_state (
  athlete_id INTEGER PRIMARY KEY REFERENCES athlete (id) ON DELETE CASCADE,
  judged_on  TEXT NOT NULL CHECK (judged_on GLOB '????-??-??'),
  -- What had been recorded of the athlete by then, so that it is known what has changed since.
  stamp      TEXT NOT NULL,
  level      TEXT NOT NULL CHECK (level IN ('green', 'amber', 'red')),
  detectors  TEXT NOT NULL CHECK (json_valid(detectors))
) STRICT;
`,
};
