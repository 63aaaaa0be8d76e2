import { createHash } from 'node:crypto';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { SheetLayout } from '../../domain/sheets/layouts.ts';
import { printedChanges, type PrintedSession } from '../../domain/sheets/printedSession.ts';
import { sheetCodeOf, type SheetCode } from '../../domain/sheets/sheetCode.ts';
import type { SheetStamp } from '../../domain/sheets/sheetMark.ts';
import type { ReadDb } from '../db/sql.ts';
import {
  newestVersions,
  printedSessionsOf,
  printedSheetOf,
  type NewPrintedSheet,
  type StoredPrintedSheet,
} from './printedSheetStore.ts';

/** A laid-out sheet before it is known which version it is. `dressed` gives it its stamp. */
export interface SheetDraft<Sheet> {
  readonly layout: SheetLayout;
  /** What it is a version of: printed again, it is the same sheet or the next version of it. */
  readonly series: string;
  readonly athleteId?: AthleteId | undefined;
  readonly title: string;
  readonly startsOn: PlainDate;
  readonly isNoGym: boolean;
  readonly sessions: readonly PrintedSession[];
  /** All that is read on it; equal when nothing has changed. */
  readonly reading: unknown;
  readonly dressed: (stamp: SheetStamp) => Sheet;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Twelve hexadecimal digits are as many as a whole number holds exactly. */
const numberIn = (hex: string): number => Number.parseInt(hex.slice(0, 12), 16);

/** The first code from the sheet's own on that no other sheet bears. */
const freeCode = (db: ReadDb, series: string, version: number): SheetCode => {
  let number = numberIn(digest(`${series} v${version}`));
  while (printedSheetOf(db, sheetCodeOf(number)) !== undefined) number += 1;
  return sheetCodeOf(number);
};

const sinceOf = (db: ReadDb, before: StoredPrintedSheet | undefined, now: readonly PrintedSession[]) =>
  before === undefined
    ? {}
    : { since: { printedOn: before.printedOn, changes: printedChanges(printedSessionsOf(db, before.id), now) } };

/** Which version a sheet is: the newest one printed when it reads the same, else the next. */
export const stampOf = <Sheet>(db: ReadDb, draft: SheetDraft<Sheet>, today: PlainDate): SheetStamp => {
  const [newest, before] = newestVersions(db, draft.series, 2);
  if (newest !== undefined && newest.reading === digest(JSON.stringify(draft.reading))) {
    const { sheetCode, version, printedOn } = newest;
    return { sheetCode, version, printedOn, isPrinted: true, ...sinceOf(db, before, draft.sessions) };
  }
  const version = (newest?.version ?? 0) + 1;
  return {
    sheetCode: freeCode(db, draft.series, version),
    version,
    printedOn: today,
    isPrinted: false,
    ...sinceOf(db, newest, draft.sessions),
  };
};

/** What is kept of a sheet that is printed. */
export const toBeKept = <Sheet>(draft: SheetDraft<Sheet>, { sheetCode, version }: SheetStamp): NewPrintedSheet => ({
  sheetCode,
  version,
  layout: draft.layout,
  series: draft.series,
  athleteId: draft.athleteId,
  title: draft.title,
  startsOn: draft.startsOn,
  isNoGym: draft.isNoGym,
  reading: digest(JSON.stringify(draft.reading)),
  sessions: draft.sessions,
});
