import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays } from '../../domain/kernel/plainDate.ts';
import { athleteHandlers } from '../athletes/athleteHandlers.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import { rosterHandlers } from '../athletes/rosterHandlers.ts';
import { viewCalendar } from '../calendar/calendarHandlers.ts';
import { faultOf } from '../db/fault.ts';
import type { JobContext, QueryContext } from '../deps.ts';
import { exerciseHandlers } from '../exercises/exerciseHandlers.ts';
import { gridHandlers } from '../programs/programGrid.ts';
import { runningHandlers } from '../running/runningHandlers.ts';
import { runningViewOf } from '../running/runningView.ts';
import { analysisHandlers } from '../training/analysisHandlers.ts';
import { logHandlers } from '../training/logHandlers.ts';
import { BrokenExport } from './readExport.ts';

const KINDS = ['lift', 'run', 'other', 'checkIn', 'healthReport', 'wellness', 'test'] as const;

/**
 * Asks of everybody who has come in what the screens will ask, before any of it is kept: a file that was changed by hand may hold rows
 * that the tables take and no screen could show. Throws `BrokenExport`.
 */
export const readBack = ({ db, clock, resourcesFolder }: JobContext, athleteIds: readonly AthleteId[]): void => {
  const asked: QueryContext = {
    db,
    clock,
    get deps(): never {
      throw new Error('a look at what has come in needs nothing of the host');
    },
    damage: () => undefined,
    backupFailure: () => undefined,
  };
  const today = clock.today();
  try {
    exerciseHandlers.list({}, asked);
    for (const archived of [false, true]) rosterHandlers.view({ archived }, asked);
    for (const athleteId of athleteIds) {
      athleteHandlers.open({ athleteId }, asked);
      gridHandlers.grid({ athleteId }, asked);
      analysisHandlers.stats({ athleteId }, asked);
      runningHandlers.guard({ athleteId }, asked);
      const athlete = findAthlete(db, athleteId);
      if (athlete !== undefined) runningViewOf(db, athlete, { weeks: 26, today, resourcesFolder });
      viewCalendar({ athleteIds: [athleteId], from: today, to: addDays(today, 27) }, { db, clock, resourcesFolder });
      logHandlers.list({ athleteId, kinds: [...KINDS], limit: 500 }, asked);
    }
  } catch (cause) {
    if (faultOf(cause) !== undefined) throw cause;
    throw new BrokenExport('what is in it cannot be shown', { cause });
  }
};
