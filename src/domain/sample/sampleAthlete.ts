import type { AthleteDetails } from '../athletes/athlete.ts';
import type { Chance } from '../kernel/chance.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { AnsweredCheckIn, SampleHealthReport } from './sampleWellness.ts';
import type { SampleLiftSession } from './sampleLifts.ts';
import type { SampleProfile, Story } from './sampleProfile.ts';
import type { SampleRace } from './season.ts';
import type { SampleRun } from './sampleRuns.ts';
import { addDays, mondayOf } from '../kernel/plainDate.ts';
import { chanceFrom } from '../kernel/chance.ts';
import { happens, noise, pick, wholeBetween } from './draws.ts';
import { liftingYears } from './sampleLifts.ts';
import { roundTo } from '../kernel/quantity.ts';
import { sampleCheckIns } from './sampleCheckIns.ts';
import { sampleName } from './names.ts';
import { sampleProfile, storyOf } from './sampleProfile.ts';
import { sampleRunsOfWeek } from './sampleRuns.ts';
import { sampleSeason } from './season.ts';
import { sampleWellness } from './sampleWellness.ts';

interface SampleWeighIn {
  readonly measuredOn: PlainDate;
  readonly massKg: number;
}

interface SampleNote {
  readonly writtenOn: PlainDate;
  readonly text: string;
}

/** One athlete of the sample with all their data, oldest first everywhere. Nothing done is after `today`. */
export interface SampleAthlete {
  readonly story: Story;
  readonly details: AthleteDetails;
  readonly archivedOn?: PlainDate | undefined;
  readonly lastContactOn?: PlainDate | undefined;
  readonly bodyMasses: readonly SampleWeighIn[];
  /** Past and to come; only past ones have results. */
  readonly races: readonly SampleRace[];
  readonly runs: readonly SampleRun[];
  readonly liftSessions: readonly SampleLiftSession[];
  readonly checkIns: readonly AnsweredCheckIn[];
  /** Weekly health questions. */
  readonly healthReports: readonly SampleHealthReport[];
  readonly notes: readonly SampleNote[];
  /** The Monday from which a start ramp should be assigned; absent when none should. Weeks 2 to 12 of it are around `today`. */
  readonly programStartsOn?: PlainDate | undefined;
  /** For drawing how the program's past weeks were lifted, once it is laid out. */
  readonly planSeed: number;
}

export interface SampleWish {
  readonly athletes: number;
  readonly years: number;
  readonly seed: number;
  readonly today: PlainDate;
}

const COACH_NOTES: readonly [string, ...string[]] = [
  'Called: feels strong, wants more hills.',
  'Moved the second lift to Friday.',
  'Video of squats: depth is good, knees drift in on the last rep.',
  'Slept badly this week, kept loads where they were.',
  'Long chat about fuelling the long run.',
  'Asked for a plan on paper.',
  'New shoes, calves a little tight.',
];

const weighIns = (
  chance: Chance,
  profile: SampleProfile,
  firstMonday: PlainDate,
  today: PlainDate,
): SampleWeighIn[] => {
  const list: SampleWeighIn[] = [];
  let massKg = profile.bodyMassKg + noise(chance, 0.8);
  let measuredOn = addDays(firstMonday, wholeBetween(chance, 0, 20));
  while (measuredOn <= today) {
    list.push({ measuredOn, massKg: roundTo(massKg, 1) });
    massKg += (profile.bodyMassKg - massKg) * 0.3 + noise(chance, 0.5);
    measuredOn = addDays(measuredOn, wholeBetween(chance, 20, 60));
  }
  return list;
};

const coachNotes = (chance: Chance, firstMonday: PlainDate, today: PlainDate): SampleNote[] => {
  const notes: SampleNote[] = [];
  let writtenOn = addDays(firstMonday, wholeBetween(chance, 5, 60));
  while (writtenOn <= today) {
    notes.push({ writtenOn, text: pick(chance, COACH_NOTES) });
    writtenOn = addDays(writtenOn, wholeBetween(chance, 30, 150));
  }
  return notes;
};

const programMonday = (chance: Chance, story: Story, today: PlainDate): PlainDate | undefined => {
  if (story === 'archived' || story === 'noData') return undefined;
  if (story === 'ordinary' && happens(chance, 0.08)) return undefined;
  const thisMonday = mondayOf(today);
  // Somebody in pain has a session ahead that has to be thought about.
  const weeksIn = story === 'returning' ? 1 : wholeBetween(chance, 1, story === 'pain' ? 4 : 11);
  return addDays(thisMonday, -7 * weeksIn);
};

const lastContact = (chance: Chance, story: Story, today: PlainDate): PlainDate | undefined => {
  if (story === 'noData') return undefined;
  if (story === 'missedLifts') return addDays(today, -wholeBetween(chance, 20, 45));
  return addDays(today, -(happens(chance, 0.8) ? wholeBetween(chance, 0, 12) : wholeBetween(chance, 13, 50)));
};

const emptyAthlete = (profile: SampleProfile): SampleAthlete => ({
  story: profile.story,
  details: { ...profile.details, notes: 'Joined this week; nothing recorded yet.' },
  bodyMasses: [],
  races: [],
  runs: [],
  liftSessions: [],
  checkIns: [],
  healthReports: [],
  notes: [],
  planSeed: 0,
});

const MOST_SEED = 2 ** 31 - 1;

interface Days {
  readonly firstMonday: PlainDate;
  readonly today: PlainDate;
}

const trainedAthlete = (chance: Chance, profile: SampleProfile, { firstMonday, today }: Days): SampleAthlete => {
  const { story } = profile;
  const archivedOn = story === 'archived' ? addDays(today, -wholeBetween(chance, 30, 120)) : undefined;
  const lastDay = archivedOn ?? today;
  const season = sampleSeason(chance, {
    firstMonday,
    today: lastDay,
    mainDistanceM: profile.mainDistanceM,
    tenKmS: profile.tenKmS,
    gainPerYear: profile.runner.gainPerYear,
    breakDays: story === 'returning' ? { from: wholeBetween(chance, 70, 120), to: 14 } : undefined,
  });
  const lift = liftingYears(chance, profile.lifter, season.weeks.length);
  const runs: SampleRun[] = [];
  const liftSessions: SampleLiftSession[] = [];
  for (const week of season.weeks) {
    if (story !== 'liftsOnly')
      for (const run of sampleRunsOfWeek(chance, profile.runner, week, lastDay)) runs.push(run);
    for (const session of lift(week, lastDay)) liftSessions.push(session);
  }
  const person = {
    story,
    details: profile.details,
    archivedOn,
    lastContactOn: archivedOn ?? lastContact(chance, story, today),
    bodyMasses: weighIns(chance, profile, firstMonday, lastDay),
    races:
      story === 'liftsOnly' ? [] : season.races.filter((race) => archivedOn === undefined || race.racedOn < archivedOn),
    runs,
    liftSessions,
    checkIns: sampleCheckIns(chance, { story, weeks: season.weeks, lastDay }),
    notes: coachNotes(chance, firstMonday, lastDay),
    programStartsOn: programMonday(chance, story, today),
  };
  const wellness = sampleWellness(chance, { story, checkIns: person.checkIns, lastDay });
  return { ...person, ...wellness, planSeed: wholeBetween(chance, 1, MOST_SEED) };
};

/** Spreads a seed and an index over 32 bits, so that athletes do not resemble their neighbours. */
const seedOf = (seed: number, index: number): number =>
  Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(index + 1, 0xc2b2ae35);

/**
 * A lifelike roster, one athlete at a time, so that years of many athletes never stand in memory together. The same wish
 * gives the same roster. The first eight athletes show every story once, as far as there are that many.
 */
export function* sampleAthletes(wish: SampleWish): Generator<SampleAthlete, void, undefined> {
  const firstMonday = mondayOf(addDays(wish.today, -Math.round(wish.years * 365.25)));
  const taken = new Set<string>();
  for (let index = 0; index < wish.athletes; index += 1) {
    const chance = chanceFrom(seedOf(wish.seed, index));
    const who = sampleName(chance, taken);
    taken.add(who.name);
    const profile = sampleProfile(chance, who, storyOf(chance, index), wish.today);
    yield profile.story === 'noData'
      ? emptyAthlete(profile)
      : trainedAthlete(chance, profile, { firstMonday, today: wish.today });
  }
}
