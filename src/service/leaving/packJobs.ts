import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/derive.ts';
import { LEAST_PASSPHRASE } from '../../contract/schemas/leaving.ts';
import { athleteId } from '../../contract/schemas/scalars.ts';
import { nameKey } from '../../domain/exercises/nameKey.ts';
import type { Failure } from '../../domain/kernel/failure.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { listAthletes } from '../athletes/athleteStore.ts';
import { freeName, putInPlace } from '../db/files.ts';
import { readAll, type ReadDb, type WriteDb } from '../db/sql.ts';
import { inTransaction } from '../db/transaction.ts';
import type { AllHandlers, JobContext } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { uploadPath } from '../imports/readUpload.ts';
import { recountAthlete, recountPlansOf } from '../training/recount.ts';
import { bringIn, standingOnDesk } from './bringIn.ts';
import { fileNameOf, notWritten } from './fileNames.ts';
import { readBack } from './readBack.ts';
import { BrokenExport, readExport, unreadable, type PackFailure, type ReadExport } from './readExport.ts';
import { MOST_PACK_BYTES, sealed, unsealed } from './sealedFile.ts';
import { exportBytes } from './writeExport.ts';

const ENDING = '.ironstride';

const nameRow = z.object({ id: z.int(), name: z.string() });

const namesOf = (db: ReadDb, athleteIds: readonly number[]): z.output<typeof nameRow>[] =>
  readAll(
    db,
    nameRow,
    'SELECT id, name FROM athlete WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name',
    JSON.stringify(athleteIds),
  );

/** A new file: in a folder under a name of our own, or where the coach has said. Nothing is ever written over. */
const placeFor = (path: string, called: string): Result<string, Extract<Failure, { tag: 'FileNotWritten' }>> => {
  if (!isAbsolute(path)) return fail({ tag: 'FileNotWritten', path, reason: 'it is no whole path' });
  if (existsSync(path) && statSync(path).isDirectory()) {
    const stem = join(path, called);
    for (let n = 1; ; n += 1) {
      const free = `${stem}${n === 1 ? '' : ` (${n})`}${ENDING}`;
      if (!existsSync(free)) return ok(free);
    }
  }
  const file = path.endsWith(ENDING) ? path : `${path}${ENDING}`;
  if (existsSync(file))
    return fail({ tag: 'FileNotWritten', path: file, reason: 'there is already a file of that name' });
  return ok(file);
};

const writeWhole = (file: string, bytes: Uint8Array): void => {
  const part = freeName(`${file}.part`);
  try {
    writeFileSync(part, bytes, { mode: 0o600 });
    putInPlace(part, file);
  } catch (cause) {
    rmSync(part, { force: true });
    throw cause;
  }
};

export const packFile: AllHandlers['leaving']['pack'] = async ({ what, path, passphrase }, context) => {
  const { db, clock, version, progress } = context;
  const isWanted = passphrase !== undefined && passphrase !== '';
  if ((isWanted || what.kind === 'athletes') && (passphrase ?? '').length < LEAST_PASSPHRASE)
    return fail({ tag: 'PassphraseTooShort', least: LEAST_PASSPHRASE });
  const chosen = what.kind === 'desk' ? [] : namesOf(db, what.athleteIds);
  const missing = what.kind === 'desk' ? undefined : what.athleteIds.find((id) => chosen.every((one) => one.id !== id));
  if (missing !== undefined) return fail({ tag: 'AthleteNotFound', athleteId: missing });
  const called =
    chosen.length === 0
      ? `Ironstride desk ${clock.today()}`
      : chosen.length === 1
        ? fileNameOf(chosen[0]?.name ?? '')
        : `${chosen.length} athletes ${clock.today()}`;
  const place = placeFor(path, called);
  if (!place.ok) return place;
  try {
    const scope = what.kind === 'desk' ? what : { kind: what.kind, athleteIds: what.athleteIds };
    const text = exportBytes(db, scope, { version, on: clock.today() }, (table, done, total) =>
      progress({ done, total: total + 1, doing: `reading ${table.replaceAll('_', ' ')}` }),
    );
    progress({ done: 9, total: 10, doing: isWanted ? 'sealing' : 'packing' });
    const bytes = await sealed(text, isWanted ? passphrase : undefined);
    writeWhole(place.value, bytes);
    const athletes = what.kind === 'desk' ? listAthletes(db).length : chosen.length;
    return ok({ path: place.value, bytes: bytes.length, athletes, isSealed: isWanted });
  } catch (cause) {
    return fail(notWritten(place.value, cause));
  }
};

type Source = ParsedInputOf<Contract['leaving']['previewPack']>['from'];
type NotLoaded = PackFailure | Extract<Failure, { tag: 'PackNotFound' | 'UploadMissing' }>;

const whereIs = (from: Source, uploadFolder: string): string | undefined =>
  from.kind === 'upload' ? uploadPath(uploadFolder, from.token) : from.path;

const load = async (
  from: Source,
  passphrase: string | undefined,
  { uploadFolder, progress }: JobContext,
): Promise<Result<ReadExport & { readonly isSealed: boolean }, NotLoaded>> => {
  const path = whereIs(from, uploadFolder);
  if (path === undefined) return fail({ tag: 'UploadMissing', token: from.kind === 'upload' ? from.token : '' });
  progress({ done: 0, total: 3, doing: 'opening' });
  let bytes: Uint8Array;
  try {
    const found = statSync(path);
    if (!isAbsolute(path) || !found.isFile()) return fail({ tag: 'PackNotFound', path });
    if (found.size > MOST_PACK_BYTES) return fail(unreadable('tooLarge'));
    bytes = readFileSync(path);
  } catch {
    return fail({ tag: 'PackNotFound', path });
  }
  const text = await unsealed(bytes, passphrase);
  if (!text.ok) return text;
  progress({ done: 1, total: 3, doing: 'reading' });
  const file = readExport(text.value);
  return file.ok ? ok({ ...file.value, isSealed: passphrase !== undefined && passphrase !== '' }) : file;
};

const isConstraint = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_CONSTRAINT');

/** A file that is not what it says is refused as such, wherever in it that comes to light. */
const orDamaged = <T>(work: () => T): T | Result<never, PackFailure> => {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof BrokenExport || cause instanceof z.ZodError || isConstraint(cause))
      return fail(unreadable('damaged'));
    throw cause;
  }
};

const takenNames = (db: ReadDb): Set<string> => new Set(listAthletes(db).map(({ name }) => name.toLowerCase()));

const COUNTED = {
  program: 'programs',
  lift_session: 'sessions',
  lift_set: 'sets',
  run: 'runs',
  check_in: 'checkIns',
} as const;

type Preview = OutputOf<Contract['leaving']['previewPack']>;

const previewOf = (db: WriteDb, file: ReadExport & { readonly isSealed: boolean }): Preview => {
  const taken = takenNames(db);
  const people = new Map<
    string | number,
    { name: string; counts: Record<(typeof COUNTED)[keyof typeof COUNTED], number> }
  >();
  const here = listExercises(db);
  const known = new Set(here.flatMap(({ key, name }) => [key, nameKey(name)]));
  const newExercises: string[] = [];
  for (const { table, row } of file.rows()) {
    if (table === 'athlete') {
      const counts = { programs: 0, sessions: 0, sets: 0, runs: 0, checkIns: 0 };
      people.set(row['id'] ?? 0, { name: String(row['name']), counts });
    }
    const isNew = table === 'exercise' && !known.has(String(row['key'])) && !known.has(nameKey(String(row['name'])));
    if (isNew) newExercises.push(String(row['name']));
    const counted = table in COUNTED ? COUNTED[table as keyof typeof COUNTED] : undefined;
    const person = counted === undefined ? undefined : people.get(row['athlete_id'] ?? 0);
    if (counted !== undefined && person !== undefined) person.counts[counted] += 1;
  }
  const standing = standingOnDesk(db);
  const { scope, madeOn, madeBy } = file.head;
  return {
    kind: scope,
    madeOn,
    madeBy,
    isSealed: file.isSealed,
    athletes: [...people.values()].map((one) => ({ ...one, isTaken: taken.has(one.name.toLowerCase()) })),
    newExercises,
    ...(scope === 'desk' && standing.athletes + standing.others > 0 ? { inTheWay: standing.athletes } : {}),
  };
};

export const previewPack: AllHandlers['leaving']['previewPack'] = async ({ from, passphrase }, context) => {
  const file = await load(from, passphrase, context);
  return file.ok ? orDamaged(() => ok(previewOf(context.db, file.value))) : file;
};

/** `Anna Beck (2)`, or the next number that is free. */
const besideName = (name: string, taken: ReadonlySet<string>): string => {
  for (let n = 2; ; n += 1) {
    const ending = ` (${n})`;
    const wanted = `${name.slice(0, 120 - ending.length).trimEnd()}${ending}`;
    if (!taken.has(wanted.toLowerCase())) return wanted;
  }
};

type Opened = ReturnType<AllHandlers['leaving']['openPack']>;

const takeIn = (file: ReadExport, isBeside: boolean, context: JobContext): Awaited<Opened> => {
  const { db, progress, leaveStep } = context;
  const isWholeDesk = file.head.scope === 'desk';
  const standing = standingOnDesk(db);
  if (isWholeDesk && standing.athletes + standing.others > 0)
    return fail({ tag: 'DeskNotEmpty', athletes: standing.athletes });
  const taken = takenNames(db);
  const clashing: string[] = [];
  const nameFor = (name: string): string => {
    if (!taken.has(name.toLowerCase())) return name;
    clashing.push(name);
    const wanted = besideName(name, taken);
    taken.add(wanted.toLowerCase());
    return wanted;
  };
  const onRow = (done: number): void => progress({ done, total: 0, doing: 'taking in' });
  return inTransaction(db, (): Awaited<Opened> => {
    const arrived = bringIn(db, { file, nameFor, onRow });
    if (clashing.length > 0 && !isBeside) return fail({ tag: 'NamesOnRoster', names: clashing });
    for (const id of arrived.athleteIds) {
      recountAthlete(db, id);
      recountPlansOf(db, id);
    }
    const athletes = namesOf(db, arrived.athleteIds).map(({ id, name }) => ({ athleteId: athleteId.parse(id), name }));
    progress({ done: 1, total: 1, doing: 'looking at what came in' });
    readBack(
      context,
      athletes.map((one) => one.athleteId),
    );
    if (!isWholeDesk) {
      const whom = athletes.length === 1 ? (athletes[0]?.name ?? '') : `${athletes.length} athletes`;
      leaveStep(`Take in ${whom}`, {
        kind: 'handOver',
        athleteIds: [...arrived.athleteIds],
        exerciseIds: [...arrived.exerciseIds],
      });
    }
    return ok({ kind: file.head.scope, athletes, exercisesAdded: arrived.exerciseIds.length });
  });
};

export const openPack: AllHandlers['leaving']['openPack'] = async ({ from, passphrase, isBeside }, context) => {
  const file = await load(from, passphrase, context);
  if (!file.ok) return file;
  const outcome = orDamaged(() => takeIn(file.value, isBeside, context));
  // An upload is a copy of ours, and has done its work.
  const spooled = from.kind === 'upload' ? uploadPath(context.uploadFolder, from.token) : undefined;
  if (outcome.ok && spooled !== undefined) rmSync(spooled, { force: true });
  return outcome;
};
