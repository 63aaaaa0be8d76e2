import type { RacePriority } from '../strength/taper.ts';
import type { PlacementPolicies } from './policies.ts';

/** A policy as a coach changes it: one number, what it means, where its default comes from, and what it may be. */
export interface PolicyText {
  readonly key: string;
  readonly name: string;
  readonly unit: 'h' | 'days' | 'o’clock';
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

type NumberKey = Exclude<keyof PlacementPolicies, 'beforeRaceH'>;

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
