import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Contract } from '../contract/contract.ts';
import type { Client } from '../contract/derive.ts';
import { WrongUsage, type Options } from './commandLine.ts';
import { Refusal, settled, type Verb } from './printed.ts';

/** From a file, not from the command line: everybody on the computer can read what a command was given. */
const passphraseOf = (options: Options): string | undefined => {
  const file = options['passphrase-file'];
  if (file === undefined) return undefined;
  try {
    const [line = ''] = readFileSync(file, 'utf8').split(/\r?\n/u);
    return line;
  } catch {
    throw new Refusal(`${file} is not a file that can be read.`);
  }
};

const exportAll: Verb = async ({ client }, rest) => {
  const [path] = rest;
  if (path === undefined) throw new WrongUsage('export needs a folder to make');
  const done = settled(await client.leaving.exportAll({ path: resolve(path) }));
  const lines = done.files
    .filter(({ file }) => !file.startsWith('athletes'))
    .map(({ file, rows }) => `${file}: ${rows}`);
  return {
    json: done,
    text: [...lines, `Written to ${done.path} (${done.bytes} bytes); README.md there says what is what.`].join('\n'),
  };
};

const idsOf = async (client: Client<Contract>, names: readonly string[]) => {
  const athleteIds = [];
  for (const name of names) athleteIds.push(settled(await client.athletes.find({ name })).athleteId);
  return athleteIds;
};

const pack: Verb = async ({ client }, rest, options) => {
  const [path] = rest;
  if (path === undefined) throw new WrongUsage('pack needs a file to write');
  const names = options.athlete ?? [];
  const what =
    names.length === 0
      ? ({ kind: 'desk' } as const)
      : ({ kind: 'athletes', athleteIds: await idsOf(client, names) } as const);
  const done = settled(await client.leaving.pack({ what, path: resolve(path), passphrase: passphraseOf(options) }));
  return {
    json: done,
    text: `Packed ${done.athletes} athletes into ${done.path} (${done.bytes} bytes, ${done.isSealed ? 'sealed' : 'not sealed: whoever has it can read it'}).`,
  };
};

const open: Verb = async ({ client }, rest, options) => {
  const [path] = rest;
  if (path === undefined) throw new WrongUsage('open needs a file');
  const from = { kind: 'file', path: resolve(path) } as const;
  const passphrase = passphraseOf(options);
  if (options['dry-run'] === true) {
    const preview = settled(await client.leaving.previewPack({ from, passphrase }));
    const lines = preview.athletes.map(
      ({ name, isTaken, counts }) =>
        `${name}: ${counts.programs} programs, ${counts.sessions} sessions, ${counts.runs} runs${isTaken ? ' (that name is on the roster)' : ''}`,
    );
    return { json: preview, text: lines.join('\n') || 'Nobody is in it.' };
  }
  const done = settled(await client.leaving.openPack({ from, passphrase, isBeside: options.beside === true }));
  return { json: done, text: `Taken in: ${done.athletes.map(({ name }) => name).join(', ') || 'nobody'}.` };
};

const erase: Verb = async ({ client }, _rest, options) => {
  const [wanted] = options.athlete ?? [];
  if (wanted === undefined || options.name === undefined)
    throw new WrongUsage('erase needs --athlete NAME and, to be sure, --name with the whole name again');
  const { athleteId } = settled(await client.athletes.find({ name: wanted }));
  const backups = options['remove-backups'] === true ? 'remove' : 'keep';
  const done = settled(await client.leaving.erase({ athleteId, name: options.name, backups }));
  const left = done.backupsLeft === 0 ? 'No backup holds them.' : `${done.backupsLeft} backups still hold them.`;
  return { json: done, text: `Erased ${done.name} for good. ${left}` };
};

/** Leaving with everything, handing athletes over, moving, erasing. */
export const leavingVerbs: Readonly<Record<string, Verb>> = { export: exportAll, pack, open, erase };
