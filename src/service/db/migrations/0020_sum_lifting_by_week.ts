import type { Migration } from '../migrate.ts';

/** What consistency asks of a week is summed up with the rest of it: the roster asks for everybody's last twelve. */
export const sumLiftingByWeek: Migration = {
  name: 'sum lifting by week',
  sql: `
ALTER TABLE week_summary ADD COLUMN lift_days INTEGER NOT NULL DEFAULT 0;
-- Of the day that had the most.
ALTER TABLE week_summary ADD COLUMN lower_sets_a_day INTEGER NOT NULL DEFAULT 0;
UPDATE week_summary SET lift_days = d.days, lower_sets_a_day = d.most
FROM (
  SELECT athlete_id, date(day, '-6 days', 'weekday 1') AS starts_on, count(*) AS days, max(lower_sets) AS most
  FROM (
    SELECT l.athlete_id, l.day, sum(l.work_sets * (e.pattern IN ('squat', 'hinge', 'lunge', 'calf', 'hip'))) AS lower_sets
    FROM lift_day l JOIN exercise e ON e.id = l.exercise_id WHERE l.work_sets > 0 GROUP BY l.athlete_id, l.day
  ) GROUP BY 1, 2
) d WHERE d.athlete_id = week_summary.athlete_id AND d.starts_on = week_summary.starts_on;
`,
};
