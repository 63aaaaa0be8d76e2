import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setFactsOf, type DraftSet, type ImportDraft } from '../../../src/domain/imports/draft.ts';
import { draftOf, readBytes } from './reading.ts';

const HEADING =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,Distance,Distance Unit,Seconds,Notes,Workout Notes,RPE';

/** A row that is well, so that no file is refused as a whole. */
const WELL = '2030-01-01 07:00:00,Well,30m,Squat,1,60,kg,5,0,m,0,,,8';
const WELL_LINE = 2;

/** What may stand in each column. */
const WORDS: readonly (readonly string[])[] = [
  ['2024-01-01 07:00:00', '2024-01-02 07:00:00', '2024-01-02 18:00:00', 'some day'],
  ['Legs', 'Arms'],
  ['55m'],
  ['Squat', 'Assisted Pull-up', 'Treadmill', ''],
  ['1', '2', 'W', 'Rest Timer', 'Note', 'Other'],
  ['60', '62.5', '-5', 'heavy', ''],
  ['kg', 'lbs', 'stone'],
  ['5', '0', '201', 'many'],
  ['0', '1000'],
  ['m', 'km', ''],
  ['0', '30', 'long'],
  ['', 'deep', `${'long '.repeat(30)}note`],
  ['', 'good day'],
  ['', '8', '11'],
];

const cells = fc.tuple(...WORDS.map((words) => fc.constantFrom(...words)));

const anotherCell = fc
  .nat({ max: WORDS.length - 1 })
  .chain((column) => fc.constantFrom(...(WORDS[column] ?? [])).map((word) => ({ column, word })));

/** Rows that are alike, or alike but for a cell. */
const rowsAlike = cells.chain((first) =>
  fc
    .array(anotherCell, { minLength: 1, maxLength: 14 })
    .map((others) => others.map(({ column, word }) => first.with(column, word).join(','))),
);

const read = (rows: readonly string[]): ImportDraft =>
  draftOf(readBytes(new TextEncoder().encode([HEADING, WELL, ...rows].join('\n'))));

const setsOf = ({ sessions }: ImportDraft): DraftSet[] =>
  sessions
    .flatMap(({ sets }) => sets)
    .filter(({ line }) => line !== WELL_LINE)
    .toSorted((left, right) => left.line - right.line);

const summed = (tallies: readonly Iterable<readonly [string, number]>[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const tally of tallies) for (const [name, count] of tally) sums[name] = (sums[name] ?? 0) + count;
  return sums;
};

test('a row says the same among others that are like it as it says alone', () => {
  fc.assert(
    fc.property(rowsAlike, (rows) => {
      const whole = read(rows);
      // Alone it stands on line 3.
      const alone = rows.map((one) => read([one]));
      const moved = <T extends { readonly line: number }>(said: readonly T[], index: number): T[] =>
        said.map((one) => ({ ...one, line: one.line + index }));
      expect(setsOf(whole)).toEqual(alone.flatMap((draft, index) => moved(setsOf(draft), index)));
      expect(whole.problems).toEqual(alone.flatMap(({ problems }, index) => moved(problems, index)));
      expect(summed([Object.entries(whole.passedOver)])).toEqual(
        summed(alone.map(({ passedOver }) => Object.entries(passedOver))),
      );
      const well = [['Squat', rows.length - 1]] as const;
      expect(summed([whole.setsByExercise ?? [], well])).toEqual(
        summed(alone.map(({ setsByExercise }) => setsByExercise ?? [])),
      );
      expect(whole.runsInLog ?? 0).toBe(alone.reduce((sum, { runsInLog = 0 }) => sum + runsInLog, 0));
      for (const session of whole.sessions) {
        expect(session.setCount).toBe(session.sets.length);
        expect(setFactsOf(session)).toEqual(session.sets.map(({ line: _line, ...facts }) => facts));
        const same = alone.flatMap(({ sessions }) =>
          sessions.filter(({ importKey }) => importKey === session.importKey),
        );
        const notes = same.flatMap((one) => one.notes?.split('\n') ?? []);
        expect(session.notes?.split('\n') ?? []).toEqual([...new Set(notes)]);
      }
    }),
    { numRuns: 300 },
  );
});

test('sets that say the same are one and the same', () => {
  const { sessions } = read(['2024-01-01 07:00:00,Legs,55m,Squat,1,60,kg,5,0,m,0,,,8', WELL.replace('2030', '2024')]);
  const facts = sessions.flatMap(setFactsOf);
  expect(facts).toHaveLength(3);
  expect(new Set(facts).size).toBe(1);
});
