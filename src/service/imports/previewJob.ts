import type { DraftActivity, DraftAthlete, DraftSession, DraftWellness } from '../../domain/imports/draft.ts';
import type { Person } from '../../domain/imports/whoseFile.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { athleteNamed, findAthlete, listAthletes } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { AllHandlers } from '../deps.ts';
import type { Aside } from '../../domain/imports/keptRecords.ts';
import { withAside } from './asideFile.ts';
import { ownerSaid, type FileOwner } from './fileOwner.ts';
import { exerciseQuestions } from './exerciseMapping.ts';
import { heldBy, type HeldRun } from './mergePlan.ts';
import { readUpload, type ImportFile, type ReadingJob } from './readUpload.ts';
import { sortDraft, type AlsoThere, type ImportReading, type SortedDraft } from './reading.ts';
import { isRoster, sortRoster } from './rosterReading.ts';

/** Whose file it is, as far as is known: nobody yet is not an error while looking. */
export const targetOf = (db: ReadDb, file: ImportFile) => {
  const { target } = file;
  if (target === undefined) return { athlete: '' };
  if (target.kind === 'athlete') {
    const athlete = findAthlete(db, target.athleteId);
    return athlete === undefined
      ? undefined
      : { athlete: athlete.details.name, athleteId: target.athleteId, timeZone: athlete.details.timeZone };
  }
  const athleteId = athleteNamed(db, target.name);
  return { athlete: target.name, athleteId };
};

type Read = Exclude<ReturnType<typeof readUpload>, undefined>;

interface ReadFile {
  readonly file: ImportFile;
  readonly read: Read;
  readonly owner?: FileOwner | undefined;
}

/**
 * Reads a file for whom it is: whom the coach named, else whom the file itself names beyond doubt, else whom the coach named for
 * the others. Times are placed in that athlete's own zone, so a file whose owner is found by reading it is read once more.
 */
const readForOwner = (
  job: ReadingJob,
  asked: ImportFile,
  otherwise: ImportFile['target'],
  people: readonly Person<AthleteId>[],
): ReadFile | undefined => {
  const { db } = job;
  const zoneOf = (file: ImportFile): string | undefined => {
    const whose = targetOf(db, file);
    return whose !== undefined && 'timeZone' in whose ? whose.timeZone : undefined;
  };
  const readFor = (file: ImportFile): Read | undefined => readUpload(job, file, zoneOf(file));
  const read = readFor(asked);
  if (read === undefined) return undefined;
  const owner = read.ok && !isRoster(read.value) ? ownerSaid(db, asked, read.value, people) : undefined;
  const [said] = owner?.isSure === true ? owner.athletes : [];
  const target =
    asked.target ?? (said === undefined ? otherwise : { kind: 'athlete' as const, athleteId: said.athleteId });
  const file = { ...asked, target };
  const again = zoneOf(file) === zoneOf(asked) ? read : readFor(file);
  return again && { file, read: again, owner };
};

/** What earlier files bring for one athlete. */
interface Seen extends AlsoThere {
  readonly keys: Set<string>;
  readonly runs: HeldRun[];
  readonly activities: Map<string, DraftActivity>;
  readonly sessions: Map<string, DraftSession>;
  readonly wellness: Map<string, DraftWellness>;
}

const nothingSeen = (): Seen => ({
  keys: new Set(),
  runs: [],
  activities: new Map(),
  sessions: new Map(),
  wellness: new Map(),
});

const noteSeen = (seen: Seen, { draft: { format }, ...sorted }: SortedDraft): void => {
  for (const { incoming } of sorted.merges) {
    seen.keys.add(incoming.importKey);
    seen.activities.set(incoming.importKey, incoming);
  }
  for (const activity of sorted.newActivities) {
    seen.keys.add(activity.importKey);
    seen.activities.set(activity.importKey, activity);
    if (activity.isRun) seen.runs.push(heldBy(format, activity));
  }
  for (const session of [...sorted.newSessions, ...sorted.grown.map((one) => one.session)]) {
    seen.keys.add(session.importKey);
    seen.sessions.set(session.importKey, session);
  }
  for (const measured of sorted.newWellness) {
    seen.keys.add(measured.importKey);
    seen.wellness.set(measured.importKey, measured);
  }
};

export const previewImport: AllHandlers['imports']['preview'] = (input, context) =>
  withAside(context.uploadFolder, (aside) => previewFiles(input, context, aside));

type Handler = AllHandlers['imports']['preview'];

const previewFiles = (
  { files, otherwise }: Parameters<Handler>[0],
  { db, uploadFolder, progress }: Parameters<Handler>[1],
  aside: Aside,
): ReturnType<Handler> => {
  const sorted: SortedDraft[] = [];
  const refused = [];
  const rosters: ImportReading[] = [];
  const listed: DraftAthlete[] = [];
  const seenByAthlete = new Map<string, Seen>();
  const people = listAthletes(db);
  for (const [index, asked] of files.entries()) {
    progress({ done: index, total: files.length, doing: asked.fileName });
    const one = readForOwner({ db, uploadFolder, progress, aside }, asked, otherwise, people);
    if (one === undefined) return fail({ tag: 'UploadMissing', token: asked.token });
    const { file, read, owner } = one;
    const whose = targetOf(db, file);
    if (whose === undefined) {
      return fail({ tag: 'AthleteNotFound', athleteId: file.target?.kind === 'athlete' ? file.target.athleteId : 0 });
    }
    const { timeZone: _zone, ...person } = { timeZone: undefined, ...whose };
    if (!read.ok) {
      refused.push({ file: file.fileName, refusal: read.error });
      continue;
    }
    if (isRoster(read.value)) {
      const { newAthletes, reading } = sortRoster(db, read.value, file.fileName, listed);
      listed.push(...newAthletes);
      rosters.push(reading);
      continue;
    }
    const seen = seenByAthlete.get(person.athlete) ?? nothingSeen();
    seenByAthlete.set(person.athlete, seen);
    const draft = sortDraft(db, read.value, { file: file.fileName, ...person }, seen);
    // Of files that are nobody's yet, one does not say what another has already.
    if (person.athlete !== '') {
      // With the last file there is nobody left to be told.
      if (index < files.length - 1) noteSeen(seen, draft);
    }
    sorted.push({ ...draft, reading: { ...draft.reading, ...(owner === undefined ? {} : { owner }) } });
  }
  return ok({
    files: [...sorted.map((draft) => draft.reading), ...rosters],
    refused,
    exercises: exerciseQuestions(
      db,
      sorted.map((draft) => draft.draft),
    ),
  });
};
