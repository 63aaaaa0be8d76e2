import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import type { z } from 'zod';
import { contract } from '../contract/contract.ts';
import type { Progress } from '../contract/derive.ts';
import type { Operation, Topic } from '../contract/operation.ts';
import { plainProblem } from '../contract/requestProblems.ts';
import { requestMessage, type PushMessage } from '../contract/wire.ts';
import type { WireFailure } from '../domain/kernel/failure.ts';
import { fail, type Result } from '../domain/kernel/result.ts';
import { closeDatabase, openDatabase } from './db/database.ts';
import { takeLock, type Lock } from './db/lock.ts';
import type { WriteDb } from './db/sql.ts';
import { inTransaction } from './db/transaction.ts';
import type { CommandContext, ServiceDeps } from './deps.ts';
import { defectText } from './diagnostics/defectText.ts';
import { loadExerciseLibrary } from './exercises/exerciseStore.ts';
import { handlersFor } from './handlers.ts';
import { addStep, goOnWithNewest, keepStepIfChanged, recordingInto } from './history/historyStore.ts';
import { spoolUpload } from './imports/spoolUpload.ts';
import { createJobRunner, type JobRunner } from './jobRunner.ts';
import { createGuardSweep } from './running/guardSweep.ts';
import { recountStale } from './training/recount.ts';
import { spoiltText } from './spoiltText.ts';
import { inTurn } from './turn.ts';

/** The application: one function from text to text, files in, news out. */
export interface Service {
  readonly request: (text: string) => Promise<string>;
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

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('SQLITE_BUSY');

export const createService = (deps: ServiceDeps): Service => {
  const lock = takeLock(deps.databaseFile, deps.shell);
  const db = openOrRelease(deps, lock);
  mkdirSync(deps.uploadFolder, { recursive: true, mode: 0o700 });
  const listeners = new Set<(text: string) => void>();
  const handlers = { ...handlersFor(), shell: deps.host };
  const writing = inTurn();

  const push = (message: PushMessage): void => {
    const text = JSON.stringify(message);
    for (const listener of listeners) listener(text);
  };
  const announce = (topics: readonly Topic[]): void => {
    if (topics.length > 0) push({ kind: 'changed', topics: [...new Set(topics)] });
    if (topics.some((topic) => topic !== 'guard')) sweep.wake();
  };
  const jobs = createJobRunner(deps, db, push);
  const sweep = createGuardSweep({
    db,
    clock: deps.clock,
    writing,
    announce,
    onDefect: (cause) => void unexpected(deps, 'the running guard', cause),
  });

  const runCommand = (
    path: string,
    operation: Extract<Operation, { kind: 'command' }>,
    handler: AnyHandler,
    input: unknown,
  ): Outcome => {
    const topics: Topic[] = [...operation.writes, 'history'];
    const context: CommandContext = { db, clock: deps.clock, deps, alsoChanged: (also) => void topics.push(...also) };
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

  const run = async (path: string, rawInput: unknown, jobId: string | undefined): Promise<Outcome> => {
    const place = operationAt(path);
    if (place === undefined) return fail({ tag: 'UnknownOperation', operation: path });
    const { group, name, operation } = place;
    const parsed = operation.input.safeParse(rawInput, { error: plainProblem });
    if (!parsed.success) return badRequest(parsed.error);
    const handler = found(handlers, group, name);
    switch (operation.kind) {
      case 'query':
        if (path === 'roster.view') sweep.wake();
        return syncOutcome(path, handler(parsed.data, { db: { read: db.read }, clock: deps.clock, deps }));
      case 'command':
        return writing(() => runCommand(path, operation, handler, parsed.data));
      case 'host':
        return runHostCall(handler, parsed.data, jobId);
      case 'job':
        return runJob(jobs, writing, path, operation, parsed.data, jobId, announce);
    }
  };

  const request = async (text: string): Promise<string> => {
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
    try {
      return JSON.stringify(await run(operation, input, jobId));
    } catch (cause) {
      return JSON.stringify(fail(unexpected(deps, operation, cause)));
    }
  };

  return {
    request,
    upload: async (bytes, token) => spoolUpload(deps.uploadFolder, bytes, token),
    onPush: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    push,
    listensAt: lock.describe,
    close: async () => {
      sweep.stop();
      await jobs.stop();
      closeDatabase(db);
      lock.release();
      rmSync(deps.uploadFolder, { recursive: true, force: true });
    },
  };
};

const openOrRelease = (deps: ServiceDeps, lock: Lock): WriteDb => {
  let db: WriteDb | undefined;
  try {
    db = openDatabase(deps.databaseFile);
    loadExerciseLibrary(db, deps.resourcesFolder);
    return db;
  } catch (cause) {
    if (db !== undefined) closeDatabase(db);
    lock.release();
    throw cause;
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

const runJob = async (
  jobs: JobRunner,
  writing: ReturnType<typeof inTurn>,
  path: string,
  operation: Extract<Operation, { kind: 'job' }>,
  input: unknown,
  jobId: string | undefined,
  announce: (topics: readonly Topic[]) => void,
): Promise<Outcome> => {
  if (operation.writes.length === 0) return jobs.run(path, input, jobId);
  const outcome = await writing(() => jobs.run(path, input, jobId));
  if (outcome.ok) announce([...operation.writes, 'history']);
  return outcome;
};

/** Transactions are synchronous: a query or command that waits would hold the database open behind everyone's back. */
const syncOutcome = (path: string, outcome: Outcome | Promise<Outcome>): Outcome => {
  if (outcome instanceof Promise) throw new Error(`${path} must not wait`);
  return outcome;
};

const unexpected = (deps: ServiceDeps, operation: string, cause: unknown): WireFailure => {
  if (isBusy(cause)) return { tag: 'DatabaseBusy' };
  const reference = randomUUID().slice(0, 8);
  deps.log({ level: 'defect', reference, message: `${operation}: ${defectText(cause)}` });
  return { tag: 'Defect', reference };
};
