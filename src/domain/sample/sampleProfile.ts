import type { AthleteDetails, Gym, RunKind, UsualDay } from '../athletes/athlete.ts';
import type { Chance } from '../kernel/chance.ts';
import type { EntryClass } from '../programs/program.ts';
import type { GymKind, Lifter } from './sampleLifts.ts';
import type { PlainDate, Weekday } from '../kernel/plainDate.ts';
import type { Runner } from './sampleRuns.ts';
import type { SampleName } from './names.ts';
import { between, happens, pick, pickWeighted, wholeBetween } from './draws.ts';
import { roundTo } from '../kernel/quantity.ts';
import { standardGym } from '../athletes/athlete.ts';
import { WEEKDAYS } from '../kernel/plainDate.ts';

/** What is worth noticing about an athlete; most are `ordinary`. */
export const STORIES = [
  'ordinary',
  'plateau',
  'pain',
  'missedLifts',
  'returning',
  'archived',
  'noData',
  'liftsOnly',
] as const;

export type Story = (typeof STORIES)[number];

/** An athlete before the years are drawn. */
export interface SampleProfile {
  readonly story: Story;
  readonly details: AthleteDetails;
  readonly runner: Runner;
  readonly lifter: Lifter;
  readonly mainDistanceM: number;
  readonly tenKmS: number;
  readonly bodyMassKg: number;
}

/** The first athletes show every story once; after them most are ordinary. */
export const storyOf = (chance: Chance, index: number): Story => {
  const drawn = pickWeighted<Story>(chance, [
    ['ordinary', 80],
    ['plateau', 4],
    ['pain', 4],
    ['missedLifts', 4],
    ['returning', 3],
    ['archived', 2],
    ['noData', 1],
    ['liftsOnly', 2],
  ]);
  if (index === 0) return 'ordinary';
  return STORIES[index] ?? drawn;
};

const RUN_DAYS: Readonly<Record<number, readonly (readonly [Weekday, RunKind])[]>> = {
  3: [
    [2, 'quality'],
    [5, 'easy'],
    [7, 'long'],
  ],
  4: [
    [2, 'quality'],
    [3, 'easy'],
    [5, 'easy'],
    [7, 'long'],
  ],
  5: [
    [2, 'quality'],
    [3, 'easy'],
    [5, 'easy'],
    [6, 'easy'],
    [7, 'long'],
  ],
  6: [
    [1, 'easy'],
    [2, 'quality'],
    [3, 'easy'],
    [5, 'quality'],
    [6, 'easy'],
    [7, 'long'],
  ],
  7: [
    [1, 'easy'],
    [2, 'quality'],
    [3, 'easy'],
    [4, 'easy'],
    [5, 'quality'],
    [6, 'easy'],
    [7, 'long'],
  ],
};

const SHARE: Readonly<Record<RunKind, number>> = { rest: 0, easy: 1, quality: 1.15, long: 1.9 };

const usualWeekOf = (chance: Chance, runsPerWeek: number, weeklyKm: number): UsualDay[] => {
  const days = new Map(RUN_DAYS[runsPerWeek] ?? RUN_DAYS[4]);
  const shares = Array.from(days.values(), (run) => SHARE[run]).reduce((sum, share) => sum + share, 0);
  return WEEKDAYS.map((weekday) => {
    const run = days.get(weekday) ?? 'rest';
    const liftMinutes = happens(chance, 0.12) && run !== 'rest' ? 0 : pick(chance, [45, 60, 60, 75]);
    if (run === 'rest') return { weekday, run, liftMinutes };
    const distanceM = Math.round(((weeklyKm * SHARE[run]) / shares) * 2) * 500;
    return { weekday, run, distanceM: Math.max(3000, distanceM), liftMinutes };
  });
};

const gymOf = (kind: GymKind, unit: 'kg' | 'lb'): Gym => {
  const standard = standardGym(unit);
  if (kind === 'none') return { unit, bar: standard.bar, plates: [], equipment: [] };
  if (kind === 'home') return { unit, bar: standard.bar, plates: [], equipment: ['db', 'kb', 'band', 'bench', 'step'] };
  if (kind === 'rack') return standard;
  return { ...standard, equipment: [...standard.equipment, 'trap bar', 'cable', 'smith', 'landmine', 'band', 'plate'] };
};

const GROUP_BY_DISTANCE: readonly (readonly [number, string])[] = [
  [5000, 'Track'],
  [10_000, 'Track'],
  [21_097.5, 'Half'],
  [42_195, 'Marathon'],
  [50_000, 'Trail'],
];

const groupsOf = (chance: Chance, age: number, mainDistanceM: number): string[] => {
  const byDistance = GROUP_BY_DISTANCE.find(([distance]) => distance === mainDistanceM)?.[1] ?? 'Marathon';
  const groups = [byDistance];
  if (age >= 40) groups.push('Masters');
  if (age < 20) groups.push('U20');
  if (happens(chance, 0.1)) groups.push('Tuesday club');
  return groups;
};

const TAGS = [
  'new to lifting',
  'night shifts',
  'travels a lot',
  'remote',
  'pays quarterly',
  'likes plain plans',
  'ex-rower',
  'desk job',
  'Achilles history',
  'low bone density',
] as const;

const tagsOf = (chance: Chance): string[] => TAGS.filter(() => happens(chance, 0.08));

const NOTES: readonly [string, ...string[]] = [
  '',
  '',
  'Prefers mornings. Gym is ten minutes from work.',
  'Keeps easy days easy if reminded.',
  'Wants to be stronger on the hills by autumn.',
  'Never lift the day before the long run.',
  'Answers messages on Sundays only.',
];

const mailOf = (name: string): string =>
  `${name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]+/gu, '.')
    .replace(/^\.|\.$/gu, '')}@example.org`;

const liftDaysOf = (chance: Chance, usualWeek: readonly UsualDay[], count: number): Weekday[] => {
  const wanted: readonly Weekday[] = happens(chance, 0.5) ? [2, 5, 4, 3, 1] : [1, 4, 3, 5, 2];
  const possible = wanted.filter((weekday) => (usualWeek[weekday - 1]?.liftMinutes ?? 0) > 0);
  return possible.slice(0, count).toSorted((left, right) => left - right);
};

const ENTRY_STRENGTH: Readonly<Record<EntryClass, readonly [number, number]>> = {
  A: [0.6, 0.85],
  B: [0.8, 1.05],
  C: [1, 1.35],
};

const gymKindOf = (chance: Chance): GymKind =>
  pickWeighted<GymKind>(chance, [
    ['rack', 45],
    ['full', 27],
    ['home', 18],
    ['none', 10],
  ]);

const bodyMassOf = (chance: Chance, sex: string): number =>
  roundTo(sex === 'female' ? between(chance, 47, 72) : between(chance, 57, 90), 1);

const lifterOf = (
  chance: Chance,
  story: Story,
  base: Pick<Lifter, 'gymKind' | 'massUnit' | 'bodyMassKg' | 'weekdays' | 'usualHour'>,
  entryClass: EntryClass,
): Lifter => {
  const startRatio = between(chance, ...ENTRY_STRENGTH[entryClass]);
  return {
    ...base,
    startRatio,
    ceilingRatio: startRatio + between(chance, 0.25, 0.6),
    reliability: between(chance, 0.78, 0.97),
    logsWarmups: happens(chance, 0.25),
    logsRpe: happens(chance, 0.7),
    restraint: wholeBetween(chance, 1, 3),
    plateauWeeks: story === 'plateau' ? wholeBetween(chance, 10, 16) : 0,
    missedWeeks: story === 'missedLifts' ? wholeBetween(chance, 4, 6) : 0,
  };
};

const drawRunner = (chance: Chance, usualWeek: readonly UsualDay[], easyPaceS: number, age: number): Runner => ({
  usualWeek,
  easyPaceS,
  gainPerYear: between(chance, -0.004, 0.022),
  restingHr: wholeBetween(chance, 42, 62),
  maxHr: Math.round(211 - 0.64 * age + between(chance, -8, 8)),
  hasHrStrap: happens(chance, 0.85),
  usualHour: pick(chance, [6, 6, 7, 12, 17, 18]),
  reliability: between(chance, 0.9, 0.995),
});

const ageOf = (chance: Chance): number =>
  happens(chance, 0.06) ? wholeBetween(chance, 16, 19) : wholeBetween(chance, 20, happens(chance, 0.35) ? 66 : 44);

const liftsPerWeek = (chance: Chance, story: Story): number => {
  const drawn = happens(chance, 0.82) ? 2 : 1;
  if (story === 'liftsOnly') return 3;
  return story === 'ordinary' ? drawn : 2;
};

/** Draws who somebody is, how they run and how they lift. */
export const sampleProfile = (chance: Chance, who: SampleName, story: Story, today: PlainDate): SampleProfile => {
  const age = ageOf(chance);
  const isAmerican = who.timeZone.startsWith('America/') && !/Mexico|Bogota|Sao_Paulo|Montreal/u.test(who.timeZone);
  const isBritish = who.timeZone === 'Europe/London';
  const massUnit = isAmerican ? 'lb' : 'kg';
  const easyPaceS = between(chance, 262, 395) + (age > 50 ? 25 : 0);
  const mainDistanceM = pick(chance, [42_195, 42_195, 21_097.5, 21_097.5, 10_000, 5000, 50_000]);
  const runsPerWeek = pickWeighted(chance, [
    [3, 2],
    [4, 6],
    [5, 20],
    [6, 40],
    [7, 32],
  ] as const);
  const weeklyKm = runsPerWeek * between(chance, 7.5, 12.5);
  const usualWeek = usualWeekOf(chance, story === 'liftsOnly' ? 3 : runsPerWeek, weeklyKm);
  const gymKind = story === 'ordinary' ? gymKindOf(chance) : 'full';
  const entryClass = pickWeighted<EntryClass>(chance, [
    ['A', 35],
    ['B', 35],
    ['C', 30],
  ]);
  const bodyMassKg = bodyMassOf(chance, who.sex);
  const liftDays = liftDaysOf(chance, usualWeek, liftsPerWeek(chance, story));
  const details: AthleteDetails = {
    name: who.name,
    sex: who.sex,
    birthYear: Number(today.slice(0, 4)) - age,
    entryClass,
    massUnit,
    distanceUnit: isAmerican || isBritish ? 'mi' : 'km',
    timeZone: who.timeZone,
    ...(happens(chance, 0.5) ? { phone: `+1 555 01${wholeBetween(chance, 10, 99)}` } : {}),
    ...(happens(chance, 0.8) ? { email: mailOf(who.name) } : {}),
    groups: groupsOf(chance, age, mainDistanceM),
    tags: tagsOf(chance),
    notes: pick(chance, NOTES),
    gym: gymOf(gymKind, massUnit),
    usualWeek:
      story === 'liftsOnly'
        ? usualWeek.map(({ weekday, liftMinutes }) => ({ weekday, run: 'rest' as const, liftMinutes }))
        : usualWeek,
  };
  const base = {
    gymKind,
    massUnit,
    bodyMassKg,
    weekdays: liftDays,
    usualHour: pick(chance, [7, 12, 17, 18, 19]),
  } as const;
  return {
    story,
    details,
    runner: drawRunner(chance, usualWeek, easyPaceS, age),
    lifter: lifterOf(chance, story, base, entryClass),
    mainDistanceM,
    tenKmS: Math.round(easyPaceS * 7.9),
    bodyMassKg,
  };
};
