import type { Chance } from '../kernel/chance.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { SampleLiftSession } from './sampleLifts.ts';
import { percentOf1rm } from '../strength/rpeChart.ts';
import { between, happens, noise, wholeBetween } from './draws.ts';

type SampleSet = SampleLiftSession['sets'][number];

/** Some equal sets of a planned session, as they are to be lifted. */
export interface PlannedLift {
  readonly exerciseKey: string;
  readonly sets: number;
  /** Repetitions or ground contacts a set; absent for holds. */
  readonly reps?: number | undefined;
  readonly repsTo?: number | undefined;
  readonly holdS?: number | undefined;
  /** Highest RPE, or the one asked for. */
  readonly effort: number;
  /** What is on the bar; absent for body weight. */
  readonly loadKg?: number | undefined;
  /** What the athlete could lift once that day. */
  readonly maximumKg?: number | undefined;
}

export interface PlannedDay {
  readonly performedOn: PlainDate;
  readonly title: string;
  readonly lifts: readonly PlannedLift[];
}

/** How somebody lifts a plan. */
export interface PlanLifter {
  readonly logsRpe: boolean;
  readonly usualHour: number;
}

const EASIEST_RPE = 5;

const toHalf = (value: number): number => Math.round(value * 2) / 2;

/** The effort that the chart gives a set (R1.2), or easy where it is below the chart. */
const chartRpe = (reps: number, loadKg: number, maximumKg: number): number => {
  const percent = (100 * loadKg) / maximumKg;
  const efforts = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];
  return efforts.find((rpe) => (percentOf1rm(reps, rpe) ?? 100) <= percent) ?? EASIEST_RPE;
};

const felt = (chance: Chance, { effort, loadKg, maximumKg }: PlannedLift, reps: number): number => {
  const isKnown = loadKg !== undefined && maximumKg !== undefined;
  const rpe = isKnown ? chartRpe(Math.min(12, reps), loadKg, maximumKg) : effort - 0.5;
  return Math.min(10, effort + 0.5, Math.max(EASIEST_RPE, toHalf(rpe + noise(chance, 0.4))));
};

const BAD_DAY = 0.05;

const setsOf = (chance: Chance, lift: PlannedLift, lifter: PlanLifter): readonly SampleSet[] => {
  const { exerciseKey, reps, repsTo, holdS, loadKg } = lift;
  const kind = 'work' as const;
  const asked = reps === undefined ? undefined : wholeBetween(chance, reps, repsTo ?? reps);
  const isBad = reps !== undefined && reps > 3 && happens(chance, BAD_DAY);
  return Array.from({ length: lift.sets }, (_, place): SampleSet => {
    const isLast = place === lift.sets - 1;
    const rpe = lifter.logsRpe && happens(chance, 0.95) ? felt(chance, lift, asked ?? 1) : undefined;
    if (asked === undefined) return { exerciseKey, kind, durationS: holdS ?? 30, rpe };
    const short = isBad && isLast ? { reps: asked - 2, rpe: rpe === undefined ? undefined : 10 } : { reps: asked, rpe };
    return { exerciseKey, kind, ...short, loadKg: loadKg ?? 0 };
  });
};

const two = (value: number): string => String(value).padStart(2, '0');

/** A planned session as it was lifted: mostly as asked, the effort near what the load is worth, now and then a set short. */
export const liftAsPlanned = (chance: Chance, day: PlannedDay, lifter: PlanLifter): SampleLiftSession => {
  const sets = day.lifts.flatMap((lift) => setsOf(chance, lift, lifter));
  return {
    performedOn: day.performedOn,
    timeOfDay: `${two(lifter.usualHour)}:${two(wholeBetween(chance, 0, 59))}:${two(wholeBetween(chance, 0, 59))}`,
    title: day.title,
    durationS: 60 * (8 + Math.round(sets.length * between(chance, 2.4, 3.4))),
    sets,
  };
};

/**
 * Which of a week's planned sessions happened: as large a part of them as the athlete did of a usual week; which one was missed is
 * chance.
 */
export const sessionsKept = <T>(chance: Chance, planned: readonly T[], done: number, usual: number): readonly T[] => {
  const kept = usual === 0 ? 0 : Math.min(planned.length, Math.round((planned.length * done) / usual));
  const left = [...planned];
  while (left.length > kept) left.splice(wholeBetween(chance, 0, left.length - 1), 1);
  return left;
};
