import { daysBetween, type PlainDate } from '../kernel/plainDate.ts';

/** A run by when it began, how far it was and how long it took: enough to know it again in another app. */
export interface RunTrace {
  readonly performedOn: PlainDate;
  /** `HH:MM:SS` on the wall clock, or in UTC where the app prints that. */
  readonly timeOfDay?: string | undefined;
  readonly distanceM?: number | undefined;
  readonly movingS?: number | undefined;
  readonly elapsedS?: number | undefined;
}

export interface SameRun<K extends RunTrace, I extends RunTrace> {
  readonly known: K;
  readonly incoming: I;
  /** By how many whole hours the incoming start is off. */
  readonly hours: number;
}

/** Starts of one run differ by less than this between apps (formats.md 0.6). */
const MOST_START_S = 180;
const DISTANCE_SHARE = 0.02;
const DURATION_SHARE = 0.03;
/** Time zones reach so far. */
const MOST_HOURS = 14;

const EPOCH = '1970-01-01' as PlainDate;

/** Seconds since 1970 on the clock as printed; `undefined` without a time of day. */
const clockS = ({ performedOn, timeOfDay }: RunTrace): number | undefined => {
  const [hours, minutes, seconds = 0] = (timeOfDay ?? '').split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes + seconds)) return undefined;
  return daysBetween(EPOCH, performedOn) * 86_400 + hours * 3600 + minutes * 60 + seconds;
};

type Likeness = 'same' | 'different' | 'unknown';

const alike = (a: number | undefined, b: number | undefined, share: number): Likeness => {
  if (a === undefined || b === undefined || a <= 0 || b <= 0) return 'unknown';
  return Math.abs(a - b) <= share * Math.max(a, b) ? 'same' : 'different';
};

/** Moving time of one app may be the elapsed time of another: any two that agree will do. */
const durationLikeness = (a: RunTrace, b: RunTrace): Likeness => {
  const pairs = [a.movingS, a.elapsedS].flatMap((one) =>
    [b.movingS, b.elapsedS].map((other) => alike(one, other, DURATION_SHARE)),
  );
  if (pairs.includes('same')) return 'same';
  return pairs.includes('different') ? 'different' : 'unknown';
};

/** `strict`: distance and duration must both be known and agree; else neither may disagree and one must agree. */
const isSameTrace = (a: RunTrace, b: RunTrace, isStrict: boolean): boolean => {
  const likeness = [alike(a.distanceM, b.distanceM, DISTANCE_SHARE), durationLikeness(a, b)];
  if (isStrict) return likeness.every((one) => one === 'same');
  return !likeness.includes('different') && likeness.includes('same');
};

interface Timed<T> {
  readonly run: T;
  readonly startS: number;
}

const timed = <T extends RunTrace>(runs: readonly T[]): readonly Timed<T>[] =>
  runs
    .flatMap((run) => {
      const startS = clockS(run);
      return startS === undefined ? [] : [{ run, startS }];
    })
    .toSorted((a, b) => a.startS - b.startS);

/** The first place at which a start is not before this second. */
const lowerBound = (runs: readonly Timed<unknown>[], startS: number): number => {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.startS ?? 0) < startS) low = middle + 1;
    else high = middle;
  }
  return low;
};

const nearest = <K extends RunTrace>(
  known: readonly Timed<K>[],
  incoming: Timed<RunTrace>,
  hours: number,
  taken: ReadonlySet<K>,
): K | undefined => {
  const at = incoming.startS + hours * 3600;
  let best: Timed<K> | undefined;
  for (let place = lowerBound(known, at - MOST_START_S + 1); place < known.length; place += 1) {
    const one = known[place];
    if (one === undefined || one.startS >= at + MOST_START_S) break;
    if (taken.has(one.run) || !isSameTrace(one.run, incoming.run, hours !== 0)) continue;
    if (best === undefined || Math.abs(one.startS - at) < Math.abs(best.startS - at)) best = one;
  }
  return best?.run;
};

const NOTHING_TAKEN: ReadonlySet<never> = new Set();

/** By how many whole hours a file's starts are off: by none, unless more of its runs are known again with some. */
const fileOffset = (known: readonly Timed<RunTrace>[], incoming: readonly Timed<RunTrace>[]): number => {
  const count = (hours: number): number =>
    incoming.filter((one) => nearest(known, one, hours, NOTHING_TAKEN) !== undefined).length;
  let best = { hours: 0, count: count(0) };
  for (let distance = 1; distance <= MOST_HOURS; distance += 1) {
    for (const hours of [distance, -distance]) {
      const found = count(hours);
      if (found > best.count) best = { hours, count: found };
    }
  }
  return best.hours;
};

const isOnDay = (a: RunTrace, b: RunTrace): boolean => a.performedOn === b.performedOn;

/** Of a run without a time of day: the only one of that day that agrees in distance and duration. */
const onlyOfDay = <K extends RunTrace>(
  known: readonly K[],
  incoming: RunTrace,
  taken: ReadonlySet<K>,
): K | undefined => {
  const found = known.filter((one) => !taken.has(one) && isOnDay(one, incoming) && isSameTrace(one, incoming, true));
  return found.length === 1 ? found[0] : undefined;
};

/**
 * The runs of a file that an athlete has already from other apps (formats.md 0.6): begun within three minutes of one another, as
 * far to 2 % and as long to 3 %. A file may be off by whole hours, as UTC is, and by one more in summer; then both distance and
 * duration have to agree. Each run is known again once.
 */
export const sameRuns = <K extends RunTrace, I extends RunTrace>(
  known: readonly K[],
  incoming: readonly I[],
): readonly SameRun<K, I>[] => {
  const timedKnown = timed(known);
  const timedIncoming = timed(incoming);
  const hours = fileOffset(timedKnown, timedIncoming);
  const offsets = hours === 0 ? [0] : [hours, hours + 1, hours - 1];
  const taken = new Set<K>();
  const pairs: SameRun<K, I>[] = [];
  const take = (run: K | undefined, one: I, off: number): boolean => {
    if (run === undefined) return false;
    taken.add(run);
    pairs.push({ known: run, incoming: one, hours: off });
    return true;
  };
  for (const one of timedIncoming) {
    for (const off of offsets) if (take(nearest(timedKnown, one, off, taken), one.run, off)) break;
  }
  for (const one of incoming) {
    if (clockS(one) === undefined) take(onlyOfDay(known, one, taken), one, 0);
  }
  return pairs;
};
