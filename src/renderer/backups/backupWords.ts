import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { BackupKind } from '../../domain/backups/backupName.ts';
import { count, fullDay, moment } from '../format.ts';

export type BackupList = OutputOf<Contract['backups']['list']>;
export type BackupView = BackupList['backups'][number];
export type Counts = NonNullable<BackupView['facts']>['counts'];
export type Comparison = OutputOf<Contract['backups']['compare']>;

export const KIND_WORDS: Readonly<Record<BackupKind, string>> = {
  automatic: 'automatic',
  byHand: 'by hand',
  beforeUpdate: 'before an update',
  beforeImport: 'before an import',
  beforeRestore: 'before a restore',
  rescued: 'rescued',
};

export const COUNTED = [
  { thing: 'athletes', label: 'Athletes' },
  { thing: 'programs', label: 'Programs' },
  { thing: 'sessions', label: 'Sessions' },
  { thing: 'sets', label: 'Sets' },
  { thing: 'runs', label: 'Runs' },
] as const satisfies readonly { thing: keyof Counts; label: string }[];

/** `26 Nov, 13:31`, or the day alone where the moment is not known. */
export const madeWords = ({ madeAt, madeOn }: BackupView): string =>
  madeAt === undefined ? fullDay(madeOn) : moment(madeAt);

/** `640 kB`, `12 MB`, `1.4 GB`. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000_000) return `${count(Math.ceil(bytes / 1000))} kB`;
  if (bytes < 1_000_000_000) return `${count(bytes / 1_000_000)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
};

/** `+3`, `−12`: so many more or fewer than there are now; empty where there are as many. */
export const differenceWords = (then: number, now: number | undefined): string => {
  if (now === undefined || then === now) return '';
  return then > now ? `+${count(then - now)}` : `−${count(now - then)}`;
};

/** `“Add Ben” on 26 Nov, 13:31` */
export const changeWords = (newest: { readonly label: string; readonly at: string } | undefined): string =>
  newest === undefined ? 'nothing yet' : `“${newest.label}”, ${moment(newest.at)}`;
