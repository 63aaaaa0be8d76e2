import type { Chance } from '../kernel/chance.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import { addDays, dayNumber, daysBetween, fromDayNumber, mondayOf } from '../kernel/plainDate.ts';
import { between, happens, noise, pick, pickWeighted, wholeBetween } from './draws.ts';

type RacePriority = 'A' | 'B' | 'C';

/** A race that was run (with a result) or is to come. Distances in metres, results in seconds. */
export interface SampleRace {
  readonly name: string;
  readonly racedOn: PlainDate;
  readonly distanceM: number;
  readonly priority: RacePriority;
  readonly resultS?: number | undefined;
}

type SeasonWeekKind = 'build' | 'deload' | 'taper' | 'race' | 'recovery' | 'holiday' | 'illness' | 'break';

/** One week of an athlete's running life. */
export interface SeasonWeek {
  readonly startsOn: PlainDate;
  readonly kind: SeasonWeekKind;
  /** Running against the athlete's usual week, 1 = as usual. */
  readonly volume: number;
  /** Years since the first week; fitness moves with it. */
  readonly years: number;
  readonly race: SampleRace | undefined;
}

/** What a season is drawn from. */
export interface SeasonWish {
  readonly firstMonday: PlainDate;
  readonly today: PlainDate;
  /** The distance of the main races, metres. */
  readonly mainDistanceM: number;
  /** Time over ten kilometres at the start, seconds. */
  readonly tenKmS: number;
  /** Part of that time gained a year. */
  readonly gainPerYear: number;
  /** Days before today in which nothing was done (an athlete coming back), from and to; absent for most. */
  readonly breakDays?: { readonly from: number; readonly to: number } | undefined;
}

const PLACES: readonly [string, ...string[]] = [
  'Harbour',
  'Old Mill',
  'Linden',
  'Three Bridges',
  'Riverside',
  'Lighthouse',
  'North Shore',
  'Castle Hill',
  'Orchard',
  'Saltmarsh',
  'Stonebridge',
  'Larchwood',
  'Lake Loop',
  'Canal',
  'Summit',
];

const distanceName = (distanceM: number): string => {
  if (distanceM === 42_195) return 'Marathon';
  if (distanceM === 21_097.5) return 'Half';
  return distanceM > 42_195 ? `Trail ${Math.round(distanceM / 1000)} km` : `${Math.round(distanceM / 1000)} km`;
};

/** Riegel's rule from a ten-kilometre time, with some time lost; a third more on trails. */
const predictedS = (chance: Chance, tenKmS: number, distanceM: number): number => {
  const terrain = distanceM > 42_195 ? 1.35 : 1;
  return Math.round(tenKmS * (distanceM / 10_000) ** 1.065 * terrain * (1 + Math.abs(noise(chance, 0.018))));
};

const racingDistance = (chance: Chance, mainM: number, priority: RacePriority): number => {
  if (priority === 'A') return mainM;
  const half = mainM >= 21_097.5;
  if (priority === 'B') return half ? pick(chance, [21_097.5, 15_000, 10_000]) : pick(chance, [10_000, 5000]);
  return pick(chance, [5000, 10_000]);
};

const sundayOf = (monday: PlainDate): PlainDate => addDays(monday, 6);

interface RacePlan {
  readonly week: number;
  readonly priority: RacePriority;
}

/** About two main races a year, each with a smaller one some weeks before; now and then one just so. */
const planRaces = (chance: Chance, weeks: number): RacePlan[] => {
  const plans: RacePlan[] = [];
  let week = wholeBetween(chance, 10, 22);
  while (week < weeks) {
    plans.push({ week, priority: 'A' });
    if (happens(chance, 0.75)) plans.push({ week: week - wholeBetween(chance, 4, 6), priority: 'B' });
    if (happens(chance, 0.3)) plans.push({ week: week - wholeBetween(chance, 9, 10), priority: 'C' });
    week += wholeBetween(chance, 22, 31);
  }
  return plans.filter((plan) => plan.week >= 2).toSorted((left, right) => left.week - right.week);
};

const raceOf = (chance: Chance, wish: SeasonWish, plan: RacePlan): SampleRace => {
  const racedOn = sundayOf(addDays(wish.firstMonday, plan.week * 7));
  const distanceM = racingDistance(chance, wish.mainDistanceM, plan.priority);
  const name = `${pick(chance, PLACES)} ${distanceName(distanceM)}`;
  const years = plan.week / 52;
  const tenKmS = wish.tenKmS * (1 - wish.gainPerYear) ** years;
  const resultS = predictedS(chance, tenKmS, distanceM);
  const isRun = daysBetween(racedOn, wish.today) > 0 && !isInBreak(wish, racedOn);
  return isRun && !happens(chance, 0.04)
    ? { name, racedOn, distanceM, priority: plan.priority, resultS }
    : { name, racedOn, distanceM, priority: plan.priority };
};

const isInBreak = (wish: SeasonWish, date: PlainDate): boolean => {
  if (wish.breakDays === undefined) return false;
  const ago = daysBetween(date, wish.today);
  return ago <= wish.breakDays.from && ago >= wish.breakDays.to;
};

const VOLUME: Readonly<Record<SeasonWeekKind, readonly [number, number]>> = {
  build: [0.95, 1.12],
  deload: [0.68, 0.8],
  taper: [0.55, 0.75],
  race: [0.45, 0.6],
  recovery: [0.3, 0.55],
  holiday: [0, 0.5],
  illness: [0, 0.25],
  break: [0, 0],
};

const kindFromRaces = (week: number, plans: readonly RacePlan[]): SeasonWeekKind | undefined => {
  for (const plan of plans) {
    const ahead = plan.week - week;
    if (plan.priority === 'A' && ahead === 0) return 'race';
    if (plan.priority === 'A' && (ahead === 1 || ahead === 2)) return 'taper';
    if (plan.priority === 'A' && (ahead === -1 || ahead === -2)) return 'recovery';
    if (plan.priority === 'B' && ahead === 0) return 'race';
  }
  return undefined;
};

const ordinaryKind = (chance: Chance, week: number): SeasonWeekKind =>
  pickWeighted<SeasonWeekKind>(chance, [
    [week % 4 === 3 ? 'deload' : 'build', 93],
    ['holiday', 4],
    ['illness', 3],
  ]);

/** Slow swing of the year: less in midwinter, more towards spring and autumn. */
const yearSwing = (monday: PlainDate): number =>
  1 + 0.08 * Math.sin(((dayNumber(monday) % 365.25) / 365.25) * 4 * Math.PI - 1);

export interface Season {
  /** Oldest first, past and to come. */
  readonly races: readonly SampleRace[];
  /** Weeks from the first one to the week of `today`, oldest first. */
  readonly weeks: readonly SeasonWeek[];
}

const FUTURE_WEEKS = 26;

/** Draws years of training weeks around races: three weeks of building and one lighter, tapers, illness, holidays. */
export const sampleSeason = (chance: Chance, wish: SeasonWish): Season => {
  const pastWeeks = daysBetween(wish.firstMonday, mondayOf(wish.today)) / 7 + 1;
  const plans = planRaces(chance, pastWeeks + FUTURE_WEEKS);
  const races = plans.map((plan) => raceOf(chance, wish, plan));
  const weeks: SeasonWeek[] = [];
  for (let week = 0; week < pastWeeks; week += 1) {
    const startsOn = fromDayNumber(dayNumber(wish.firstMonday) + week * 7);
    const drawn = kindFromRaces(week, plans) ?? ordinaryKind(chance, week);
    const kind = isInBreak(wish, addDays(startsOn, 3)) ? 'break' : drawn;
    const [low, high] = VOLUME[kind];
    const volume = between(chance, low, high) * yearSwing(startsOn);
    const planned = plans.findIndex((plan) => plan.week === week);
    weeks.push({ startsOn, kind, volume, years: week / 52, race: races[planned] });
  }
  return { races, weeks };
};
