import type { Chance } from '../kernel/chance.ts';
import { addDays, mondayOf, type PlainDate } from '../kernel/plainDate.ts';
import type { OstrcVersion } from '../wellness/ostrc.ts';
import type { PainRegion } from '../wellness/substitution.ts';
import type { Illness } from '../wellness/trafficLight.ts';
import { happens, noise } from './draws.ts';
import { checkInOn, type SampleCheckIn } from './sampleCheckIns.ts';
import type { Story } from './sampleProfile.ts';

/** A check-in of somebody who answers the daily questions too. Hooper items from 1 (very good) to 7 (very bad). */
export interface AnsweredCheckIn extends SampleCheckIn {
  readonly hooperSleep?: number | undefined;
  readonly hooperFatigue?: number | undefined;
  readonly hooperStress?: number | undefined;
  readonly hooperSoreness?: number | undefined;
  readonly illness?: Illness | undefined;
  readonly painRegion?: PainRegion | undefined;
  readonly painNextMorning?: number | undefined;
}

/** The weekly health questions of one week, in the version with a gatekeeper. */
export interface SampleHealthReport {
  readonly weekStartsOn: PlainDate;
  readonly version: OstrcVersion;
  readonly answers: readonly number[];
}

interface WellnessWish {
  readonly story: Story;
  readonly checkIns: readonly SampleCheckIn[];
  readonly lastDay: PlainDate;
}

interface SampleWellness {
  readonly checkIns: readonly AnsweredCheckIn[];
  /** Oldest first. */
  readonly healthReports: readonly SampleHealthReport[];
}

const REGIONS: Readonly<Record<string, PainRegion>> = {
  'Left Achilles': 'A',
  'Right knee': 'K',
  'Left calf': 'A',
  'Right hip': 'G',
  'Lower back': 'L',
  'Right shin': 'A',
};

const DAILY_DAYS = 42;
const REPORT_WEEKS = 8;

const sevenfold = (value: number): number => Math.min(7, Math.max(1, Math.round(value)));

const answered = (chance: Chance, checkIn: SampleCheckIn): AnsweredCheckIn => ({
  ...checkIn,
  hooperSleep: sevenfold(9.6 - checkIn.sleepH + noise(chance, 0.4)),
  hooperFatigue: sevenfold(checkIn.fatigue + noise(chance, 0.5)),
  hooperStress: sevenfold(checkIn.stress + noise(chance, 0.5)),
  hooperSoreness: sevenfold(checkIn.soreness + noise(chance, 0.5)),
  illness: happens(chance, 0.04) ? 'aboveNeck' : 'none',
});

const withRegion = (chance: Chance, checkIn: AnsweredCheckIn): AnsweredCheckIn =>
  checkIn.painSite === undefined || checkIn.painScore === undefined
    ? checkIn
    : {
        ...checkIn,
        painRegion: REGIONS[checkIn.painSite],
        painNextMorning: Math.max(0, checkIn.painScore - (happens(chance, 0.6) ? 2 : 3)),
      };

const painlessOn = (chance: Chance, day: PlainDate): SampleCheckIn => ({
  ...checkInOn(chance, day, 'build'),
  painScore: undefined,
  painSite: undefined,
});

/** A report on most of the last days, also on those on which the coach had none. */
const dailyReports = (chance: Chance, { story, checkIns, lastDay }: WellnessWish): AnsweredCheckIn[] => {
  const from = addDays(lastDay, -DAILY_DAYS);
  const byDay = new Map(checkIns.map((one) => [one.performedOn, one]));
  // A story of pain is told by its own reports: nothing comes after them.
  const end = story === 'pain' ? (checkIns.at(-1)?.performedOn ?? lastDay) : lastDay;
  const list: AnsweredCheckIn[] = checkIns.filter((one) => one.performedOn < from);
  for (let day = from; day <= end; day = addDays(day, 1)) {
    const reported = byDay.get(day) ?? (happens(chance, 0.8) ? painlessOn(chance, day) : undefined);
    if (reported !== undefined) list.push(answered(chance, reported));
  }
  return list;
};

const answersOf = (chance: Chance, story: Story, weeksAgo: number): readonly number[] => {
  if (story === 'pain' && weeksAgo === 1) return [1, 2, 1, 2];
  if (story === 'pain' && weeksAgo === 2) return [1, 1, 1, 1];
  return happens(chance, 0.85) ? [0] : [1, happens(chance, 0.4) ? 1 : 0, 1, 1];
};

const weeklyReports = (chance: Chance, { story, lastDay }: WellnessWish): SampleHealthReport[] => {
  const thisMonday = mondayOf(lastDay);
  return Array.from({ length: REPORT_WEEKS }, (_, index) => REPORT_WEEKS - index).flatMap((weeksAgo) =>
    happens(chance, 0.9) || story === 'pain'
      ? [
          {
            weekStartsOn: addDays(thisMonday, -7 * weeksAgo),
            version: 'H2' as const,
            answers: answersOf(chance, story, weeksAgo),
          },
        ]
      : [],
  );
};

/** Makes some athletes answer the daily and the weekly questions; the others keep their check-ins as they are. */
export const sampleWellness = (chance: Chance, wish: WellnessWish): SampleWellness => {
  const isDaily = wish.story === 'pain' || happens(chance, 0.45);
  const checkIns = isDaily ? dailyReports(chance, wish) : wish.checkIns;
  return {
    checkIns: checkIns.map((one) => withRegion(chance, one)),
    healthReports: isDaily ? weeklyReports(chance, wish) : [],
  };
};
