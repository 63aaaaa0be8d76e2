import { fail, ok } from '../../domain/kernel/result.ts';
import { backupFolder, listBackups } from '../backups/backupFolder.ts';
import { readCopyFolder } from '../backups/copyFolder.ts';
import { countRow } from '../db/columns.ts';
import { readOne, type ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { jobHandlers } from '../performJob.ts';
import { countStepsOf } from './eraseFromHistory.ts';
import { keptAside, nameOfAthlete } from './eraseJob.ts';

const counted = (db: ReadDb, table: string, athleteId: number): number =>
  readOne(db, countRow, `SELECT count(*) AS n FROM ${table} WHERE athlete_id = ?`, athleteId)?.n ?? 0;

const setsOf = (db: ReadDb, athleteId: number): number =>
  readOne(
    db,
    countRow,
    'SELECT count(*) AS n FROM lift_session l JOIN lift_set s ON s.lift_session_id = l.id WHERE l.athlete_id = ?',
    athleteId,
  )?.n ?? 0;

export const leavingHandlers: ServiceHandlers['leaving'] = {
  ...jobHandlers.leaving,

  eraseView: ({ athleteId }, { db, deps }) => {
    const name = nameOfAthlete(db, athleteId);
    if (name === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const backups = listBackups(backupFolder(deps.databaseFile));
    const automatic = backups.filter(({ kind }) => kind === 'automatic').length;
    const newestOn = backups[0]?.madeOn;
    const copyFolder = readCopyFolder(db);
    return ok({
      name,
      counts: {
        programs: counted(db, 'program', athleteId),
        sessions: counted(db, 'lift_session', athleteId),
        sets: setsOf(db, athleteId),
        runs: counted(db, 'run', athleteId),
        checkIns: counted(db, 'check_in', athleteId),
      },
      steps: countStepsOf(db, athleteId),
      backups: {
        automatic,
        others: backups.length - automatic,
        ...(newestOn === undefined ? {} : { newestOn }),
        keptAside: keptAside(deps.databaseFile).length,
      },
      ...(copyFolder === undefined ? {} : { copyFolder }),
    });
  },
};
