import { RUN_HOURS, type PlacedRun } from '../placement/placedWeek.ts';
import { placeInUsualWeek } from '../placement/placeLifts.ts';
import { DEFAULT_POLICIES } from '../placement/policies.ts';
import { sorenessAfter } from '../placement/judge.ts';
import { number, runs, type UsualRun } from './fields.ts';
import { calculation, type ScienceRule } from './rule.ts';

const KIND_OF = { Q: 'quality', E: 'easy', L: 'long' } as const;

const placedRun = ({ day, type, slot }: UsualRun): PlacedRun => {
  const kind = KIND_OF[type];
  const startH = 24 * day + (slot === 'AM' ? DEFAULT_POLICIES.morningH : DEFAULT_POLICIES.eveningH);
  return { kind, startH, endH: startH + RUN_HOURS[kind] };
};

/** §6: where the lifts go. */
export const PLACEMENT_RULES: readonly ScienceRule[] = [
  {
    rule: 'R6',
    name: 'Lifts around the running',
    formula:
      'Never: less than 24 h before a quality or long run; on the day of one less than 6 h after it, of an easy run 3 h; two lifts within 48 h; more lifts of the legs than the phase allows; days closed after a race; no easy day in the week. Cost: 10 or 8 points falling to 0 from 24 to 48 h before a quality or long run, 2 close before an easy run, 0 on a quality day, 2 on an easy, 3 on a rest, 4 on a long-run day, 3 falling to 0 for 48 to 72 h between lifts. Every combination of mornings and evenings is tried.',
    units: 'hours from Monday 00:00; points, lower is better',
    source:
      'Three hours apart no interference was seen: Schumann 2022. Running’s interference: Wilson 2012. The literature gives no costs: they are ours',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'The best places in a usual week',
        fields: {
          runs: runs('Runs', [
            { day: 1, type: 'Q', slot: 'AM' },
            { day: 3, type: 'E', slot: 'AM' },
            { day: 6, type: 'L', slot: 'AM' },
          ]),
          lifts: number({ label: 'Lifts', from: 1, to: 3, isWhole: true, example: 2 }),
        },
        result: {
          parts: { best: 'The best three', feasible: 'Places that break nothing', starts: 'Hours', cost: 'Cost' },
        },
        answer: ({ runs: week, lifts }) => {
          const found = placeInUsualWeek({ runs: week.map(placedRun), policies: DEFAULT_POLICIES }, { lifts });
          return {
            best: found.best.map(({ lifts: placed, cost }) => ({ starts: placed.map(({ startH }) => startH), cost })),
            feasible: found.feasible,
          };
        },
      }),
      calculation({
        title: 'How sore the legs will be',
        fields: {
          peak: number({ label: 'Soreness at its worst', from: 0, to: 10, example: 5 }),
          hours: number({ label: 'Hours after the lift', from: 0, to: 336, example: 36.25 }),
        },
        answer: ({ peak, hours }) => sorenessAfter(peak, hours),
      }),
    ],
  },
];
