import { AFTER_RACE_DAYS, type AfterRaceDays, type RacePriority } from '../strength/taper.ts';
import { DEFAULT_LEG_LIFTS, type LegLifts } from './liftLimit.ts';

/** What the placement of lifts holds to (R6.1), hours unless said otherwise. Every one can be the coach's own. */
export interface PlacementPolicies {
  /** H1: end of a lift to the next quality or long run. */
  readonly beforeKeyRunH: number;
  /** H1: end of a lift to a race, by its priority. */
  readonly beforeRaceH: Readonly<Record<RacePriority, number>>;
  /** H2: end of a quality run, long run or race to a lift on the same day. */
  readonly afterKeyRunH: number;
  /** H2: the same after an easy run. */
  readonly afterEasyRunH: number;
  /** H3: end of a lift to a run later on the same day. */
  readonly beforeLaterRunH: number;
  /** H4: start to start of two lifts of the legs. */
  readonly betweenLiftsH: number;
  /** H5: lifts of the legs a week, by the phase of the block. */
  readonly legLifts: LegLifts;
  /** H7: days from a race to the first lift of the legs after it, by its distance. */
  readonly afterRaceDays: AfterRaceDays;
  /** H6: days of a week without a lift, a key run or a race. */
  readonly easyDays: number;
  /** The hours at which a session of the morning and of the evening begins. */
  readonly morningH: number;
  readonly eveningH: number;
}

export const DEFAULT_POLICIES: PlacementPolicies = {
  beforeKeyRunH: 24,
  beforeRaceH: { A: 7 * 24, B: 5 * 24, C: 72 },
  afterKeyRunH: 6,
  afterEasyRunH: 3,
  beforeLaterRunH: 6,
  betweenLiftsH: 48,
  legLifts: DEFAULT_LEG_LIFTS,
  afterRaceDays: AFTER_RACE_DAYS,
  easyDays: 1,
  morningH: 7,
  eveningH: 18,
};
