import { nextBackpack, RUNG_KINDS, rungMove, rungRestart, startRung } from '../progression/ladder.ts';
import { choice, flag, number, rows } from './fields.ts';
import { calculation, type Calculation } from './rule.ts';

const kind = choice('Rung (a side, both sides or seconds held)', RUNG_KINDS, 'bilateral');

const rungSets = (label: string) =>
  rows(
    label,
    [
      { label: 'repetitions or seconds', from: 0, to: 600 },
      { label: 'RPE', from: 1, to: 10 },
    ],
    [
      [12, 7],
      [12, 7.5],
      [12, 8],
    ],
  );

const toSets = (sets: readonly (readonly number[])[]) => sets.map(([amount = 0, rpe = 10]) => ({ amount, rpe }));

/** R2.8: where to start on a ladder, when to move, and what comes after its top. */
export const LADDER_CALCULATIONS: readonly Calculation[] = [
  calculation({
    title: 'First rung from entry tests',
    fields: {
      kind,
      tests: rows(
        'Entry tests, easiest rung first',
        [
          { label: 'clean repetitions or seconds', from: 0, to: 600 },
          { label: 'RPE', from: 1, to: 10 },
        ],
        [
          [15, 3],
          [10, 6],
          [5, 9],
        ],
      ),
    },
    result: { parts: { rung: 'Rung, counted from the easiest as 1' } },
    outside: 'No rung was passed: begin below the easiest, with help.',
    answer: ({ kind: of, tests }) => {
      const at = startRung(tests.map(([amount = 0, rpe = 10]) => ({ kind: of, amount, rpe })));
      return at === undefined ? undefined : { rung: at + 1 };
    },
  }),
  calculation({
    title: 'Up or down the ladder?',
    fields: {
      kind,
      before: rungSets('Session before'),
      newest: rungSets('Newest session'),
      technique: flag('Technique flag'),
    },
    result: {
      parts: { move: 'Move', sets: 'Then sets', setsTo: 'up to', amount: 'of repetitions or seconds' },
    },
    answer: ({ kind: of, before, newest, technique }) => {
      const move = rungMove(of, [
        { sets: toSets(before), hasTechniqueFlag: false },
        { sets: toSets(newest), hasTechniqueFlag: technique },
      ]);
      return move === 'up' ? { move, ...rungRestart(of) } : { move };
    },
  }),
  calculation({
    title: 'Backpack after the top rung',
    fields: {
      added: number({ label: 'In it now', unit: 'kg', from: 0, to: 200, example: 10 }),
      bodyMass: number({ label: 'Body mass', unit: 'kg', above: 0, to: 300, example: 70 }),
    },
    result: { parts: { kind: 'What to do', addedKg: 'In the backpack, kg' } },
    answer: ({ added, bodyMass }) => nextBackpack(added, bodyMass),
  }),
];
