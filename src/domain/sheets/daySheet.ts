import type { UsualDay } from '../athletes/athlete.ts';
import { mondayOf, type PlainDate } from '../kernel/plainDate.ts';
import type { DistanceUnit } from '../kernel/quantity.ts';
import { fullDate, weekdayName } from './dateText.ts';
import { given } from './given.ts';
import { withoutGym, type LiftWeek, type SheetSession } from './liftSession.ts';
import { layOutStrip, type SheetRace, type StripDay } from './runStrip.ts';
import { layOutRow } from './sheetRow.ts';
import { ENGLISH_SHEET, type SheetWords } from './sheetWords.ts';
import { coachText, type SheetCoach } from './weekSheet.ts';

export interface DayAthlete {
  readonly name: string;
  readonly groups: readonly string[];
  readonly distanceUnit: DistanceUnit;
  readonly usualWeek: readonly UsualDay[];
  readonly races: readonly SheetRace[];
  /** What is lifted on the day; an athlete with two programs may have two. */
  readonly lifts: readonly { readonly week: LiftWeek; readonly session: SheetSession }[];
}

export interface DaySheetInput {
  readonly date: PlainDate;
  readonly athletes: readonly DayAthlete[];
  readonly coach: SheetCoach;
  readonly isNoGym?: boolean | undefined;
  readonly words?: SheetWords | undefined;
}

export interface DayLift {
  readonly session: string;
  readonly minutes: string;
  /** Main lifts only, each with the targets of its sets. */
  readonly mains: readonly { readonly exercise: string; readonly targets: readonly string[] }[];
}

export interface DayRow {
  readonly athlete: string;
  readonly groups: string;
  readonly runText: string;
  readonly runLetter: string;
  readonly lifts: readonly DayLift[];
  readonly notes: readonly string[];
}

export interface DayContent {
  readonly dateText: string;
  readonly coach?: string | undefined;
  readonly variant?: string | undefined;
  readonly rows: readonly DayRow[];
  /** Who neither runs nor lifts. */
  readonly resting: readonly string[];
}

const dayOf = (athlete: DayAthlete, date: PlainDate, words: SheetWords): StripDay | undefined =>
  layOutStrip({
    startsOn: mondayOf(date),
    usualWeek: athlete.usualWeek,
    sessions: athlete.lifts.map(({ session }) => session),
    races: athlete.races,
    distanceUnit: athlete.distanceUnit,
    words,
  }).find((day) => day.date === date);

const liftOf = ({ week, session }: DayAthlete['lifts'][number], isNoGym: boolean, words: SheetWords): DayLift => {
  const planned = isNoGym ? withoutGym(session).session : session;
  const rows = planned.slots.map((slot) => layOutRow(slot, [], week.massUnit, words));
  return {
    session: session.name,
    minutes: words.minutes(session.minutes),
    mains: rows
      .filter(({ isMain }) => isMain)
      .map(({ exercise, lines }) => ({ exercise, targets: lines.map(({ target }) => target) })),
  };
};

/** The coach's run-sheet for a day (sheets.md, layout 5): who runs and lifts what, and what keeps the two apart. */
export const layOutDay = (input: DaySheetInput): DayContent => {
  const words = input.words ?? ENGLISH_SHEET;
  const all = input.athletes.map((athlete) => ({ athlete, day: dayOf(athlete, input.date, words) }));
  const isResting = ({ athlete, day }: (typeof all)[number]): boolean =>
    athlete.lifts.length === 0 && day?.run === 'rest' && !athlete.races.some(({ raceOn }) => raceOn === input.date);
  return {
    dateText: `${weekdayName(input.date, words.dates)} ${fullDate(input.date, words.dates)}`,
    ...given('coach', coachText(input.coach, words)),
    ...given('variant', input.isNoGym === true ? words.noGymVariant : undefined),
    rows: all
      .filter((one) => !isResting(one))
      .map(({ athlete, day }) => ({
        athlete: athlete.name,
        groups: athlete.groups.join(', '),
        runText: day?.runText ?? '',
        runLetter: day?.runLetter ?? '',
        lifts: athlete.lifts.map((lift) => liftOf(lift, input.isNoGym === true, words)),
        notes: day?.notes ?? [],
      })),
    resting: all.filter(isResting).map(({ athlete }) => athlete.name),
  };
};
