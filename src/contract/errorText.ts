import type { FileRefusal } from '../domain/imports/draft.ts';
import type { Failure, WireFailure } from '../domain/kernel/failure.ts';

const WHAT_IS_ASKED: Readonly<Record<string, string>> = {
  massUnit: 'kilograms or pounds',
  distanceUnit: 'kilometres or miles',
  dateOrder: 'day first or month first',
  timeZone: 'the time zone',
  athlete: 'whose file it is',
  exercise: 'which exercise is meant',
  encoding: 'the text encoding',
};

const SHEET_CODE_SLIPS = {
  length: 'it has six letters and digits',
  letter: 'O, I, L, B, S, Z and 0, 1 never stand in one',
  check: 'one of its letters is wrong or two have changed places',
} as const;

const FOLDER_FAULTS = {
  notWhole: 'is no whole path; write it from the beginning, such as /home/you/Exports or C:\\Users\\you\\Exports',
  missing: 'is not there; it may have been renamed, or be on a disk that is not connected',
  noFolder: 'is a file, not a folder',
  notAllowed: 'may not be read by Ironstride; give it leave, or choose another folder',
  tooMany: 'has more than 20,000 files in it; choose a folder for exports alone',
  unreachable: 'cannot be read just now; it may be on a disk or a network that is not connected',
} as const;

const BACKUP_FAULTS = {
  damaged: 'it is damaged itself',
  newer: 'a newer Ironstride has written it',
  notOurs: 'it is no database of Ironstride',
} as const;

const PACK_FAULTS = {
  notOurs:
    'This file was not made by Ironstride. Choose one whose name ends in .ironstride, or the ironstride.json of an export.',
  damaged:
    'This file is damaged: it is not as it was when it was made. Ask for it to be sent again; copy it by a stick if it was sent by mail.',
  newer: 'This file was made by a newer Ironstride. Update Ironstride on this computer, then open it again.',
  tooLarge: 'This file is larger than any that is opened (512 MB, 1 GB unpacked). Hand over fewer athletes at a time.',
} as const;

const COPY_FOLDER_FAULTS = {
  notWhole: 'is no whole path; write it from the beginning, such as /media/stick or E:\\Backups',
  missing: 'is not there; it may be on a disk that is not connected',
  noFolder: 'is a file, not a folder',
  notWritable: 'may not be written by Ironstride; give it leave, or choose another folder',
  itsOwn: 'is where the backups are kept already; a copy belongs on another disk',
} as const;

/** Why a file was not taken, and what to do: one sentence. */
export const refusalText = (refusal: FileRefusal): string => {
  const where = refusal.line === undefined ? '' : `Line ${refusal.line}: `;
  return `${where}found ${refusal.found}; expected ${refusal.expected}.`;
};

/** `3 recorded sets and 1 place in a program use it` */
const usesText = ({ sets, slots, tests }: { sets: number; slots: number; tests: number }): string => {
  const parts = [
    ...(sets === 0 ? [] : [`${sets} recorded ${sets === 1 ? 'set' : 'sets'}`]),
    ...(slots === 0 ? [] : [`${slots} ${slots === 1 ? 'place' : 'places'} in programs`]),
    ...(tests === 0 ? [] : [`${tests} ${tests === 1 ? 'test' : 'tests'}`]),
  ];
  return `${parts.join(' and ')} ${sets + slots + tests === 1 ? 'uses' : 'use'} it`;
};

/** The only place where failures become sentences: what happened, what was kept, what to do. */
export const errorText = (error: Failure | WireFailure): string => {
  switch (error.tag) {
    case 'AthleteNotFound':
      return 'This athlete is no longer on the roster. Undo may bring them back.';
    case 'AthleteArchived':
      return `${error.name} is archived. Bring them back first.`;
    case 'NameTaken':
      if (error.by === 'exercise') {
        return `There is already an exercise called “${error.name}”. Give this one another name.`;
      }
      return `There is already an athlete called “${error.name}”. Give this one another name, such as a second initial.`;
    case 'NoSuchName':
      return `Nobody on the roster is called “${error.name}”.${
        error.nearest.length > 0 ? ` Did you mean ${error.nearest.join(', ')}?` : ''
      }`;
    case 'NameAmbiguous':
      return `${error.count} athletes are called “${error.name}…”. Write the whole name.`;
    case 'RaceNotFound':
      return 'This race is no longer there.';
    case 'ExerciseNotFound':
      return `There is no exercise “${error.exerciseKey}” in the library.`;
    case 'EntryNotFound':
      return 'There is no such entry on that day. Undo may bring it back.';
    case 'NothingReported':
      return 'Nothing was filled in, so there is nothing to record.';
    case 'ExerciseShipped':
      return `“${error.name}” came with Ironstride and stays as it is. Add an exercise of your own instead.`;
    case 'ExerciseInUse':
      return `“${error.name}” stays: ${usesText(error)}. Archive it, and it is no longer offered.`;
    case 'LadderLoops':
      return `The ladder of “${error.name}” would lead back to itself. Choose another easier or harder step.`;
    case 'ProgramNotFound':
      return 'This program no longer exists. Undo may bring it back.';
    case 'StaleRevision':
      return `${error.athlete === undefined ? 'This program' : `The program of ${error.athlete}`} was changed elsewhere in the meantime. Nothing was written; look again and repeat the change.`;
    case 'WeekNotFound':
      return `The program has no week ${error.week}. Nothing was changed.`;
    case 'SlotNotFound':
      return `Week ${error.week}, ${error.session}: the program has no ${error.label} there. Nothing was changed.`;
    case 'TemplateNotFound':
      return `There is no program template “${error.templateKey}”.`;
    case 'TemplateShipped':
      return `${error.name} ships with Ironstride and stays as it is. Duplicate it and change the copy.`;
    case 'TemplateNameTaken':
      return `There is a template called ${error.name} already. Choose another name.`;
    case 'RampIsBuilt':
      return 'The start ramp is built for each entry class and cannot be duplicated. Assign it, and make a template of that program.';
    case 'VersionNotFound':
      return `The template has no version ${error.version}.`;
    case 'RuleNotFound':
      return `There is no rule “${error.rule}” in the science register.`;
    case 'OutsideDomain':
      return `${error.rule} has no answer to this. ${error.reason}`;
    case 'NotMonday':
      return `Programs start on a Monday; ${error.date} is not one.`;
    case 'SpanTooLong':
      return `${error.days} days are too many to show at once; ${error.most} is the most.`;
    case 'EndsBeforeItBegins':
      return 'The last day lies before the first. Choose the days the other way about.';
    case 'NotInItsWeek':
      return `A session stays in its week, ${error.from} to ${error.to}. Copy it in the program to have it in another.`;
    case 'NeedsReason':
      return `This place breaks a rule: ${error.broken.join('; ')}. Say why, and it is kept with your reason.`;
    case 'NobodyAssignable':
      return 'Nobody chosen can start this program then. Nothing was assigned; the preview says why for each.';
    case 'RaceTooSoon':
      return `${error.race} on ${error.racedOn} comes before the program could end. Nothing was changed.`;
    case 'NothingToUndo':
      return 'There is nothing to undo.';
    case 'StepNotFound':
      return 'This step is no longer where it was: it was undone, brought again or forgotten in the meantime. Nothing was changed.';
    case 'StepsInTheWay':
      return `Nothing was taken back: ${error.labels.map((label) => `“${label}”`).join(', ')} ${error.labels.length === 1 ? 'stands' : 'stand'} in the way.`;
    case 'RowsInTheWay':
      return 'Nothing was taken back: what was there before no longer fits what others have now, such as a name that is taken or an exercise that was removed.';
    case 'NothingToRedo':
      return 'There is nothing to redo.';
    case 'ImportNotFound':
      return 'This import is not in the history.';
    case 'ImportTakenBack':
      return 'This import has been taken back already.';
    case 'UploadMissing':
      return 'The file is no longer waiting to be imported. Drop it again.';
    case 'NothingToImport':
      return 'There is nothing in these files to import. Nothing was changed.';
    case 'DecisionNeeded':
      return `${error.file} does not say ${WHAT_IS_ASKED[error.what] ?? error.what}${
        error.evidence === '' ? '' : ` (${error.evidence})`
      }. Nothing was imported; say which, and try again.`;
    case 'FileRefused':
      return `${error.file} was not imported. ${refusalText(error.refusal)}`;
    case 'FolderUnreadable':
      return `The folder ${error.path} ${FOLDER_FAULTS[error.why]}.`;
    case 'RosterNotEmpty':
      return `There are ${error.athletes} athletes already. The sample roster only goes into an empty database, so that it is never mixed with your people.`;
    case 'SheetCodeMistyped':
      return `“${error.typed}” is not a sheet code: ${SHEET_CODE_SLIPS[error.slip]}. Read it once more; it stands at the foot of the sheet.`;
    case 'SheetNotFound':
      return `No sheet ${error.sheetCode} was printed from this desk. It may come from another computer, or from before a copy was restored.`;
    case 'NothingToTypeIn':
      return `“${error.title}” has no sessions to type in. Weekly sheets, pocket strips, block cards and rack sheets have.`;
    case 'SessionNotOnSheet':
      return `${error.session} is no longer planned there. Nothing was recorded; open it again. What you typed is kept.`;
    case 'NothingLifted':
      return `Every set of ${error.session} is marked as not done. Mark the session as not done instead; nothing was recorded.`;
    case 'TypingNotUnderstood':
      return `${error.session}, ${error.place}: found “${error.found}”; expected ${error.expected}. Nothing was recorded; what you typed is kept.`;
    case 'PdfFailed':
      return `The PDF was not made: ${error.reason}.`;
    case 'NotOfferedHere':
      return `${error.what} is not offered in this window.`;
    case 'FileNotWritten':
      return `${error.path} was not written: ${error.reason}.`;
    case 'BackupNotFound':
      return `There is no backup ${error.name}. It may have been moved, or be on a disk that is not connected.`;
    case 'BackupUnusable':
      return `${error.name} cannot be restored: ${BACKUP_FAULTS[error.why]}. Nothing was changed; choose another one.`;
    case 'BackupFailed':
      return error.before === undefined
        ? `The backup was not made: ${error.reason}. The database itself is as it was.`
        : `The backup that is made before every ${error.before === 'import' ? 'large import' : 'restore'} could not be made: ${error.reason}. Nothing was changed.`;
    case 'CopyFolderUnusable':
      return `Backups cannot be copied to ${error.path}: it ${COPY_FOLDER_FAULTS[error.why]}.`;
    case 'NothingSalvaged':
      return `Nothing could be read from the damaged file: ${error.reason}. It is kept as it is; restore a backup instead.`;
    case 'DatabaseSound':
      return 'The database can be read as it is. Nothing was changed.';
    case 'PackNotFound':
      return `There is no file ${error.path} that can be read. It may have been moved, or be on a disk that is not connected.`;
    case 'PackUnreadable':
      return `${PACK_FAULTS[error.why]} Nothing was changed.`;
    case 'PassphraseNeeded':
      return 'This file is sealed. Type the passphrase that whoever made it has told you.';
    case 'PassphraseWrong':
      return 'This is not the passphrase of this file. Capitals and spaces count. Without the right one nobody can open it.';
    case 'PassphraseTooShort':
      return `A passphrase has at least ${error.least} characters; four or five words that do not belong together are good. Nothing was written.`;
    case 'NamesOnRoster':
      return `${error.names.join(', ')} ${error.names.length === 1 ? 'is' : 'are'} on the roster already. Choose to add beside, and the one who comes gets a number; nothing was changed.`;
    case 'DeskNotEmpty':
      return `A whole desk goes only onto an empty one, so that two rosters are never mixed${error.athletes === 0 ? '; this one has exercises or templates of its own' : `; this one has ${error.athletes} ${error.athletes === 1 ? 'athlete' : 'athletes'}`}. To replace everything, restore a backup instead. Nothing was changed.`;
    case 'NameNotTyped':
      return `To erase ${error.name} for good, type the name exactly as it stands there. Nothing was erased.`;
    case 'BadRequest':
      return `This could not be understood: ${error.problems
        .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
        .join('; ')}.`;
    case 'UnknownOperation':
      return `There is no operation “${error.operation}”.`;
    case 'Cancelled':
      return 'Stopped. Nothing was changed.';
    case 'DatabaseBusy':
      return 'The database is busy in another program. Nothing was changed; try again in a moment.';
    case 'DatabaseDamaged':
      return error.damage === 'missing'
        ? `${error.file} is not there, but there are backups of it. Restore one, or begin an empty desk.`
        : `${error.file} is damaged and cannot be worked on. Restore a backup, or save what can still be read; the damaged file is kept.`;
    case 'DatabaseGone':
      return `${error.file} was moved or replaced by another program while Ironstride had it open. Nothing more was written. ${
        error.rescuedAs === undefined
          ? 'Bring the file back, or its disk, and start Ironstride again.'
          : `What Ironstride held is kept as the backup “${error.rescuedAs}”. Start Ironstride again, look at what is there, and restore that backup if it is the right one.`
      }`;
    case 'DiskFull':
      return 'The disk is full. This was not done; everything before it is saved. Make room on the disk and try again.';
    case 'DatabaseReadOnly':
      return 'The database may not be written: its file, its folder or its disk is read-only. This was not done; everything before it is saved.';
    case 'DiskTrouble':
      return `The disk did not do as it was asked (${error.reason}). This was not done; everything before it is saved. Make a backup on another disk.`;
    case 'Disconnected':
      return 'Ironstride itself has been closed. Everything up to here is saved; start it again with “npm start”.';
    case 'Defect':
      return `Something went wrong inside Ironstride, and nothing was changed. Reference ${error.reference}.`;
  }
};
