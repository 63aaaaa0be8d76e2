import type { Chance } from '../kernel/chance.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { SeasonWeek } from './season.ts';
import type { Story } from './sampleProfile.ts';
import { addDays } from '../kernel/plainDate.ts';
import { happens, noise, pick, wholeBetween } from './draws.ts';
import { roundTo } from '../kernel/quantity.ts';

/** How somebody says they are. Soreness, fatigue, stress and mood from 1 (low) to 5 (high); pain from 0 to 10. */
export interface SampleCheckIn {
  readonly performedOn: PlainDate;
  readonly sleepH: number;
  readonly soreness: number;
  readonly fatigue: number;
  readonly stress: number;
  readonly mood: number;
  readonly painScore?: number | undefined;
  readonly painSite?: string | undefined;
  readonly notes?: string | undefined;
}

const SITES: readonly [string, ...string[]] = [
  'Left Achilles',
  'Right knee',
  'Left calf',
  'Right hip',
  'Lower back',
  'Right shin',
];

const WORDS: readonly [string, ...string[]] = [
  'Legs heavy after the long run.',
  'Best squats so far.',
  'Work is mad this week.',
  'Slept like a stone.',
  'Bit of a cold coming?',
  'Could have done one more rep everywhere.',
];

const fivefold = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));

interface Strain {
  readonly soreness: number;
  readonly fatigue: number;
}

const STRAIN: Readonly<Record<SeasonWeek['kind'], Strain>> = {
  build: { soreness: 2.6, fatigue: 2.8 },
  deload: { soreness: 1.9, fatigue: 2.1 },
  taper: { soreness: 1.8, fatigue: 2 },
  race: { soreness: 2.4, fatigue: 2.4 },
  recovery: { soreness: 3.2, fatigue: 3 },
  holiday: { soreness: 1.6, fatigue: 1.8 },
  illness: { soreness: 2.2, fatigue: 4.1 },
  break: { soreness: 1.5, fatigue: 2 },
};

/** A check-in of one day as the week allows. */
export const checkInOn = (chance: Chance, performedOn: PlainDate, kind: SeasonWeek['kind']): SampleCheckIn => {
  const strain = STRAIN[kind];
  const stress = fivefold(2.5 + noise(chance, 0.9));
  const fatigue = fivefold(strain.fatigue + noise(chance, 0.8));
  const base = {
    performedOn,
    sleepH: roundTo(Math.min(10, Math.max(3.5, 7.3 - (stress - 2.5) * 0.3 + noise(chance, 0.8))) * 2, 0) / 2,
    soreness: fivefold(strain.soreness + noise(chance, 0.8)),
    fatigue,
    stress,
    mood: fivefold(4.6 - (fatigue + stress) * 0.25 + noise(chance, 0.7)),
    ...(happens(chance, 0.15) ? { notes: pick(chance, WORDS) } : {}),
  };
  if (!happens(chance, 0.04)) return happens(chance, 0.5) ? { ...base, painScore: 0 } : base;
  return { ...base, painScore: wholeBetween(chance, 1, 3), painSite: pick(chance, SITES) };
};

/** A pain that came a few days ago and got worse: what the roster must show first. */
const painStory = (chance: Chance, lastDay: PlainDate): SampleCheckIn[] => {
  const painSite = pick(chance, SITES);
  return [6, 3, 1].map((daysAgo, index) => ({
    ...checkInOn(chance, addDays(lastDay, -daysAgo), 'build'),
    painScore: 3 + index + (happens(chance, 0.4) ? 1 : 0),
    painSite,
    notes:
      index === 2 ? 'Worse on the stairs in the morning, warms up after 2 km.' : 'Noticed it when running downhill.',
  }));
};

interface CheckInWish {
  readonly story: Story;
  readonly weeks: readonly SeasonWeek[];
  readonly lastDay: PlainDate;
}

const RECENT_WEEKS = 26;

/** Check-ins, oldest first: one a week, in the last half year often two. Nothing after `lastDay`. */
export const sampleCheckIns = (chance: Chance, { story, weeks, lastDay }: CheckInWish): SampleCheckIn[] => {
  const pain = story === 'pain' ? painStory(chance, lastDay) : [];
  const firstPainDay = pain[0]?.performedOn ?? addDays(lastDay, 1);
  const list: SampleCheckIn[] = [];
  for (const [index, week] of weeks.entries()) {
    const isRecent = weeks.length - index <= RECENT_WEEKS;
    for (const weekday of isRecent ? [0, 3] : [0]) {
      const performedOn = addDays(week.startsOn, weekday);
      if (performedOn > lastDay || performedOn >= firstPainDay || !happens(chance, isRecent ? 0.75 : 0.6)) continue;
      list.push(checkInOn(chance, performedOn, week.kind));
    }
  }
  return [...list, ...pain];
};
