/** One run's load in both units: session RPE × minutes, and running stress points. */
export interface RunLoad {
  readonly au: number;
  readonly rtss: number;
}

/** Running stress points for one unit of session load; `isOwn` when it comes from the athlete's own runs. */
export interface PointsRate {
  readonly pointsPerAu: number;
  readonly runs: number;
  readonly isOwn: boolean;
}

/** A week's load of the legs, in the three units that do not add up to one. */
export interface LegLoad {
  readonly runM: number;
  readonly lowerHardSets: number;
  readonly weightedContacts: number;
}

/** Each as per cent of the mean of the four weeks before; absent where that mean is 0 or there are fewer weeks. */
export interface LegLoadPercent {
  readonly runs?: number | undefined;
  readonly hardSets?: number | undefined;
  readonly contacts?: number | undefined;
}

const LEAST_RUNS = 10;
const MOST_RUNS = 60;
const LEAST_RATE = 0.1;
const MOST_RATE = 0.4;
const DEFAULT_RATE = 0.22;
const WEEKS = 4;

const isUsable = ({ au, rtss }: RunLoad): boolean =>
  au > 0 && rtss >= 0 && Number.isFinite(au) && Number.isFinite(rtss);

/**
 * Points for a unit of session load (R5.1): regression through the origin over the newest 10 to 60 runs in order of date. With
 * fewer runs, or a slope outside 0.10 to 0.40, the default 0.22. [D]
 */
export const pointsRate = (runs: readonly RunLoad[]): PointsRate => {
  const newest = runs.filter(isUsable).slice(-MOST_RUNS);
  const products = newest.reduce((sum, { au, rtss }) => sum + au * rtss, 0);
  const squares = newest.reduce((sum, { au }) => sum + au ** 2, 0);
  const slope = products / squares;
  const isOwn = newest.length >= LEAST_RUNS && slope >= LEAST_RATE && slope <= MOST_RATE;
  return { pointsPerAu: isOwn ? slope : DEFAULT_RATE, runs: newest.length, isOwn };
};

const percentOfMean = (now: number, before: readonly number[]): number | undefined => {
  const mean = before.reduce((sum, value) => sum + value, 0) / WEEKS;
  return before.length === WEEKS && mean > 0 ? (100 * now) / mean : undefined;
};

/**
 * The three bars of the legs' load (R5.1): run distance, lower-body hard sets and weighted contacts of a week, each against the
 * mean of the four weeks before it, in order of date. Never added up: session RPE alone does not see what heavy sets ask.
 */
export const legLoadPercent = (week: LegLoad, weeksBefore: readonly LegLoad[]): LegLoadPercent => {
  const before = weeksBefore.slice(-WEEKS);
  const percentOf = (partOf: (one: LegLoad) => number): number | undefined =>
    percentOfMean(partOf(week), before.map(partOf));
  return {
    runs: percentOf((one) => one.runM),
    hardSets: percentOf((one) => one.lowerHardSets),
    contacts: percentOf((one) => one.weightedContacts),
  };
};
