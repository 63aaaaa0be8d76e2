import type { Result } from '../../src/domain/kernel/result.ts';

/** The value of an answer; a bench that is refused something has nothing to measure. */
export const settled = <T>(reply: Result<T, unknown>): T => {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.error)}`);
  return reply.value;
};

/** Milliseconds that some work takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
