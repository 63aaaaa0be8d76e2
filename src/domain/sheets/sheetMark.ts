import type { PlainDate } from '../kernel/plainDate.ts';
import { fullDate, shortDate } from './dateText.ts';
import type { PrintedChange } from './printedSession.ts';
import type { SheetCode } from './sheetCode.ts';
import type { SheetWords } from './sheetWords.ts';

/** What tells one printed sheet from every other. */
export interface SheetStamp {
  readonly sheetCode: SheetCode;
  /** 1 for the first time; what is printed again unchanged keeps it. */
  readonly version: number;
  readonly printedOn: PlainDate;
  /** Whether this very version has been printed before. */
  readonly isPrinted: boolean;
  /** The day of the version before this one, and what has changed since; absent for a first version. */
  readonly since?: { readonly printedOn: PlainDate; readonly changes: readonly PrintedChange[] } | undefined;
}

/** The stamp as words of a page. */
export interface SheetMark {
  readonly sheetCode: SheetCode;
  readonly version: number;
  readonly printedOn: PlainDate;
  readonly isPrinted: boolean;
  readonly versionText: string;
  /** `changed since 20 Nov`; only where something that is lifted has changed. */
  readonly changedText?: string | undefined;
  /** `No longer planned: …` */
  readonly goneText?: string | undefined;
}

export const layOutMark = ({ since, ...stamp }: SheetStamp, words: SheetWords): SheetMark => {
  const gone = since?.changes.filter(({ change }) => change === 'gone') ?? [];
  return {
    ...stamp,
    versionText: words.version(stamp.version, fullDate(stamp.printedOn, words.dates)),
    ...(since === undefined || since.changes.length === 0
      ? {}
      : { changedText: words.changedSince(shortDate(since.printedOn, words.dates)) }),
    ...(gone.length === 0
      ? {}
      : { goneText: words.gone(gone.map(({ session, label }) => `${session} ${label}`).join(', ')) }),
  };
};
