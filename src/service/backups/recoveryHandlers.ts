import { ok } from '../../domain/kernel/result.ts';
import type { ServiceHandlers } from '../deps.ts';
import { jobHandlers } from '../performJob.ts';
import { readSalvaged } from './recoveryJobs.ts';

export const recoveryHandlers: ServiceHandlers['recovery'] = {
  ...jobHandlers.recovery,

  describe: (_, { deps, damage }) => {
    const found = damage();
    const salvaged = found === undefined ? undefined : readSalvaged(deps.databaseFile);
    return ok({
      file: deps.databaseFile,
      ...(found === undefined ? {} : { damage: found }),
      ...(salvaged === undefined ? {} : { salvaged }),
    });
  },
};
