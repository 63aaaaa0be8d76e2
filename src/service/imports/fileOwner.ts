import type { z } from 'zod';
import type { fileOwner } from '../../contract/schemas/imports.ts';
import type { ImportDraft } from '../../domain/imports/draft.ts';
import { whoseFile, type Person } from '../../domain/imports/whoseFile.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { ReadDb } from '../db/sql.ts';
import { sharedEntries } from './ownerStore.ts';
import type { ImportFile } from './readUpload.ts';

export type FileOwner = z.output<typeof fileOwner>;

/** Whose file it is by what it says itself: its entries, names in it, its folder, its name. `undefined`: it says nothing. */
export const ownerSaid = (
  db: ReadDb,
  { fileName, folder }: ImportFile,
  draft: ImportDraft,
  people: readonly Person<AthleteId>[],
): FileOwner | undefined => {
  const { namesInside } = draft;
  const whose = whoseFile({ fileName, folder, namesInside, entries: sharedEntries(db, draft) }, people);
  if (whose.kind === 'unknown') return undefined;
  const ids = whose.kind === 'sure' ? [whose.athleteId] : whose.athleteIds;
  const athletes = ids.flatMap((id) => people.find(({ athleteId }) => athleteId === id) ?? []);
  return athletes.length === 0
    ? undefined
    : {
        why: whose.why,
        isSure: whose.kind === 'sure',
        athletes: athletes.map(({ athleteId, name }) => ({ athleteId, name })),
      };
};
