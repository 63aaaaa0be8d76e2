import type { UsualDay } from '../athletes/athlete.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { addDays, daysBetween, type PlainDate, type Weekday } from '../kernel/plainDate.ts';
import type { DistanceUnit, MassUnit } from '../kernel/quantity.ts';
import type { Prescription, Slot, WeekKind } from '../programs/program.ts';
import type { ExplanationLine, ResolvedPrescription } from '../programs/resolve.ts';
import { fullDate, shortDate, weekdayName, weekRange } from './dateText.ts';
import { layOutStrip, type SheetRace, type StripDay } from './runStrip.ts';
import { sheetCode, type SheetCode } from './sheetCode.ts';
import { differenceText, platesText, numberText, restText, setsText, targetText, warmUpText } from './sheetText.ts';
import { ENGLISH_SHEET, type SheetWords } from './sheetWords.ts';

/** A slot with all a sheet says about it. `resolved` answers `slot.prescriptions` one by one. */
export interface SheetSlot {
  readonly slot: Pick<Slot, 'label' | 'role' | 'prescriptions'>;
  /** Its first cue stands under a main lift that is prescribed without one, once a week. */
  readonly exercise: Pick<Exercise, 'name' | 'isUnilateral' | 'cues'>;
  readonly noGym?: Pick<Exercise, 'name' | 'isUnilateral' | 'loadMode'> | undefined;
  readonly resolved: readonly ResolvedPrescription[];
  /** What the coach typed and Ironstride did not understand: printed as it stands. */
  readonly unread?: string | undefined;
}

export interface SheetSession {
  readonly name: string;
  readonly weekday: Weekday;
  readonly minutes: number;
  readonly slots: readonly SheetSlot[];
}

export interface WeekSheetInput {
  readonly athlete: {
    readonly name: string;
    readonly massUnit: MassUnit;
    readonly distanceUnit: DistanceUnit;
    readonly usualWeek: readonly UsualDay[];
  };
  readonly coach: { readonly name: string; readonly phone?: string | undefined };
  readonly program: { readonly programId: number; readonly name: string; readonly weekCount: number };
  readonly week: {
    /** 1 for the program's first week. */
    readonly ordinal: number;
    readonly kind: WeekKind;
    /** A Monday. */
    readonly startsOn: PlainDate;
    readonly goal: string;
    readonly sessions: readonly SheetSession[];
  };
  readonly races: readonly SheetRace[];
  readonly version: number;
  readonly printedOn: PlainDate;
  readonly words?: SheetWords | undefined;
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
}

/** Some equal sets of a row. */
export interface SheetLine {
  readonly target: string;
  readonly plates?: string | undefined;
  /** Shown when the load is not exactly what was asked for. */
  readonly difference?: string | undefined;
  readonly rest?: string | undefined;
  readonly rpeCap?: string | undefined;
  readonly setBoxes: number;
  /** From what is known to the load; for the screen, never printed. */
  readonly why: readonly ExplanationLine[];
}

export interface SheetRow {
  readonly label: string;
  readonly exercise: string;
  readonly isMain: boolean;
  readonly cue?: string | undefined;
  readonly warmUp?: string | undefined;
  readonly lines: readonly SheetLine[];
  readonly noGym?: string | undefined;
}

export interface SheetPanel {
  readonly name: string;
  readonly date: PlainDate;
  readonly dateText: string;
  readonly minutes: string;
  readonly rows: readonly SheetRow[];
}

/** The weekly sheet (sheets.md, layout 1) as a value: the page prints it and adds nothing. */
export interface WeekSheet {
  readonly sheetCode: SheetCode;
  readonly version: number;
  readonly printedOn: PlainDate;
  readonly versionText: string;
  readonly weekKind: WeekKind;
  readonly band: SheetBand;
  readonly strip: readonly StripDay[];
  readonly panels: readonly SheetPanel[];
  readonly footer: { readonly prompts: readonly string[]; readonly stopRules: readonly string[] };
}

/** Words that are there, each as an optional property; what is missing leaves no key behind. */
const given = <Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } =>
  value === undefined || value === '' ? {} : ({ [key]: value } as { readonly [K in Key]?: string });

const countdownText = (input: WeekSheetInput, words: SheetWords): string | undefined => {
  const { startsOn } = input.week;
  const next = input.races
    .filter((race) => daysBetween(startsOn, race.raceOn) >= 0)
    .toSorted((a, b) => daysBetween(b.raceOn, a.raceOn))
    .at(0);
  if (next === undefined) return undefined;
  return words.countdown(daysBetween(startsOn, next.raceOn), next.name, shortDate(next.raceOn, words.dates));
};

const coachText = ({ coach }: WeekSheetInput, words: SheetWords): string | undefined => {
  const parts = [coach.name, coach.phone ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `${words.coach} ${parts.join(' · ')}`;
};

const layOutBand = (input: WeekSheetInput, words: SheetWords): SheetBand => ({
  athlete: input.athlete.name,
  program: input.program.name,
  week: words.week(input.week.ordinal, input.program.weekCount),
  dates: weekRange(input.week.startsOn, words.dates),
  goal: input.week.goal,
  ...given('countdown', countdownText(input, words)),
  ...given('coach', coachText(input, words)),
  units: `${input.athlete.massUnit} · ${input.athlete.distanceUnit}`,
});

const layOutLine = (
  prescription: Prescription,
  resolved: ResolvedPrescription,
  isUnilateral: boolean,
  unit: MassUnit,
  words: SheetWords,
): SheetLine => ({
  target: targetText(prescription, resolved, isUnilateral, unit, words),
  ...given('plates', platesText(resolved, unit, words)),
  ...given('difference', differenceText(resolved, words)),
  ...given('rest', prescription.restS === undefined ? undefined : restText(prescription.restS, words)),
  ...given('rpeCap', prescription.rpeCap === undefined ? undefined : numberText(prescription.rpeCap, words)),
  setBoxes: prescription.sets,
  why: resolved.explanation,
});

/** What to do without a gym: the same sets of the easier rung, by repetitions or by time. */
const noGymText = ({ slot, noGym }: SheetSlot, words: SheetWords): string | undefined => {
  const [first] = slot.prescriptions;
  if (noGym === undefined || slot.role !== 'main' || first === undefined) return undefined;
  const dose: Prescription =
    noGym.loadMode === 'seconds'
      ? { sets: first.sets, holdS: 30, basis: { kind: 'bodyweight' } }
      : { sets: first.sets, reps: 8, repsTo: 12, basis: { kind: 'bodyweight' } };
  return words.noGym(`${noGym.name} ${setsText(dose, noGym.isUnilateral, words)}`);
};

/**
 * The coach's own word on the prescription; else, for a main lift, the first cue of the exercise. That stands once a week,
 * where the lift first comes: a page holds two sessions.
 */
const cueText = ({ slot, exercise }: SheetSlot, before: readonly SheetSlot[]): string | undefined => {
  const own = slot.prescriptions.find((one) => one.cue !== undefined)?.cue;
  const isRepeated = before.some((row) => row.slot.role === 'main' && row.exercise.name === exercise.name);
  return own ?? (slot.role === 'main' && !isRepeated ? exercise.cues[0] : undefined);
};

const layOutRow = (row: SheetSlot, before: readonly SheetSlot[], unit: MassUnit, words: SheetWords): SheetRow => {
  const { slot, exercise, resolved } = row;
  const [first] = resolved;
  const warmUp =
    slot.role === 'main' && first !== undefined ? warmUpText(first.warmUp, first.unit, unit, words) : undefined;
  return {
    label: slot.label,
    exercise: exercise.name,
    isMain: slot.role === 'main',
    ...given('cue', cueText(row, before)),
    ...given('warmUp', warmUp),
    lines: [
      ...(row.unread === undefined ? [] : [{ target: row.unread, setBoxes: 1, why: [] }]),
      ...slot.prescriptions.flatMap((prescription, index) => {
        const answer = resolved[index];
        return answer === undefined ? [] : [layOutLine(prescription, answer, exercise.isUnilateral, unit, words)];
      }),
    ],
    ...given('noGym', noGymText(row, words)),
  };
};

const layOutPanel = (
  session: SheetSession,
  before: readonly SheetSession[],
  input: WeekSheetInput,
  words: SheetWords,
): SheetPanel => {
  const date = addDays(input.week.startsOn, session.weekday - 1);
  const slotsBefore = before.flatMap(({ slots }) => slots);
  return {
    name: session.name,
    date,
    dateText: `${weekdayName(date, words.dates)} ${shortDate(date, words.dates)}`,
    minutes: words.minutes(session.minutes),
    rows: session.slots.map((slot) => layOutRow(slot, slotsBefore, input.athlete.massUnit, words)),
  };
};

/** Lays out one athlete's week. The same input always gives the same sheet, to the letter. */
export const layOutWeek = (input: WeekSheetInput): WeekSheet => {
  const words = input.words ?? ENGLISH_SHEET;
  const { week, athlete } = input;
  const sessions = week.sessions.toSorted((a, b) => a.weekday - b.weekday);
  return {
    sheetCode: sheetCode(input.program.programId, week.ordinal, input.version),
    version: input.version,
    printedOn: input.printedOn,
    versionText: words.version(input.version, fullDate(input.printedOn, words.dates)),
    weekKind: week.kind,
    band: layOutBand(input, words),
    strip: layOutStrip({
      startsOn: week.startsOn,
      usualWeek: athlete.usualWeek,
      sessions,
      races: input.races,
      distanceUnit: athlete.distanceUnit,
      words,
    }),
    panels: sessions.map((session, index) => layOutPanel(session, sessions.slice(0, index), input, words)),
    footer: { prompts: words.prompts, stopRules: words.stopRules },
  };
};
