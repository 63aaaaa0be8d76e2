import type { BytePieces, Decode, TextPieces } from './decode.ts';
import type { Aside } from './keptRecords.ts';
import type { ColumnMapping, Separator } from './columnMapping.ts';
import type { TableSample } from './tableSample.ts';
import type { CsvTable } from './csvTable.ts';
import { readMapped } from './mappedFile.ts';
import { sampleOf } from './tableSample.ts';
import type { FileRefusal, ImportChoices, ImportDraft } from './draft.ts';
import type { Importer, Sample } from './importer.ts';
import { normaliseHeading } from './headings.ts';
import { namesInside } from './namesInside.ts';
import type { Result } from '../kernel/result.ts';
import type { ZoneOffset } from './dateTimes.ts';
import { readDecoded, type Repairs } from './decode.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS } from './fileKind.ts';
import { fail, ok } from '../kernel/result.ts';
import { TRAINING_PEAKS_IMPORTERS } from './trainingPeaks.ts';
import { INTERVALS_IMPORTERS } from './intervals.ts';
import { RUNKEEPER_IMPORTERS } from './runkeeper.ts';
import { POLAR_IMPORTERS } from './polar.ts';
import { APPLE_HEALTH_IMPORTERS } from './appleHealth.ts';
import { CONCEPT2_IMPORTERS } from './concept2.ts';
import { WHOOP_IMPORTERS } from './whoop.ts';
import { OTHER_ACTIVITY_LIST_IMPORTERS } from './otherActivityLists.ts';
import { HRV4TRAINING_IMPORTERS } from './hrv4training.ts';
import { ELITE_HRV_IMPORTERS } from './eliteHrv.ts';
import { WITHINGS_IMPORTERS } from './withings.ts';
import { GARMIN_WEIGHT_IMPORTERS } from './garminWeight.ts';
import { SCALE_IMPORTERS } from './scales.ts';
import { FITNOTES_BODY_IMPORTERS } from './fitnotesBody.ts';
import { MY_FITNESS_PAL_IMPORTERS } from './myFitnessPal.ts';
import { OURA_IMPORTERS } from './oura.ts';
import { GARMIN_IMPORTERS } from './garmin.ts';
import { readTable } from './csvTable.ts';
import { OWN_LIST_IMPORTERS } from './ownLists.ts';
import { ROSTER_IMPORTERS } from './roster.ts';
import { STRAVA_IMPORTERS } from './strava.ts';
import { STRONG_IMPORTERS } from './strong.ts';
import { ALPHA_PROGRESSION_IMPORTERS } from './alphaProgression.ts';
import { DOCUMENTED_SET_LOG_IMPORTERS } from './documentedSetLogs.ts';
import { FITBOD_IMPORTERS } from './fitbod.ts';
import { FIT_NOTES_IMPORTERS } from './fitNotes.ts';
import { GYM_BOOK_IMPORTERS } from './gymBook.ts';
import { GYM_RUN_IMPORTERS } from './gymRun.ts';
import { HEVY_IMPORTERS } from './hevy.ts';
import { JEFIT_IMPORTERS } from './jefit.ts';
import { LIFTOSAUR_IMPORTERS } from './liftosaur.ts';
import { PLAIN_SET_LOG_IMPORTERS } from './plainSetLog.ts';
import { SIMPLE_WORKOUT_LOG_IMPORTERS } from './simpleWorkoutLog.ts';
import { STRONG_LIFTS_IMPORTERS } from './strongLifts.ts';
import { TRAIN_HEROIC_IMPORTERS } from './trainHeroic.ts';

/** Every kind of export that is understood. The first that knows a heading reads the file. */
const IMPORTERS: readonly Importer[] = [
  ...STRAVA_IMPORTERS,
  ...STRONG_IMPORTERS,
  ...HEVY_IMPORTERS,
  ...FIT_NOTES_IMPORTERS,
  ...FITBOD_IMPORTERS,
  ...STRONG_LIFTS_IMPORTERS,
  ...LIFTOSAUR_IMPORTERS,
  ...GYM_BOOK_IMPORTERS,
  ...GYM_RUN_IMPORTERS,
  ...SIMPLE_WORKOUT_LOG_IMPORTERS,
  ...JEFIT_IMPORTERS,
  ...TRAIN_HEROIC_IMPORTERS,
  ...ALPHA_PROGRESSION_IMPORTERS,
  ...DOCUMENTED_SET_LOG_IMPORTERS,
  ...OWN_LIST_IMPORTERS,
  ...PLAIN_SET_LOG_IMPORTERS,
  ...ROSTER_IMPORTERS,
  ...TRAINING_PEAKS_IMPORTERS,
  ...INTERVALS_IMPORTERS,
  ...RUNKEEPER_IMPORTERS,
  ...POLAR_IMPORTERS,
  ...APPLE_HEALTH_IMPORTERS,
  ...CONCEPT2_IMPORTERS,
  ...WHOOP_IMPORTERS,
  ...OTHER_ACTIVITY_LIST_IMPORTERS,
  ...HRV4TRAINING_IMPORTERS,
  ...ELITE_HRV_IMPORTERS,
  ...WITHINGS_IMPORTERS,
  ...GARMIN_WEIGHT_IMPORTERS,
  ...SCALE_IMPORTERS,
  ...FITNOTES_BODY_IMPORTERS,
  ...MY_FITNESS_PAL_IMPORTERS,
  ...OURA_IMPORTERS,
  // Last: it also knows headings in languages that nobody has told it, by the rows below them.
  ...GARMIN_IMPORTERS,
];

/** A file to read. */
export interface FileToRead {
  readonly bytes: BytePieces;
  readonly choices: ImportChoices;
  readonly decode: Decode;
  /** Absent: times that an app prints in UTC stay so. */
  readonly zoneOffset?: ZoneOffset | undefined;
  readonly fileName?: string | undefined;
  /** Where the long texts of a file are put while it is read, and until its draft is done with; they are held without it. */
  readonly aside?: Aside | undefined;
  /** What was said of the columns of a file with these headings before. */
  readonly remembered?: ((signature: string) => ColumnMapping | undefined) | undefined;
}

/** Rows that an importer may look at to know its format. */
const SAMPLE_ROWS = 50;

const isNoHeading = (cells: readonly string[]): boolean =>
  cells.length > MAX_COLUMNS || cells.some((cell) => cell.length > MAX_CELL_CHARS);

const importerOf = (heading: readonly string[], following: Sample): Importer | undefined =>
  isNoHeading(heading) ? undefined : IMPORTERS.find((importer) => importer.matches(heading, following));

/** So many headings in common are no chance: the file is a relative of that export, or one that somebody has edited. */
const NEAR = 3;

/** The export that a heading has most in common with; nothing when it has next to nothing in common with any. */
const nearestTo = (heading: readonly string[]): Importer | undefined => {
  const words = new Set(heading.map(normaliseHeading));
  const shared = ({ knownBy }: Importer): number =>
    knownBy.split(',').filter((word) => words.has(normaliseHeading(word))).length;
  const [nearest] = IMPORTERS.toSorted((left, right) => shared(right) - shared(left));
  return nearest !== undefined && shared(nearest) >= NEAR ? nearest : undefined;
};

const unknownFormat = (table: CsvTable): FileRefusal => {
  const nearest = nearestTo(table.heading);
  const near = nearest === undefined ? '' : `; nearest is the ${nearest.name}, headed ${nearest.knownBy}`;
  const headings = table.heading.slice(0, 12).map((cell) =>
    cell
      .replace(/\p{Cc}+/gu, '·')
      .trim()
      .slice(0, 40),
  );
  const more = table.heading.length > 12 ? `, … (${table.heading.length} columns)` : '';
  return {
    reason: 'unknownFormat',
    line: table.headingLine,
    found: `the headings ${headings.join(', ')}${more}`,
    expected: `the headings of an export that is known, or to be told what each column holds${near}`,
  };
};

const withRepairs = (draft: ImportDraft, { problems, assumptions }: Repairs): ImportDraft => ({
  ...draft,
  problems: [...problems, ...draft.problems].toSorted((left, right) => left.line - right.line),
  assumptions: [...assumptions, ...draft.assumptions],
});

const unmapped = (): boolean => false;

/**
 * The sample that the coach sees, known by the signature that the file has when nobody has said what parts its cells: so it
 * is known the next time too.
 */
const sampleFor = (text: TextPieces, table: CsvTable, separator: Separator | undefined): TableSample | undefined => {
  if (separator === undefined) return sampleOf(table);
  const sample = sampleOf(table, 1);
  const unsaid = readTable(text, unmapped);
  const signature = unsaid.ok ? sampleOf(unsaid.value, 1)?.signature : undefined;
  return sample === undefined ? undefined : { ...sample, signature: signature ?? sample.signature };
};

/** Reads a file that no importer knows by what the coach says, or once said, of its columns; else asks, with a sample. */
const readUnknown = (
  text: TextPieces,
  table: CsvTable,
  { choices, zoneOffset, fileName, remembered, aside }: FileToRead,
): Result<ImportDraft, FileRefusal> => {
  const sample = sampleFor(text, table, choices.separator);
  if (sample === undefined) return fail(unknownFormat(table));
  const mapping = choices.mapping ?? (choices.separator === undefined ? remembered?.(sample.signature) : undefined);
  if (mapping === undefined) return fail({ ...unknownFormat(table), sample });
  const parted = mapping.separator === undefined ? undefined : readTable(text, unmapped, { ...mapping, aside });
  const draft = readMapped(parted?.ok === true ? parted.value : table, mapping, { choices, zoneOffset, fileName });
  if (!draft.ok) return fail({ ...draft.error, sample });
  return ok({ ...draft.value, mapped: { mapping, isRemembered: choices.mapping === undefined, sample } });
};

/** Reads a text that is already decoded; see `readFile`. */
const readText = (text: TextPieces, file: FileToRead): Result<ImportDraft, FileRefusal> => {
  const { choices, zoneOffset, fileName, aside } = file;
  const isKnown = (heading: readonly string[], following: Sample): boolean =>
    choices.mapping === undefined && importerOf(heading, following) !== undefined;
  const read = readTable(text, isKnown, { separator: choices.separator, aside });
  if (!read.ok) return read;
  const table = read.value;
  const sample = table.records.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
  const importer = table.isKnown ? importerOf(table.heading, sample) : undefined;
  const draft =
    importer === undefined ? readUnknown(text, table, file) : importer.read(table, { choices, zoneOffset, fileName });
  const names = namesInside(table);
  return draft.ok && names.length > 0 ? ok({ ...draft.value, namesInside: names }) : draft;
};

/**
 * Reads an export of any kind known into a draft; nothing is written. Whatever in it is not taken as it stands is among the
 * draft's problems, with line, field, what was found and what was expected. Errors: why the whole file is not taken.
 */
export const readFile = (file: FileToRead): Result<ImportDraft, FileRefusal> => {
  const read = readDecoded(file.bytes, file.decode, (text) => readText(text, file));
  return read.ok ? ok(withRepairs(read.value.value, read.value.repairs)) : read;
};
