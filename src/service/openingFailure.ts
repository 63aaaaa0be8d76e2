import { DatabaseInUse } from './db/lock.ts';
import { NewerDatabase } from './db/migrate.ts';
import { UnreadableDatabase } from './db/unreadableDatabase.ts';

/** Whether a service could not be made because of its file: then the message is a sentence for the coach. */
export const isAboutTheFile = (cause: unknown): cause is DatabaseInUse | NewerDatabase | UnreadableDatabase =>
  cause instanceof DatabaseInUse || cause instanceof NewerDatabase || cause instanceof UnreadableDatabase;
