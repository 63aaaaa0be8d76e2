import { z } from 'zod';
import { columnMapping } from '../../contract/schemas/columnMapping.ts';
import type { ColumnMapping } from '../../domain/imports/columnMapping.ts';
import { change, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const mappingRow = z.object({ mapping_json: z.string() });

/** What was said of the columns of a file with this signature, as it is stored. */
const storedMapping = (db: ReadDb, signature: string): string | undefined =>
  readOne(db, mappingRow, 'SELECT mapping_json FROM import_mapping WHERE signature = ?', signature)?.mapping_json;

export const rememberedMapping = (db: ReadDb, signature: string): ColumnMapping | undefined => {
  const json = storedMapping(db, signature);
  return json === undefined ? undefined : columnMapping.parse(JSON.parse(json));
};

const store = (db: WriteDb, signature: string, json: string, at: string): void => {
  change(
    db,
    `INSERT INTO import_mapping (signature, mapping_json, said_at) VALUES (?, ?, ?)
     ON CONFLICT (signature) DO UPDATE SET mapping_json = excluded.mapping_json, said_at = excluded.said_at`,
    signature,
    json,
    at,
  );
};

/** A mapping that an import has taught the store, and what stood there before: enough to unlearn it. */
export interface LearntMapping {
  readonly signature: string;
  readonly before?: string | undefined;
}

/** Remembers a mapping. `undefined` when it was known just so. */
export const rememberMapping = (
  db: WriteDb,
  signature: string,
  mapping: ColumnMapping,
  at: string,
): LearntMapping | undefined => {
  const before = storedMapping(db, signature);
  const json = JSON.stringify(mapping);
  if (before === json) return undefined;
  store(db, signature, json, at);
  return before === undefined ? { signature } : { signature, before };
};

export const forgetMappings = (db: WriteDb, learnt: readonly LearntMapping[], at: string): void => {
  for (const { signature, before } of learnt) {
    if (before === undefined) change(db, 'DELETE FROM import_mapping WHERE signature = ?', signature);
    else store(db, signature, before, at);
  }
};
