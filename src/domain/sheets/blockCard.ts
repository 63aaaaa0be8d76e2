import type { MassUnit } from '../kernel/quantity.ts';
import { massIn } from '../kernel/quantity.ts';
import type { WeekKind } from '../programs/program.ts';
import { shortDate } from './dateText.ts';
import { given } from './given.ts';
import { withoutGym, type LiftWeek, type SheetSession, type SheetSlot } from './liftSession.ts';
import { layOutRow } from './sheetRow.ts';
import { numberText } from './sheetText.ts';
import { ENGLISH_SHEET, type SheetWords } from './sheetWords.ts';
import { coachText, type SheetCoach } from './weekSheet.ts';
import { compareLabels } from '../programs/labelOrder.ts';

/** A lift's maximum when the block began, and now. */
export interface MaxChange {
  readonly exercise: string;
  readonly startKg: number;
  readonly nowKg: number;
}

export interface BlockCardInput {
  /** Weeks of one block in order, of one program. */
  readonly weeks: readonly LiftWeek[];
  readonly block: string;
  readonly goal: string;
  readonly maxes: readonly MaxChange[];
  readonly coach: SheetCoach;
  readonly isNoGym?: boolean | undefined;
  readonly words?: SheetWords | undefined;
}

/** Without lines: not done in this week. */
export interface BlockCell {
  readonly lines: readonly string[];
  /** The exercise, where it is not the row's: another rung in this week. */
  readonly exercise?: string | undefined;
}

export interface BlockRow {
  readonly label: string;
  readonly exercise: string;
  readonly cells: readonly BlockCell[];
}

export interface BlockPart {
  readonly session: string;
  readonly rows: readonly BlockRow[];
}

/** One page of a card: at most eight weeks. */
export interface BlockPage {
  readonly weeks: readonly {
    readonly name: string;
    readonly dateText: string;
    readonly kind: WeekKind;
    readonly kindText: string;
  }[];
  readonly sessions: readonly BlockPart[];
  readonly part?: string | undefined;
}

export interface BlockContent {
  readonly athlete: string;
  readonly program: string;
  readonly block: string;
  readonly goal: string;
  readonly units: string;
  readonly coach?: string | undefined;
  readonly variant?: string | undefined;
  /** `Back squat 98 → 104 kg` */
  readonly maxes: readonly string[];
  readonly pages: readonly BlockPage[];
}

/** As many weeks as fit on a page with a box to write in. */
const WEEKS_A_PAGE = 8;

const maxText = ({ exercise, startKg, nowKg }: MaxChange, unit: MassUnit, words: SheetWords): string => {
  const whole = (massKg: number): string => numberText(massIn(unit, massKg), words, 0);
  return `${exercise} ${words.startToNow(whole(startKg), whole(nowKg))} ${unit}`;
};

interface Place {
  readonly session: string;
  readonly label: string;
}

const slotAt = (week: { readonly sessions: readonly SheetSession[] }, { session, label }: Place) =>
  week.sessions.find(({ name }) => name === session)?.slots.find(({ slot }) => slot.label === label);

const rowOf = (weeks: readonly LiftWeek[], place: Place, unit: MassUnit, words: SheetWords): BlockRow => {
  const slots = weeks.map((week) => slotAt(week, place));
  const first = slots.find((slot) => slot !== undefined);
  const cellOf = (slot: SheetSlot | undefined): BlockCell =>
    slot === undefined
      ? { lines: [] }
      : {
          lines: layOutRow(slot, [], unit, words).lines.map(({ target }) => target),
          ...given('exercise', slot.exercise.key === first?.exercise.key ? undefined : slot.exercise.name),
        };
  return { label: place.label, exercise: first?.exercise.name ?? '', cells: slots.map(cellOf) };
};

const inLabelOrder = (labels: readonly string[]): readonly string[] => [...new Set(labels)].toSorted(compareLabels);

const sessionsOf = (weeks: readonly LiftWeek[], words: SheetWords): readonly BlockPart[] => {
  const unit = weeks[0]?.massUnit ?? 'kg';
  const all = weeks.flatMap(({ sessions }) => sessions.toSorted((a, b) => a.weekday - b.weekday));
  return [...new Set(all.map(({ name }) => name))].map((session) => ({
    session,
    rows: inLabelOrder(
      all.filter(({ name }) => name === session).flatMap(({ slots }) => slots.map(({ slot }) => slot.label)),
    ).map((label) => rowOf(weeks, { session, label }, unit, words)),
  }));
};

const pageOf = (weeks: readonly LiftWeek[], words: SheetWords): BlockPage => ({
  weeks: weeks.map((week) => ({
    name: words.weekNumber(week.ordinal),
    dateText: shortDate(week.startsOn, words.dates),
    kind: week.kind,
    kindText: words.weekKinds[week.kind],
  })),
  sessions: sessionsOf(weeks, words),
});

/** The block card (sheets.md, layout 2): exercises down, weeks across, a box to write in under each target. */
export const layOutBlock = (input: BlockCardInput): BlockContent => {
  const words = input.words ?? ENGLISH_SHEET;
  const [first] = input.weeks;
  const weeks =
    input.isNoGym === true
      ? input.weeks.map((week) => ({ ...week, sessions: week.sessions.map((one) => withoutGym(one).session) }))
      : input.weeks;
  const parts = Math.max(1, Math.ceil(weeks.length / WEEKS_A_PAGE));
  const each = Math.ceil(weeks.length / parts);
  const pages = Array.from({ length: parts }, (_, part) => pageOf(weeks.slice(part * each, (part + 1) * each), words));
  return {
    athlete: first?.athlete ?? '',
    program: first?.program ?? '',
    block: input.block,
    goal: input.goal,
    units: `${first?.massUnit ?? 'kg'} · ${first?.distanceUnit ?? 'km'}`,
    ...given('coach', coachText(input.coach, words)),
    ...given('variant', input.isNoGym === true ? words.noGymVariant : undefined),
    maxes: input.maxes.map((max) => maxText(max, first?.massUnit ?? 'kg', words)),
    pages: parts === 1 ? pages : pages.map((page, index) => ({ ...page, part: words.part(index + 1, parts) })),
  };
};
