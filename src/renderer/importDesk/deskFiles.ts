import type { Contract } from '../../contract/contract.ts';
import type { InputOf, OutputOf } from '../../contract/derive.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { ColumnMapping } from '../../domain/imports/columnMapping.ts';
import type { FileRefusal } from '../../domain/imports/draft.ts';
import type { TableSample } from '../../domain/imports/tableSample.ts';

export type ImportPreview = OutputOf<Contract['imports']['preview']>;
export type ImportReading = ImportPreview['files'][number];
export type FileOwner = NonNullable<ImportReading['owner']>;
export type ImportReceipt = OutputOf<Contract['imports']['commit']>;
export type ExerciseQuestion = ImportPreview['exercises'][number];
export type ImportOrder = InputOf<Contract['imports']['commit']>;
export type PreviewOrder = InputOf<Contract['imports']['preview']>;
export type OrderedFile = ImportOrder['files'][number];
export type Target = NonNullable<OrderedFile['target']>;
export type Choices = OrderedFile['choices'];

/** As many as one import takes. */
export const MOST_FILES = LIMITS.filesAtOnce.most;

/** A file as it comes in, with the names of the folders it lay in, if it came in one. */
export interface DroppedFile {
  readonly file: File;
  readonly folder?: string;
}

/** A file on the desk: on its way, waiting to be imported, or not readable at all. */
export interface DeskFile {
  /** Its name here: a second `strong.csv` is `strong.csv (2)`, because answers come back by name. */
  readonly name: string;
  /** What names its bytes in requests; absent while they are on their way. */
  readonly token?: string;
  /** Why it was not even sent. */
  readonly refusal?: FileRefusal;
  /** The folder it was dropped in, or lies in below the watched one. */
  readonly folder?: string;
  /** Of a file of the watched folder: where it lies there, and by what it is known again; the hash once it is read. */
  readonly watched?: {
    readonly path: string;
    readonly fileName: string;
    readonly sizeBytes: number;
    readonly hash?: string;
  };
  /** The coach's own answer; absent: whose the file says it is, else whose all others are. */
  readonly target?: Target;
  readonly choices: Choices;
}

/** A file of the watched folder that is not here yet: it cannot be told by what is in it. */
export const isBeingFetched = ({ watched }: DeskFile): boolean => watched !== undefined && watched.hash === undefined;

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${name} (${n})`;
    if (!taken.has(candidate)) return candidate;
  }
};

/** New files beside those on the desk, each with a name of its own. */
export const namedApart = (fileNames: readonly string[], onDesk: readonly DeskFile[]): string[] => {
  const taken = new Set(onDesk.map((file) => file.name));
  return fileNames.map((fileName) => {
    const name = freeName(fileName.slice(-250), taken);
    taken.add(name);
    return name;
  });
};

/** A new athlete without a name is nobody yet. */
const isSomebody = (target: Target | undefined): target is Target =>
  target !== undefined && (target.kind === 'athlete' || target.name.trim() !== '');

/** Whose a file says it is, when it says so beyond doubt. */
export const saidTarget = (reading: ImportReading | undefined): Target | undefined => {
  const { isSure = false, athletes = [] } = reading?.owner ?? {};
  const [said] = athletes;
  return isSure && said !== undefined ? { kind: 'athlete', athleteId: said.athleteId } : undefined;
};

/** Whose file it is: the coach's word before the file's, and that before what was said of all others. */
export const targetOf = (
  file: DeskFile,
  reading: ImportReading | undefined,
  forAll: Target | undefined,
): Target | undefined => [file.target, saidTarget(reading), forAll].find(isSomebody);

const orderedFile = (file: DeskFile, target: Target | undefined): OrderedFile[] => {
  const { token, name, folder, choices } = file;
  if (token === undefined) return [];
  return [
    {
      token,
      fileName: name,
      choices,
      ...(folder === undefined ? {} : { folder }),
      ...(isSomebody(target) ? { target } : {}),
    },
  ];
};

/** The files to look at, and whose those are that do not say it. */
export const askedFiles = (files: readonly DeskFile[], forAll: Target | undefined): PreviewOrder => ({
  files: files.flatMap((file) => orderedFile(file, file.target)),
  ...(isSomebody(forAll) ? { otherwise: forAll } : {}),
});

/** The files to import, each with whose it is. */
export const orderedFiles = (
  read: readonly { readonly file: DeskFile; readonly reading: ImportReading }[],
  forAll: Target | undefined,
): OrderedFile[] => read.flatMap(({ file, reading }) => orderedFile(file, targetOf(file, reading, forAll)));

/** What is known of one file: how it reads, why it was refused, or nothing yet. */
export interface FileAnswer {
  readonly reading?: ImportReading | undefined;
  readonly refusal?: FileRefusal | undefined;
}

export const answerFor = (file: DeskFile, preview: ImportPreview | undefined): FileAnswer => ({
  reading: preview?.files.find((reading) => reading.file === file.name),
  refusal: file.refusal ?? preview?.refused.find((refused) => refused.file === file.name)?.refusal,
});

/** Whether a reading would change anything. */
export const addsAnything = ({ runs, sets, sessions, otherActivities, wellness, athletes }: ImportReading): boolean =>
  runs.added + runs.merged + sets.added + sessions.added + otherActivities.added + wellness.added + athletes.added > 0;

/** A list of people: it is nobody's own file. */
export const isRoster = ({ athletes }: ImportReading): boolean => athletes.added + athletes.duplicate > 0;

/** A file that is only refused until the coach says which comes first, day or month, or what its columns hold. */
export const isAsking = ({ refusal }: FileAnswer): boolean =>
  refusal?.reason === 'datesUndecided' || refusal?.sample !== undefined;

/** The columns of a file that no app is known to write, and what was said of them. */
export const columnsOf = (
  file: DeskFile,
  { reading, refusal }: FileAnswer,
): { readonly sample: TableSample; readonly said?: ColumnMapping | undefined } | undefined => {
  const sample = reading?.mapped?.sample ?? refusal?.sample;
  return sample === undefined ? undefined : { sample, said: file.choices.mapping ?? reading?.mapped?.mapping };
};
