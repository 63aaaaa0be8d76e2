import type { UsualDay } from '../athletes/athlete.ts';
import { addDays, daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import type { WeekKind } from '../programs/program.ts';
import { shortDate, weekdayName, weekRange } from './dateText.ts';
import { given } from './given.ts';
import { withoutGym, type LiftWeek, type SheetSession } from './liftSession.ts';
import type { PrintedChange } from './printedSession.ts';
import { layOutStrip, type SheetRace, type StripDay } from './runStrip.ts';
import { layOutMark, type SheetMark, type SheetStamp } from './sheetMark.ts';
import { layOutRow, type SheetRow } from './sheetRow.ts';
import { ENGLISH_SHEET, type SheetWords } from './sheetWords.ts';

export interface WeekSheetInput {
  readonly week: LiftWeek;
  readonly usualWeek: readonly UsualDay[];
  readonly goal: string;
  readonly coach: SheetCoach;
  readonly races: readonly SheetRace[];
  /** Every exercise that needs a gym gives way to its no-gym rung. */
  readonly isNoGym?: boolean | undefined;
  /** Names of the sessions to print; absent: all of the week. */
  readonly sessions?: readonly string[] | undefined;
  readonly words?: SheetWords | undefined;
}

/** Who answers questions about the sheet. */
export interface SheetCoach {
  readonly name: string;
  readonly phone?: string | undefined;
}

export interface SheetBand {
  readonly athlete: string;
  readonly program: string;
  readonly week: string;
  readonly dates: string;
  readonly goal: string;
  /** `23 days to Lisbon Half (20 Dec)`, counted from Monday; absent without a race ahead. */
  readonly countdown?: string | undefined;
  readonly coach?: string | undefined;
  readonly units: string;
  /** Which variant this is, where it is not the plan as written. */
  readonly variant?: string | undefined;
}

export interface SheetPanel {
  readonly name: string;
  readonly date: PlainDate;
  readonly dateText: string;
  readonly minutes: string;
  readonly rows: readonly SheetRow[];
  /** `Left out without a gym: …` */
  readonly leftOut?: string | undefined;
}

/** What the weekly sheet says, before it is known which version it is. */
export interface WeekContent {
  readonly weekKind: WeekKind;
  readonly band: SheetBand;
  readonly strip: readonly StripDay[];
  readonly panels: readonly SheetPanel[];
  readonly footer: { readonly prompts: readonly string[]; readonly stopRules: readonly string[] };
}

/** The weekly sheet (sheets.md, layout 1) as a value: the page prints it and adds nothing. */
export interface WeekSheet extends WeekContent, SheetMark {}

const countdownText = (input: WeekSheetInput, words: SheetWords): string | undefined => {
  const { startsOn } = input.week;
  const next = input.races
    .filter((race) => daysBetween(startsOn, race.raceOn) >= 0)
    .toSorted((a, b) => daysBetween(b.raceOn, a.raceOn))
    .at(0);
  if (next === undefined) return undefined;
  return words.countdown(daysBetween(startsOn, next.raceOn), next.name, shortDate(next.raceOn, words.dates));
};

/** `Coach Ana Prates · +351 …`; absent when nothing is known of them. */
export const coachText = (coach: SheetCoach, words: SheetWords): string | undefined => {
  const parts = [coach.name, coach.phone ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `${words.coach} ${parts.join(' · ')}`;
};

const layOutBand = (input: WeekSheetInput, words: SheetWords): SheetBand => ({
  athlete: input.week.athlete,
  program: input.week.program,
  week: words.week(input.week.ordinal, input.week.weekCount),
  dates: weekRange(input.week.startsOn, words.dates),
  goal: input.goal,
  ...given('countdown', countdownText(input, words)),
  ...given('coach', coachText(input.coach, words)),
  units: `${input.week.massUnit} · ${input.week.distanceUnit}`,
  ...given('variant', input.isNoGym === true ? words.noGymVariant : undefined),
});

const layOutPanel = (
  planned: SheetSession,
  before: readonly SheetSession[],
  input: WeekSheetInput,
  words: SheetWords,
): SheetPanel => {
  const { session, leftOut } = input.isNoGym === true ? withoutGym(planned) : { session: planned, leftOut: [] };
  const date = addDays(input.week.startsOn, session.weekday - 1);
  const slotsBefore = before.flatMap(({ slots }) => slots);
  return {
    name: session.name,
    date,
    dateText: `${weekdayName(date, words.dates)} ${shortDate(date, words.dates)}`,
    minutes: words.minutes(session.minutes),
    rows: session.slots.map((slot) => layOutRow(slot, slotsBefore, input.week.massUnit, words)),
    ...given('leftOut', leftOut.length === 0 ? undefined : words.leftOut(leftOut.join(', '))),
  };
};

/** Lays out one athlete's week. The same input always gives the same sheet, to the letter. */
export const layOutWeek = (input: WeekSheetInput): WeekContent => {
  const words = input.words ?? ENGLISH_SHEET;
  const { week } = input;
  const sessions = week.sessions.toSorted((a, b) => a.weekday - b.weekday);
  const printed = sessions.filter(({ name }) => input.sessions?.includes(name) ?? true);
  return {
    weekKind: week.kind,
    band: layOutBand(input, words),
    strip: layOutStrip({
      startsOn: week.startsOn,
      usualWeek: input.usualWeek,
      sessions,
      races: input.races,
      distanceUnit: week.distanceUnit,
      words,
    }),
    panels: printed.map((session, index) => layOutPanel(session, printed.slice(0, index), input, words)),
    footer: { prompts: words.prompts, stopRules: words.stopRules },
  };
};

/** The row with how it differs from the sheet before. */
const marked = (row: SheetRow, session: string, changes: readonly PrintedChange[]): SheetRow => {
  const found = changes.find((one) => one.session === session && one.label === row.label);
  return found === undefined || found.change === 'gone' ? row : { ...row, change: found.change };
};

/** The sheet as it is printed: with its code, its version, and a mark at every row that has changed since the version before. */
export const stampWeek = (content: WeekContent, stamp: SheetStamp, words: SheetWords = ENGLISH_SHEET): WeekSheet => ({
  ...content,
  ...layOutMark(stamp, words),
  panels: content.panels.map((panel) => ({
    ...panel,
    rows: panel.rows.map((row) => marked(row, panel.name, stamp.since?.changes ?? [])),
  })),
});

/** What makes two weekly sheets the same to who reads them: all that is planned; not who coaches, nor how a load was found. */
export const readingOfWeek = ({ band, strip, panels }: WeekContent): unknown => {
  const { coach: _coach, countdown: _countdown, ...planned } = band;
  return [
    planned,
    strip,
    panels.map((panel) => ({
      ...panel,
      rows: panel.rows.map((row) => ({ ...row, lines: row.lines.map(({ why: _why, ...line }) => line) })),
    })),
  ];
};
