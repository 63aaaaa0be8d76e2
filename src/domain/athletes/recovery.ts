import type { EntryClass } from '../programs/program.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { AthleteDetails } from './athlete.ts';

/** Hours between two lifts of the legs for those who recover slowly (R6.1 H4). */
export const SLOW_BETWEEN_LIFTS_H = 72;

const SLOW_AGE = 50;

/** The age that is reached in the year of a day; nobody says on which day of it. */
export const ageIn = ({ birthYear }: Pick<AthleteDetails, 'birthYear'>, on: PlainDate): number | undefined =>
  birthYear === undefined ? undefined : Number(on.slice(0, 4)) - birthYear;

/** 50 or older, or new to lifting: three days between lifts of the legs (R6.1 H4). Age in years, where it is known. */
export const recoversSlowly = (age: number | undefined, entryClass: EntryClass): boolean =>
  entryClass === 'A' || (age ?? 0) >= SLOW_AGE;
