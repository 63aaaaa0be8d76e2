import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BACKUP_WORDS } from '../domain/backups/backupName.ts';
import { WrongUsage } from './commandLine.ts';
import { settled, type Verb } from './printed.ts';

const backup: Verb = async ({ client }, rest) => {
  const [path] = rest;
  if (path === undefined) throw new WrongUsage('backup needs a file to write');
  const made = settled(await client.app.backUp({ path: resolve(path) }));
  return { json: made, text: `Copied to ${made.path} (${made.bytes} bytes)` };
};

const backups: Verb = async ({ client }) => {
  const list = settled(await client.backups.list({}));
  const lines = list.backups.map(({ name, kind, state, facts, isAsNow }) => {
    const counts =
      facts === undefined
        ? ''
        : `, ${facts.counts.athletes} athletes, ${facts.counts.sets} sets, ${facts.counts.runs} runs`;
    return `${name}  ${BACKUP_WORDS[kind]}, ${state}${counts}${isAsNow ? ', as it is now' : ''}`;
  });
  return { json: list, text: [list.folder, ...lines].join('\n') };
};

/** A file by its path, or a backup by its name in the folder of backups. */
const restore: Verb = async ({ client }, rest) => {
  const [named] = rest;
  if (named === undefined) throw new WrongUsage('restore needs a file, or the name of a backup (see “backups”)');
  const path = resolve(named);
  const from = existsSync(path) ? ({ kind: 'file', path } as const) : ({ kind: 'backup', name: named } as const);
  const done = settled(await client.backups.restore({ from }));
  const { restored, keptAs, damagedKeptAt, facts } = done;
  return {
    json: done,
    text: [
      `Restored ${restored}: ${facts.counts.athletes} athletes, ${facts.counts.sets} sets, ${facts.counts.runs} runs.`,
      ...(keptAs === undefined
        ? []
        : [`What was there before is kept: ironstride restore "${keptAs}" brings it back.`]),
      ...(damagedKeptAt === undefined ? [] : [`The damaged file is kept as ${damagedKeptAt}.`]),
    ].join('\n'),
  };
};

const salvage: Verb = async ({ client }, rest) => {
  const [path] = rest;
  if (path === undefined) throw new WrongUsage('salvage needs a file to write what can be read to');
  const report = settled(await client.recovery.salvage({ path: resolve(path) }));
  const lost = (count: number | undefined): string => (count === undefined ? 'cannot be counted' : String(count));
  return {
    json: report,
    text: [
      ...report.things.map((one) => `${one.thing}: ${one.kept} saved, ${lost(one.lost)} lost`),
      report.keepsHistory
        ? 'The history of changes is whole.'
        : 'The history of changes is left behind: undo begins anew.',
      `Saved in ${report.path}. To go on with it: ironstride restore "${report.path}"`,
    ].join('\n'),
  };
};

/** Copies of the database, and the ways back to them. */
export const backupVerbs: Readonly<Record<string, Verb>> = { backup, backups, restore, salvage };
