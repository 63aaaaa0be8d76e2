import { addDays, daysBetween, mondayOf, type PlainDate } from '../kernel/plainDate.ts';
import { criticalEfforts, criticalSpeed, type CriticalSpeed } from './criticalSpeed.ts';
import { formOver } from './form.ts';
import { formAhead, type FormAhead, type FormOn, type StressOn } from './formAhead.ts';
import { CHRONIC_DAYS, loadChange, type LoadChange } from './loadChange.ts';
import type { RunInPlan } from './runningPlan.ts';
import { spikeOf, suggestedLongestM, twoWeekRise, type Spike, type TwoWeekRise } from './runSpike.ts';
import { flatMeanSpeedMps, runStress } from './runStress.ts';
import { speedAtShareMps, TRAINING_SHARES, vdotOf } from './vdot.ts';
import { weekTrimp, weekZones, type WeekZones, type ZoneFacts } from './weekZones.ts';
import type { RatedSession } from './weekLoads.ts';
import { LEAST_STRAIN_WEEKS, weekLoad, weekLoadFlags, type WeekLoad } from './weekLoad.ts';

/** A run as the load of running is counted from it. */
export interface SummedRun {
  readonly on: PlainDate;
  readonly isKey: boolean;
  readonly distanceM?: number | undefined;
  readonly movingS?: number | undefined;
  readonly ascentM?: number | undefined;
  readonly averageHr?: number | undefined;
  /** 0 to 10; absent when nobody said. */
  readonly rpe?: number | undefined;
}

/** A lift as its internal load is counted. */
export interface SummedLift {
  readonly on: PlainDate;
  readonly minutes?: number | undefined;
  readonly rpe?: number | undefined;
}

export interface RacedTime {
  readonly name: string;
  readonly on: PlainDate;
  readonly distanceM: number;
  readonly resultS: number;
}

export interface SummaryFacts {
  readonly today: PlainDate;
  /** Each in order of date. */
  readonly runs: readonly SummedRun[];
  readonly lifts: readonly SummedLift[];
  readonly races: readonly RacedTime[];
  /** What runs stand in the plan around today. */
  readonly plan: readonly RunInPlan[];
  readonly heart: Omit<ZoneFacts, 'criticalSpeedMps'>;
}

/** A week of running (R4.1, R4.2). */
export interface RunningWeek {
  readonly startsOn: PlainDate;
  readonly runs: number;
  readonly distanceM: number;
  readonly timeS: number;
  readonly longestM: number;
  readonly keyM: number;
  /** Sessions of the week, runs and lifts, and how many of them have an RPE and a length. */
  readonly sessions: number;
  readonly rated: number;
  /** Only of a week of which every session was rated: a missing one is not a rest day. */
  readonly load?: WeekLoad | undefined;
  readonly flags?: ReturnType<typeof weekLoadFlags> | undefined;
  readonly zones?: WeekZones | undefined;
  /** Training impulse of the runs with a heart rate (R4.6). */
  readonly trimp?: number | undefined;
}

/** A run that went well beyond the longest of the 30 days before it (R4.4). */
export interface SpikedRun {
  readonly on: PlainDate;
  readonly distanceM: number;
  readonly longest30M: number;
  readonly spike: Exclude<Spike, 'none' | 'unknown'>;
}

export interface RunningSummary {
  readonly weeks: readonly RunningWeek[];
  readonly loadChange?: LoadChange | undefined;
  /** Why there is no load change, where there is none. */
  readonly unratedOf28: number;
  readonly longest30M?: number | undefined;
  readonly suggestedM?: number | undefined;
  readonly twoWeeks: TwoWeekRise;
  readonly spikes: readonly SpikedRun[];
  readonly best?: { readonly race: RacedTime; readonly vdot: number; readonly thresholdMps: number } | undefined;
  /** Fitness, fatigue and form of each of the last days; absent without a race to know the threshold from. */
  readonly form: readonly FormOn[];
  /** Planned and expected form, apart from what was done. */
  readonly ahead?: FormAhead | undefined;
  /** Critical speed by races of 2 to 20 min of the last year (R4.9). */
  readonly critical?: (CriticalSpeed & { readonly races: readonly RacedTime[] }) | undefined;
}

const SPIKE_DAYS = 30;
const BEST_DAYS = 730;
const CRITICAL_DAYS = 365;
const FORM_SHOWN_DAYS = 182;
const FORM_FROM_DAYS = 365;

const runAu = ({ rpe, movingS }: SummedRun): number | undefined =>
  rpe === undefined || movingS === undefined ? undefined : (rpe * movingS) / 60;

const liftAu = ({ rpe, minutes }: SummedLift): number | undefined =>
  rpe === undefined || minutes === undefined ? undefined : rpe * minutes;

/** Runs and lifts on one scale: RPE × minutes, the only unit they share (R5.1). */
export const ratedSessions = ({ runs, lifts }: Pick<SummaryFacts, 'runs' | 'lifts'>): readonly RatedSession[] => [
  ...runs.map((run) => ({ on: run.on, au: runAu(run) })),
  ...lifts.map((lift) => ({ on: lift.on, au: liftAu(lift) })),
];

const dailyAu = (sessions: readonly RatedSession[], from: PlainDate, days: number): readonly number[] => {
  const daily = Array.from({ length: days }, () => 0);
  for (const { on, au = 0 } of sessions) {
    const place = daysBetween(from, on);
    if (place >= 0 && place < days) daily[place] = (daily[place] ?? 0) + au;
  }
  return daily;
};

const isIn = (on: PlainDate, from: PlainDate, days: number): boolean => on >= from && on < addDays(from, days);

const weekOf = (
  startsOn: PlainDate,
  runs: readonly SummedRun[],
  sessions: readonly RatedSession[],
  today: PlainDate,
): RunningWeek => {
  const ran = runs.filter(({ on }) => isIn(on, startsOn, 7));
  const held = sessions.filter(({ on }) => isIn(on, startsOn, 7));
  const rated = held.filter(({ au }) => au !== undefined);
  const sum = (partOf: (run: SummedRun) => number | undefined): number =>
    ran.reduce((total, run) => total + (partOf(run) ?? 0), 0);
  // The days that are still to come are no rest days.
  const isOver = addDays(startsOn, 7) <= today;
  const isRated = isOver && held.length > 0 && rated.length === held.length;
  return {
    startsOn,
    runs: ran.length,
    distanceM: sum(({ distanceM }) => distanceM),
    timeS: sum(({ movingS }) => movingS),
    longestM: Math.max(0, ...ran.map(({ distanceM = 0 }) => distanceM)),
    keyM: sum(({ isKey, distanceM }) => (isKey ? distanceM : 0)),
    sessions: held.length,
    rated: rated.length,
    ...(isRated ? { load: weekLoad(dailyAu(held, startsOn, 7)) } : {}),
  };
};

const withFlags = (weeks: readonly RunningWeek[]): readonly RunningWeek[] =>
  weeks.map((week, at) => {
    if (week.load === undefined) return week;
    const strains = weeks.slice(0, at).flatMap(({ load }) => load?.strain ?? []);
    return { ...week, flags: weekLoadFlags(week.load, strains.slice(-4 * LEAST_STRAIN_WEEKS)) };
  });

const longestIn = (runs: readonly SummedRun[], from: PlainDate, to: PlainDate): number | undefined => {
  const distances = runs.filter(({ on }) => on >= from && on < to).map(({ distanceM = 0 }) => distanceM);
  const longest = Math.max(0, ...distances);
  return longest > 0 ? longest : undefined;
};

const spikesOf = (runs: readonly SummedRun[], since: PlainDate): readonly SpikedRun[] =>
  runs
    .filter(({ on }) => on >= since)
    .flatMap(({ on, distanceM = 0 }): SpikedRun[] => {
      const longest30M = longestIn(runs, addDays(on, -SPIKE_DAYS), on);
      const spike = spikeOf(distanceM, longest30M);
      return longest30M === undefined || spike === 'none' || spike === 'unknown'
        ? []
        : [{ on, distanceM, longest30M, spike }];
    });

/** The best race of two years, and the threshold that it tells (R4.8). */
export const bestOf = ({ races, today }: Pick<SummaryFacts, 'races' | 'today'>): RunningSummary['best'] => {
  const rated = races
    .filter(({ on }) => on <= today && daysBetween(on, today) <= BEST_DAYS)
    .flatMap((race) => {
      const vdot = vdotOf(race.distanceM, race.resultS);
      const thresholdMps = vdot === undefined ? undefined : speedAtShareMps(vdot, TRAINING_SHARES.threshold);
      return vdot === undefined || thresholdMps === undefined ? [] : [{ race, vdot, thresholdMps }];
    });
  return rated.toSorted((a, b) => b.vdot - a.vdot)[0];
};

/** What each run was, in stress points (R4.6). */
export const stressOf = (runs: readonly SummedRun[], thresholdMps: number): readonly StressOn[] =>
  runs.flatMap(({ on, isKey, distanceM, movingS, ascentM }): StressOn[] => {
    if (distanceM === undefined || movingS === undefined) return [];
    const speed = flatMeanSpeedMps({ distanceM, movingS, ascentM });
    return [{ on, isKey, points: speed === undefined ? 0 : (runStress(movingS, speed, thresholdMps) ?? 0) }];
  });

const formOf = (today: PlainDate, stress: readonly StressOn[]): readonly FormOn[] => {
  if (stress.length === 0) return [];
  const from = addDays(today, -FORM_FROM_DAYS);
  const loads = Array.from({ length: FORM_FROM_DAYS + 1 }, () => 0);
  for (const { on, points } of stress) {
    const place = daysBetween(from, on);
    if (place >= 0 && place <= FORM_FROM_DAYS) loads[place] = (loads[place] ?? 0) + points;
  }
  return formOver({ ctl: 0, atl: 0 }, loads)
    .map((day, at) => ({ ...day, on: addDays(from, at) }))
    .slice(-FORM_SHOWN_DAYS);
};

const formsOf = (facts: SummaryFacts, best: RunningSummary['best']): Pick<RunningSummary, 'form' | 'ahead'> => {
  if (best === undefined) return { form: [] };
  const stress = stressOf(facts.runs, best.thresholdMps);
  const done = formOf(facts.today, stress);
  return { form: done, ahead: formAhead({ today: facts.today, vdot: best.vdot, done, stress, plan: facts.plan }) };
};

const criticalOf = ({ races, today }: SummaryFacts): RunningSummary['critical'] => {
  const recent = races
    .filter(({ on }) => on <= today && daysBetween(on, today) <= CRITICAL_DAYS)
    .map((race) => ({ race, distanceM: race.distanceM, durationS: race.resultS }));
  const efforts = criticalEfforts(recent.toReversed());
  const found = criticalSpeed(efforts);
  return found === undefined ? undefined : { ...found, races: efforts.map(({ race }) => race) };
};

/** How much an athlete runs, how the load lies, and what races tell (§4). `weeks`: how many, this one the last. */
export const runningSummary = (facts: SummaryFacts, weeks: number): RunningSummary => {
  const { today, runs } = facts;
  const sessions = ratedSessions(facts);
  const thisWeek = mondayOf(today);
  const summed = Array.from({ length: weeks }, (_, at) =>
    weekOf(addDays(thisWeek, 7 * (at - weeks + 1)), runs, sessions, today),
  );
  const critical = criticalOf(facts);
  const zoneFacts = { ...facts.heart, criticalSpeedMps: critical?.speedMps };
  const zoned = summed.map((week): RunningWeek => {
    const own = runs.filter(({ on }) => isIn(on, week.startsOn, 7));
    return { ...week, zones: weekZones(own, zoneFacts), trimp: weekTrimp(own, zoneFacts) };
  });
  const from28 = addDays(today, 1 - CHRONIC_DAYS);
  const recent = sessions.filter(({ on }) => isIn(on, from28, CHRONIC_DAYS));
  const unratedOf28 = recent.filter(({ au }) => au === undefined).length;
  const isRated = recent.length > 0 && unratedOf28 === 0;
  const longest30M = longestIn(runs, addDays(today, -SPIKE_DAYS), addDays(today, 1));
  const complete = Array.from(
    { length: 4 },
    (_, at) => weekOf(addDays(thisWeek, 7 * (at - 4)), runs, [], today).distanceM,
  );
  const [a = 0, b = 0, c = 0, d = 0] = complete;
  const best = bestOf(facts);
  return {
    weeks: withFlags(zoned),
    loadChange: isRated ? loadChange(dailyAu(recent, from28, CHRONIC_DAYS)) : undefined,
    unratedOf28,
    longest30M,
    suggestedM:
      runs.length === 0 ? undefined : suggestedLongestM(longest30M, longestIn(runs, runs[0]?.on ?? today, today)),
    twoWeeks: twoWeekRise([a, b], [c, d]),
    spikes: spikesOf(runs, addDays(today, -SPIKE_DAYS)),
    best,
    ...formsOf(facts, best),
    critical,
  };
};
