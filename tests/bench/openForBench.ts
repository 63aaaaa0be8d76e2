import { clockStandingAt } from '../../src/service/clock.ts';
import type { HostHandlers } from '../../src/service/deps.ts';
import { fail, ok } from '../../src/domain/kernel/result.ts';
import { nodeDeps } from '../../src/service/nodeHost.ts';
import { createService, type Service } from '../../src/service/service.ts';
import { TODAY } from './today.ts';

const host: HostHandlers = {
  describe: async () =>
    ok({ kind: 'commandLine', pdf: { isOffered: false }, canShowFolder: false, canChooseFolder: false }),
  savePdf: async () => fail({ tag: 'NotOfferedHere', what: 'Saving a PDF' }),
  showDataFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Showing the data folder' }),
  chooseFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Choosing a folder' }),
};

/** The service as a window has it, its jobs in threads of their own; `jobWorker` is the script of those, where it is not the source. */
export const openForBench = (databaseFile: string, jobWorker?: URL): Service => {
  const deps = nodeDeps({ databaseFile, shell: 'bench', host, clock: clockStandingAt(TODAY), inThread: true });
  return createService(jobWorker === undefined ? deps : { ...deps, jobWorker });
};
