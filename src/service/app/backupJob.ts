import { existsSync, statSync } from 'node:fs';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { AllHandlers } from '../deps.ts';

/** Writes a whole, compact copy of the database. Never over an existing file. */
export const backUp: AllHandlers['app']['backUp'] = ({ path }, { db, progress }) => {
  if (existsSync(path)) return fail({ tag: 'FileNotWritten', path, reason: 'there is already a file of that name' });
  progress({ done: 0, total: 1, doing: 'copying' });
  try {
    db.write.prepare('VACUUM INTO ?').run(path);
    return ok({ path, bytes: statSync(path).size });
  } catch (cause) {
    return fail({ tag: 'FileNotWritten', path, reason: cause instanceof Error ? cause.message : String(cause) });
  }
};
