import type { RunKind } from '../athletes/athlete.ts';
import { ENGLISH_DATES, type DateWords } from './dateText.ts';

/** Every word of a sheet, so that a language is one value. */
export interface SheetWords {
  readonly dates: DateWords;
  /** Between whole and part of a number. */
  readonly decimal: string;
  readonly week: (ordinal: number, count: number) => string;
  readonly countdown: (days: number, race: string, date: string) => string;
  readonly coach: string;
  readonly runs: Readonly<Record<RunKind, string>>;
  /** Letters on the run strip; empty for rest. */
  readonly runLetters: Readonly<Record<RunKind, string>>;
  readonly lift: string;
  readonly race: string;
  readonly liftAfterKeyRun: string;
  readonly liftAfterEasyRun: string;
  readonly keyRunTomorrow: string;
  readonly raceTomorrow: string;
  readonly keyRunTomorrowNoLift: string;
  readonly minutes: (minutes: number) => string;
  readonly seconds: (seconds: number) => string;
  readonly metres: (metres: number) => string;
  readonly contacts: (contacts: number) => string;
  readonly ofEffort: (percent: string) => string;
  readonly tempo: (tempo: string) => string;
  readonly perSide: string;
  readonly inReserve: (reps: string) => string;
  readonly chooseLoad: string;
  readonly lighterBar: string;
  readonly rpe: (rpe: string) => string;
  readonly emptyBar: string;
  readonly noGym: (exercise: string) => string;
  readonly version: (version: number, printedOn: string) => string;
  readonly prompts: readonly string[];
  readonly stopRules: readonly string[];
}

export const ENGLISH_SHEET: SheetWords = {
  dates: ENGLISH_DATES,
  decimal: '.',
  week: (ordinal, count) => `Week ${ordinal} of ${count}`,
  countdown: (days, race, date) => {
    if (days === 0) return `${race} today (${date})`;
    return `${days} ${days === 1 ? 'day' : 'days'} to ${race} (${date})`;
  },
  coach: 'Coach',
  runs: { rest: 'Rest', easy: 'Easy', quality: 'Quality', long: 'Long' },
  runLetters: { rest: '', easy: 'E', quality: 'Q', long: 'L' },
  lift: 'Lift',
  race: 'Race',
  liftAfterKeyRun: 'lift 6 h later or more',
  liftAfterEasyRun: 'lift 3 h later or more',
  keyRunTomorrow: 'keep it light: key run tomorrow',
  raceTomorrow: 'no lifting: race tomorrow',
  keyRunTomorrowNoLift: 'no heavy legs: key run tomorrow',
  minutes: (minutes) => `${minutes} min`,
  seconds: (seconds) => `${seconds} s`,
  metres: (metres) => `${metres} m`,
  contacts: (contacts) => `${contacts} contacts`,
  ofEffort: (percent) => `${percent} % effort`,
  tempo: (tempo) => `tempo ${tempo}`,
  perSide: '/side',
  inReserve: (reps) => `${reps} in reserve`,
  chooseLoad: 'choose load',
  lighterBar: 'lighter bar',
  rpe: (rpe) => `RPE ${rpe}`,
  emptyBar: 'bar only',
  noGym: (exercise) => `No rack, no gym or sore: ${exercise}`,
  version: (version, printedOn) => `v${version} · printed ${printedOn}`,
  prompts: ['How it felt 1–5', 'Pain: where, 0–10', 'Sleep (h)', 'Session RPE × minutes'],
  stopRules: [
    'Stop the set at the RPE cap, or when the last rep was not clean.',
    'Stop the lift when pain passes 5 of 10; tell your coach.',
  ],
};
