import type { DistanceUnit, MassUnit } from '../../domain/kernel/quantity.ts';
import { clock, distance, load } from '../format.ts';

const FIELD_WORDS: Readonly<Record<string, string>> = {
  performedOn: 'day',
  measuredOn: 'day',
  timeOfDay: 'start',
  title: 'title',
  sport: 'sport',
  distanceM: 'distance',
  movingS: 'moving time',
  elapsedS: 'elapsed time',
  durationS: 'length',
  averageHr: 'heart rate',
  maxHr: 'highest heart rate',
  cadenceSpm: 'cadence',
  ascentM: 'ascent',
  powerW: 'power',
  rpe: 'RPE',
  notes: 'notes',
  bodyMassKg: 'body mass',
  bodyFatPercent: 'body fat',
  restingHr: 'resting heart rate',
  hrvMs: 'HRV',
  hrvScore: 'HRV score',
  sleepS: 'sleep',
  sleepScore: 'sleep score',
  readinessScore: 'readiness',
  steps: 'steps',
  intakeKcal: 'calories eaten',
};

const LONGEST = 60;

const SECONDS = new Set(['movingS', 'elapsedS', 'durationS', 'sleepS']);

export const fieldWord = (field: string): string => FIELD_WORDS[field] ?? field;

/** A value of an entry as a coach reads it, in their own units. */
export const valueWords = (
  field: string,
  value: string | undefined,
  { distanceUnit, massUnit }: { readonly distanceUnit: DistanceUnit; readonly massUnit: MassUnit },
): string => {
  if (value === undefined) return 'nothing';
  if (field === 'distanceM') return `${distance(Number(value), distanceUnit)} ${distanceUnit}`;
  if (field === 'bodyMassKg') return `${load(Number(value), massUnit)} ${massUnit}`;
  if (SECONDS.has(field)) return clock(Number(value));
  if (field === 'timeOfDay') return value.slice(0, 5);
  if (field === 'sets') return value;
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
};
