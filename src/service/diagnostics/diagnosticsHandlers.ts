import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { ok } from '../../domain/kernel/result.ts';
import { countAthletes } from '../athletes/athleteStore.ts';
import type { QueryContext, ServiceHandlers } from '../deps.ts';
import { defectText } from './defectText.ts';
import { newestDefects } from './defectLog.ts';

const MOST_ENTRIES = 40;

const sizeOf = (file: string): string => {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size;
  return bytes === undefined ? 'no file' : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

const engine = (): string => {
  const { electron, node } = process.versions;
  return electron === undefined ? `Node ${node}` : `Electron ${electron}, Node ${node}`;
};

/** What helps to find a fault and names nobody: versions, sizes, counts, and the log. Not the database's folder either. */
const diagnosticsOf = ({ db, deps }: QueryContext): string => {
  const defects = newestDefects(deps.databaseFile, MOST_ENTRIES);
  return [
    `Ironstride ${deps.version}, ${deps.shell}`,
    `${platform()} ${release()} ${arch()}, ${engine()}`,
    `Database: ${sizeOf(deps.databaseFile)}, ${countAthletes(db, false)} athletes, ${countAthletes(db, true)} archived`,
    '',
    defects.length === 0 ? 'No defects are logged.' : `The newest ${defects.length} entries of the log, oldest first:`,
    ...defects,
  ].join('\n');
};

/** An error of a window as the window describes it, so that it is kept like one of our own. */
const asError = ({ name, stack }: { readonly name: string; readonly stack: string }): Error =>
  Object.assign(new Error(''), { name, stack });

export const diagnosticsHandlers: ServiceHandlers['diagnostics'] = {
  copy: (_, context) => ok({ text: diagnosticsOf(context) }),

  noteDefect: (found, { deps }) => {
    const reference = randomUUID().slice(0, 8);
    // Its words stay out, even where the engine's own would be harmless: who says that they are the engine's?
    const text = defectText(
      asError({ ...found, name: /^\w+Error$/u.test(found.name) ? `Window${found.name}` : 'WindowError' }),
    );
    deps.log({ level: 'defect', reference, message: `window: ${text}` });
    return ok({ reference });
  },
};
