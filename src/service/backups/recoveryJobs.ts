import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { salvageReport } from '../../contract/schemas/backups.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { makeEmpty } from '../db/database.ts';
import { faultOf, reasonOf } from '../db/fault.ts';
import { removeDatabase } from '../db/files.ts';
import { incomingFile } from '../db/heldDatabase.ts';
import { migrations } from '../db/migrations/index.ts';
import type { AllHandlers } from '../deps.ts';
import { salvageInto, type SalvageReport } from './salvage.ts';

/** What was saved waits here, with the report beside it, until the coach has chosen. */
const salvagedFile = (databaseFile: string): string => `${databaseFile}-salvaged`;
const reportFile = (databaseFile: string): string => `${salvagedFile(databaseFile)}.json`;

/** What an earlier salvage has saved. */
export const readSalvaged = (databaseFile: string): SalvageReport | undefined => {
  if (!existsSync(salvagedFile(databaseFile))) return undefined;
  try {
    return salvageReport.parse(JSON.parse(readFileSync(reportFile(databaseFile), 'utf8')));
  } catch {
    return undefined;
  }
};

const forgetSalvaged = (databaseFile: string): void => {
  removeDatabase(salvagedFile(databaseFile));
  rmSync(reportFile(databaseFile), { force: true });
};

export const salvageDatabase: AllHandlers['recovery']['salvage'] = ({ path }, { databaseFile, progress }) => {
  const into = path ?? salvagedFile(databaseFile);
  if (path !== undefined && !isAbsolute(path))
    return fail({ tag: 'FileNotWritten', path, reason: 'it is no whole path' });
  if (path !== undefined && existsSync(path)) {
    return fail({ tag: 'FileNotWritten', path, reason: 'there is already a file of that name' });
  }
  if (!existsSync(databaseFile)) return fail({ tag: 'NothingSalvaged', reason: 'there is no file' });
  if (path === undefined) forgetSalvaged(databaseFile);
  try {
    const report = salvageInto(databaseFile, into, (thing, done, total) =>
      progress({ done, total, doing: `reading ${thing}` }),
    );
    if (report === undefined) return fail({ tag: 'NothingSalvaged', reason: 'its list of tables is destroyed' });
    if (path === undefined) writeFileSync(reportFile(databaseFile), JSON.stringify(report));
    return ok(report);
  } catch (cause) {
    removeDatabase(into);
    if (faultOf(cause) === undefined) throw cause;
    return fail({ tag: 'FileNotWritten', path: into, reason: reasonOf(cause) });
  }
};

/** Makes ready what the coach goes on with; the service then puts it in place and keeps the damaged file. */
export const openAgain: AllHandlers['recovery']['open'] = ({ what }, { databaseFile, canBeRead }) => {
  if (canBeRead) return fail({ tag: 'DatabaseSound' });
  const incoming = incomingFile(databaseFile);
  removeDatabase(incoming);
  try {
    if (what === 'nothing') {
      makeEmpty(incoming, migrations.length).write.close();
      return ok({});
    }
    if (readSalvaged(databaseFile) === undefined) {
      return fail({ tag: 'NothingSalvaged', reason: 'nothing has been saved from it yet' });
    }
    renameSync(salvagedFile(databaseFile), incoming);
    forgetSalvaged(databaseFile);
    return ok({});
  } catch (cause) {
    return fail({ tag: 'FileNotWritten', path: incoming, reason: reasonOf(cause) });
  }
};
