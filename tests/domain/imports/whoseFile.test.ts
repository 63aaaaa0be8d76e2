import { describe, expect, test } from 'vitest';
import { whoseFile } from '../../../src/domain/imports/whoseFile.ts';

const PEOPLE = [
  { athleteId: 1, name: 'Ana Duarte' },
  { athleteId: 2, name: 'Ana Martins' },
  { athleteId: 3, name: 'Jörg Brandstätter' },
  { athleteId: 4, name: 'Max Strong' },
];

const whose = (fileName: string, more: Partial<Parameters<typeof whoseFile<number>>[0]> = {}) =>
  whoseFile({ fileName, ...more }, PEOPLE);

describe('whose file it is', () => {
  test.each([
    ['ana_duarte-strava.csv', { kind: 'sure', athleteId: 1, why: 'fileName' }],
    ['Duarte, Ana (2).csv', { kind: 'sure', athleteId: 1, why: 'fileName' }],
    ['jorg.brandstatter.activities.csv', { kind: 'sure', athleteId: 3, why: 'fileName' }],
    ['ana.csv', { kind: 'likely', athleteIds: [1, 2], why: 'fileName' }],
    ['brandstätter.csv', { kind: 'likely', athleteIds: [3], why: 'fileName' }],
    ['strong.csv', { kind: 'unknown' }],
    ['activities.csv', { kind: 'unknown' }],
  ])('%s', (fileName, expected) => {
    expect(whose(fileName)).toEqual(expected);
  });

  test('a folder says it where the file name does not', () => {
    expect(whose('activities.csv', { folder: 'Ana Martins' })).toEqual({ kind: 'sure', athleteId: 2, why: 'folder' });
  });

  test('entries that somebody has already say more than any name; two who have them are asked about', () => {
    const fileName = 'ana_duarte.csv';
    expect(whose(fileName, { entries: { compared: 200, sharedBy: new Map([[3, 40]]) } })).toMatchObject({
      kind: 'sure',
      athleteId: 3,
    });
    const sharedBy = new Map([
      [3, 2],
      [1, 40],
    ]);
    const two = whose('activities.csv', { entries: { compared: 200, sharedBy } });
    expect(two).toEqual({ kind: 'likely', athleteIds: [1, 3], why: 'entries' });
  });

  test('a sure name outranks a doubtful overlap', () => {
    const sharedBy = new Map([
      [3, 2],
      [1, 40],
    ]);
    expect(whose('x.csv', { entries: { compared: 200, sharedBy }, namesInside: ['Ana Martins'] })).toMatchObject({
      athleteId: 2,
      why: 'inside',
    });
  });

  test('a few entries of many can be chance: asked, unless they are half of the file', () => {
    const sharedBy = new Map([[3, 2]]);
    expect(whose('activities.csv', { entries: { compared: 50, sharedBy } })).toMatchObject({
      kind: 'likely',
      athleteIds: [3],
    });
    expect(whose('activities.csv', { entries: { compared: 4, sharedBy } })).toMatchObject({
      kind: 'sure',
      athleteId: 3,
    });
  });

  test('somebody with one word for a name is found unless every file is called so', () => {
    const people = [
      { athleteId: 1, name: 'Zola' },
      { athleteId: 2, name: 'Strong' },
    ];
    expect(whoseFile({ fileName: 'zola strong.csv' }, people)).toMatchObject({ kind: 'sure', athleteId: 1 });
    expect(whoseFile({ fileName: 'strong.csv' }, people)).toEqual({ kind: 'unknown' });
  });
});
