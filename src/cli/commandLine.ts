import { parseArgs } from 'node:util';
import { parseIsoWeek, parsePlainDate, type PlainDate } from '../domain/kernel/plainDate.ts';

/** The command was not written as it must be; the message says how. */
export class WrongUsage extends Error {}

const OPTIONS = {
  db: { type: 'string' },
  json: { type: 'boolean' },
  athletes: { type: 'string' },
  years: { type: 'string' },
  seed: { type: 'string' },
  today: { type: 'string' },
  athlete: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  'mass-unit': { type: 'string' },
  'distance-unit': { type: 'string' },
  'date-order': { type: 'string' },
  'time-zone': { type: 'string' },
  strict: { type: 'boolean' },
  week: { type: 'string' },
  layout: { type: 'string' },
  paper: { type: 'string' },
  out: { type: 'string' },
  day: { type: 'string' },
  session: { type: 'string', multiple: true },
  'no-gym': { type: 'boolean' },
  'rack-order': { type: 'string' },
  template: { type: 'string' },
  'passphrase-file': { type: 'string' },
  beside: { type: 'boolean' },
  name: { type: 'string' },
  'remove-backups': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export type Options = ReturnType<typeof readCommand>['options'];

export const readCommand = (words: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
    const [verb, ...rest] = positionals;
    return { verb, rest, options: values };
  } catch (cause) {
    throw new WrongUsage(cause instanceof Error ? cause.message : String(cause));
  }
};

export const numberOption = (name: string, text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new WrongUsage(`--${name} takes a number, not “${text}”`);
  return value;
};

export const dateOption = (name: string, text: string | undefined): PlainDate | undefined => {
  if (text === undefined) return undefined;
  const date = parsePlainDate(text);
  if (date === undefined) throw new WrongUsage(`--${name} takes a date as YYYY-MM-DD, not “${text}”`);
  return date;
};

export const weekOption = (text: string | undefined) => {
  if (text === undefined) throw new WrongUsage('--week is missing, for example --week 2026-W48');
  const week = parseIsoWeek(text);
  if (week === undefined) throw new WrongUsage(`--week takes an ISO week as 2026-W48, not “${text}”`);
  return week;
};

export const oneOf = <T extends string>(
  name: string,
  text: string | undefined,
  allowed: readonly T[],
): T | undefined => {
  if (text === undefined) return undefined;
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new WrongUsage(`--${name} takes ${allowed.join(', ')}, not “${text}”`);
  return found;
};

export const USAGE = `Usage: ironstride <command> [options]      every command takes --db FILE and --json

  sample [--athletes N] [--years N] [--seed N] [--today YYYY-MM-DD]
  import FILE… [--athlete NAME] [--dry-run] [--strict] [--mass-unit kg|lb] [--distance-unit km|mi]
               [--date-order dmy|mdy|ymd] [--time-zone ZONE]
  stats --athlete NAME
  sheets --week 2026-W48 --out FILE.pdf [--athlete NAME]… [--layout weekly|block|rack|pocket|day|season]
         [--paper a4|letter|legal] [--day mon…sun] [--session NAME]… [--no-gym] [--rack-order rack|plates|name]
  check [--athlete NAME | --template KEY]
  undo | redo | history
  backup FILE                        a whole copy of the database
  backups                            the copies that were made by themselves
  restore FILE | NAME                puts a copy in place; what was there is kept first
  verify                             what is wrong, if anything, and what to do
  salvage FILE                       reads what can be read of a damaged database into a new file
  export DIR                         everything, as JSON that comes back whole and as tables for spreadsheets
  pack FILE.ironstride [--athlete NAME]… [--passphrase-file FILE]
                                     athletes to hand over (sealed always), or without --athlete the whole desk
  open FILE.ironstride [--passphrase-file FILE] [--beside] [--dry-run]
                                     takes such a file in; a whole desk onto an empty one only
  erase --athlete NAME --name NAME [--remove-backups]
                                     deletes an athlete for good, from the history too; NAME is given twice
  operations                         every operation with its JSON Schemas
  call OPERATION [JSON | -]          any operation of the contract

Exit status: 0 done, 1 refused (the reason is on standard error), 2 wrong usage.
`;
