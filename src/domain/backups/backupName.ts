import { parsePlainDate, type PlainDate } from '../kernel/plainDate.ts';

/** Why a backup was made. */
export const BACKUP_KINDS = [
  'automatic',
  'byHand',
  'beforeUpdate',
  'beforeImport',
  'beforeRestore',
  /** What was held open when another file was put in the place of the database. */
  'rescued',
] as const;

export type BackupKind = (typeof BACKUP_KINDS)[number];

/**
 * A backup as its file is called. The number goes up with every backup: it says which is newer, also when the computer's
 * clock has been set back in between.
 */
export interface BackupName {
  readonly number: number;
  readonly madeOn: PlainDate;
  readonly kind: BackupKind;
}

/** As it stands in the file's name, for people who look into the folder. */
export const BACKUP_WORDS: Readonly<Record<BackupKind, string>> = {
  automatic: 'automatic',
  byHand: 'by hand',
  beforeUpdate: 'before an update',
  beforeImport: 'before an import',
  beforeRestore: 'before a restore',
  rescued: 'rescued',
};

/** `0042 2026-11-26 before an import.db` */
export const backupFileName = ({ number, madeOn, kind }: BackupName): string =>
  `${String(number).padStart(4, '0')} ${madeOn} ${BACKUP_WORDS[kind]}.db`;

/** What a file's name says of it; `undefined` of a file that is no backup of ours. */
export const readBackupFileName = (fileName: string): BackupName | undefined => {
  const [, number = '', date = '', words = ''] = /^(\d{4,9}) (\S{10}) (.+)\.db$/u.exec(fileName) ?? [];
  const madeOn = parsePlainDate(date);
  const kind = BACKUP_KINDS.find((one) => BACKUP_WORDS[one] === words);
  return madeOn === undefined || kind === undefined ? undefined : { number: Number(number), madeOn, kind };
};
