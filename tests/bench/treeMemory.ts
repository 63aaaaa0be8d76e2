import { readdirSync, readFileSync } from 'node:fs';

/** What is not there any more when it is read has no memory. */
const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const parentOf = (pid: string): string =>
  textOf(`/proc/${pid}/stat`)
    .replace(/^.*\) /u, '')
    .split(' ')[1] ?? '';

/** Memory that would be free without this process, shared pages by their share (Pss). */
const kilobytesOf = (pid: string): number =>
  Number(/^Pss:\s+(\d+)/mu.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/** Every process that this one has started, and that those have started. None where there is no `/proc`. */
const childrenOfOurs = (): readonly string[] => {
  const pids = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/u.test(name)) : [];
  const parents = new Map(pids.map((pid) => [pid, parentOf(pid)]));
  const isOurs = (pid: string): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === String(process.pid) || isOurs(parent));
  };
  return pids.filter(isOurs);
};

/** Megabytes of all of them; NaN where there are none. */
export const childrenMb = (): number => {
  const ours = childrenOfOurs();
  return ours.length === 0 ? Number.NaN : ours.reduce((sum, pid) => sum + kilobytesOf(pid), 0) / 1024;
};

/** The most that they take while something is done. */
export const peakOfChildrenMb = async (work: () => Promise<void>): Promise<number> => {
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, childrenMb() || 0);
  }, 100);
  try {
    await work();
  } finally {
    clearInterval(look);
  }
  return peak;
};

/** Ticks of the processor, a hundred a second, that each of them has taken so far. */
export const childrenTicks = (): ReadonlyMap<string, number> =>
  new Map(
    childrenOfOurs().map((pid) => {
      const fields = textOf(`/proc/${pid}/stat`)
        .replace(/^.*\) /u, '')
        .split(' ');
      return [pid, Number(fields[11] ?? 0) + Number(fields[12] ?? 0)];
    }),
  );
