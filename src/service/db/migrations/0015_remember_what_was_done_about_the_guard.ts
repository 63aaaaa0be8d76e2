import type { Migration } from '../migrate.ts';

/** What a coach thought and did about an alarm of the running guard: the charts begin anew where that was decided. */
export const rememberWhatWasDoneAboutTheGuard: Migration = {
  name: 'remember what was done about the guard',
  sql: `
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
`,
};
