import { addDays, daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import { isSteady, efficiencyFactor } from '../running/efficiency.ts';
import { judgeRuns, paceVerdict, type JudgedRun, type PaceVerdict, type PlannedRun } from '../running/plannedRuns.ts';
import { flatMeanSpeedMps } from '../running/runStress.ts';
import {
  afterLiftAlarm,
  efAfterLiftAlarm,
  harderThanPlanned,
  KEY_RUNS,
  LEAST_LONG_RUNS,
  keyRunAlarm,
  missedAlarm,
  sorenessAlarm,
  volumeAlarm,
  type Alarm,
} from './detectors.ts';
import { longRunDecoupling, type Decoupling } from './longRunDecoupling.ts';
import type { GuardFacts, GuardLift, GuardRun } from './guardFacts.ts';
import {
  guardAction,
  guardLevel,
  type Detector,
  type GuardAction,
  type GuardLevel,
  type Signal,
} from './guardState.ts';
import { EF_CHART, RPE_CHART, runChart, type EligibleRun, type RunChart } from './runCharts.ts';

/** What one detector found, with what it found it from. Absent figures: it says nothing yet, and why. */
export type Reading =
  | {
      readonly detector: 'D1' | 'D2';
      readonly alarm: Alarm;
      readonly shift: number;
      readonly runs: number;
      readonly before: number;
    }
  | { readonly detector: 'D3'; readonly alarm: Alarm; readonly plannedM: number; readonly doneM: number }
  | {
      readonly detector: 'D4';
      readonly alarm: Alarm;
      readonly missed: number;
      readonly planned: number;
      readonly chance: number;
      readonly usualRate: number;
    }
  | {
      readonly detector: 'D5';
      readonly alarm: Alarm;
      readonly missedAfter: number;
      readonly plannedAfter: number;
      readonly missedElse: number;
      readonly plannedElse: number;
      readonly chance: number;
    }
  | {
      readonly detector: 'D6';
      readonly alarm: Alarm;
      readonly change: number;
      readonly chance: number;
      readonly after: number;
      readonly others: number;
    }
  | {
      readonly detector: 'D7';
      readonly alarm: Alarm;
      readonly failed: number;
      /** Of those that failed: not missed or cut, but slower than planned at a higher effort. */
      readonly slower: number;
      /** Judged by what was run of their distance alone: the plan has no pace and RPE, or the run has none. */
      readonly notPlanned: number;
      readonly notRecorded: number;
    }
  | { readonly detector: 'D8'; readonly alarm: Alarm; readonly soreness: number }
  | { readonly detector: 'D10'; readonly alarm: Alarm; readonly runs: number };

/** A detector that has too little to go by. */
export interface Silence {
  readonly detector: Detector;
  readonly needs: string;
}

export interface GuardReport {
  readonly level: GuardLevel;
  readonly action: GuardAction;
  readonly readings: readonly Reading[];
  readonly silent: readonly Silence[];
  readonly signals: readonly Signal[];
  readonly efChart?: RunChart | undefined;
  readonly rpeChart?: RunChart | undefined;
  /** D9: supports others. */
  readonly decoupling?: Decoupling | undefined;
}

const DAY_H = 24;
const RUN_START_H = 7;
const LIFT_START_H = 18;
const LIFT_H = 1;
/** More climbing than this and a run is a different run, m a km (§7). */
const HILLY_M_PER_KM = 20;
/** What an easy run is planned at (R7.3 D10). [D] */
const EASY_RPE = 3;
const RAMP_DAYS = 21;
const WINDOW_DAYS = 14;
const AFTER_LIFT_DAYS = 56;

const hourOn = (epoch: PlainDate, on: PlainDate, startH: number): number => DAY_H * daysBetween(epoch, on) + startH;

/** Hours from the end of the last lift before a start to it; nothing where no lift came before. */
const hoursAfterLift = (
  { on, startH = RUN_START_H }: { readonly on: PlainDate; readonly startH?: number | undefined },
  lifts: readonly GuardLift[],
): number | undefined => {
  const gaps = lifts
    .filter((lift) => lift.on <= on)
    .map((lift) => -hourOn(on, lift.on, (lift.startH ?? LIFT_START_H) + LIFT_H) + startH)
    .filter((gap) => gap > 0);
  return gaps.length === 0 ? undefined : Math.min(...gaps);
};

const isWithin = (gapH: number | undefined, fromH: number, toH: number): boolean =>
  gapH !== undefined && gapH >= fromH && gapH <= toH;

const isIllOn = ({ checkIns }: GuardFacts, on: PlainDate): boolean =>
  checkIns.some((one) => one.isIll && Math.abs(daysBetween(one.on, on)) <= 2);

const isLevel = ({ distanceM = 0, ascentM = 0 }: GuardRun): boolean =>
  distanceM > 0 && ascentM / (distanceM / 1000) <= HILLY_M_PER_KM;

const TAPER_DAYS = 10;
const AFTER_RACE_DAYS = 14;

/** A usual run stands for nothing round a race; a written one was meant. */
const isStanding = ({ on, isWritten }: PlannedRun, { racedOn }: GuardFacts): boolean =>
  isWritten === true ||
  !racedOn.some((race) => race <= addDays(on, TAPER_DAYS) && race >= addDays(on, -AFTER_RACE_DAYS));

interface EasyRun extends EligibleRun {
  readonly run: GuardRun;
}

/** ln EF of the runs that can be compared (R7.1): steady, level, outdoors, well. */
const efRuns = (facts: GuardFacts): readonly EasyRun[] =>
  facts.runs.flatMap((run): EasyRun[] => {
    const { distanceM, movingS, averageHr, ascentM, rpe, isKey } = run;
    if (distanceM === undefined || movingS === undefined || averageHr === undefined || run.isTreadmill) return [];
    const flatSpeedMps = flatMeanSpeedMps({ distanceM, movingS, ascentM });
    if (flatSpeedMps === undefined || !isLevel(run) || isIllOn(facts, run.on)) return [];
    if (!isSteady({ flatSpeedMps, averageHr, movingS, rpe, maxHr: facts.maxHr, isKey })) return [];
    const ef = efficiencyFactor(flatSpeedMps, averageHr);
    return ef === undefined ? [] : [{ on: run.on, value: Math.log(ef), run }];
  });

const LEAST_EASY_S = 20 * 60;

const rpeRuns = (facts: GuardFacts): readonly EasyRun[] =>
  facts.runs.flatMap((run): EasyRun[] =>
    run.rpe === undefined || run.isKey || (run.movingS ?? 0) < LEAST_EASY_S || isIllOn(facts, run.on)
      ? []
      : [{ on: run.on, value: run.rpe, run }],
  );

/** The runs before lifting began; where there are too few, before the fifth week of it (R7.1). */
const LEAST_BEFORE = 8;
const RAMP_BASELINE_DAYS = 28;

/** The runs before lifting began, and those since; of charts since they began anew. Nothing without a program. */
const split = (
  runs: readonly EligibleRun[],
  least: number,
  { liftingSince, chartsSince }: GuardFacts,
): readonly [before: readonly EligibleRun[], since: readonly EligibleRun[]] | undefined => {
  if (liftingSince === undefined) return undefined;
  const plain = runs.map(({ on, value }): EligibleRun => ({ on, value }));
  const isEnough = runs.filter(({ on }) => on < liftingSince).length >= least;
  const begins = isEnough ? liftingSince : addDays(liftingSince, RAMP_BASELINE_DAYS);
  const from = chartsSince !== undefined && chartsSince > begins ? chartsSince : begins;
  return [plain.filter(({ on }) => on < begins), plain.filter(({ on }) => on >= from)];
};

const chartOf = (kind: typeof EF_CHART, runs: readonly EligibleRun[], facts: GuardFacts): RunChart | undefined => {
  const found = split(runs, LEAST_BEFORE, facts);
  if (found === undefined || facts.liftingSince === undefined) return undefined;
  return runChart(kind, ...found, daysBetween(facts.liftingSince, facts.today) < RAMP_DAYS);
};

/** Of shorter runs the halves say little [D]. */
const LEAST_LONG_S = 3600;

const decouplingOf = (facts: GuardFacts): Decoupling | undefined => {
  const runs = facts.runs.flatMap(({ on, movingS = 0, decouplingPct }): EligibleRun[] =>
    decouplingPct === undefined || movingS < LEAST_LONG_S || isIllOn(facts, on) ? [] : [{ on, value: decouplingPct }],
  );
  const found = split(runs, LEAST_LONG_RUNS, facts);
  return found === undefined ? undefined : longRunDecoupling(...found);
};

const chartReading = (detector: 'D1' | 'D2', chart: RunChart | undefined): Reading | undefined =>
  chart === undefined || chart.runs.length === 0
    ? undefined
    : {
        detector,
        alarm: chart.runs.at(-1)?.isSignal === true ? 'amber' : 'none',
        shift: chart.shift ?? 0,
        runs: chart.runs.length,
        before: chart.baseline.runs,
      };

type Judged = JudgedRun<PlannedRun, GuardRun>;

const isMissed = ({ fate }: Judged): boolean => fate === 'missed' || fate === 'cut';

const volumeReading = (judged: readonly Judged[], facts: GuardFacts): Reading | undefined => {
  const from = addDays(facts.today, -WINDOW_DAYS);
  const recent = judged.filter(({ planned }) => planned.on >= from);
  // A usual week is no plan: what an easy week leaves out of it is not missing.
  const isPlan = recent.some(({ planned }) => planned.isWritten === true);
  if (!isPlan || recent.some(({ planned }) => planned.distanceM === undefined)) return undefined;
  const plannedM = recent.reduce((sum, { planned }) => sum + (planned.distanceM ?? 0), 0);
  const doneM = facts.runs
    .filter(({ on }) => on >= from && on < facts.today)
    .reduce((sum, { distanceM = 0 }) => sum + distanceM, 0);
  const found = volumeAlarm(plannedM, doneM);
  return found === undefined ? undefined : { detector: 'D3', alarm: found.alarm, plannedM, doneM };
};

const missedReading = (judged: readonly Judged[], { today }: GuardFacts): Reading | undefined => {
  const from = addDays(today, -WINDOW_DAYS);
  const [recent, before] = [
    judged.filter(({ planned }) => planned.on >= from),
    judged.filter(({ planned }) => planned.on < from),
  ];
  const missed = recent.filter(isMissed).length;
  const usualRate = before.length === 0 ? 0 : before.filter(isMissed).length / before.length;
  const found = missedAlarm(missed, recent.length, usualRate);
  if (found === undefined) return undefined;
  return { detector: 'D4', alarm: found.alarm, missed, planned: recent.length, chance: found.chance, usualRate };
};

const afterLiftReading = (judged: readonly Judged[], { today, lifts }: GuardFacts): Reading | undefined => {
  const from = addDays(today, -AFTER_LIFT_DAYS);
  const looked = judged.filter(({ planned }) => planned.on >= from);
  const after = looked.filter(({ planned }) => isWithin(hoursAfterLift(planned, lifts), 0, 48));
  const others = looked.filter((one) => !after.includes(one));
  const counts = {
    missedAfter: after.filter(isMissed).length,
    plannedAfter: after.length,
    missedElse: others.filter(isMissed).length,
    plannedElse: others.length,
  };
  const found = afterLiftAlarm(counts);
  return found === undefined ? undefined : { detector: 'D5', ...found, ...counts };
};

const efReading = (runs: readonly EasyRun[], { today, lifts }: GuardFacts): Reading | undefined => {
  const from = addDays(today, -AFTER_LIFT_DAYS);
  const looked = runs.filter(({ on }) => on >= from);
  const after = looked.filter(({ run }) => isWithin(hoursAfterLift(run, lifts), 6, 36));
  const others = looked.filter((one) => !after.includes(one));
  const found = efAfterLiftAlarm(
    after.map(({ value }) => value),
    others.map(({ value }) => value),
  );
  return found === undefined ? undefined : { detector: 'D6', ...found, after: after.length, others: others.length };
};

type KeyVerdict = PaceVerdict | 'missed';

/** A hill makes slow: what climbs more than 20 m a km keeps to no pace of a plan (§7). */
const keyVerdict = (run: Judged): KeyVerdict => {
  const { planned, done } = run;
  if (isMissed(run) || done === undefined) return 'missed';
  const verdict = paceVerdict(planned, done);
  return verdict === 'notPlanned' || isLevel(done) ? verdict : 'notRecorded';
};

const keyReading = (judged: readonly Judged[], { today, lifts }: GuardFacts): Reading | undefined => {
  const from = addDays(today, -AFTER_LIFT_DAYS);
  const key = judged.filter(
    ({ planned }) => planned.isKey && planned.on >= from && isWithin(hoursAfterLift(planned, lifts), 0, 72),
  );
  const verdicts = key.map(keyVerdict);
  const found = keyRunAlarm(verdicts.map((one) => one === 'missed' || one === 'slower'));
  if (found === undefined) return undefined;
  const last = verdicts.slice(-KEY_RUNS);
  const count = (verdict: KeyVerdict): number => last.filter((one) => one === verdict).length;
  return {
    detector: 'D7',
    ...found,
    slower: count('slower'),
    notPlanned: count('notPlanned'),
    notRecorded: count('notRecorded'),
  };
};

const sorenessReading = ({ today, lifts, checkIns }: GuardFacts): Reading | undefined => {
  const sore = lifts
    .filter(({ on }) => on >= addDays(today, -WINDOW_DAYS))
    .flatMap(({ on }) => checkIns.find((one) => one.on === addDays(on, 2))?.soreness ?? []);
  const last = sore.at(-1);
  return last === undefined ? undefined : { detector: 'D8', alarm: sorenessAlarm(sore), soreness: last };
};

const effortReading = (runs: readonly EasyRun[], { today }: GuardFacts): Reading | undefined => {
  const recent = runs.filter(({ on }) => on >= addDays(today, -2 * WINDOW_DAYS));
  const found = harderThanPlanned(recent.map(({ value }) => value - EASY_RPE));
  return found === undefined ? undefined : { detector: 'D10', ...found };
};

const NEEDS: Readonly<Record<Detector, string>> = {
  D1: 'eight steady easy runs with heart rate before lifting began, and one since',
  D2: 'eight easy runs with an RPE before lifting began, and one since',
  D3: 'runs planned with their distances for two weeks',
  D4: 'five planned runs in two weeks',
  D5: 'six planned runs within two days after a lift, in eight weeks',
  D6: 'four steady easy runs within a day and a half after a lift, and six others, in eight weeks',
  D7: 'three quality or long runs within three days after a lift',
  D8: 'a check-in two days after a lift, in two weeks',
  D10: 'four easy runs with an RPE in four weeks',
};

/** The day on which a detector that alarms now is said to: of the charts the last run, of the others today. */
const signalOf = (reading: Reading, charts: Readonly<Record<'D1' | 'D2', RunChart | undefined>>, today: PlainDate) => {
  const { detector, alarm } = reading;
  if (alarm === 'none') return [];
  const on = detector === 'D1' || detector === 'D2' ? (charts[detector]?.runs.at(-1)?.on ?? today) : today;
  return [{ detector, alarm, on }];
};

/** Everything the running guard sees of one athlete today, and what to do about it (§7). */
export const guardReport = (facts: GuardFacts): GuardReport => {
  const [ef, effort] = [efRuns(facts), rpeRuns(facts)];
  const efChart = chartOf(EF_CHART, ef, facts);
  const rpeChart = chartOf(RPE_CHART, effort, facts);
  // Nothing was missed before anything was recorded.
  const first = facts.runs[0]?.on ?? facts.today;
  const wellPlanned = facts.planned.filter(
    (run) => run.on >= first && run.on < facts.today && !isIllOn(facts, run.on) && isStanding(run, facts),
  );
  const judged = judgeRuns(wellPlanned, facts.runs);
  const found: Readonly<Record<Detector, Reading | undefined>> = {
    D1: chartReading('D1', efChart),
    D2: chartReading('D2', rpeChart),
    D3: volumeReading(judged, facts),
    D4: missedReading(judged, facts),
    D5: afterLiftReading(judged, facts),
    D6: efReading(ef, facts),
    D7: keyReading(judged, facts),
    D8: sorenessReading(facts),
    D10: effortReading(effort, facts),
  };
  const readings = Object.values(found).filter((one) => one !== undefined);
  const signals = readings.flatMap((one) => signalOf(one, { D1: efChart, D2: rpeChart }, facts.today));
  const level = guardLevel(signals, facts.today);
  const isAfterLifts = signals.some(({ detector }) => detector === 'D5' || detector === 'D6');
  return {
    level,
    action: guardAction({ level, isLeverRaised: facts.isLeverRaised, isAfterLifts, isEased: false, greenWeeks: 0 }),
    readings,
    silent: Object.entries(found).flatMap(([name, reading]) => {
      const detector = name as Detector;
      return reading === undefined ? [{ detector, needs: NEEDS[detector] }] : [];
    }),
    signals,
    efChart,
    rpeChart,
    decoupling: decouplingOf(facts),
  };
};
