import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Prescription } from '../../../src/domain/programs/program.ts';
import type { PrintedLine, PrintedRow } from '../../../src/domain/sheets/printedSession.ts';
import type { DoneSet } from '../../../src/domain/typeIn/plannedSet.ts';
import { EMPTY_FOOT, painRegionOf, readFoot } from '../../../src/domain/typeIn/typedFoot.ts';
import { emptyLine, readEffort, readLine } from '../../../src/domain/typeIn/typedLine.ts';
import { draftSession, emptyRows, isAsPlanned, typedRowsOf } from '../../../src/domain/typeIn/typedSession.ts';

const line = (prescription: Prescription, loadKg?: number): PrintedLine => ({
  target: '',
  setBoxes: prescription.sets,
  prescription,
  ...(loadKg === undefined ? {} : { load: loadKg, unit: 'kg', loadKg }),
});

const row = (label: string, exerciseKey: string, ...lines: readonly PrintedLine[]): PrintedRow => ({
  label,
  exerciseKey,
  exercise: exerciseKey,
  role: 'main',
  lines,
});

const heavy = (sets: number, reps: number, loadKg: number): PrintedLine =>
  line({ sets, reps, basis: { kind: 'load', loadKg } }, loadKg);

const SQUAT = row('A1', 'sq_back', heavy(1, 5, 70), heavy(3, 3, 85));
const PRESS_UP = row('B1', 'pu_floor', line({ sets: 2, reps: 8, repsTo: 12, basis: { kind: 'bodyweight' } }));
const UNREAD = row('C1', 'sled', { target: 'sled heavy', setBoxes: 1 });

const typedLine = (boxes: readonly string[], rpe = '', notes = '') => ({ boxes, rpe, notes });

describe('a line', () => {
  const squat = heavy(3, 3, 85);

  test('left empty is as planned, every box a set', () => {
    expect(readLine(squat, emptyLine(squat), 'kg')).toEqual({
      boxes: Array.from({ length: 3 }, () => [{ reps: 3, loadKg: 85 }]),
      problems: [],
    });
  });

  test('several sets in a box fill the boxes after it, and more than there are come on top', () => {
    expect(readLine(squat, typedLine(['3,3,2', '', '']), 'kg').boxes).toEqual([
      [
        { reps: 3, loadKg: 85 },
        { reps: 3, loadKg: 85 },
        { reps: 2, loadKg: 85 },
      ],
      [],
      [],
    ]);
    expect(readLine(squat, typedLine(['', '', '3; 3; 3']), 'kg').boxes.flat()).toHaveLength(5);
  });

  test('its RPE stands for every set that does not say its own', () => {
    expect(
      readLine(squat, typedLine(['', '', '@9'], 'rir2'), 'kg')
        .boxes.flat()
        .map(({ rpe }) => rpe),
    ).toEqual([8, 8, 9]);
  });

  test('a set not done is no set; nor are those after it', () => {
    expect(readLine(squat, typedLine(['', '-', '']), 'kg').boxes.flat()).toHaveLength(2);
    expect(readLine(squat, typedLine(['2; --', '', '']), 'kg').boxes.flat()).toEqual([{ reps: 2, loadKg: 85 }]);
  });

  test('every place that is not understood is named, and the others are read', () => {
    const reading = readLine(squat, typedLine(['0x85', 'x2', 'oops'], '12'), 'kg');
    expect(reading.problems.map(({ box, found }) => [box, found])).toEqual([
      ['rpe', '12'],
      [0, '0x85'],
      [2, 'oops'],
    ]);
    expect(reading.boxes).toEqual([[], [{ reps: 2, loadKg: 85 }], []]);
  });

  test('of words that were not understood is nothing until it is typed', () => {
    const [unread] = UNREAD.lines;
    if (unread === undefined) throw new Error('no line');
    expect(readLine(unread, emptyLine(unread), 'kg')).toEqual({ boxes: [[]], problems: [] });
    expect(readLine(unread, typedLine(['6x60']), 'kg').boxes.flat()).toEqual([{ reps: 6, loadKg: 60 }]);
    expect(readLine(unread, typedLine(['60kg']), 'kg').problems).toMatchObject([
      { box: 0, expected: 'repetitions too, as 5x92.5' },
    ]);
  });

  test.each([
    ['8', 8],
    ['8,5', 8.5],
    ['@7', 7],
    ['rir3', 7],
    ['', undefined],
  ])('an RPE of %s', (text, rpe) => {
    expect(readEffort(text)).toEqual({ ok: true, value: rpe });
  });

  test.each(['11', '5x80', 'hard', '-', '8; 9', '='])('no RPE: %s', (text) => {
    expect(readEffort(text).ok).toBe(false);
  });
});

describe('a session', () => {
  const rows = [SQUAT, PRESS_UP, UNREAD];

  test('with nothing typed is what was planned', () => {
    const typed = emptyRows(rows);
    expect(isAsPlanned(typed)).toBe(true);
    const draft = draftSession(rows, typed, 'kg');
    expect(draft.problems).toEqual([]);
    expect(draft.sets.map(({ label, reps, loadKg }) => [label, reps, loadKg])).toEqual([
      ['A1', 5, 70],
      ['A1', 3, 85],
      ['A1', 3, 85],
      ['A1', 3, 85],
      ['B1', 8, undefined],
      ['B1', 8, undefined],
    ]);
  });

  test('keeps the note of a line with its first set, and names problems by row and line', () => {
    const typed = [
      { label: 'A1', lines: [emptyLine(heavy(1, 5, 70)), typedLine(['', '900', ''], '', 'knees in')] },
      { label: 'B1', lines: [typedLine(['12', '10'])] },
    ];
    expect(isAsPlanned(typed)).toBe(false);
    const draft = draftSession(rows, typed, 'kg');
    expect(draft.problems).toMatchObject([{ label: 'A1', line: 1, box: 1, found: '900' }]);
    expect(draft.sets.find(({ notes }) => notes === 'knees in')).toMatchObject({ label: 'A1', reps: 3 });
  });

  const done: fc.Arbitrary<DoneSet> = fc.record(
    {
      reps: fc.integer({ min: 1, max: 200 }),
      loadKg: fc.integer({ min: 1, max: 60_000 }).map((hundredths) => hundredths / 100),
      rpe: fc.integer({ min: 2, max: 20 }).map((half) => half / 2),
    },
    { requiredKeys: ['reps', 'loadKg'] },
  );

  test('that was recorded otherwise reads from its rows as the same sets', () => {
    const some = fc.array(done, { maxLength: 8 });
    fc.assert(
      fc.property(some, some, fc.constantFrom('kg' as const, 'lb' as const), (squats, pressUps, unit) => {
        const sets = [
          ...squats.map((set) => ({ exerciseKey: 'sq_back', ...set })),
          ...pressUps.map((set) => ({ exerciseKey: 'pu_floor', ...set })),
        ];
        const typed = typedRowsOf([SQUAT, PRESS_UP], sets, unit);
        const draft = draftSession([SQUAT, PRESS_UP], typed.rows, unit);
        expect(draft.problems).toEqual([]);
        expect(draft.sets.map(({ label: _label, ...set }) => set)).toEqual(sets);
        expect(typed.others).toBe(0);
      }),
    );
  });

  test('as planned comes back as empty boxes; sets of other exercises are counted', () => {
    const { sets } = draftSession([SQUAT], emptyRows([SQUAT]), 'kg');
    const typed = typedRowsOf([SQUAT], [...sets, { exerciseKey: 'other', reps: 3 }], 'kg');
    expect(isAsPlanned(typed.rows)).toBe(true);
    expect(typed.others).toBe(1);
    const bodyweight = typedRowsOf([PRESS_UP], [{ exerciseKey: 'pu_floor', reps: 8, loadKg: 0 }], 'kg');
    expect(bodyweight.rows[0]?.lines[0]?.boxes).toEqual(['', '-']);
    const noted = typedRowsOf([SQUAT], [{ ...sets[0], exerciseKey: 'sq_back', notes: 'deep' }], 'kg');
    expect(noted.rows[0]?.lines[0]?.notes).toBe('deep');
  });
});

describe('the foot of a session', () => {
  test('is read field by field; what is empty is not known', () => {
    expect(readFoot(EMPTY_FOOT)).toEqual({ facts: {}, problems: [] });
    expect(
      readFoot({
        felt: '4',
        painPlace: 'left knee',
        pain: '3',
        sleep: '7:30',
        effort: '7,5',
        minutes: '55',
        notes: ' hot ',
      }),
    ).toEqual({
      facts: {
        feeling: 4,
        painSite: 'left knee',
        painRegion: 'K',
        painScore: 3,
        sleepH: 7.5,
        rpe: 7.5,
        durationS: 3300,
        notes: 'hot',
      },
      problems: [],
    });
  });

  test('refuses what cannot be, and keeps the rest', () => {
    const { facts, problems } = readFoot({
      ...EMPTY_FOOT,
      felt: '6',
      pain: '11',
      sleep: '25',
      effort: 'hard',
      minutes: '0',
    });
    expect(problems.map(({ field }) => field)).toEqual(['felt', 'pain', 'sleep', 'effort', 'minutes']);
    expect(facts.feeling).toBeUndefined();
  });

  test.each([
    ['Achilles', 'A'],
    ['right calf', 'A'],
    ['hamstring', 'H'],
    ['back of the thigh', 'H'],
    ['hip', 'G'],
    ['low back', 'L'],
    ['K', 'K'],
    ['shoulder', undefined],
  ])('%s is a place in region %s', (place, region) => {
    expect(painRegionOf(place)).toBe(region);
  });
});
