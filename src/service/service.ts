import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import type { z } from 'zod';
import { contract } from '../contract/contract.ts';
import type { Progress } from '../contract/derive.ts';
import { errorText } from '../contract/errorText.ts';
import { TOPICS, type Operation, type Topic } from '../contract/operation.ts';
import { plainProblem } from '../contract/requestProblems.ts';
import { requestMessage, type PushMessage } from '../contract/wire.ts';
import type { WireFailure } from '../domain/kernel/failure.ts';
import type { PlainDate } from '../domain/kernel/plainDate.ts';
import { fail, type Result } from '../domain/kernel/result.ts';
import { createBackupKeeper } from './backups/backupKeeper.ts';
import { isStillOurs } from './backups/isStillOurs.ts';
import { openOrAsk } from './backups/openOrAsk.ts';
import { damageWords, faultOf, reasonOf } from './db/fault.ts';
import { incomingFile, type HeldDatabase } from './db/heldDatabase.ts';
import { takeLock, type Lock } from './db/lock.ts';
import type { WriteDb } from './db/sql.ts';
import { inTransaction } from './db/transaction.ts';
import type { CommandContext, ServiceDeps } from './deps.ts';
import { defectText } from './diagnostics/defectText.ts';
import { handlersFor } from './handlers.ts';
import { addStep, goOnWithNewest, keepStepIfChanged, recordingInto } from './history/historyStore.ts';
import { spoolUpload } from './imports/spoolUpload.ts';
import { createJobRunner } from './jobRunner.ts';
import { createGuardSweep } from './running/guardSweep.ts';
import { recountStale } from './training/recount.ts';
import { spoiltText } from './spoiltText.ts';
import { inTurn } from './turn.ts';

/** The application: one function from text to text, files in, news out. */
export interface Service {
  readonly request: (text: string) => Promise<string>;
  /** Works out answers before they are asked for: each is given once, unless something has changed by then. */
  readonly prepare: (questions: readonly string[]) => void;
  /** Takes a file, or the next piece of the one that this token was given for. */
  readonly upload: (bytes: Uint8Array, token?: string) => Promise<string>;
  readonly onPush: (listener: (text: string) => void) => () => void;
  /** Tells every window something that no data change announces, such as which page to show. */
  readonly push: (message: PushMessage) => void;
  /** Leaves word for a second start where this one can be reached. */
  readonly listensAt: (place: { readonly url: string; readonly secret: string }) => void;
  readonly close: () => Promise<void>;
}

type Outcome = Result<unknown, { readonly tag: string }>;

type AnyHandler = (input: unknown, context: unknown) => Outcome | Promise<Outcome>;

const found = (handlers: object, group: string, name: string): AnyHandler => {
  const operations: unknown = Reflect.get(handlers, group);
  const handler: unknown =
    typeof operations === 'object' && operations !== null ? Reflect.get(operations, name) : undefined;
  if (typeof handler !== 'function') throw new Error(`no handler for ${group}.${name}`);
  return handler as AnyHandler;
};

const operationAt = (path: string): { group: string; name: string; operation: Operation } | undefined => {
  const [group = '', name = '', ...rest] = path.split('.');
  if (rest.length > 0 || !Object.hasOwn(contract, group)) return undefined;
  const operations: Readonly<Record<string, Operation>> = contract[group as keyof typeof contract];
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  return operation === undefined ? undefined : { group, name, operation };
};

const badRequest = (error: z.ZodError): Outcome =>
  fail({
    tag: 'BadRequest',
    problems: error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  });

export const createService = (deps: ServiceDeps): Service => {
  const lock = takeLock(deps.databaseFile, deps.shell);
  const db = openOrRelease(deps, lock);
  mkdirSync(deps.uploadFolder, { recursive: true, mode: 0o700 });
  const listeners = new Set<(text: string) => void>();
  const handlers = { ...handlersFor(), shell: deps.host };
  const writing = inTurn();
  /** Two backups at once would take the same name. */
  const copying = inTurn();

  const push = (message: PushMessage): void => {
    const text = JSON.stringify(message);
    for (const listener of listeners) listener(text);
  };
  /** Answers that wait for their question, of one day. */
  const prepared = new Map<string, { readonly today: PlainDate; readonly answer: Promise<string> }>();
  const announce = (topics: readonly Topic[]): void => {
    prepared.clear();
    if (topics.length > 0) push({ kind: 'changed', topics: [...new Set(topics)] });
    if (db.damage() === undefined && topics.some((topic) => topic !== 'guard' && topic !== 'backups')) sweep.wake();
  };
  const jobs = createJobRunner(deps, db, push);
  const sweep = createGuardSweep({
    db,
    clock: deps.clock,
    writing,
    mayWrite: () => db.damage() === undefined && db.place() === 'here',
    announce,
    onDefect: (cause) => {
      if (db.damage() === undefined) unexpected('the running guard', cause);
    },
  });
  let backupFailure: string | undefined;
  const keeper =
    deps.firstBackupAfterMs === undefined
      ? undefined
      : createBackupKeeper({
          clock: deps.clock,
          firstAfterMs: deps.firstBackupAfterMs,
          make: async () => {
            const reply = await answered('backups.make', () => run('backups.make', { kind: 'automatic' }, undefined));
            backupFailure = reply.ok ? undefined : errorText(reply.error as Parameters<typeof errorText>[0]);
            announce(['backups']);
          },
        });

  /** A failure that nobody expected, in words where the file or its disk is to blame. */
  const unexpected = (operation: string, cause: unknown): WireFailure => {
    switch (faultOf(cause)) {
      case 'busy':
        return { tag: 'DatabaseBusy' };
      case 'full':
        return { tag: 'DiskFull' };
      case 'readOnly':
        return { tag: 'DatabaseReadOnly' };
      case 'disk':
        return { tag: 'DiskTrouble', reason: reasonOf(cause) };
      case 'damaged':
        // Nothing more is written to it: every window turns to what can be done now.
        if (db.damage() === undefined) db.giveUp({ kind: 'damaged', reason: damageWords(cause) });
        announce(TOPICS);
        return damaged();
      case undefined:
        return defect(deps, operation, cause);
    }
  };

  const damaged = (): WireFailure => ({
    tag: 'DatabaseDamaged',
    file: deps.databaseFile,
    damage: db.damage()?.kind ?? 'damaged',
  });

  const answered = async (operation: string, work: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await work();
    } catch (cause) {
      return fail(unexpected(operation, cause));
    }
  };

  /** What to say when there is no database to work on. */
  const refusalOf = (operation: Operation): Outcome | undefined => {
    if (db.damage() === undefined || operation.kind === 'host') return undefined;
    const isWithout = operation.kind !== 'command' && operation.withoutDatabase === true;
    return isWithout ? undefined : fail(damaged());
  };

  /** Before anything is written, in its turn: whether the file is still in its place, else what to say. */
  const misplaced = async (): Promise<Outcome | undefined> => {
    if (db.damage() !== undefined || db.place() === 'here') return undefined;
    await jobs.stop();
    return isStillOurs(db, deps);
  };

  const asked = {
    db: {
      get read() {
        return db.read;
      },
    },
    clock: deps.clock,
    deps,
    damage: db.damage,
    backupFailure: () => backupFailure,
  };

  const runCommand = (
    path: string,
    operation: Extract<Operation, { kind: 'command' }>,
    handler: AnyHandler,
    input: unknown,
  ): Outcome => {
    const topics: Topic[] = [...operation.writes, 'history'];
    const context: CommandContext = { ...asked, db, alsoChanged: (also) => void topics.push(...also) };
    const outcome = inTransaction(db, () => {
      const result = operation.walksHistory
        ? syncOutcome(path, handler(input, context))
        : recorded(db, deps, operation, input, () => syncOutcome(path, handler(input, context)));
      if (result.ok) recountStale(db);
      return result;
    });
    if (outcome.ok) announce(topics);
    return outcome;
  };

  /** Host calls that are running, and whether they have been stopped. */
  const hostCalls = new Map<string, boolean>();

  const runHostCall = async (handler: AnyHandler, input: unknown, askedAs: string | undefined): Promise<Outcome> => {
    const jobId = askedAs ?? randomUUID();
    hostCalls.set(jobId, false);
    try {
      return await handler(input, {
        progress: (progress: Progress) => push({ kind: 'progress', jobId, progress }),
        isCancelled: () => hostCalls.get(jobId) === true,
      });
    } finally {
      hostCalls.delete(jobId);
    }
  };

  const runJob = async (
    path: string,
    operation: Extract<Operation, { kind: 'job' }>,
    input: unknown,
    jobId: string | undefined,
  ): Promise<Outcome> => {
    if (operation.writes.length === 0 || operation.isBeside === true) {
      // Only where something is amiss does it wait for its turn.
      const refused = db.place() === 'here' ? undefined : await writing(misplaced);
      if (refused !== undefined) return refused;
      const runs = (): Promise<Outcome> => jobs.run(path, operation, input, jobId);
      const outcome = await (operation.isBeside === true ? copying(runs) : runs());
      if (outcome.ok) {
        // What has been looked at is taken next.
        if (path === 'imports.preview') jobs.makeReady();
        announce(operation.writes);
      }
      return outcome;
    }
    const outcome = await writing(
      async () =>
        refusalOf(operation) ??
        (await misplaced()) ??
        (await putInPlace(operation, await jobs.run(path, operation, input, jobId))),
    );
    if (outcome.ok) announce([...operation.writes, 'history']);
    return outcome;
  };

  /** What a job has made ready takes the place of the database, once nobody looks into the old one any more. */
  const putInPlace = async (operation: Extract<Operation, { kind: 'job' }>, outcome: Outcome): Promise<Outcome> => {
    if (!outcome.ok || operation.replacesDatabase !== true) return outcome;
    await jobs.stop();
    const aside = db.replaceWith(incomingFile(deps.databaseFile), `${deps.databaseFile}.damaged-${deps.clock.today()}`);
    return aside === undefined ? outcome : { ok: true, value: { ...(outcome.value as object), damagedKeptAt: aside } };
  };

  const run = async (path: string, rawInput: unknown, jobId: string | undefined): Promise<Outcome> => {
    const place = operationAt(path);
    if (place === undefined) return fail({ tag: 'UnknownOperation', operation: path });
    const { group, name, operation } = place;
    const parsed = operation.input.safeParse(rawInput, { error: plainProblem });
    if (!parsed.success) return badRequest(parsed.error);
    const handler = found(handlers, group, name);
    const refused = refusalOf(operation);
    if (refused !== undefined) return refused;
    switch (operation.kind) {
      case 'query':
        if (path === 'roster.view') sweep.wake();
        return syncOutcome(path, handler(parsed.data, asked));
      case 'command':
        return writing(
          async () => refusalOf(operation) ?? (await misplaced()) ?? runCommand(path, operation, handler, parsed.data),
        );
      case 'host':
        return runHostCall(handler, parsed.data, jobId);
      case 'job':
        return runJob(path, operation, parsed.data, jobId);
    }
  };

  const workOut = async (text: string): Promise<string> => {
    const message = parseRequest(text);
    if (!message.success) return JSON.stringify(badRequest(message.error));
    const spoilt = spoiltText(text, message.data);
    if (spoilt !== undefined)
      return JSON.stringify(fail({ tag: 'BadRequest', problems: [{ path: '', message: spoilt }] }));
    const { operation, input, jobId, cancel } = message.data;
    if (cancel === true) {
      if (jobId !== undefined) {
        jobs.cancel(jobId);
        if (hostCalls.has(jobId)) hostCalls.set(jobId, true);
      }
      return JSON.stringify({ ok: true, value: {} });
    }
    return JSON.stringify(await answered(operation, () => run(operation, input, jobId)));
  };

  const request = (text: string): Promise<string> => {
    const ready = prepared.get(text);
    prepared.delete(text);
    return ready?.today === deps.clock.today() ? ready.answer : workOut(text);
  };

  return {
    request,
    prepare: (questions) => {
      for (const text of questions) prepared.set(text, { today: deps.clock.today(), answer: workOut(text) });
    },
    upload: async (bytes, token) => {
      if (token === undefined) jobs.makeReady();
      return spoolUpload(deps.uploadFolder, bytes, token);
    },
    onPush: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    push,
    listensAt: lock.describe,
    close: async () => {
      sweep.stop();
      keeper?.stop();
      await jobs.stop();
      closeOrTell(deps, db);
      lock.release();
      rmSync(deps.uploadFolder, { recursive: true, force: true });
    },
  };
};

const openOrRelease = (deps: ServiceDeps, lock: Lock): HeldDatabase => {
  try {
    return openOrAsk(deps);
  } catch (cause) {
    lock.release();
    throw cause;
  }
};

/** What could not be written back on closing is in the log of the database, or its folder has gone with it. */
const closeOrTell = (deps: ServiceDeps, db: HeldDatabase): void => {
  try {
    db.close();
  } catch (cause) {
    defect(deps, 'closing', cause);
  }
};

const parseRequest = (text: string): z.ZodSafeParseResult<z.infer<typeof requestMessage>> => {
  try {
    return requestMessage.safeParse(JSON.parse(text));
  } catch {
    return requestMessage.safeParse(undefined);
  }
};

/** One step of history round the work. A refusal is rolled back with everything else, the step included. */
const recorded = (
  db: WriteDb,
  deps: ServiceDeps,
  operation: Extract<Operation, { kind: 'command' }>,
  input: unknown,
  work: () => Outcome,
): Outcome => {
  const step = addStep(db, {
    label: operation.label(input),
    at: deps.clock.now(),
    topics: operation.writes,
  });
  const result = recordingInto(db, step, work);
  const thread = operation.thread?.(input);
  if (keepStepIfChanged(db, step) && thread !== undefined) goOnWithNewest(db, step, thread);
  return result;
};

/** Transactions are synchronous: a query or command that waits would hold the database open behind everyone's back. */
const syncOutcome = (path: string, outcome: Outcome | Promise<Outcome>): Outcome => {
  if (outcome instanceof Promise) throw new Error(`${path} must not wait`);
  return outcome;
};

const defect = (deps: ServiceDeps, operation: string, cause: unknown): WireFailure => {
  const reference = randomUUID().slice(0, 8);
  deps.log({ level: 'defect', reference, message: `${operation}: ${defectText(cause)}` });
  return { tag: 'Defect', reference };
};
