import { SMALLEST_WORTHWHILE_CHANGE } from '../strength/strengthChange.ts';

/** What decides whether lifting may go from once to twice a week (R2.11 G1). What is not known is absent, never assumed. */
export interface GateFacts {
  /** Of the last four planned lifts, or of all so far when they are fewer. */
  readonly liftsDone?: number | undefined;
  readonly liftsPlanned?: number | undefined;
  /** Peak soreness, 0 to 10, a day or two after each of the last two lifts. */
  readonly soreness?: readonly number[] | undefined;
  /** Worst pain in lifts, 0 to 10. */
  readonly pain?: number | undefined;
  /** Metres run and planned over the last three weeks. */
  readonly runDoneM?: number | undefined;
  readonly runPlannedM?: number | undefined;
  /** Amber or red findings on running that lifting may have caused. */
  readonly runningFlags?: number | undefined;
  readonly keyRunsMissedAfterLift?: number | undefined;
  /** The week in which the next stage would start. */
  readonly startWeek: StartWeekFacts;
}

export interface StartWeekFacts {
  /** Per cent by which the week's running is above the week before; negative when below. */
  readonly runRisePercent?: number | undefined;
  readonly hasRace?: boolean | undefined;
  readonly isTravelling?: boolean | undefined;
}

/** What decides about heavy work, beyond the first gate (R2.11 G2). */
export interface HeavyGateFacts extends GateFacts {
  /** Lifts of the twice-a-week pattern of which 80 % or more was done. */
  readonly fullLiftsTwiceAWeek?: number | undefined;
  /** Whether technique holds at 80 % of the maximum. */
  readonly isTechniqueSound?: boolean | undefined;
  /** Change of the e1RM trend over the stage, a fraction; negative when weaker. */
  readonly trendChange?: number | undefined;
}

export type GateFact =
  | 'lifts'
  | 'soreness'
  | 'pain'
  | 'runVolume'
  | 'runningFlags'
  | 'keyRuns'
  | 'runRise'
  | 'race'
  | 'travel'
  | 'liftsTwiceAWeek'
  | 'technique'
  | 'trend';

/** Why a gate stays shut, with the numbers that say so. */
export type GateReason =
  | { readonly tag: 'unknown'; readonly fact: GateFact }
  | { readonly tag: 'lifts'; readonly done: number; readonly planned: number; readonly needed: number }
  | { readonly tag: 'soreness'; readonly peak: number; readonly most: number }
  | { readonly tag: 'pain'; readonly pain: number; readonly most: number }
  | { readonly tag: 'runVolume'; readonly percent: number; readonly least: number }
  | { readonly tag: 'runningFlags'; readonly flags: number }
  | { readonly tag: 'keyRuns'; readonly missed: number }
  | { readonly tag: 'runRise'; readonly percent: number; readonly most: number }
  | { readonly tag: 'race' }
  | { readonly tag: 'travel' }
  | { readonly tag: 'liftsTwiceAWeek'; readonly done: number; readonly needed: number }
  | { readonly tag: 'technique' }
  | { readonly tag: 'trend'; readonly change: number };

/** `fail`: something speaks against it. `unknown`: nothing does, but not everything is known. */
export interface GateAnswer {
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly reasons: readonly GateReason[];
}

const LEAST_LIFT_SHARE = 0.75;
/** A single lift says nothing about a habit; class B has two planned by the first gate [D]. */
const LEAST_LIFTS_PLANNED = 2;
const MOST_SORENESS = 4;
const SORENESS_LIFTS = 2;
const MOST_PAIN = 2;
const LEAST_RUN_PERCENT = 90;
const MOST_RUN_RISE_PERCENT = 10;
const FULL_LIFTS_NEEDED = 6;
const MOST_REPEATS = 3;

const EPSILON = 1e-9;

type Verdict = GateReason | undefined;

const isNumber = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

const unknown = (fact: GateFact): GateReason => ({ tag: 'unknown', fact });

/** Judges one number; what is not known is said to be so. */
const judged = (fact: GateFact, value: number | undefined, judge: (known: number) => Verdict): Verdict =>
  isNumber(value) ? judge(value) : unknown(fact);

const liftsVerdict = ({ liftsDone, liftsPlanned }: GateFacts): Verdict => {
  if (!isNumber(liftsDone) || !isNumber(liftsPlanned) || liftsPlanned < LEAST_LIFTS_PLANNED) return unknown('lifts');
  const needed = Math.ceil(liftsPlanned * LEAST_LIFT_SHARE - EPSILON);
  return liftsDone >= needed ? undefined : { tag: 'lifts', done: liftsDone, planned: liftsPlanned, needed };
};

const sorenessVerdict = ({ soreness = [] }: GateFacts): Verdict => {
  const newest = soreness.filter(isNumber).slice(-SORENESS_LIFTS);
  const peak = Math.max(...newest);
  if (newest.length > 0 && peak > MOST_SORENESS) return { tag: 'soreness', peak, most: MOST_SORENESS };
  return newest.length < SORENESS_LIFTS ? unknown('soreness') : undefined;
};

const runVolumeVerdict = ({ runDoneM, runPlannedM }: GateFacts): Verdict => {
  if (!isNumber(runDoneM) || !isNumber(runPlannedM) || runPlannedM <= 0) return unknown('runVolume');
  const percent = (100 * runDoneM) / runPlannedM;
  return percent >= LEAST_RUN_PERCENT - EPSILON ? undefined : { tag: 'runVolume', percent, least: LEAST_RUN_PERCENT };
};

const startWeekVerdicts = ({ runRisePercent, hasRace, isTravelling }: StartWeekFacts): readonly Verdict[] => [
  judged('runRise', runRisePercent, (percent) =>
    percent > MOST_RUN_RISE_PERCENT + EPSILON ? { tag: 'runRise', percent, most: MOST_RUN_RISE_PERCENT } : undefined,
  ),
  hasRace === undefined ? unknown('race') : hasRace ? { tag: 'race' } : undefined,
  isTravelling === undefined ? unknown('travel') : isTravelling ? { tag: 'travel' } : undefined,
];

const firstGateVerdicts = (facts: GateFacts): readonly Verdict[] => [
  liftsVerdict(facts),
  sorenessVerdict(facts),
  judged('pain', facts.pain, (pain) => (pain > MOST_PAIN ? { tag: 'pain', pain, most: MOST_PAIN } : undefined)),
  runVolumeVerdict(facts),
  judged('runningFlags', facts.runningFlags, (flags) => (flags > 0 ? { tag: 'runningFlags', flags } : undefined)),
  judged('keyRuns', facts.keyRunsMissedAfterLift, (missed) => (missed > 0 ? { tag: 'keyRuns', missed } : undefined)),
  ...startWeekVerdicts(facts.startWeek),
];

/** A fall within the smallest worthwhile change is noise [D]. */
const heavyVerdicts = (facts: HeavyGateFacts): readonly Verdict[] => [
  judged('liftsTwiceAWeek', facts.fullLiftsTwiceAWeek, (done) =>
    done < FULL_LIFTS_NEEDED ? { tag: 'liftsTwiceAWeek', done, needed: FULL_LIFTS_NEEDED } : undefined,
  ),
  facts.isTechniqueSound === undefined
    ? unknown('technique')
    : facts.isTechniqueSound
      ? undefined
      : { tag: 'technique' },
  judged('trend', facts.trendChange, (change) =>
    change < -SMALLEST_WORTHWHILE_CHANGE - EPSILON ? { tag: 'trend', change } : undefined,
  ),
];

const answerOf = (verdicts: readonly Verdict[]): GateAnswer => {
  const reasons = verdicts.filter((reason) => reason !== undefined);
  if (reasons.length === 0) return { outcome: 'pass', reasons };
  return { outcome: reasons.every(({ tag }) => tag === 'unknown') ? 'unknown' : 'fail', reasons };
};

/**
 * Gate 1 (R2.11), from one lift a week to two: three of the last four planned lifts done, soreness 4 or less after the last two,
 * no pain above 2 in lifts, 90 % of the planned running over three weeks, no finding on running that lifting may have caused, no
 * key run missed after a lift, and a start in a week without a race, travel or more than 10 % more running.
 */
export const gateOne = (facts: GateFacts): GateAnswer => answerOf(firstGateVerdicts(facts));

/** Gate 2 (R2.11), on to heavy work: gate 1, six lifts at twice a week done to 80 %, sound technique, strength not falling. */
export const gateTwo = (facts: HeavyGateFacts): GateAnswer =>
  answerOf([...firstGateVerdicts(facts), ...heavyVerdicts(facts)]);

/** What a shut gate means (R2.11): the last week again, three times at most, then the coach looks at it. */
export const afterShutGate = (repeats: number): 'repeatWeek' | 'coachReview' =>
  repeats < MOST_REPEATS ? 'repeatWeek' : 'coachReview';
