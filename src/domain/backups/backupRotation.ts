import { isoWeekOf } from '../kernel/plainDate.ts';
import type { BackupName } from './backupName.ts';

/** How many backups stay: the last one of so many days, weeks and months on which there are any. */
export interface BackupPolicy {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
  /** Of each kind that was made before something: before an import, an update, a restore. */
  readonly before: number;
}

export const BACKUP_POLICY: BackupPolicy = { days: 14, weeks: 8, months: 12, before: 5 };

/** Imports of this size (bytes of their files) and above are preceded by a backup. */
export const BACKUP_BEFORE_IMPORT_BYTES = 4_000_000;

/** A backup as far as rotation is concerned. One that is not sound keeps nothing else out. */
export interface RotatedBackup extends BackupName {
  readonly isSound: boolean;
}

/** The first of each of the first so many groups. */
const firstOfEach = <T>(list: readonly T[], groupOf: (one: T) => string, most: number): T[] => {
  const groups = new Map<string, T>();
  for (const one of list) {
    const group = groupOf(one);
    if (!groups.has(group) && groups.size < most) groups.set(group, one);
  }
  return [...groups.values()];
};

/**
 * Which backups are no longer needed. Days, weeks and months are counted back from the newest backup and not from today, so that a
 * computer that lay in a drawer for a year, or whose clock was set back, loses none of what it has. Backups made by hand and those
 * that were found damaged are left to the coach.
 */
export const backupsToRemove = <T extends RotatedBackup>(
  backups: readonly T[],
  policy: BackupPolicy = BACKUP_POLICY,
): T[] => {
  const newestFirst = backups.filter(({ isSound }) => isSound).toSorted((a, b) => b.number - a.number);
  const automatic = newestFirst.filter(({ kind }) => kind === 'automatic');
  const kept = new Set<T>([
    ...firstOfEach(automatic, ({ madeOn }) => madeOn, policy.days),
    ...firstOfEach(automatic, ({ madeOn }) => isoWeekOf(madeOn), policy.weeks),
    ...firstOfEach(automatic, ({ madeOn }) => madeOn.slice(0, 7), policy.months),
  ]);
  for (const kind of ['beforeUpdate', 'beforeImport', 'beforeRestore'] as const)
    for (const one of newestFirst.filter((backup) => backup.kind === kind).slice(0, policy.before)) kept.add(one);
  return newestFirst.filter((one) => !kept.has(one) && one.kind !== 'byHand' && one.kind !== 'rescued');
};
