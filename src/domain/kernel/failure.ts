import type { FileRefusal } from '../imports/draft.ts';
import type { PlainDate } from './plainDate.ts';

/**
 * Everything that may be refused for a reason a coach can understand. Facts only: the renderer's `errorText.ts`
 * turns them into sentences, and the compiler demands one for every tag.
 */
export type Failure =
  | { readonly tag: 'AthleteNotFound'; readonly athleteId: number }
  | { readonly tag: 'AthleteArchived'; readonly name: string }
  | { readonly tag: 'NameTaken'; readonly name: string; readonly by?: 'exercise' }
  | { readonly tag: 'NoSuchName'; readonly name: string; readonly nearest: readonly string[] }
  | { readonly tag: 'NameAmbiguous'; readonly name: string; readonly count: number }
  | { readonly tag: 'RaceNotFound'; readonly raceId: number }
  | { readonly tag: 'ExerciseNotFound'; readonly exerciseKey: string }
  | { readonly tag: 'EntryNotFound' }
  | { readonly tag: 'NothingReported' }
  | { readonly tag: 'ExerciseShipped'; readonly name: string }
  | {
      readonly tag: 'ExerciseInUse';
      readonly name: string;
      readonly sets: number;
      readonly slots: number;
      readonly tests: number;
    }
  | { readonly tag: 'LadderLoops'; readonly name: string }
  | { readonly tag: 'ProgramNotFound'; readonly programId: number }
  | { readonly tag: 'StaleRevision'; readonly revision: number; readonly athlete?: string }
  | { readonly tag: 'WeekNotFound'; readonly week: number }
  | { readonly tag: 'SlotNotFound'; readonly week: number; readonly session: string; readonly label: string }
  | { readonly tag: 'TemplateNotFound'; readonly templateKey: string }
  | { readonly tag: 'TemplateShipped'; readonly name: string }
  | { readonly tag: 'TemplateNameTaken'; readonly name: string }
  | { readonly tag: 'RampIsBuilt' }
  | { readonly tag: 'VersionNotFound'; readonly version: number }
  | { readonly tag: 'RuleNotFound'; readonly rule: string }
  | { readonly tag: 'OutsideDomain'; readonly rule: string; readonly reason: string }
  | { readonly tag: 'NotMonday'; readonly date: PlainDate }
  | { readonly tag: 'NobodyAssignable' }
  | { readonly tag: 'SpanTooLong'; readonly days: number; readonly most: number }
  | { readonly tag: 'EndsBeforeItBegins' }
  | { readonly tag: 'NotInItsWeek'; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly tag: 'NeedsReason'; readonly broken: readonly string[] }
  | { readonly tag: 'RaceTooSoon'; readonly race: string; readonly racedOn: PlainDate }
  | { readonly tag: 'NothingToUndo' }
  | { readonly tag: 'NothingToRedo' }
  | { readonly tag: 'StepNotFound'; readonly step: number }
  | { readonly tag: 'StepsInTheWay'; readonly labels: readonly string[] }
  | { readonly tag: 'RowsInTheWay' }
  | { readonly tag: 'ImportNotFound'; readonly importId: number }
  | { readonly tag: 'ImportTakenBack'; readonly importId: number }
  | { readonly tag: 'UploadMissing'; readonly token: string }
  | { readonly tag: 'NothingToImport' }
  | { readonly tag: 'DecisionNeeded'; readonly file: string; readonly what: string; readonly evidence: string }
  | { readonly tag: 'FileRefused'; readonly file: string; readonly refusal: FileRefusal }
  | {
      readonly tag: 'FolderUnreadable';
      readonly path: string;
      readonly why: 'notWhole' | 'missing' | 'noFolder' | 'notAllowed' | 'tooMany' | 'unreachable';
    }
  | { readonly tag: 'RosterNotEmpty'; readonly athletes: number }
  | { readonly tag: 'SheetCodeMistyped'; readonly typed: string; readonly slip: 'length' | 'letter' | 'check' }
  | { readonly tag: 'SheetNotFound'; readonly sheetCode: string }
  | { readonly tag: 'NothingToTypeIn'; readonly title: string }
  | { readonly tag: 'SessionNotOnSheet'; readonly session: string }
  | { readonly tag: 'NothingLifted'; readonly session: string }
  | {
      readonly tag: 'TypingNotUnderstood';
      readonly session: string;
      /** Where on the sheet: `A1, set 2`. */
      readonly place: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly tag: 'PdfFailed'; readonly reason: string }
  | { readonly tag: 'NotOfferedHere'; readonly what: string }
  | { readonly tag: 'FileNotWritten'; readonly path: string; readonly reason: string }
  | { readonly tag: 'BackupNotFound'; readonly name: string }
  | { readonly tag: 'BackupUnusable'; readonly name: string; readonly why: 'damaged' | 'newer' | 'notOurs' }
  | { readonly tag: 'BackupFailed'; readonly reason: string; readonly before?: 'restore' | 'import' }
  | {
      readonly tag: 'CopyFolderUnusable';
      readonly path: string;
      readonly why: 'notWhole' | 'missing' | 'noFolder' | 'notWritable' | 'itsOwn';
    }
  | { readonly tag: 'NothingSalvaged'; readonly reason: string }
  | { readonly tag: 'DatabaseSound' }
  | { readonly tag: 'PackNotFound'; readonly path: string }
  | { readonly tag: 'PackUnreadable'; readonly why: 'notOurs' | 'damaged' | 'newer' | 'tooLarge' }
  | { readonly tag: 'PassphraseNeeded' }
  | { readonly tag: 'PassphraseWrong' }
  | { readonly tag: 'PassphraseTooShort'; readonly least: number }
  | { readonly tag: 'NamesOnRoster'; readonly names: readonly string[] }
  | { readonly tag: 'DeskNotEmpty'; readonly athletes: number }
  | { readonly tag: 'NameNotTyped'; readonly name: string };

export type FailureTag = Failure['tag'];

/** What may go wrong with any request, whatever the operation. */
export type WireFailure =
  | { readonly tag: 'BadRequest'; readonly problems: readonly { readonly path: string; readonly message: string }[] }
  | { readonly tag: 'UnknownOperation'; readonly operation: string }
  | { readonly tag: 'Cancelled' }
  | { readonly tag: 'DatabaseBusy' }
  | { readonly tag: 'DatabaseDamaged'; readonly file: string; readonly damage: 'damaged' | 'missing' }
  /** Another file was put in its place while it was open; what was held is kept as a backup of this name. */
  | { readonly tag: 'DatabaseGone'; readonly file: string; readonly rescuedAs?: string }
  | { readonly tag: 'DiskFull' }
  | { readonly tag: 'DatabaseReadOnly' }
  | { readonly tag: 'DiskTrouble'; readonly reason: string }
  | { readonly tag: 'Disconnected' }
  | { readonly tag: 'Defect'; readonly reference: string };
