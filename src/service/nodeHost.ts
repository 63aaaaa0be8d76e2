import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { systemClock } from './clock.ts';
import type { Clock, HostHandlers, ServiceDeps } from './deps.ts';
import { logBeside } from './diagnostics/defectLog.ts';
import { keepHeapSmall } from './smallHeap.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Where each system keeps a program's data; the same folder that Electron uses, so that both shells open the same file. */
export const userDataFolder = (): string => {
  if (platform() === 'win32')
    return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Ironstride');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Ironstride');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Ironstride');
};

export const defaultDatabaseFile = (): string => join(userDataFolder(), 'ironstride.db');

/** A window is drawn and answers by then; the first backup must not be felt. */
export const FIRST_BACKUP_AFTER_MS = 20_000;

interface NodeHost {
  readonly databaseFile: string;
  readonly shell: string;
  readonly host: HostHandlers;
  readonly clock?: Clock | undefined;
  /** Jobs in a thread of their own: wanted where a window must stay live. */
  readonly inThread: boolean;
  readonly firstBackupAfterMs?: number | undefined;
}

/** What a host in plain Node supplies, run from the project's folder. */
export const nodeDeps = ({
  databaseFile,
  shell,
  host,
  clock = systemClock,
  inThread,
  firstBackupAfterMs,
}: NodeHost): ServiceDeps => {
  keepHeapSmall();
  return {
    databaseFile,
    shell,
    host,
    clock,
    resourcesFolder: join(projectFolder, 'resources'),
    uploadFolder: join(tmpdir(), `ironstride-${randomUUID()}`),
    version: z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))).version,
    log: logBeside(databaseFile),
    ...(firstBackupAfterMs === undefined ? {} : { firstBackupAfterMs }),
    jobWorker: inThread ? new URL('./jobWorker.ts', import.meta.url) : undefined,
  };
};

export const builtRendererFolder = join(projectFolder, 'out', 'renderer');
export { projectFolder };
