import type { PlainDate } from '../kernel/plainDate.ts';
import type { HooperItems } from './hooper.ts';
import type { PainRegion } from './substitution.ts';
import type { Illness } from './trafficLight.ts';

/** Signs that belong to a clinician, not to a program (R8.1). */
export const RED_FLAGS = [
  'bonePain',
  'nightPain',
  'risingPain',
  'limp',
  'swelling',
  'numbness',
  'bladderBowel',
  'chestPain',
  'weightLoss',
  'missedPeriods',
  'fever',
] as const;

export type RedFlag = (typeof RED_FLAGS)[number];

/** How an athlete said they were on one day; what was not said is absent. */
export interface CheckIn {
  readonly on: PlainDate;
  readonly sleepH?: number | undefined;
  /** Of the legs, 0 to 10. */
  readonly soreness?: number | undefined;
  /** All four items; a report with fewer has none. */
  readonly hooper?: HooperItems | undefined;
  readonly illness?: Illness | undefined;
  /** The worst during or just after the last session, 0 to 10. */
  readonly painScore?: number | undefined;
  readonly painRegion?: PainRegion | undefined;
  /** The morning after, 0 to 10. */
  readonly painNextMorning?: number | undefined;
  readonly redFlags: readonly RedFlag[];
}
