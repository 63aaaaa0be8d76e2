import type { RunKind } from '../athletes/athlete.ts';
import type { WeekKind } from '../programs/program.ts';
import type { ChangeWords } from '../strength/strengthChange.ts';
import { ENGLISH_DATES, type DateWords } from './dateText.ts';

/** Every word of a sheet, so that a language is one value. */
export interface SheetWords {
  readonly dates: DateWords;
  /** Between whole and part of a number. */
  readonly decimal: string;
  readonly week: (ordinal: number, count: number) => string;
  readonly weekNumber: (ordinal: number) => string;
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
  readonly changedSince: (day: string) => string;
  readonly changed: string;
  readonly added: string;
  readonly gone: (rows: string) => string;
  readonly leftOut: (exercises: string) => string;
  readonly noGymVariant: string;
  readonly rack: (number: number) => string;
  readonly samePlates: string;
  readonly startToNow: (start: string, now: string) => string;
  readonly weekKinds: Readonly<Record<WeekKind, string>>;
  readonly part: (part: number, of: number) => string;
  readonly season: SeasonWords;
  readonly form: FormWords;
}

export interface SeasonWords {
  readonly weeksLifted: string;
  readonly of: (some: number, all: number) => string;
  readonly sessions: string;
  readonly hardSets: string;
  readonly runs: string;
  readonly distance: string;
  readonly lift: string;
  readonly start: string;
  readonly now: string;
  readonly change: string;
  readonly race: string;
  readonly result: string;
  readonly chart: string;
  readonly strength: string;
  readonly running: string;
  readonly noTrend: string;
  readonly interval: string;
  /** Whether a lift has changed, in the agreed words (R1.5). */
  readonly verdicts: Readonly<Record<ChangeWords, string>>;
}

/** What is printed on the form itself: heads of columns, and what is written by hand. */
export interface FormWords {
  readonly exercise: string;
  readonly warmUp: string;
  readonly target: string;
  readonly plates: string;
  readonly rest: string;
  readonly cap: string;
  readonly sets: string;
  readonly rpe: string;
  readonly notes: string;
  readonly afterSession: string;
  readonly sheet: string;
  readonly athlete: string;
  readonly run: string;
  readonly lift: string;
  readonly done: string;
  readonly blockCard: string;
  readonly rackSheet: string;
  readonly daySheet: string;
  readonly seasonPage: string;
  readonly swap: string;
  readonly nothing: string;
}

export const ENGLISH_SHEET: SheetWords = {
  dates: ENGLISH_DATES,
  decimal: '.',
  week: (ordinal, count) => `Week ${ordinal} of ${count}`,
  weekNumber: (ordinal) => `Week ${ordinal}`,
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
  changedSince: (day) => `changed since ${day}`,
  changed: 'changed',
  added: 'new',
  gone: (rows) => `No longer planned: ${rows}`,
  leftOut: (exercises) => `Left out without a gym: ${exercises}`,
  noGymVariant: 'without a gym',
  rack: (number) => `Rack ${number}`,
  samePlates: 'same plates',
  startToNow: (start, now) => `${start} → ${now}`,
  weekKinds: { start: 'start', build: '', deload: 'deload', test: 'test', taper: 'taper', race: 'race' },
  part: (part, of) => `${part} of ${of}`,
  season: {
    weeksLifted: 'Weeks with a lift',
    of: (some, all) => `${some} of ${all}`,
    sessions: 'Lifting sessions',
    hardSets: 'Hard sets',
    runs: 'Runs',
    distance: 'Distance run',
    lift: 'Lift',
    start: 'At the start',
    now: 'Now',
    change: 'Change',
    race: 'Race',
    result: 'Result',
    chart: 'Strength against running',
    strength: 'Strength: estimated maximum',
    running: 'Running a week',
    noTrend: 'No lift has been done twice yet, so there is no trend.',
    interval: 'Estimates with their 90 % interval.',
    verdicts: {
      'very likely stronger': 'very likely stronger',
      likely: 'likely',
      unclear: 'unclear',
      'not shown': 'not shown',
    },
  },
  form: {
    exercise: 'Exercise',
    warmUp: 'Warm-up',
    target: 'Target',
    plates: 'Plates/side',
    rest: 'Rest',
    cap: 'RPE cap',
    sets: 'Sets done: reps × load',
    rpe: 'RPE',
    notes: 'Notes',
    afterSession: 'After each session',
    sheet: 'Sheet',
    athlete: 'Athlete',
    run: 'Run',
    lift: 'Lift',
    done: 'Done',
    blockCard: 'Block card',
    rackSheet: 'Rack sheet',
    daySheet: 'Run-sheet',
    seasonPage: 'Season',
    swap: 'another exercise than its column',
    nothing: 'nothing planned',
  },
};
