import type { Chance } from '../kernel/chance.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { RunKind, UsualDay } from '../athletes/athlete.ts';
import type { SeasonWeek } from './season.ts';
import { addDays } from '../kernel/plainDate.ts';
import { between, happens, noise, pick, wholeBetween } from './draws.ts';

/** One run. Distance in metres, time in seconds, heart rate a minute. */
export interface SampleRun {
  readonly performedOn: PlainDate;
  /** `HH:MM:SS`. */
  readonly timeOfDay: string;
  readonly title: string;
  readonly distanceM: number;
  readonly movingS: number;
  readonly averageHr?: number | undefined;
  /** Races, quality and long runs. */
  readonly isKey: boolean;
  readonly rpe?: number | undefined;
}

/** How somebody runs. */
export interface Runner {
  readonly usualWeek: readonly UsualDay[];
  /** Easy pace at the start, seconds a kilometre. */
  readonly easyPaceS: number;
  readonly gainPerYear: number;
  readonly restingHr: number;
  readonly maxHr: number;
  readonly hasHrStrap: boolean;
  /** Hour at which they usually start. */
  readonly usualHour: number;
  /** Part of the planned runs that happen, 0 to 1. */
  readonly reliability: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

const startTime = (chance: Chance, hour: number): string =>
  `${two(Math.min(21, Math.max(5, hour)))}:${two(wholeBetween(chance, 0, 59))}:${two(wholeBetween(chance, 0, 59))}`;

interface Effort {
  /** Pace against easy pace. */
  readonly pace: number;
  /** Part of the heart-rate reserve. */
  readonly heart: number;
  readonly rpe: number;
  readonly titles: readonly [string, ...string[]];
}

const EFFORTS: Readonly<Record<Exclude<RunKind, 'rest'>, Effort>> = {
  easy: {
    pace: 1,
    heart: 0.66,
    rpe: 3,
    titles: ['Easy run', 'Morning run', 'Recovery jog', 'Easy with strides', 'Run with the group'],
  },
  quality: {
    pace: 0.87,
    heart: 0.81,
    rpe: 7,
    titles: [
      'Intervals 6 × 800 m',
      'Tempo 2 × 15 min',
      'Threshold 5 × 6 min',
      'Hills 10 × 60 s',
      'Fartlek',
      'Track 12 × 400 m',
    ],
  },
  long: {
    pace: 1.03,
    heart: 0.7,
    rpe: 5,
    titles: ['Long run', 'Sunday long run', 'Long run, last third steady', 'Long and hilly'],
  },
};

const heartRate = (chance: Chance, runner: Runner, part: number): number | undefined => {
  if (!runner.hasHrStrap || happens(chance, 0.06)) return undefined;
  return Math.round(runner.restingHr + (runner.maxHr - runner.restingHr) * (part + noise(chance, 0.025)));
};

const easyPaceIn = (runner: Runner, week: SeasonWeek): number =>
  runner.easyPaceS * (1 - runner.gainPerYear) ** week.years * (week.kind === 'recovery' ? 1.04 : 1);

const ordinaryRun = (chance: Chance, runner: Runner, week: SeasonWeek, day: UsualDay, date: PlainDate): SampleRun => {
  const kind = day.run === 'rest' ? 'easy' : day.run;
  const isLight = week.kind === 'taper' || week.kind === 'recovery';
  const effort = EFFORTS[kind === 'quality' && week.kind === 'recovery' ? 'easy' : kind];
  const wished = (day.distanceM ?? 8000) * Math.max(0.35, week.volume) * (1 + noise(chance, 0.08));
  const distanceM = Math.round(Math.max(2500, wished) / 10) * 10;
  const pace = easyPaceIn(runner, week) * effort.pace * (1 + noise(chance, 0.03));
  const isKey = (kind === 'quality' || kind === 'long') && !isLight;
  return {
    performedOn: date,
    timeOfDay: startTime(
      chance,
      runner.usualHour + (day.weekday > 5 ? wholeBetween(chance, 0, 2) : wholeBetween(chance, -1, 1)),
    ),
    title: pick(chance, effort.titles),
    distanceM,
    movingS: Math.round((distanceM / 1000) * pace),
    averageHr: heartRate(chance, runner, effort.heart),
    isKey,
    rpe: happens(chance, 0.35) ? Math.min(10, Math.max(1, Math.round(effort.rpe + noise(chance, 1)))) : undefined,
  };
};

const raceRun = (chance: Chance, runner: Runner, week: SeasonWeek): SampleRun | undefined => {
  const race = week.race;
  if (race?.resultS === undefined) return undefined;
  return {
    performedOn: race.racedOn,
    timeOfDay: startTime(chance, 9),
    title: race.name,
    distanceM: Math.round(race.distanceM * between(chance, 1, 1.008)),
    movingS: race.resultS,
    averageHr: heartRate(chance, runner, race.distanceM > 25_000 ? 0.86 : 0.92),
    isKey: true,
    rpe: happens(chance, 0.6) ? wholeBetween(chance, 8, 10) : undefined,
  };
};

const doesRun = (chance: Chance, runner: Runner, week: SeasonWeek, day: UsualDay): boolean => {
  if (day.run === 'rest' || week.kind === 'break') return false;
  const kept = { build: 1, deload: 1, taper: 0.95, race: 0.8, recovery: 0.65, holiday: 0.4, illness: 0.25, break: 0 }[
    week.kind
  ];
  return happens(chance, runner.reliability * kept);
};

/** The runs of one week, oldest first; a race stands in for that day's run. Nothing after `today`. */
export const sampleRunsOfWeek = (chance: Chance, runner: Runner, week: SeasonWeek, today: PlainDate): SampleRun[] => {
  const race = week.kind === 'break' ? undefined : raceRun(chance, runner, week);
  const runs: SampleRun[] = [];
  for (const day of runner.usualWeek) {
    const date = addDays(week.startsOn, day.weekday - 1);
    if (date > today) break;
    if (race?.performedOn === date) {
      runs.push(race);
      continue;
    }
    if (doesRun(chance, runner, week, day)) runs.push(ordinaryRun(chance, runner, week, day, date));
  }
  return runs;
};
