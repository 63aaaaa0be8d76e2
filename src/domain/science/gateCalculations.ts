import { afterShutGate, gateOne, gateTwo, type GateAnswer, type GateFacts } from '../progression/gates.ts';
import { gateReasonText } from '../progression/gateWords.ts';
import { flag, number, numbers, optional } from './fields.ts';
import { calculation, type Calculation } from './rule.ts';

const count = (label: string, example: number) =>
  optional(number({ label, from: 0, to: 1000, isWhole: true, example }));

/** Every fact may be left out: the gate then says what it does not know. */
const FACTS = {
  liftsDone: count('Lifts done', 3),
  liftsPlanned: count('of the last planned', 4),
  soreness: optional(numbers({ label: 'Peak soreness of the last two', from: 0, to: 10, example: [3, 4] })),
  pain: optional(number({ label: 'Worst pain in lifts', from: 0, to: 10, example: 1 })),
  runDone: optional(number({ label: 'Run in three weeks', from: 0, example: 92 })),
  runPlanned: optional(number({ label: 'Planned in three weeks', from: 0, example: 100 })),
  runningFlags: count('Findings on running', 0),
  keyRunsMissed: count('Key runs missed after a lift', 0),
  runRise: optional(
    number({ label: 'Running up in the week of the start', unit: '%', from: -100, to: 1000, example: 5 }),
  ),
  race: optional(flag('Race in that week')),
  travel: optional(flag('Travel in that week')),
};

interface GateInput {
  readonly liftsDone?: number | undefined;
  readonly liftsPlanned?: number | undefined;
  readonly soreness?: readonly number[] | undefined;
  readonly pain?: number | undefined;
  readonly runDone?: number | undefined;
  readonly runPlanned?: number | undefined;
  readonly runningFlags?: number | undefined;
  readonly keyRunsMissed?: number | undefined;
  readonly runRise?: number | undefined;
  readonly race?: boolean | undefined;
  readonly travel?: boolean | undefined;
}

const factsOf = (v: GateInput): GateFacts => ({
  liftsDone: v.liftsDone,
  liftsPlanned: v.liftsPlanned,
  soreness: v.soreness,
  pain: v.pain,
  runDoneM: v.runDone,
  runPlannedM: v.runPlanned,
  runningFlags: v.runningFlags,
  keyRunsMissedAfterLift: v.keyRunsMissed,
  startWeek: { runRisePercent: v.runRise, hasRace: v.race, isTravelling: v.travel },
});

const shown = ({ outcome, reasons }: GateAnswer) => ({ outcome, reasons: reasons.map(gateReasonText) });

const parts = { outcome: 'Gate', reasons: 'Because' };

/** R2.11: what opens the way from once a week to twice, and on to heavy work. */
export const GATE_CALCULATIONS: readonly Calculation[] = [
  calculation({
    title: 'Gate 1: from once a week to twice',
    fields: { ...FACTS },
    result: { parts },
    answer: (v) => shown(gateOne(factsOf(v))),
  }),
  calculation({
    title: 'Gate 2: on to heavy work',
    fields: {
      fullLifts: number({ label: 'Lifts at twice a week done to 80 %', from: 0, to: 1000, isWhole: true, example: 6 }),
      ...FACTS,
      technique: optional(flag('Technique sound at 80 %', true)),
      trendChange: optional(number({ label: 'Change of strength', unit: '%', from: -100, to: 100, example: 1.5 })),
    },
    result: { parts },
    answer: (v) =>
      shown(
        gateTwo({
          ...factsOf(v),
          fullLiftsTwiceAWeek: v.fullLifts,
          isTechniqueSound: v.technique,
          trendChange: v.trendChange === undefined ? undefined : v.trendChange / 100,
        }),
      ),
  }),
  calculation({
    title: 'After a shut gate',
    fields: { repeats: number({ label: 'Weeks repeated so far', from: 0, to: 100, isWhole: true, example: 1 }) },
    answer: ({ repeats }) => afterShutGate(repeats),
  }),
];
