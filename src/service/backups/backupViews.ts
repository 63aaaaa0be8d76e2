import type { z } from 'zod';
import type { backupView } from '../../contract/schemas/backups.ts';
import type { Backup } from './backupFolder.ts';

/** A backup as a window is told of it. `stamp` is that of the database as it is now. */
export const backupViewOf = (
  { name, number, madeOn, kind, sizeBytes, examined }: Backup,
  stamp: string | undefined,
): z.output<typeof backupView> => ({
  name,
  number,
  madeOn,
  kind,
  sizeBytes,
  state: examined === undefined ? 'unchecked' : examined.isSound ? 'sound' : 'damaged',
  ...(examined?.madeAt === undefined ? {} : { madeAt: examined.madeAt }),
  ...(examined?.facts === undefined ? {} : { facts: examined.facts }),
  isAsNow: stamp !== undefined && examined?.stamp === stamp,
});
