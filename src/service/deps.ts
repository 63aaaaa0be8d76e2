import type { PlainDate } from '../domain/kernel/plainDate.ts';
import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/derive.ts';
import type { Topic } from '../contract/operation.ts';
import type { Damage } from './db/heldDatabase.ts';
import type { ReadDb, WriteDb } from './db/sql.ts';
import type { Progress } from '../contract/derive.ts';
import type { JobReceipt } from './history/historyStore.ts';

/** What a host supplies: everything the service cannot know by itself. */
export interface ServiceDeps {
  readonly databaseFile: string;
  /** What to call this host when somebody else finds the database taken: `desktop`, `browser window`, `command line`. */
  readonly shell: string;
  /** Where the shipped exercise library, templates and help lie. */
  readonly resourcesFolder: string;
  /** Uploaded files wait here; emptied when the service closes. */
  readonly uploadFolder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly log: (entry: LogEntry) => void;
  readonly host: HostHandlers;
  /** Script of the job worker; without one, jobs run in this thread (the command line has no window to keep live). */
  readonly jobWorker?: URL | undefined;
  /** After how long the first automatic backup begins; without it none is made by itself (a command is over too soon). */
  readonly firstBackupAfterMs?: number | undefined;
  /** The database may not grow beyond so many pages (or what it has): a disk of a stated size. */
  readonly mostPages?: number | undefined;
}

export interface Clock {
  readonly today: () => PlainDate;
  /** ISO 8601, `Z`. */
  readonly now: () => string;
}

export interface LogEntry {
  readonly level: 'info' | 'defect';
  readonly reference?: string;
  readonly message: string;
}

export interface QueryContext {
  readonly db: ReadDb;
  readonly clock: Clock;
  readonly deps: ServiceDeps;
  /** What is the matter with the database. Only a question that is answered without one meets any. */
  readonly damage: () => Damage | undefined;
  /** Why the last automatic backup was not made. */
  readonly backupFailure: () => string | undefined;
}

export interface CommandContext extends QueryContext {
  readonly db: WriteDb;
  /** Names what else has changed, beyond what the contract says this command writes. */
  readonly alsoChanged: (topics: readonly Topic[]) => void;
}

/** What a job is handed. It runs inside no transaction until it opens one with `inTransaction`. */
export interface JobContext {
  readonly db: WriteDb;
  readonly databaseFile: string;
  /** Whether the service could open the database. If not, whoever asks `db` gets an error. */
  readonly canBeRead: boolean;
  readonly clock: Clock;
  readonly resourcesFolder: string;
  readonly uploadFolder: string;
  /** Of this program. */
  readonly version: string;
  /** Says how far it is, and throws `JobCancelled` when the coach has stopped it. */
  readonly progress: (progress: Progress) => void;
  /** Leaves the step in history by which the whole job can be taken back. */
  readonly leaveStep: (label: string, receipt: JobReceipt) => void;
}

/** What the host is handed when it does something long. */
export interface HostContext {
  readonly progress: (progress: Progress) => void;
  /** Whether the coach has stopped it. */
  readonly isCancelled: () => boolean;
}

export class JobCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'JobCancelled';
  }
}

export interface ServiceContexts {
  readonly query: QueryContext;
  readonly command: CommandContext;
  readonly job: JobContext;
  readonly host: HostContext;
}

export type AllHandlers = Handlers<Contract, ServiceContexts>;
export type HostHandlers = AllHandlers['shell'];
export type ServiceHandlers = Omit<AllHandlers, 'shell'>;
