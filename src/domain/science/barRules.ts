import { loadBar, type LoadMode } from '../strength/plates.ts';
import { warmUpRamp } from '../strength/warmUp.ts';
import { plates } from './barFields.ts';
import { choice, number, optional } from './fields.ts';
import { calculation, type ScienceRule } from './rule.ts';

const LOAD_CHOICES: readonly LoadMode[] = ['nearest', 'down', 'up'];

/** A bar of 0 is one that weighs nothing, such as a loading pin. */
const bar = number({ label: 'Bar', from: 0, to: 100, example: 20 });

/** R1.7 and R1.8: what goes on the bar. */
export const BAR_RULES: readonly ScienceRule[] = [
  {
    rule: 'R1.7',
    name: 'Plates for a load',
    formula:
      'Every load that the pairs of plates can make is worked out; the one wanted is the nearest (ties go down), the heaviest not above, or the lightest not below. Of equal loads the one with the fewest plates. Below the bar it is the bar; beyond all plates it is all of them.',
    units: 'any one unit of mass',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Load the bar',
        fields: {
          target: number({ label: 'Wanted', above: 0, to: 2000, example: 87.5 }),
          bar,
          pairs: plates('Pairs of plates', { '20': 2, '15': 1, '10': 1, '5': 1, '2.5': 1, '1.25': 1 }),
          mode: optional(choice('Which', LOAD_CHOICES, 'nearest')),
        },
        result: { parts: { total: 'On the bar', side: 'Plates on each side' } },
        answer: ({ target, bar: empty, pairs, mode }) => {
          const loaded = loadBar({ target, bar: empty, plates: pairs, mode: mode ?? 'nearest' });
          return { total: loaded.total, side: loaded.perSide };
        },
      }),
    ],
  },
  {
    rule: 'R1.8',
    name: 'Warm-up sets',
    formula:
      'The empty bar × 8, then below 85 % of the maximum: 40 % × 5, 60 % × 3, 80 % × 2 of the work load; from 85 % on: 40 % × 5, 60 % × 3, 75 % × 2, 90 % × 1. Rounded down; a step within 5 % of its neighbour is dropped.',
    units: 'any one unit of mass',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Warm-up ramp',
        fields: {
          work: number({ label: 'First work load', above: 0, to: 1000, example: 100 }),
          bar,
          inc: number({ label: 'Smallest step', from: 0.1, to: 50, example: 2.5 }),
          intensity: number({
            label: 'Planned share of the maximum (0.8 is 80 %)',
            above: 0,
            to: 1.2,
            example: 0.8,
          }),
        },
        result: { columns: ['Load', 'Repetitions'] },
        answer: ({ work, bar: empty, inc, intensity }) =>
          warmUpRamp({ workLoad: work, bar: empty, step: inc, intensity }).map((set) => [set.load, set.reps]),
      }),
    ],
  },
];
