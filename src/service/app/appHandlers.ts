import { isoWeekOf } from '../../domain/kernel/plainDate.ts';
import { ok } from '../../domain/kernel/result.ts';
import { countAthletes } from '../athletes/athleteStore.ts';
import type { ServiceHandlers } from '../deps.ts';
import { jobHandlers } from '../performJob.ts';
import { readSettings, writeSettings } from './settingsStore.ts';
import { damagedFile, verifyStore } from './verifyStore.ts';

export const appHandlers: ServiceHandlers['app'] = {
  ...jobHandlers.app,

  describe: (_, { db, clock, deps }) => {
    const today = clock.today();
    return ok({
      version: deps.version,
      databaseFile: deps.databaseFile,
      today,
      week: isoWeekOf(today),
      athletes: countAthletes(db, false),
      archived: countAthletes(db, true),
      settings: readSettings(db),
    });
  },

  saveSettings: (wanted, { db }) => {
    writeSettings(db, wanted);
    return ok({});
  },

  verify: (_, { db, damage }) => {
    const found = damage();
    const checks = found === undefined ? verifyStore(db) : [damagedFile(found)];
    return ok({ ok: checks.every((check) => check.ok), checks });
  },
};
