import type { RunInPlan } from './runningPlan.ts';
import { runStress } from './runStress.ts';
import { speedAtShareMps, timeForVdot, TRAINING_SHARES } from './vdot.ts';

/** The share of VDOT at which a planned run is taken to be run on the whole, with its warm-up and its rests [D]. */
const SHARE_OF: Readonly<Record<RunInPlan['kind'], number>> = {
  easy: TRAINING_SHARES.easy,
  long: TRAINING_SHARES.easy,
  quality: TRAINING_SHARES.marathon,
  race: TRAINING_SHARES.threshold,
};

type PlannedRunFacts = Pick<RunInPlan, 'kind' | 'distanceM' | 'durationS'>;

const raceSpeedMps = ({ kind, distanceM }: PlannedRunFacts, vdot: number): number | undefined => {
  if (kind !== 'race' || distanceM === undefined) return undefined;
  const timeS = timeForVdot(vdot, distanceM);
  return timeS === undefined ? undefined : distanceM / timeS;
};

/**
 * Running stress points (R4.6) that a planned run would be for an athlete of a VDOT: an hour at threshold is 100. `undefined` where the plan
 * says neither how far nor how long.
 */
export const plannedStress = (run: PlannedRunFacts, vdot: number): number | undefined => {
  const thresholdMps = speedAtShareMps(vdot, TRAINING_SHARES.threshold);
  const speedMps = raceSpeedMps(run, vdot) ?? speedAtShareMps(vdot, SHARE_OF[run.kind]);
  if (thresholdMps === undefined || speedMps === undefined) return undefined;
  const durationS = run.durationS ?? (run.distanceM === undefined ? undefined : run.distanceM / speedMps);
  return durationS === undefined ? undefined : runStress(durationS, speedMps, thresholdMps);
};
