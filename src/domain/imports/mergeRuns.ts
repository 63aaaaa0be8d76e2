import type { ActivityFacts } from './draft.ts';

/** A run as one app has it. */
export interface SourcedRun extends ActivityFacts {
  /** The format it came in, for example `garmin-connect`. */
  readonly source: string;
}

/**
 * Whose word counts first, by what is told. What was measured: the watch before what it was sent on to. When it was: apps that
 * record the wall clock before Strava, which prints UTC. What was written: where people write. Apps that are not named come after
 * all that are, in the order of their names.
 */
export const PRECEDENCE = {
  measured: [
    'garmin',
    'polar',
    'coros',
    'suunto',
    'apple',
    'whoop',
    'runkeeper',
    'intervals',
    'strava',
    'trainingpeaks',
  ],
  started: [
    'garmin',
    'polar',
    'coros',
    'suunto',
    'runkeeper',
    'whoop',
    'trainingpeaks',
    'intervals',
    'apple',
    'strava',
  ],
  written: ['trainingpeaks', 'finalsurge', 'strava', 'runkeeper', 'intervals', 'polar', 'garmin'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Told = keyof typeof PRECEDENCE;

const TOLD_BY = {
  performedOn: 'started',
  timeOfDay: 'started',
  title: 'written',
  sport: 'measured',
  distanceM: 'measured',
  movingS: 'measured',
  elapsedS: 'measured',
  averageHr: 'measured',
  maxHr: 'measured',
  cadenceSpm: 'measured',
  ascentM: 'measured',
  powerW: 'measured',
  rpe: 'written',
  notes: 'written',
} as const satisfies Readonly<Record<Exclude<keyof SourcedRun, 'source' | 'isTreadmill'>, Told>>;

export type MergedField = keyof typeof TOLD_BY;

const FIELDS = Object.keys(TOLD_BY) as readonly MergedField[];

const plain = (source: string): string => source.toLowerCase().replaceAll(/[^a-z]/gu, '');

const rankOf = (source: string, told: Told): number => {
  const at = PRECEDENCE[told].findIndex((app) => plain(source).startsWith(app));
  return at < 0 ? PRECEDENCE[told].length : at;
};

/** By precedence, then by name: the order in which the files came does not matter. */
const inOrder = (runs: readonly SourcedRun[], told: Told): readonly SourcedRun[] =>
  runs.toSorted(
    (a, b) =>
      rankOf(a.source, told) - rankOf(b.source, told) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0),
  );

export interface MergedRun {
  readonly run: Omit<SourcedRun, 'source'>;
  /** Whose word each field is. */
  readonly from: Readonly<Partial<Record<MergedField, string>>>;
}

/** Day and time of day belong together: both of the first app that has a time, else the day of the first. */
const startOf = (runs: readonly SourcedRun[]): SourcedRun | undefined => {
  const ordered = inOrder(runs, 'started');
  return ordered.find(({ timeOfDay }) => timeOfDay !== undefined) ?? ordered[0];
};

/**
 * One run out of what several apps say of it: field by field the first word that there is, by `PRECEDENCE`. Nothing is averaged.
 * A `RangeError` without a run.
 */
export const mergeRuns = (runs: readonly SourcedRun[]): MergedRun => {
  const start = startOf(runs);
  if (start === undefined) throw new RangeError('nothing to merge');
  const values: Partial<Record<MergedField, string | number>> = {};
  const from: Partial<Record<MergedField, string>> = {};
  for (const field of FIELDS) {
    const teller =
      TOLD_BY[field] === 'started'
        ? start
        : inOrder(runs, TOLD_BY[field]).find((run) => run[field] !== undefined && run[field] !== '');
    const value = teller?.[field];
    if (teller === undefined || value === undefined) continue;
    values[field] = value;
    from[field] = teller.source;
  }
  return {
    run: {
      ...values,
      performedOn: start.performedOn,
      sport: typeof values.sport === 'string' ? values.sport : start.sport,
      isTreadmill: runs.some(({ isTreadmill }) => isTreadmill),
    } as MergedRun['run'],
    from,
  };
};
