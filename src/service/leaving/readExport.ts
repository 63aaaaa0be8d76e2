import { z } from 'zod';
import type { Failure } from '../../domain/kernel/failure.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { migrations } from '../db/migrations/index.ts';
import { EXPORT_FORMAT, EXPORT_VERSION } from './writeExport.ts';

export type PackFailure = Extract<Failure, { readonly tag: 'PackUnreadable' | 'PassphraseNeeded' | 'PassphraseWrong' }>;

export const unreadable = (why: Extract<Failure, { tag: 'PackUnreadable' }>['why']): PackFailure => ({
  tag: 'PackUnreadable',
  why,
});

const head = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.int(),
  schema: z.int(),
  scope: z.enum(['desk', 'athletes']),
  madeOn: z.string(),
  madeBy: z.string(),
});

const row = z.record(z.string(), z.union([z.string(), z.number()]));
export type ExportRow = z.output<typeof row>;

const whole = head.extend({ tables: z.record(z.string(), z.array(row)) });

export type ExportHead = z.output<typeof head>;

export interface ReadExport {
  readonly head: ExportHead;
  /** Every row with its table, in the order of the file. Throws `BrokenExport` where the file breaks off or is not what it says. */
  readonly rows: () => Generator<{ readonly table: string; readonly row: ExportRow }, void>;
}

/** The text is no export, although it began as one. */
export class BrokenExport extends Error {}

/** A text in another layout than ours is read as a whole, and so may not be larger. */
const MOST_AS_A_WHOLE = 256 * 1024 * 1024;

const parsed = <S extends z.ZodType>(schema: S, text: string): z.output<S> | undefined => {
  try {
    const found = schema.safeParse(JSON.parse(text));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
};

function* linesOf(bytes: Buffer): Generator<string, void> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    const stop = end === -1 ? bytes.length : end;
    yield bytes.toString('utf8', at, stop);
    at = stop + 1;
  }
}

const TABLE = /^"(\w+)":\[$/u;

/** In our own layout: a row a line. */
function* rowsByLine(bytes: Buffer): ReturnType<ReadExport['rows']> {
  let table: string | undefined;
  let isFirst = true;
  let isWhole = false;
  for (const line of linesOf(bytes)) {
    if (isFirst) {
      isFirst = false;
      continue;
    }
    if (table === undefined) {
      table = TABLE.exec(line)?.[1];
      if (line === '}}') isWhole = true;
      if (table === undefined && line !== '}}')
        throw new BrokenExport(`a table was to begin, and there is ${line.slice(0, 40)}`);
      continue;
    }
    if (line === '],' || line === ']') {
      table = undefined;
      continue;
    }
    const found = parsed(row, line.endsWith(',') ? line.slice(0, -1) : line);
    if (found === undefined) throw new BrokenExport(`a row of ${table} is not one`);
    yield { table, row: found };
  }
  if (!isWhole) throw new BrokenExport('it breaks off');
}

const newerThanThis = ({ version, schema }: { version: number; schema: number }): boolean =>
  version > EXPORT_VERSION || schema > migrations.length;

const ofWhole = (bytes: Buffer): Result<ReadExport, PackFailure> => {
  if (bytes.length > MOST_AS_A_WHOLE) return fail(unreadable('tooLarge'));
  const text = bytes.toString('utf8');
  const begun = parsed(head, text);
  if (begun === undefined) return fail(unreadable(text.includes(EXPORT_FORMAT) ? 'damaged' : 'notOurs'));
  if (newerThanThis(begun)) return fail(unreadable('newer'));
  const found = parsed(whole, text);
  if (found === undefined) return fail(unreadable('damaged'));
  return ok({
    head: found,
    *rows() {
      for (const [table, rows] of Object.entries(found.tables)) for (const one of rows) yield { table, row: one };
    },
  });
};

/** Understands the text of an export. */
export const readExport = (bytes: Buffer): Result<ReadExport, PackFailure> => {
  const [first = ''] = linesOf(bytes);
  const ending = ',"tables":{';
  if (!first.endsWith(ending)) return ofWhole(bytes);
  const found = parsed(head, `${first.slice(0, -ending.length)}}`);
  if (found === undefined) return fail(unreadable(first.includes(EXPORT_FORMAT) ? 'damaged' : 'notOurs'));
  if (newerThanThis(found)) return fail(unreadable('newer'));
  return ok({ head: found, rows: () => rowsByLine(bytes) });
};
