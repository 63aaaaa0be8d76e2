import { addDays, type PlainDate } from '../kernel/plainDate.ts';
import { massIn, distanceIn, type DistanceUnit, type MassUnit } from '../kernel/quantity.ts';
import type { ChangeWords } from '../strength/strengthChange.ts';
import { fullDate, shortDate } from './dateText.ts';
import { given } from './given.ts';
import { numberText } from './sheetText.ts';
import { ENGLISH_SHEET, type SheetWords } from './sheetWords.ts';
import { coachText, type SheetCoach } from './weekSheet.ts';

/** An estimate with its 90 % interval. */
export interface SeasonEstimate {
  readonly on: PlainDate;
  readonly trendKg: number;
  readonly lowKg: number;
  readonly highKg: number;
}

export interface SeasonLift {
  readonly exercise: string;
  readonly start: SeasonEstimate;
  readonly now: SeasonEstimate;
  readonly verdict?: ChangeWords | undefined;
}

export interface SeasonRace {
  readonly name: string;
  readonly racedOn: PlainDate;
  readonly priority: string;
  readonly resultS?: number | undefined;
}

export interface SeasonInput {
  readonly athlete: { readonly name: string; readonly massUnit: MassUnit; readonly distanceUnit: DistanceUnit };
  /** Mondays of the first and the last week. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly weekCount: number;
  readonly weeksLifted: number;
  readonly sessions: number;
  readonly hardSets: number;
  readonly runs: number;
  readonly distanceM: number;
  readonly lifts: readonly SeasonLift[];
  readonly races: readonly SeasonRace[];
  readonly coach: SheetCoach;
  readonly words?: SheetWords | undefined;
}

export interface SeasonContent {
  readonly athlete: string;
  readonly dates: string;
  readonly coach?: string | undefined;
  readonly massUnit: MassUnit;
  readonly distanceUnit: DistanceUnit;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly lifts: readonly {
    readonly exercise: string;
    /** `88 kg (82–94), 1 Dec` */
    readonly start: string;
    readonly now: string;
    readonly change: string;
    readonly verdict?: string | undefined;
  }[];
  readonly races: readonly {
    readonly name: string;
    readonly dateText: string;
    readonly priority: string;
    readonly result: string;
  }[];
}

const estimateText = ({ on, ...estimate }: SeasonEstimate, unit: MassUnit, words: SheetWords): string => {
  const whole = (massKg: number): string => numberText(massIn(unit, massKg), words, 0);
  return `${whole(estimate.trendKg)} ${unit} (${whole(estimate.lowKg)}–${whole(estimate.highKg)}), ${shortDate(on, words.dates)}`;
};

const signed = (percent: number, words: SheetWords): string => {
  const text = numberText(Math.abs(percent), words, 1);
  return `${text === '0' ? '±' : percent > 0 ? '+' : '−'}${text} %`;
};

const SECONDS_A_MINUTE = 60;

/** `1:23:45`, `23:45` */
const clockText = (durationS: number): string => {
  const total = Math.round(durationS);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor((total % 3600) / SECONDS_A_MINUTE)];
  const rest = two(total % SECONDS_A_MINUTE);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
};

/** The season page (sheets.md, layout 6): how strong at its start and now, how much was lifted and run, and the races. */
export const layOutSeason = (input: SeasonInput): SeasonContent => {
  const words = input.words ?? ENGLISH_SHEET;
  const { massUnit, distanceUnit, name } = input.athlete;
  const { season } = words;
  return {
    athlete: name,
    dates: `${fullDate(input.from, words.dates)} – ${fullDate(addDays(input.to, 6), words.dates)}`,
    ...given('coach', coachText(input.coach, words)),
    massUnit,
    distanceUnit,
    facts: [
      { name: season.weeksLifted, value: season.of(input.weeksLifted, input.weekCount) },
      { name: season.sessions, value: String(input.sessions) },
      { name: season.hardSets, value: String(input.hardSets) },
      { name: season.runs, value: String(input.runs) },
      { name: season.distance, value: `${Math.round(distanceIn(distanceUnit, input.distanceM))} ${distanceUnit}` },
    ],
    lifts: input.lifts.map(({ exercise, start, now, verdict }) => ({
      exercise,
      start: estimateText(start, massUnit, words),
      now: estimateText(now, massUnit, words),
      change: signed(100 * (now.trendKg / start.trendKg - 1), words),
      ...given('verdict', verdict === undefined ? undefined : season.verdicts[verdict]),
    })),
    races: input.races.map(({ name: race, racedOn, priority, resultS }) => ({
      name: race,
      dateText: fullDate(racedOn, words.dates),
      priority,
      result: resultS === undefined ? '' : clockText(resultS),
    })),
  };
};
