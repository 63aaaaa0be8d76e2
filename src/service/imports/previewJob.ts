import type { DraftAthlete } from '../../domain/imports/draft.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { athleteNamed, findAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { AllHandlers } from '../deps.ts';
import { exerciseQuestions } from './exerciseMapping.ts';
import { heldBy, type HeldRun } from './mergePlan.ts';
import { readUpload, type ImportFile } from './readUpload.ts';
import { sortDraft, type ImportReading, type SortedDraft } from './reading.ts';
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

export const previewImport: AllHandlers['imports']['preview'] = ({ files }, { db, uploadFolder, progress }) => {
  const sorted: SortedDraft[] = [];
  const refused = [];
  const rosters: ImportReading[] = [];
  const listed: DraftAthlete[] = [];
  const seenByAthlete = new Map<string, { readonly keys: Set<string>; readonly runs: HeldRun[] }>();
  for (const [index, file] of files.entries()) {
    progress({ done: index, total: files.length, doing: file.fileName });
    const whose = targetOf(db, file);
    if (whose === undefined) {
      return fail({ tag: 'AthleteNotFound', athleteId: file.target?.kind === 'athlete' ? file.target.athleteId : 0 });
    }
    const { timeZone, ...person } = { timeZone: undefined, ...whose };
    const read = readUpload(db, uploadFolder, file, timeZone);
    if (read === undefined) return fail({ tag: 'UploadMissing', token: file.token });
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
    const seen = seenByAthlete.get(person.athlete) ?? { keys: new Set<string>(), runs: [] };
    seenByAthlete.set(person.athlete, seen);
    const draft = sortDraft(db, read.value, { file: file.fileName, ...person }, seen);
    for (const entry of [...draft.newActivities, ...draft.newSessions, ...draft.newWellness]) {
      if (person.athlete !== '') seen.keys.add(entry.importKey);
    }
    if (person.athlete !== '') {
      const { format } = draft.draft;
      seen.runs.push(...draft.newActivities.filter(({ isRun }) => isRun).map((run) => heldBy(format, run)));
    }
    sorted.push(draft);
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
