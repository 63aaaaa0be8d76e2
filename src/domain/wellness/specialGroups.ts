import { ageIn } from '../athletes/recovery.ts';
import { addDays, type PlainDate } from '../kernel/plainDate.ts';
import type { EntryClass } from '../programs/program.ts';

export const MATERNITIES = ['pregnant', 'postpartum'] as const;

/** Something for a clinician to clear before any lifting, such as high blood pressure or a recent operation. */
export interface Condition {
  readonly name: string;
  readonly clearedOn?: PlainDate | undefined;
}

/** What an athlete has told the coach of their health; all of it may be unknown. */
export interface HealthFacts {
  readonly maternity?: (typeof MATERNITIES)[number] | undefined;
  /** A clinician allowed lifting in this pregnancy, or after this birth. */
  readonly maternityClearedOn?: PlainDate | undefined;
  readonly gaveBirthOn?: PlainDate | undefined;
  /** A parent or guardian agreed; of those under 18. */
  readonly guardianConsentOn?: PlainDate | undefined;
  /** Growing 0.6 cm a month or more. */
  readonly isGrowingFast: boolean;
  readonly conditions: readonly Condition[];
}

export const GUARD_GROUPS = ['youth', 'novice', 'masters', 'pregnancy', 'postpartum', 'referFirst'] as const;

export type GuardGroup = (typeof GUARD_GROUPS)[number];

/** What a rail demands of a program. What it does not say, it does not limit. */
export interface GuardEffects {
  /** No set above this RPE. */
  readonly rpeCap?: number | undefined;
  /** No set above this share of the maximum, a fraction of 1. */
  readonly maxFraction?: number | undefined;
  readonly leastReps?: number | undefined;
  readonly mostReps?: number | undefined;
  /** Sets an exercise. */
  readonly mostSets?: number | undefined;
  /** From one lower-body lift to the next. */
  readonly leastHoursBetweenLowerLifts?: number | undefined;
  readonly noMaxTests?: boolean | undefined;
  /** No jumps. */
  readonly noImpact?: boolean | undefined;
  /** Share of the usual jumps, a fraction of 1. */
  readonly impactFraction?: number | undefined;
  readonly moreDeloads?: number | undefined;
  /** Nothing is lifted before a clinician has said so. */
  readonly needsClearance?: boolean | undefined;
  readonly needsConsent?: boolean | undefined;
}

/** A limit that comes with the athlete, not with the program (R8.6). */
export interface GuardRail {
  readonly id: string;
  readonly group: GuardGroup;
  readonly rule: string;
  readonly effects: GuardEffects;
}

export interface GuardedAthlete {
  readonly today: PlainDate;
  readonly birthYear?: number | undefined;
  readonly entryClass: EntryClass;
  /** Weeks since the first program began, the first one 1; without it the athlete is taken for a beginner of it. */
  readonly weekOfLifting?: number | undefined;
  readonly health?: HealthFacts | undefined;
}

const NOVICE_WEEKS = 8;
const CALIBRATION_WEEK = 6;
/** About twelve weeks after a birth before running and jumps. */
const BIRTH_DAYS = 84;

/** Whole years by the end of this year: whoever may still be 17, or may be 50 already, counts as such. */
const ages = (athlete: GuardedAthlete): { least: number; most: number } | undefined => {
  const most = ageIn(athlete, athlete.today);
  return most === undefined ? undefined : { least: most - 1, most };
};

const youthRails = ({ entryClass, health }: GuardedAthlete): readonly GuardRail[] => [
  {
    id: 'youth-supervision',
    group: 'youth',
    rule: 'A qualified coach watches every lift; technique comes before load.',
    effects: {},
  },
  ...(health?.guardianConsentOn === undefined
    ? [
        {
          id: 'youth-consent',
          group: 'youth' as const,
          rule: 'A parent or guardian has to agree; no consent is on record.',
          effects: { needsConsent: true },
        },
      ]
    : []),
  {
    id: 'youth-dose',
    group: 'youth',
    rule: 'From 1–2 sets of 8–12 to 2–4 sets of 6–10, on two or three days that do not follow each other.',
    effects: { leastReps: 6, mostReps: 12, mostSets: 4, leastHoursBetweenLowerLifts: 48 },
  },
  {
    id: 'youth-load',
    group: 'youth',
    rule: 'At most 80–85 % of the maximum, and only after six months of good technique.',
    effects: { maxFraction: entryClass === 'C' ? 0.85 : 0.8 },
  },
  {
    id: 'youth-no-max',
    group: 'youth',
    rule: 'No test of the maximum: estimate from sets of five or more.',
    effects: { noMaxTests: true },
  },
  ...(health?.isGrowingFast === true
    ? [
        {
          id: 'youth-growth',
          group: 'youth' as const,
          rule: 'Growing fast: half the jumps, and an eye on where tendons pull on bone (knee, heel, hip).',
          effects: { impactFraction: 0.5 },
        },
      ]
    : []),
];

const noviceRails = ({ weekOfLifting = 1 }: GuardedAthlete): readonly GuardRail[] =>
  weekOfLifting > NOVICE_WEEKS
    ? []
    : [
        {
          id: 'novice-effort',
          group: 'novice',
          rule: 'RPE 7.5 at most for eight weeks; ask “how many more?” after a set, and round loads down.',
          effects: { rpeCap: 7.5 },
        },
        ...(weekOfLifting <= CALIBRATION_WEEK
          ? [
              {
                id: 'novice-calibration',
                group: 'novice' as const,
                rule: 'In week 6, one set to as many good repetitions as technique allows.',
                effects: {},
              },
            ]
          : []),
      ];

const mastersRails = (most: number, { entryClass }: GuardedAthlete): readonly GuardRail[] => [
  {
    id: 'masters-recovery',
    group: 'masters',
    rule: 'From 40: the same relative loads, a longer warm-up, one deload week more.',
    effects: { moreDeloads: 1 },
  },
  ...(entryClass === 'A'
    ? [
        {
          id: 'masters-questions',
          group: 'masters' as const,
          rule: 'New to exercise from 40: ask whether anything speaks against it before the first session.',
          effects: {},
        },
      ]
    : []),
  ...(most >= 50
    ? [
        {
          id: 'masters-hours',
          group: 'masters' as const,
          rule: 'From 50: 72 hours between lower-body lifts; to keep strength, twice a week or three sets.',
          effects: { leastHoursBetweenLowerLifts: 72 },
        },
      ]
    : []),
];

const clearanceRail = (group: 'pregnancy' | 'postpartum', { maternityClearedOn }: HealthFacts): readonly GuardRail[] =>
  maternityClearedOn === undefined
    ? [
        {
          id: `${group}-clearance`,
          group,
          rule: 'Only once a clinician has cleared it; no clearance is on record.',
          effects: { needsClearance: true },
        },
      ]
    : [];

const pregnancyRails = (health: HealthFacts): readonly GuardRail[] => [
  ...clearanceRail('pregnancy', health),
  {
    id: 'pregnancy-stop',
    group: 'pregnancy',
    rule: 'Stop and refer: bleeding, loss of fluid, regular painful contractions, dizziness, headache, chest pain, calf pain or swelling, breathless before starting.',
    effects: {},
  },
  {
    id: 'pregnancy-dose',
    group: 'pregnancy',
    rule: 'RPE 7 at most, 2–3 sets of 6–12, no hard breath-holding, no strength targets. Evidence on heavy lifting is limited.',
    effects: { rpeCap: 7, leastReps: 6, mostReps: 12, mostSets: 3, noMaxTests: true },
  },
  {
    id: 'pregnancy-positions',
    group: 'pregnancy',
    rule: 'No jumps, no risk of a fall or of a blow to the belly; not long on the back after about 16–20 weeks.',
    effects: { noImpact: true },
  },
];

const postpartumRails = (health: HealthFacts, today: PlainDate): readonly GuardRail[] => {
  const { gaveBirthOn } = health;
  const isEarly = gaveBirthOn === undefined || addDays(gaveBirthOn, BIRTH_DAYS) > today;
  return [
    ...clearanceRail('postpartum', health),
    {
      id: 'postpartum-return',
      group: 'postpartum',
      rule: 'Begin again at week 1 of the ramp; ask about the pelvic floor. Running and jumps not before about 12 weeks.',
      effects: isEarly ? { noImpact: true } : {},
    },
  ];
};

const referRails = ({ conditions }: HealthFacts): readonly GuardRail[] =>
  conditions
    .filter(({ clearedOn }) => clearedOn === undefined)
    .map(({ name }) => ({
      id: `refer-${name}`,
      group: 'referFirst',
      rule: `${name}: refer first; no clearance is on record.`,
      effects: { needsClearance: true },
    }));

/**
 * The limits that come with an athlete (R8.6): under 18, new to lifting, from 40 and from 50, in pregnancy and after a birth, and
 * conditions to refer first. Guard rails, not treatment; the loads and doses are the product's own [D]. Without a birth year
 * nothing is said of age.
 */
export const guardRailsFor = (athlete: GuardedAthlete): readonly GuardRail[] => {
  const { health, today } = athlete;
  const age = ages(athlete);
  return [
    ...(health === undefined ? [] : referRails(health)),
    ...(health?.maternity === 'pregnant' ? pregnancyRails(health) : []),
    ...(health?.maternity === 'postpartum' ? postpartumRails(health, today) : []),
    ...(age !== undefined && age.least < 18 ? youthRails(athlete) : []),
    ...(athlete.entryClass === 'A' ? noviceRails(athlete) : []),
    ...(age !== undefined && age.most >= 40 ? mastersRails(age.most, athlete) : []),
  ];
};
