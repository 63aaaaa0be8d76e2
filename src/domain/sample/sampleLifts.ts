import type { Chance } from '../kernel/chance.ts';
import type { MassUnit } from '../kernel/quantity.ts';
import type { PlainDate, Weekday } from '../kernel/plainDate.ts';
import type { SeasonWeek } from './season.ts';
import type { SetKind } from '../imports/draft.ts';
import { addDays } from '../kernel/plainDate.ts';
import { between, happens, noise, wholeBetween } from './draws.ts';
import { massIn, massToKg, roundTo } from '../kernel/quantity.ts';

/** One set; `exerciseKey` is of the library. Loads in kilograms, holds in seconds. */
interface SampleSet {
  readonly exerciseKey: string;
  readonly kind: SetKind;
  readonly loadKg?: number | undefined;
  readonly reps?: number | undefined;
  readonly durationS?: number | undefined;
  readonly rpe?: number | undefined;
}

export interface SampleLiftSession {
  readonly performedOn: PlainDate;
  readonly timeOfDay: string;
  readonly title: string;
  readonly durationS: number;
  readonly sets: readonly SampleSet[];
}

/** What an athlete trains with, from nothing to a full rack. */
export type GymKind = 'none' | 'home' | 'rack' | 'full';

/** How somebody lifts. */
export interface Lifter {
  readonly gymKind: GymKind;
  readonly massUnit: MassUnit;
  readonly bodyMassKg: number;
  readonly weekdays: readonly Weekday[];
  readonly usualHour: number;
  /** Estimated one-repetition maximum of the back squat against body mass: at the start, and where it will level off. */
  readonly startRatio: number;
  readonly ceilingRatio: number;
  /** Part of the planned sessions that happen, 0 to 1. */
  readonly reliability: number;
  readonly logsWarmups: boolean;
  readonly logsRpe: boolean;
  /** Whole kilograms of noise in what is chosen: some go up by feel. */
  readonly restraint: number;
  /** Weeks before today since which nothing got heavier; 0 for most. */
  readonly plateauWeeks: number;
  /** Weeks before today since which most sessions are missed; 0 for most. */
  readonly missedWeeks: number;
}

type Dose =
  | {
      readonly kind: 'load';
      readonly ofSquat: number;
      readonly reps: readonly [number, number];
      readonly isBar: boolean;
    }
  | { readonly kind: 'reps'; readonly reps: readonly [number, number] }
  | { readonly kind: 'hold'; readonly seconds: readonly [number, number] };

interface Movement {
  readonly key: string;
  readonly dose: Dose;
}

const bar = (key: string, ofSquat: number, low: number, high: number): Movement => ({
  key,
  dose: { kind: 'load', ofSquat, reps: [low, high], isBar: true },
});
const dumbbell = (key: string, ofSquat: number, low: number, high: number): Movement => ({
  key,
  dose: { kind: 'load', ofSquat, reps: [low, high], isBar: false },
});
const body = (key: string, low: number, high: number): Movement => ({ key, dose: { kind: 'reps', reps: [low, high] } });
const hold = (key: string, low: number, high: number): Movement => ({
  key,
  dose: { kind: 'hold', seconds: [low, high] },
});

interface SessionPlan {
  readonly title: string;
  readonly movements: readonly Movement[];
}

/** Two sessions that take turns, for each kind of gym. */
const PLANS: Readonly<Record<GymKind, readonly [SessionPlan, SessionPlan]>> = {
  none: [
    {
      title: 'Strength at home A',
      movements: [
        body('lu_split_bw', 8, 15),
        body('cf_raise_1', 10, 20),
        body('pu_full', 6, 15),
        hold('tr_plank', 30, 60),
      ],
    },
    {
      title: 'Strength at home B',
      movements: [
        body('hi_bridge_1', 8, 15),
        body('lu_reverse_bw', 8, 12),
        body('cf_soleus_bw', 12, 20),
        hold('tr_side', 20, 45),
      ],
    },
  ],
  home: [
    {
      title: 'Dumbbells A',
      movements: [
        dumbbell('sq_goblet', 0.34, 6, 10),
        dumbbell('hi_rdl_db', 0.22, 6, 10),
        dumbbell('cf_raise_1_db', 0.16, 8, 10),
        hold('tr_plank', 30, 60),
      ],
    },
    {
      title: 'Dumbbells B',
      movements: [
        dumbbell('lu_reverse_db', 0.17, 6, 10),
        dumbbell('pl_db_row', 0.24, 6, 10),
        body('pu_full', 6, 15),
        hold('tr_side', 20, 45),
      ],
    },
  ],
  rack: [
    {
      title: 'Gym A',
      movements: [
        bar('sq_back', 1, 3, 6),
        bar('hi_rdl_bb', 0.85, 5, 8),
        dumbbell('cf_raise_1_db', 0.18, 6, 10),
        hold('tr_plank', 30, 60),
      ],
    },
    {
      title: 'Gym B',
      movements: [
        dumbbell('lu_bss', 0.2, 5, 8),
        bar('hi_thrust_bb', 1.15, 4, 8),
        body('pl_pullup', 3, 8),
        dumbbell('pu_db_bench', 0.2, 5, 10),
      ],
    },
  ],
  full: [
    {
      title: 'Rack A',
      movements: [
        bar('sq_back', 1, 3, 6),
        bar('hi_rdl_bb', 0.85, 5, 8),
        dumbbell('cf_raise_1_db', 0.18, 6, 10),
        hold('tr_plank', 30, 60),
      ],
    },
    {
      title: 'Rack B',
      movements: [
        bar('hi_trap', 1.22, 3, 5),
        dumbbell('lu_bss', 0.2, 5, 8),
        body('pl_pullup', 3, 8),
        bar('cf_soleus_seat', 0.6, 6, 10),
      ],
    },
  ],
};

/** To what the gym has: bars in steps of 2.5 kg or 5 lb, dumbbells of 2 kg or 5 lb. */
const toGym = (lifter: Lifter, loadKg: number, isBar: boolean): number => {
  const unit = lifter.massUnit;
  const step = unit === 'lb' ? 5 : isBar ? 2.5 : 2;
  const least = isBar ? (unit === 'lb' ? 45 : 20) : unit === 'lb' ? 5 : 4;
  const printed = Math.max(least, Math.round(massIn(unit, loadKg) / step) * step);
  return roundTo(massToKg(unit, printed), 4);
};

/** Part of a one-repetition maximum that so many repetitions to failure take (Epley turned round). */
const partFor = (repsToFailure: number): number => 1 / (1 + repsToFailure / 30);

const rpeOf = (chance: Chance, maximumKg: number, loadKg: number, reps: number): number => {
  const possible = Math.max(0, (maximumKg / Math.max(loadKg, 1) - 1) * 30);
  const rpe = 10 - (possible - reps) + noise(chance, 0.5);
  return Math.min(10, Math.max(4, Math.round(rpe * 2) / 2));
};

interface Day {
  readonly lifter: Lifter;
  /** Estimated maximum of the back squat on the day, kilograms. */
  readonly squatKg: number;
  readonly isLight: boolean;
}

const warmups = (day: Day, movement: Movement, workKg: number): SampleSet[] => {
  if (!day.lifter.logsWarmups || movement.dose.kind !== 'load' || !movement.dose.isBar || workKg < 40) return [];
  return [0.5, 0.75].map((part) => ({
    exerciseKey: movement.key,
    kind: 'warmup' as const,
    loadKg: toGym(day.lifter, workKg * part, true),
    reps: part === 0.5 ? 5 : 3,
  }));
};

const setsOf = (chance: Chance, day: Day, movement: Movement, isFirst: boolean): SampleSet[] => {
  const { dose, key } = movement;
  const count = (isFirst && !day.isLight ? 3 : 2) + (isFirst && happens(chance, 0.25) ? 1 : 0);
  const numbers = Array.from({ length: count }, (_, index) => index);
  const tired = (index: number): number => (index === count - 1 && happens(chance, 0.3) ? 1 : 0);
  if (dose.kind === 'hold') {
    const durationS = Math.round(between(chance, ...dose.seconds) / 5) * 5;
    return numbers.map(() => ({ exerciseKey: key, kind: 'work', durationS }));
  }
  const reps = wholeBetween(chance, ...dose.reps);
  if (dose.kind === 'reps') {
    return numbers.map((index) => ({
      exerciseKey: key,
      kind: 'work',
      loadKg: 0,
      reps: Math.max(1, reps - tired(index)),
    }));
  }
  const maximumKg = day.squatKg * dose.ofSquat;
  const spare = day.isLight ? 5 : day.lifter.restraint;
  const loadKg = toGym(day.lifter, maximumKg * partFor(reps + spare) * (1 + noise(chance, 0.015)), dose.isBar);
  const work = numbers.map((index): SampleSet => {
    const done = Math.max(1, reps - tired(index));
    const rpe = day.lifter.logsRpe && happens(chance, 0.9) ? rpeOf(chance, maximumKg, loadKg, done) : undefined;
    return { exerciseKey: key, kind: 'work', loadKg, reps: done, rpe };
  });
  return [...warmups(day, movement, loadKg), ...work];
};

const two = (value: number): string => String(value).padStart(2, '0');

const sampleSession = (chance: Chance, day: Day, plan: SessionPlan, performedOn: PlainDate): SampleLiftSession => {
  const kept = day.isLight ? plan.movements.slice(0, 3) : plan.movements;
  const sets = kept.flatMap((movement, index) => setsOf(chance, day, movement, index === 0));
  return {
    performedOn,
    timeOfDay: `${two(day.lifter.usualHour)}:${two(wholeBetween(chance, 0, 59))}:${two(wholeBetween(chance, 0, 59))}`,
    title: plan.title,
    durationS: 60 * (8 + Math.round(sets.length * between(chance, 2.4, 3.4))),
    sets,
  };
};

const KEPT_IN: Readonly<Record<SeasonWeek['kind'], number>> = {
  build: 1,
  deload: 0.95,
  taper: 0.6,
  race: 0.3,
  recovery: 0.4,
  holiday: 0.2,
  illness: 0.1,
  break: 0,
};

/** An athlete's years of lifting, week by week; strength follows what was done. Call for every week, in order. */
export const liftingYears = (
  chance: Chance,
  lifter: Lifter,
  weeksInAll: number,
): ((week: SeasonWeek, today: PlainDate) => SampleLiftSession[]) => {
  let ratio = lifter.startRatio;
  let turn = 0;
  let number = 0;
  return (week, today) => {
    const weeksLeft = weeksInAll - number;
    number += 1;
    const isMissing = weeksLeft <= lifter.missedWeeks;
    const kept = KEPT_IN[week.kind] * lifter.reliability * (isMissing ? 0.2 : 1);
    const sessions: SampleLiftSession[] = [];
    for (const [index, weekday] of lifter.weekdays.entries()) {
      const performedOn = addDays(week.startsOn, weekday - 1);
      const isSecondInTaper = index > 0 && (week.kind === 'taper' || week.kind === 'race');
      if (performedOn > today || isSecondInTaper || !happens(chance, kept)) continue;
      const plan = PLANS[lifter.gymKind][turn % 2] ?? PLANS[lifter.gymKind][0];
      turn += 1;
      const day = { lifter, squatKg: ratio * lifter.bodyMassKg, isLight: week.kind !== 'build' };
      sessions.push(sampleSession(chance, day, plan, performedOn));
    }
    const isFlat = weeksLeft <= lifter.plateauWeeks;
    const gain = sessions.length === 0 || isFlat ? 0 : (lifter.ceilingRatio - ratio) * 0.011 * sessions.length;
    const loss = sessions.length === 0 && !isFlat ? ratio * 0.006 : 0;
    ratio = Math.max(lifter.startRatio * 0.85, ratio + gain - loss + (isFlat ? 0 : noise(chance, 0.002)));
    return sessions;
  };
};
