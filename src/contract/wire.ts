import { z } from 'zod';
import { TOPICS } from './operation.ts';

/**
 * The whole interface between the application and any host: text there and back, files once as bytes, news. A file begins with
 * its first piece; `token`, with which that was answered, says whose the next piece is.
 */
export interface Wire {
  readonly request: (text: string) => Promise<string>;
  readonly upload: (bytes: Uint8Array<ArrayBuffer>, token?: string) => Promise<string>;
  readonly onPush: (listener: (text: string) => void) => () => void;
}

/** What crosses as a request. `jobId` lets progress find its way back and lets a job be cancelled. */
export const requestMessage = z.strictObject({
  operation: z.string(),
  input: z.unknown(),
  jobId: z.string().max(64).optional(),
  cancel: z.literal(true).optional(),
});

export const pushMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), topics: z.array(z.enum(TOPICS)) }),
  z.object({
    kind: z.literal('progress'),
    jobId: z.string(),
    progress: z.object({ done: z.number(), total: z.number(), doing: z.string() }),
  }),
  z.object({ kind: z.literal('show'), route: z.string() }),
]);

export type PushMessage = z.infer<typeof pushMessage>;
