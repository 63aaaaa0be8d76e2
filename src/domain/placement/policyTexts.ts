import { PHASES, type Phase } from '../programs/program.ts';
import { RACE_DISTANCES, type RaceDistance, type RacePriority } from '../strength/taper.ts';
import type { PlacementPolicies } from './policies.ts';

/** A policy as a coach changes it: one number, what it means, where its default comes from, and what it may be. */
export interface PolicyText {
  readonly key: string;
  readonly name: string;
  readonly unit: 'h' | 'days' | 'lifts' | 'o’clock';
  readonly rule: string;
  readonly source: string;
  readonly least: number;
  readonly most: number;
  readonly get: (policies: PlacementPolicies) => number;
  readonly set: (policies: PlacementPolicies, value: number) => PlacementPolicies;
}

const OWN = 'Our own number';

const RACES: Readonly<Record<RacePriority, string>> = {
  A: `${OWN}: a 5-km time was worse 48 h after a leg session and better after 144 (Guimarães 2018)`,
  B: OWN,
  C: OWN,
};

const beforeRace = (priority: RacePriority): PolicyText => ({
  key: `beforeRace${priority}`,
  name: `From a lift of the legs to ${priority === 'A' ? 'an' : 'a'} ${priority} race`,
  unit: 'h',
  rule: 'R2.12',
  source: RACES[priority],
  least: 0,
  most: 336,
  get: ({ beforeRaceH }) => beforeRaceH[priority],
  set: (policies, value) => ({ ...policies, beforeRaceH: { ...policies.beforeRaceH, [priority]: value } }),
});

const LEG_LIFTS: Readonly<Record<Phase, { readonly name: string; readonly source: string }>> = {
  prep: { name: 'a preparation block', source: `${OWN}; a block without a phase may have three too` },
  build: {
    name: 'a build block',
    source: 'Most trials in which runners gained used two or three (Balsalobre-Fernández 2016)',
  },
  season: {
    name: 'a season block',
    source: 'One a week kept squat strength for 13 weeks of season after 12 weeks of two (Rønnestad 2010)',
  },
  taper: { name: 'a taper block', source: OWN },
};

const legLifts = (phase: Phase): PolicyText => ({
  key: `legLifts-${phase}`,
  name: `Lifts of the legs in a week of ${LEG_LIFTS[phase].name}, at most`,
  unit: 'lifts',
  rule: 'R6.1 H5, R2.12',
  source: LEG_LIFTS[phase].source,
  least: 0,
  most: 7,
  get: (policies) => policies.legLifts[phase],
  set: (policies, value) => ({ ...policies, legLifts: { ...policies.legLifts, [phase]: value } }),
});

const DISTANCE_WORDS: Readonly<Record<RaceDistance, string>> = {
  '5k': 'a race of 5 km, up to 7.5',
  '10k': 'a race of 10 km, up to 15',
  half: 'a half marathon, up to 30 km',
  marathon: 'a marathon and longer',
};

/** Races further back than this are not looked at. */
const MOST_AFTER_RACE_DAYS = 21;

const afterRace = (distance: RaceDistance): PolicyText => ({
  key: `afterRace-${distance}`,
  name: `From ${DISTANCE_WORDS[distance]}, to the first lift of the legs`,
  unit: 'days',
  rule: 'R6.1 H7, R2.12',
  source: distance === 'marathon' ? `${OWN}: 10 to 14, and sore legs wait longer` : OWN,
  least: 0,
  most: MOST_AFTER_RACE_DAYS,
  get: (policies) => policies.afterRaceDays[distance],
  set: (policies, value) => ({ ...policies, afterRaceDays: { ...policies.afterRaceDays, [distance]: value } }),
});

type NumberKey = Exclude<keyof PlacementPolicies, 'beforeRaceH' | 'legLifts' | 'afterRaceDays'>;

const policy = (
  key: NumberKey,
  text: Omit<PolicyText, 'key' | 'get' | 'set' | 'unit'> & { unit?: PolicyText['unit'] },
): PolicyText => ({
  unit: 'h',
  ...text,
  key,
  get: (policies) => policies[key],
  set: (policies, value) => ({ ...policies, [key]: value }),
});

/** Every policy of the placement, in the order in which they are shown. */
export const POLICY_TEXTS: readonly PolicyText[] = [
  policy('beforeKeyRunH', {
    name: 'From a lift of the legs to the next quality or long run',
    rule: 'R6.1 H1',
    source:
      'Running at a hard pace ended 18 to 29 % sooner the day after lifting (Doma & Deakin 2013, n = 14); the hours are our own',
    least: 0,
    most: 96,
  }),
  beforeRace('A'),
  beforeRace('B'),
  beforeRace('C'),
  policy('afterKeyRunH', {
    name: 'From a key run to a lift on the same day',
    rule: 'R6.1 H2',
    source: OWN,
    least: 0,
    most: 14,
  }),
  policy('afterEasyRunH', {
    name: 'From an easy run to a lift on the same day',
    rule: 'R6.1 H2',
    source: `${OWN}: lifting at once costs explosive gains, not maximal strength (Schumann 2022)`,
    least: 0,
    most: 14,
  }),
  policy('beforeLaterRunH', {
    name: 'From a lift to a run later on the same day',
    rule: 'R6.1 H3',
    source: OWN,
    least: 0,
    most: 14,
  }),
  policy('betweenLiftsH', {
    name: 'From one lift of the legs to the next, start to start; 72 h at least from 50 years on and in class A',
    rule: 'R6.1 H4',
    source: 'Lifting leaves legs tired for a day or two (Doma 2017, 2019); the hours are our own',
    least: 0,
    most: 168,
  }),
  ...RACE_DISTANCES.map(afterRace),
  ...PHASES.map(legLifts),
  policy('easyDays', {
    name: 'Days of a week without a lift, a key run or a race',
    unit: 'days',
    rule: 'R6.1 H6',
    source: OWN,
    least: 0,
    most: 5,
  }),
  policy('morningH', {
    name: 'A morning session begins at',
    unit: 'o’clock',
    rule: 'R6.1',
    source: 'The model’s usual hour',
    least: 4,
    most: 11,
  }),
  policy('eveningH', {
    name: 'An evening session begins at',
    unit: 'o’clock',
    rule: 'R6.1',
    source: 'The model’s usual hour',
    least: 12,
    most: 22,
  }),
];
