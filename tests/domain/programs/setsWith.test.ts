import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../../src/domain/exercises/exercise.ts';
import { setsWith } from '../../../src/domain/programs/setsWith.ts';
import { printCell, readCell } from '../../../src/domain/programs/shorthand.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';

const exercise = (is: (one: Exercise) => boolean): Exercise => {
  const found = LIBRARY.find(is);
  if (found === undefined) throw new Error('the library has none of these');
  return found;
};

const LOADED = exercise(({ key }) => key === 'sq_back');
const BODYWEIGHT = exercise(({ loadMode }) => loadMode === 'reps');
const HELD = exercise(({ loadMode }) => loadMode === 'seconds');
const ISOMETRIC = exercise(({ loadMode }) => loadMode === '%MVC');

describe('sets written for one exercise, done with another', () => {
  test.each<readonly [written: string, to: Exercise, expected: string]>([
    ['3x5@80', LOADED, '3x5 @80%'],
    ['3x5@80 r180', BODYWEIGHT, "3x8-12 bw r3'"],
    ['3x5@80', HELD, '3x30s bw'],
    ['3x5@80', ISOMETRIC, '3x30s bw'],
    ['3x15 bw', BODYWEIGHT, '3x15 bw'],
    ['3x15 bw', HELD, '3x30s bw'],
    ['3x8 rung+1', BODYWEIGHT, '3x8 bw'],
    ['3x20c', BODYWEIGHT, '3x20c'],
    ['4x45s', HELD, '4x45s'],
    ['4x45s r60', LOADED, "4x8-12 RIR3 r1'"],
    ['4x45s', BODYWEIGHT, '4x8-12 bw'],
  ])('%s with another: %#', (written, to, expected) => {
    const { cell, marks } = readCell(written);
    expect(marks).toEqual([]);
    const prescriptions = cell.kind === 'sets' ? cell.prescriptions.map((one) => setsWith(one, to)) : [];
    expect(printCell({ kind: 'sets', prescriptions })).toBe(expected);
  });
});
