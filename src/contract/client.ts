import type { Call, CallOptions, Client, Groups, Progress } from './derive.ts';
import type { Operation } from './operation.ts';
import type { Outline, Outlines } from './outline.ts';
import type { PushMessage, Wire } from './wire.ts';

/** Two windows of one service must not take each other's jobs for their own. */
const window = Math.random().toString(36).slice(2);
let jobCount = 0;

/** Every operation as a typed function over a wire. The contract itself is more than the outlines that are needed of it. */
export const createClient = <C extends Groups>(outlines: C | Outlines<C>, wire: Wire): Client<C> => {
  const progressByJob = new Map<string, (progress: Progress) => void>();
  listen(wire, (message) => {
    if (message.kind === 'progress') progressByJob.get(message.jobId)?.(message.progress);
  });

  const callOf = (path: string, outline: Outline): Call<Operation> => {
    const run = async (input: unknown, options: CallOptions = {}): Promise<unknown> => {
      const isLong = outline.kind === 'job' || outline.kind === 'host';
      const jobId = isLong ? `${path}-${window}-${(jobCount += 1)}` : undefined;
      if (jobId !== undefined && options.onProgress) progressByJob.set(jobId, options.onProgress);
      if (options.signal?.aborted === true) return { ok: false, error: { tag: 'Cancelled' } };
      options.signal?.addEventListener('abort', () => {
        // Whether this arrives or not, the job's own reply says how it ended.
        wire.request(JSON.stringify({ operation: path, input: null, jobId, cancel: true })).catch(() => undefined);
      });
      try {
        return JSON.parse(await wire.request(JSON.stringify({ operation: path, input, jobId })));
      } catch {
        return { ok: false, error: { tag: 'Disconnected' } };
      } finally {
        if (jobId !== undefined) progressByJob.delete(jobId);
      }
    };
    // The reply is typed by the contract; tests parse every output with its schema.
    return Object.assign(run, { outline, path }) as unknown as Call<Operation>;
  };

  const groups = Object.entries<Readonly<Record<string, Outline>>>(outlines).map(([group, operations]) => [
    group,
    Object.fromEntries(
      Object.entries(operations).map(([name, outline]) => [name, callOf(`${group}.${name}`, outline)]),
    ),
  ]);
  return Object.fromEntries(groups) as Client<C>;
};

const KINDS: readonly unknown[] = ['changed', 'progress', 'show'] satisfies readonly PushMessage['kind'][];

/** Hears every push that can be understood; what cannot is from a newer shell and is passed over. */
export const listen = (wire: Wire, listener: (message: PushMessage) => void): (() => void) =>
  wire.onPush((text) => {
    // Typed by the contract like a reply; tests parse every push with its schema.
    const message = readJson(text) as PushMessage | undefined;
    if (KINDS.includes(message?.kind)) listener(message as PushMessage);
  });

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
