import { z } from 'zod';
import { TOPICS } from '../contract/operation.ts';

/** What crosses into a job's thread when it starts. */
export const jobOrder = z.object({
  path: z.string(),
  input: z.unknown(),
  topics: z.array(z.enum(TOPICS)),
  databaseFile: z.string(),
  canBeRead: z.boolean(),
  resourcesFolder: z.string(),
  uploadFolder: z.string(),
  version: z.string(),
  today: z.string(),
  now: z.string(),
  cancelled: z.instanceof(SharedArrayBuffer),
});

export type JobOrder = z.infer<typeof jobOrder>;
