import { z } from 'zod';
import { athleteId, distanceUnit, massUnit } from '../../contract/schemas/scalars.ts';
import { optional, storedDay, textList } from '../db/columns.ts';
import { readAll, type ReadDb } from '../db/sql.ts';

const rosterAthleteRow = z
  .object({
    id: athleteId,
    name: z.string(),
    mass_unit: massUnit,
    distance_unit: distanceUnit,
    archived_on: optional(storedDay),
    last_contact_on: optional(storedDay),
    groups: textList,
    tags: textList,
    program_weeks: z.int(),
  })
  .transform((row) => ({
    row: {
      athleteId: row.id,
      name: row.name,
      isArchived: row.archived_on !== undefined,
      groups: row.groups,
      tags: row.tags,
      massUnit: row.mass_unit,
      distanceUnit: row.distance_unit,
      lastContactOn: row.last_contact_on,
    },
    /** Weeks of the newest program. */
    programWeeks: row.program_weeks,
  }));

/** The people of the roster, by name. */
export const rosterAthletes = (db: ReadDb, archived: boolean): z.output<typeof rosterAthleteRow>[] =>
  readAll(
    db,
    rosterAthleteRow,
    `SELECT a.id, a.name, a.mass_unit, a.distance_unit, a.archived_on, a.last_contact_on,
       (SELECT json_group_array(name) FROM athlete_group g WHERE g.athlete_id = a.id) AS groups,
       (SELECT json_group_array(name) FROM athlete_tag t WHERE t.athlete_id = a.id) AS tags,
       coalesce((SELECT (julianday(p.ends_on) - julianday(p.starts_on) + 1) / 7 FROM program p
                 WHERE p.athlete_id = a.id ORDER BY p.starts_on DESC LIMIT 1), 0) AS program_weeks
     FROM athlete a WHERE (a.archived_on IS NOT NULL) = ? ORDER BY a.name COLLATE NOCASE`,
    archived,
  );
