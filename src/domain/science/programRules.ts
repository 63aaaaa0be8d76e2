import { roundTo } from '../kernel/quantity.ts';
import { leverFaults, leversRaised, type SlotDose } from '../programs/levers.ts';
import { restartAfter } from '../progression/restart.ts';
import { BODYWEIGHT_MOVES, effectiveLoadKg } from '../strength/bodyweightLoad.ts';
import {
  CONTACT_CAPS,
  contactFaults,
  JUMP_CLASSES,
  mostContactsNextWeek,
  reactiveStrengthIndex,
  weightedContacts,
  type JumpLevel,
} from '../strength/contacts.ts';
import { timeUnderTensionS } from '../strength/isometrics.ts';
import { retention, returnLoadFactor } from '../strength/retention.ts';
import {
  firstHeavyAfter,
  isMaintenanceLapse,
  lastHeavyWindow,
  taperSets,
  type RaceDistance,
  type RacePriority,
} from '../strength/taper.ts';
import { choice, date, flag, number, optional, rows } from './fields.ts';
import { GATE_CALCULATIONS } from './gateCalculations.ts';
import { LADDER_CALCULATIONS } from './ladderCalculations.ts';
import { calculation, type ScienceRule } from './rule.ts';

const JUMP_LEVELS: readonly JumpLevel[] = ['L1', 'L2', 'L3'];
const PRIORITIES: readonly RacePriority[] = ['A', 'B', 'C'];
const DISTANCES: readonly RaceDistance[] = ['5k', '10k', 'half', 'marathon'];

const whole = (label: string, from: number, to: number, example: number) =>
  number({ label, from, to, isWhole: true, example });

const racedOn = date('Race on', '2025-10-12');

const doseOf = (sets: number, reps: number, percent: number): SlotDose => ({
  exerciseKey: 'same',
  sessionsPerWeek: 1,
  prescriptions: [{ sets, reps, basis: { kind: 'pct1rm', fraction: percent / 100 } }],
});

/** R2.7 to R2.13: jumps, bodyweight, holds, levers, race weeks and the way back. */
export const PROGRAM_RULES: readonly ScienceRule[] = [
  {
    rule: 'R2.7',
    name: 'Jumps: ground contacts',
    formula:
      'Weighted contacts = low × 1 + medium × 1.5 + high × 2, half more on one leg. A fifth more a week at most. Most contacts a session: 50 new to jumping (low only), 90 after eight weeks (low and medium), 120 when strong (high up to 40). Reactive strength index = jump height / contact time.',
    units: 'contacts (both feet of single-leg jumps); metres, seconds',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Contacts of a session',
        fields: {
          jumps: rows(
            'Jumps',
            [
              { label: 'class, 1 low, 2 medium, 3 high', from: 1, to: 3, isWhole: true },
              { label: 'contacts', from: 0, to: 1000, isWhole: true },
              { label: 'on one leg, 1 or 0', from: 0, to: 1, isWhole: true },
            ],
            [
              [1, 20, 0],
              [2, 15, 0],
              [2, 24, 1],
            ],
          ),
          level: optional(choice('Level', JUMP_LEVELS, 'L2')),
        },
        result: {
          parts: {
            contacts: 'Contacts',
            weighted: 'Weighted',
            mostNextWeek: 'Next week at most, weighted',
            most: 'Most contacts at this level',
            faults: 'Faults',
          },
        },
        answer: ({ jumps, level }) => {
          const work = jumps.map(([jumpClass = 1, contacts = 0, oneLeg]) => ({
            jumpClass: JUMP_CLASSES[jumpClass - 1] ?? 'low',
            contacts,
            isUnilateral: oneLeg === 1,
          }));
          const weighted = weightedContacts(work);
          const contacts = work.reduce((sum, one) => sum + one.contacts, 0);
          const counted = { contacts, weighted, mostNextWeek: mostContactsNextWeek(weighted) };
          if (level === undefined) return counted;
          return { ...counted, most: CONTACT_CAPS[level].most, faults: contactFaults(work, level) };
        },
      }),
      calculation({
        title: 'Reactive strength index',
        fields: {
          height: number({ label: 'Jump height', unit: 'm', above: 0, to: 2, example: 0.32 }),
          contact: number({ label: 'Contact time', unit: 's', above: 0, to: 2, example: 0.2 }),
        },
        result: { unit: 'm/s' },
        answer: ({ height, contact }) => reactiveStrengthIndex(height, contact),
      }),
    ],
  },
  {
    rule: 'R2.8',
    name: 'Bodyweight: ladders and loads',
    formula:
      'Start on the highest rung with 8 clean repetitions or 20 s at RPE 6. Up after 3 × 12 (3 × 10 a side, 3 × 45 s) at RPE 8 in two sessions running; down after two without a set of 6, or a technique flag. Then a backpack, 2.5 kg more each time, to a fifth of body mass. Load: body mass × share + what is added. Press-up 0.64, on the knees 0.49, hands 30 cm up 0.55, 60 cm up 0.41, feet 30 cm up 0.70, 60 cm up 0.74, pull-up 0.95, squat and split squat 0.85, single-leg squat 0.90, calf raise 1.0.',
    units: 'kg',
    evidence: 'convention',
    calculations: [
      calculation({
        title: 'Load of a bodyweight move',
        fields: {
          move: choice('Move', BODYWEIGHT_MOVES, 'press-up'),
          bodyMass: number({ label: 'Body mass', unit: 'kg', above: 0, to: 300, example: 70 }),
          added: optional(number({ label: 'Added', unit: 'kg', from: 0, to: 200, example: 0 })),
          reps: optional(whole('Repetitions in all', 0, 1000, 36)),
        },
        result: { parts: { load: 'Load, kg', volume: 'Volume load, kg' } },
        answer: ({ move, bodyMass, added, reps }) => {
          const load = effectiveLoadKg(move, bodyMass, added);
          if (load === undefined) return undefined;
          return reps === undefined ? { load } : { load, volume: roundTo(load * reps, 6) };
        },
      }),
      ...LADDER_CALCULATIONS,
    ],
  },
  {
    rule: 'R2.9',
    name: 'Holds: time under tension',
    formula: 'Sets × repetitions × seconds held.',
    units: 'seconds',
    source:
      'Plantar-flexion holds at about 90 % of the maximum over 14 weeks: Albracht & Arampatzis 2013. The pooled effect of holds on running economy is not shown: Denadai 2017, Eihara 2022',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'Time under tension',
        fields: {
          sets: whole('Sets', 1, 50, 5),
          reps: whole('Repetitions', 1, 100, 4),
          seconds: whole('Held, seconds', 1, 600, 3),
        },
        result: { unit: 's' },
        answer: ({ sets, reps, seconds }) => timeUnderTensionS(sets, reps, seconds),
      }),
    ],
  },
  {
    rule: 'R2.10',
    name: 'One lever at a time',
    formula:
      'Of volume (+10 % repetitions), intensity (+2.5 points or +2.5 % load), exercise (harder) and time (+1 session, rest −20 %, holds +15 %) at most one rises from week to week. Heavier never with more volume; across 85 % with a fifth less.',
    units: 'per cent',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Which levers rise?',
        fields: {
          setsBefore: whole('Sets before', 1, 20, 3),
          repsBefore: whole('Repetitions before', 1, 100, 6),
          percentBefore: number({ label: 'Per cent before', above: 0, to: 120, example: 77.5 }),
          setsNext: whole('Sets next', 1, 20, 4),
          repsNext: whole('Repetitions next', 1, 100, 6),
          percentNext: number({ label: 'Per cent next', above: 0, to: 120, example: 80 }),
        },
        result: { parts: { raised: 'Raised', faults: 'Faults' } },
        answer: (v) => {
          const before = doseOf(v.setsBefore, v.repsBefore, v.percentBefore);
          const next = doseOf(v.setsNext, v.repsNext, v.percentNext);
          return { raised: leversRaised(before, next), faults: leverFaults(before, next) };
        },
      }),
    ],
  },
  {
    rule: 'R2.11',
    name: 'Start small and build',
    formula:
      'Twelve weeks: once a week from 2 × 6 at 65 %, twice from week 5, 85 % and more from week 10, deload in weeks 8 and 12. Those who have lifted lately start at week 3, those who lift now at week 5. Twice a week when three of the last four lifts were done, soreness 4 or less, pain 2 or less, 90 % of the running over three weeks, nothing against it in the running; heavy after six more lifts done to 80 %, sound technique and strength not falling. Never in a week with a race, travel or 10 % more running.',
    units: 'weeks, per cent of the one-rep max; soreness and pain 0 to 10; runs in any one unit',
    evidence: 'design',
    calculations: GATE_CALCULATIONS,
  },
  {
    rule: 'R2.12',
    name: 'Season, taper and race week',
    formula:
      'In season once a week keeps strength; more than 10 days between heavy sessions does not. Before an A race 80 %, 60 %, 40 % of the hard sets in the third, second and last week, the last heavy session 7 to 10 days before; B 5 days, C 3 days before. After: 2 days (5 km), 3 (10 km), 5 (half), 10 (marathon).',
    units: 'days, hard sets',
    source:
      'Once a week keeps strength in season: Rønnestad 2010, Eur J Appl Physiol 110:1269–1282; Spiering 2021, J Strength Cond Res 35:1449–1458. Slower 48 h after a leg-press session: Guimarães 2018. Economy kept through four weeks without: Berryman 2021 (n = 8). The numbers of days are ours',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Hard sets before an A race',
        fields: { sets: whole('Usual hard sets', 0, 60, 12), daysBefore: whole('Days before the race', 0, 365, 10) },
        result: { unit: 'hard sets' },
        answer: ({ sets, daysBefore }) => taperSets(sets, daysBefore),
      }),
      calculation({
        title: 'Last heavy session before a race',
        fields: { racedOn, priority: choice('Race', PRIORITIES, 'A') },
        result: { parts: { firstOn: 'From', lastOn: 'Until' } },
        answer: ({ racedOn: on, priority }) => lastHeavyWindow(on, priority),
      }),
      calculation({
        title: 'First heavy session after a race',
        fields: { racedOn, distance: choice('Distance', DISTANCES, 'marathon') },
        answer: ({ racedOn: on, distance }) => firstHeavyAfter(on, distance),
      }),
      calculation({
        title: 'Is the gap too long to keep strength?',
        fields: { daysBetween: whole('Days between heavy sessions', 0, 3650, 11) },
        answer: ({ daysBetween }) => isMaintenanceLapse(daysBetween),
      }),
    ],
  },
  {
    rule: 'R2.13',
    name: 'Back after a break',
    formula:
      'Kept: all for 21 days, then 0.25 % less a day, never below 0.70. First session: planned load × kept × 1.00 (7 days or fewer), 0.95 (to 21), 0.90 (more). Sets: all (7 days or fewer), 75 % (to 14), 60 % (to 56), then the start ramp. After a fever 48 hours without symptoms and the next longer band; jumps a level lower after 14 days.',
    units: 'days, hours; fractions of the load and of the sets',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Load factor after a break',
        fields: { daysOff: number({ label: 'Days without lifting', from: 0, to: 3650, isWhole: true, example: 35 }) },
        result: { parts: { ret: 'Strength kept', factor: 'First session: planned load times' } },
        answer: ({ daysOff }) => ({ ret: retention(daysOff), factor: returnLoadFactor(daysOff) }),
      }),
      calculation({
        title: 'First session back',
        fields: {
          daysOff: whole('Days without lifting', 0, 3650, 10),
          fever: flag('Because of a fever'),
          symptomFree: optional(whole('Hours without symptoms', 0, 10_000, 48)),
        },
        result: {
          parts: {
            kind: 'What to do',
            hours: 'Wait, hours',
            week: 'Week of the start ramp',
            volumeFraction: 'Planned sets times',
            loadFactor: 'Planned load times',
            jumpLevelsDown: 'Jumps, levels lower',
          },
        },
        answer: ({ daysOff, fever, symptomFree }) =>
          restartAfter({ daysOff, hadFever: fever, symptomFreeH: symptomFree }),
      }),
    ],
  },
];
