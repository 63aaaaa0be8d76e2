import type { DistanceUnit, MassUnit } from '../kernel/quantity.ts';
import type { Weekday } from '../kernel/plainDate.ts';
import type { Language } from '../sheets/sheetLanguage.ts';
import type { EntryClass } from '../programs/program.ts';

export const SEXES = ['female', 'male', 'other'] as const;

export type Sex = (typeof SEXES)[number];

/** Plates of one size: how many pairs there are. Mass in the gym's own unit, because plates are made in it. */
export interface PlatePairs {
  readonly mass: number;
  readonly pairs: number;
}

/**
 * What an athlete can put on a bar. All masses are in `unit`: a 45 lb plate is 45, not 20.41 kg,
 * so that sums of plates are exact.
 */
export interface Gym {
  readonly unit: MassUnit;
  readonly bar: number;
  readonly plates: readonly PlatePairs[];
  /** Names as in the exercise library: `barbell`, `rack`, `db`, `kb`, `trap bar`, `bench`, `box`, `machine`, … */
  readonly equipment: readonly string[];
}

/** What an ordinary running day is: easy, quality (Q), long (L) or none. */
export const RUN_KINDS = ['rest', 'easy', 'quality', 'long'] as const;

export type RunKind = (typeof RUN_KINDS)[number];

/** One day of the athlete's ordinary week: the run that usually stands there, and whether lifting fits. */
export interface UsualDay {
  readonly weekday: Weekday;
  readonly run: RunKind;
  readonly distanceM?: number | undefined;
  /** Minutes there are for lifting; 0 when the day is not available. */
  readonly liftMinutes: number;
}

export interface AthleteDetails {
  readonly name: string;
  readonly sex?: Sex | undefined;
  readonly birthYear?: number | undefined;
  readonly entryClass: EntryClass;
  readonly massUnit: MassUnit;
  readonly distanceUnit: DistanceUnit;
  /** Of the sheets; English where none was chosen. */
  readonly language?: Language | undefined;
  /** IANA name, for example `Europe/Lisbon`: places Strava's UTC times on the athlete's own day. */
  readonly timeZone?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly groups: readonly string[];
  readonly tags: readonly string[];
  readonly notes: string;
  readonly gym: Gym;
  /** Seven days, Monday first. */
  readonly usualWeek: readonly UsualDay[];
}

const KG_PLATES: readonly PlatePairs[] = [
  { mass: 20, pairs: 2 },
  { mass: 15, pairs: 1 },
  { mass: 10, pairs: 2 },
  { mass: 5, pairs: 1 },
  { mass: 2.5, pairs: 1 },
  { mass: 1.25, pairs: 1 },
];

const LB_PLATES: readonly PlatePairs[] = [
  { mass: 45, pairs: 3 },
  { mass: 35, pairs: 1 },
  { mass: 25, pairs: 1 },
  { mass: 10, pairs: 2 },
  { mass: 5, pairs: 1 },
  { mass: 2.5, pairs: 1 },
];

/** A usual gym to start from: one bar, a set of plates, a rack, dumbbells (R1.7). */
export const standardGym = (unit: MassUnit): Gym => ({
  unit,
  bar: unit === 'kg' ? 20 : 45,
  plates: unit === 'kg' ? KG_PLATES : LB_PLATES,
  equipment: ['barbell', 'rack', 'bench', 'box', 'db', 'kb', 'step', 'bar', 'machine'],
});

/** An ordinary week to start from: four runs, lifting possible every day. */
export const ordinaryWeek: readonly UsualDay[] = [
  { weekday: 1, run: 'rest', liftMinutes: 60 },
  { weekday: 2, run: 'quality', liftMinutes: 60 },
  { weekday: 3, run: 'easy', liftMinutes: 60 },
  { weekday: 4, run: 'rest', liftMinutes: 60 },
  { weekday: 5, run: 'easy', liftMinutes: 60 },
  { weekday: 6, run: 'rest', liftMinutes: 60 },
  { weekday: 7, run: 'long', liftMinutes: 60 },
];
