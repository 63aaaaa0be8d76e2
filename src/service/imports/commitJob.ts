import { statSync } from 'node:fs';
import { ordinaryWeek, standardGym, type AthleteDetails } from '../../domain/athletes/athlete.ts';
import { BACKUP_BEFORE_IMPORT_BYTES } from '../../domain/backups/backupRotation.ts';
import { setsByExerciseOf, type DraftAthlete, type FileRefusal, type ImportDraft } from '../../domain/imports/draft.ts';
import type { AthleteId, ImportId } from '../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { readSettings } from '../app/settingsStore.ts';
import { athleteNamed, findAthlete, insertAthlete } from '../athletes/athleteStore.ts';
import { keepBefore } from '../backups/backupJobs.ts';
import { openToRead } from '../db/database.ts';
import { ROWS_AT_ONCE, type WriteDb } from '../db/sql.ts';
import { inBulk } from '../db/transaction.ts';
import type { AllHandlers, JobContext } from '../deps.ts';
import { writtenSets, type WrittenSets } from '../training/doneSets.ts';
import { lastLiftDay } from '../training/liftStore.ts';
import { recountAthlete } from '../training/recount.ts';
import { fillWeighIns, insertWellness } from '../training/wellnessStore.ts';
import type { Aside } from '../../domain/imports/keptRecords.ts';
import { withAside } from './asideFile.ts';
import { forgetLearnt, settleExercises, type Learnt } from './exerciseMapping.ts';
import { growSession } from './grownSessionStore.ts';
import {
  insertImport,
  insertImportedAthlete,
  insertImportFile,
  insertOther,
  insertRun,
  insertSessions,
} from './importStore.ts';
import { hashFile } from './fileHash.ts';
import { rememberImported } from './knownFileStore.ts';
import { rememberMapping, type LearntMapping } from './mappingStore.ts';
import { targetOf } from './previewJob.ts';
import { readUpload, uploadPath, type ImportFile } from './readUpload.ts';
import { NOTHING_ELSE, sortDraft, type ImportReading, type SortedDraft } from './reading.ts';
import { mergeIntoRun } from './runSourceStore.ts';
import { setWriter } from './setStore.ts';
import { linkSameActivities } from './sameActivityStore.ts';
import { isRoster, sortRoster, type SortedRoster } from './rosterReading.ts';

interface ReadFile {
  readonly file: ImportFile;
  readonly draft: ImportDraft;
}

/** Rows between two reports of progress: often enough to look alive and to be cancelled at once. */
const ROWS_A_REPORT = 500;

const newcomer = (db: WriteDb, { name, ...known }: Omit<DraftAthlete, 'line'>): AthleteDetails => {
  const settings = readSettings(db);
  const massUnit = known.massUnit ?? settings.massUnit;
  return {
    name,
    sex: known.sex,
    birthYear: known.birthYear,
    entryClass: 'A',
    massUnit,
    distanceUnit: known.distanceUnit ?? settings.distanceUnit,
    phone: known.phone,
    email: known.email,
    groups: known.groups,
    tags: [],
    notes: known.notes ?? '',
    gym: standardGym(massUnit),
    usualWeek: ordinaryWeek,
  };
};

type BackupFailure = Extract<ReturnType<typeof keepBefore>, { readonly ok: false }>['error'];

interface Owner {
  readonly athleteId: AthleteId;
  readonly athlete: string;
  readonly isNew: boolean;
}

/** Whose file it is, made now if it is somebody new. Two files for the same new name are one person. */
const ownerOf = (db: WriteDb, file: ImportFile, at: string): Owner | undefined => {
  const { target } = file;
  if (target === undefined) return undefined;
  if (target.kind === 'athlete') {
    const athlete = findAthlete(db, target.athleteId);
    return athlete && { athleteId: target.athleteId, athlete: athlete.details.name, isNew: false };
  }
  const known = athleteNamed(db, target.name);
  if (known !== undefined) return { athleteId: known, athlete: target.name, isNew: false };
  return {
    athleteId: insertAthlete(db, newcomer(db, { name: target.name, groups: [] }), at),
    athlete: target.name,
    isNew: true,
  };
};

const addsAnything = ({ reading }: SortedDraft): boolean =>
  reading.runs.added +
    reading.runs.merged +
    reading.sets.added +
    reading.otherActivities.added +
    reading.sessions.added +
    reading.wellness.added >
  0;

const store = (
  context: JobContext,
  batch: ImportId,
  owner: Owner,
  sorted: SortedDraft,
  exerciseIdOf: (printed: string) => number,
  written: WrittenSets | undefined,
): void => {
  const { db, progress } = context;
  const { format } = sorted.draft;
  const total =
    sorted.newActivities.length +
    sorted.merges.length +
    sorted.newSessions.length +
    sorted.grown.length +
    sorted.newWellness.length;
  let done = 0;
  const report = (): void => {
    done += 1;
    if (done % ROWS_A_REPORT === 0) progress({ done, total, doing: `writing ${sorted.reading.file}` });
  };
  for (const activity of sorted.newActivities) {
    if (activity.isRun) insertRun(db, owner.athleteId, format, batch, activity);
    else insertOther(db, owner.athleteId, format, batch, activity);
    report();
  }
  for (const { held, incoming } of sorted.merges) {
    // Files are stored one after the other: what one brought, the next finds in the file.
    if (held.runId === undefined) throw new Error('a run to merge with is not stored');
    mergeIntoRun(db, held.runId, format, batch, incoming);
    report();
  }
  const writer = setWriter(db, owner.athleteId, exerciseIdOf, written);
  for (let first = 0; first < sorted.newSessions.length; first += ROWS_AT_ONCE) {
    const some = sorted.newSessions.slice(first, first + ROWS_AT_ONCE);
    insertSessions(db, owner.athleteId, format, batch, some, writer);
    for (const _ of some) report();
  }
  for (const session of sorted.grown) {
    growSession(db, batch, session, writer);
    report();
  }
  writer.finish();
  for (const measured of sorted.newWellness) {
    insertWellness(db, owner.athleteId, format, batch, measured);
    report();
  }
  if (sorted.newWellness.length > 0) fillWeighIns(db, owner.athleteId);
  recordFile(db, batch, sorted.reading, owner);
};

/** Writes down what a file brought. The sample of its rows, which the coach mapped it by, is not kept. */
const recordFile = (
  db: WriteDb,
  batch: ImportId,
  { mapped: _sample, ...reading }: ImportReading,
  owner: Owner | undefined,
): void => {
  insertImportFile(db, {
    importId: batch,
    file: reading.file,
    format: reading.format,
    athleteId: owner?.athleteId,
    athlete: owner?.athlete ?? '',
    madeAthlete: owner?.isNew ?? false,
    runs: reading.runs.added,
    sets: reading.sets.added,
    others: reading.otherActivities.added,
    wellness: reading.wellness.added,
    readingJson: JSON.stringify(reading),
  });
};

/** Adds the people of a roster who are not there yet. */
const enrol = (db: WriteDb, batch: ImportId, { newAthletes, reading }: SortedRoster, at: string): void => {
  for (const { line: _line, ...person } of newAthletes) {
    insertImportedAthlete(db, batch, insertAthlete(db, newcomer(db, person), at));
  }
  recordFile(db, batch, reading, undefined);
};

/** What the coach said of the columns of these files, for the next files with the same headings. */
const learnMappings = (db: WriteDb, read: readonly ReadFile[], at: string): LearntMapping[] =>
  read.flatMap(({ draft: { mapped } }) =>
    mapped === undefined || mapped.isRemembered
      ? []
      : (rememberMapping(db, mapped.sample.signature, mapped.mapping, at) ?? []),
  );

/** What has been imported is known again, also files of the batch that brought nothing new. */
const rememberFiles = (
  { db, uploadFolder, progress }: JobContext,
  read: readonly ReadFile[],
  importOf: (file: ImportFile) => ImportId,
): void => {
  for (const { file } of read) {
    const path = uploadPath(uploadFolder, file.token);
    if (path === undefined) continue;
    progress({ done: 0, total: 0, doing: `remembering ${file.fileName}` });
    const known = { name: file.fileName, sizeBytes: statSync(path).size, hash: hashFile(path) };
    rememberImported(db, importOf(file), known);
  }
};

/** What of an athlete the import reaches. */
interface Touched {
  from: string;
  to: string;
  /** All sets that they have, if they had none before. */
  readonly written: WrittenSets | undefined;
}

/** The days that the import reaches, grown by one more file. */
const reach = (touched: Touched, { firstDate, lastDate }: ImportReading): void => {
  if (firstDate !== undefined && firstDate < touched.from) touched.from = firstDate;
  if (lastDate !== undefined && lastDate > touched.to) touched.to = lastDate;
};

const stepLabel = (readings: readonly ImportReading[]): string => {
  const [only] = readings;
  return readings.length === 1 && only !== undefined ? `Import ${only.file}` : `Import ${readings.length} files`;
};

/** Files with nothing but what is there already leave no trace: importing twice is the same as importing once. */
const commitRead = (
  context: JobContext,
  read: readonly ReadFile[],
  refused: readonly { file: string; refusal: FileRefusal }[],
  decisions: Parameters<typeof settleExercises>[2],
) => {
  const { db, clock, leaveStep, progress } = context;
  const readings: ImportReading[] = [];
  const touched = new Map<AthleteId, Touched>();
  const importIds = new Map<ImportFile, ImportId>();
  const exercises = settleExercises(
    db,
    read.map(({ draft }) => draft),
    decisions,
  );
  const assumed = ownExerciseAssumptions(exercises.questions, decisions);
  const touchedOf = (athleteId: AthleteId): Touched => {
    const known = touched.get(athleteId);
    if (known !== undefined) return known;
    const written = lastLiftDay(db, athleteId) === undefined ? writtenSets(exercises.idOf) : undefined;
    const begun = { from: '9999', to: '0000', written };
    touched.set(athleteId, begun);
    return begun;
  };
  let batch: ImportId | undefined;
  /** Begins what one file adds; the first of them begins the whole. */
  const begin = (file: ImportFile): Result<ImportId, BackupFailure> => {
    const kept = batch === undefined ? keepBeforeAdding(context, read) : ok({});
    if (!kept.ok) return kept;
    batch ??= insertImport(db, clock.now());
    const one = insertImport(db, clock.now(), batch);
    importIds.set(file, one);
    return ok(one);
  };
  for (const { file, draft } of read) {
    if (isRoster(draft)) {
      const roster = sortRoster(db, draft, file.fileName, []);
      readings.push(roster.reading);
      if (roster.newAthletes.length === 0) continue;
      const begun = begin(file);
      if (!begun.ok) return begun;
      enrol(db, begun.value, roster, clock.now());
      continue;
    }
    const owner = ownerOf(db, file, clock.now());
    if (owner === undefined)
      return fail({ tag: 'DecisionNeeded' as const, file: file.fileName, what: 'athlete', evidence: '' });
    const sorted = sortDraft(
      db,
      draft,
      { file: file.fileName, athlete: owner.athlete, athleteId: owner.athleteId },
      NOTHING_ELSE,
    );
    const printed = setsByExerciseOf(draft);
    readings.push({
      ...sorted.reading,
      assumptions: [
        ...sorted.reading.assumptions,
        ...assumed.filter((assumption) => printed.has(assumption.found)),
      ].map(({ what, chosen, evidence }) => ({ what, chosen, evidence })),
    });
    if (!addsAnything(sorted) && !owner.isNew) continue;
    const begun = begin(file);
    if (!begun.ok) return begun;
    const reached = touchedOf(owner.athleteId);
    store(context, begun.value, owner, sorted, exercises.idOf, reached.written);
    reach(reached, sorted.reading);
  }
  for (const [athleteId, { from, to, written }] of touched) {
    linkSameActivities(db, athleteId, from, to);
    progress({ done: 0, total: 0, doing: 'counting weeks and strength' });
    recountAthlete(db, athleteId, written);
  }
  // Nothing added, nothing learnt: there would be no step by which to undo it.
  if (batch === undefined) forgetLearnt(db, exercises.learnt);
  else {
    const whole = batch;
    rememberFiles(context, read, (file) => importIds.get(file) ?? whole);
    const mappings = learnMappings(db, read, clock.now());
    leaveStep(stepLabel(readings), { kind: 'import', importId: batch, ...mutable(exercises.learnt), mappings });
  }
  return ok({ ...(batch === undefined ? {} : { importId: batch }), files: readings, refused: [...refused] });
};

const mutable = ({ exerciseIds, names }: Learnt) => ({
  exerciseIds: [...exerciseIds],
  names: names.map(({ nameKey, before }) => (before === undefined ? { nameKey } : { nameKey, before })),
});

const ownExerciseAssumptions = (
  questions: ReturnType<typeof settleExercises>['questions'],
  decisions: Parameters<typeof settleExercises>[2],
) => {
  const decided = new Set(decisions.map((decision) => decision.printed));
  return questions
    .filter(({ printed, why }) => !decided.has(printed) && (why === 'similar' || why === 'new'))
    .map(({ printed, why, candidates }) => ({
      found: printed,
      what: 'exercise' as const,
      chosen: `${printed}: a new exercise of your own`,
      evidence:
        why === 'similar' && candidates[0] !== undefined
          ? `the library has nothing of that name; the nearest is ${candidates[0].name}`
          : 'the library has nothing like it',
    }));
};

export const commitImport: AllHandlers['imports']['commit'] = (input, context) =>
  withAside(context.uploadFolder, (aside) => commitFiles(input, context, aside));

type Handler = AllHandlers['imports']['commit'];

const commitFiles = (
  { files, exercises, strict }: Parameters<Handler>[0],
  context: JobContext,
  aside: Aside,
): ReturnType<Handler> => {
  const { db, progress } = context;
  const read: ReadFile[] = [];
  const refused: { file: string; refusal: FileRefusal }[] = [];
  for (const [index, file] of files.entries()) {
    progress({ done: index, total: files.length, doing: `reading ${file.fileName}` });
    const whose = targetOf(db, file);
    if (whose === undefined) {
      return fail({ tag: 'AthleteNotFound', athleteId: file.target?.kind === 'athlete' ? file.target.athleteId : 0 });
    }
    const outcome = readUpload({ ...context, aside }, file, 'timeZone' in whose ? whose.timeZone : undefined);
    if (outcome === undefined) return fail({ tag: 'UploadMissing', token: file.token });
    if (outcome.ok) read.push({ file, draft: outcome.value });
    else refused.push({ file: file.fileName, refusal: outcome.error });
  }
  const [firstRefusal] = refused;
  if (firstRefusal !== undefined && (strict || read.length === 0)) {
    const { sample: _sample, ...refusal } = firstRefusal.refusal;
    return fail({ tag: 'FileRefused', file: firstRefusal.file, refusal });
  }
  const assumption = strict ? firstAssumption(read) : undefined;
  if (assumption !== undefined) return fail({ tag: 'DecisionNeeded', ...assumption });
  return inBulk(db, () => commitRead(context, read, refused, exercises));
};

/** The backup before a large import; it holds what stood before the transaction in which it is made. */
const keepBeforeAdding = (context: JobContext, read: readonly ReadFile[]): ReturnType<typeof keepBefore> => {
  if (sizeOf(context, read) < BACKUP_BEFORE_IMPORT_BYTES) return ok({});
  context.progress({ done: 0, total: 0, doing: 'making a backup first' });
  const before = openToRead(context.databaseFile);
  try {
    return keepBefore({ ...context, db: before }, 'import');
  } finally {
    before.read.close();
  }
};

/** Bytes of all files that are imported. */
const sizeOf = ({ uploadFolder }: JobContext, read: readonly ReadFile[]): number =>
  read.reduce((sum, { file }) => {
    const path = uploadPath(uploadFolder, file.token);
    return sum + (path === undefined ? 0 : statSync(path).size);
  }, 0);

const firstAssumption = (read: readonly ReadFile[]) => {
  for (const { file, draft } of read) {
    const [assumption] = draft.assumptions;
    if (assumption !== undefined) return { file: file.fileName, what: assumption.what, evidence: assumption.evidence };
  }
  return undefined;
};
