import { z } from 'zod';
import { ostrcVersion } from '../../contract/schemas/health.ts';
import { plainDate } from '../../contract/schemas/scalars.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { ostrcScore, type OstrcVersion } from '../../domain/wellness/ostrc.ts';
import type { HealthReport } from '../../domain/wellness/ostrcWeeks.ts';
import { jsonOf, optional } from '../db/columns.ts';
import { change, readAll, type ReadDb, type WriteDb } from '../db/sql.ts';
import type { LogPage } from './logStore.ts';

const reportRow = z
  .object({
    week_starts_on: plainDate,
    version: ostrcVersion,
    answers: jsonOf(z.array(z.int())),
    notes: optional(z.string()),
  })
  .transform((row) => ({
    weekStartsOn: row.week_starts_on,
    version: row.version,
    answers: row.answers,
    notes: row.notes,
  }));

export const healthReportsOf = (db: ReadDb, athleteId: number, from: PlainDate): HealthReport[] =>
  readAll(
    db,
    reportRow,
    'SELECT * FROM health_report WHERE athlete_id = ? AND week_starts_on >= ? ORDER BY week_starts_on',
    athleteId,
    from,
  );

export const healthReportEntries = (db: ReadDb, { athleteId, before, limit }: LogPage) =>
  readAll(
    db,
    reportRow,
    `SELECT * FROM health_report WHERE athlete_id = ? AND week_starts_on < ?
     ORDER BY week_starts_on DESC LIMIT ?`,
    athleteId,
    before,
    limit,
  ).map(({ weekStartsOn, version, answers, notes }) => {
    const scored = ostrcScore(answers, version);
    if (scored === undefined) throw new Error('a stored health report has answers that its questionnaire has not');
    const { score, isSubstantial } = scored;
    return {
      kind: 'healthReport' as const,
      performedOn: weekStartsOn,
      version,
      answers,
      score,
      isSubstantial,
      notes,
    };
  });

interface NewHealthReport {
  readonly version: OstrcVersion;
  readonly answers: readonly number[];
  readonly notes?: string | undefined;
}

/** Stores a week's answers; a second sheet of the same week replaces the first. */
export const saveHealthReport = (db: WriteDb, athleteId: number, monday: PlainDate, report: NewHealthReport): void => {
  change(
    db,
    `INSERT INTO health_report (athlete_id, week_starts_on, version, answers, notes) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (athlete_id, week_starts_on) DO UPDATE SET version = excluded.version, answers = excluded.answers,
       notes = excluded.notes`,
    athleteId,
    monday,
    report.version,
    JSON.stringify(report.answers),
    report.notes,
  );
};

/** False when there is no report of that week. */
export const deleteHealthReport = (db: WriteDb, athleteId: number, monday: PlainDate): boolean =>
  change(db, 'DELETE FROM health_report WHERE athlete_id = ? AND week_starts_on = ?', athleteId, monday).rows === 1;
