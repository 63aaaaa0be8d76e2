import { expect, test } from 'vitest';
import { massEvidenceOf } from '../../../src/domain/imports/massEvidence.ts';

const loads = (from: number, to: number, step: number): { load: number; count: number }[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => ({ load: from + at * step, count: 1 }));

test.each([
  ['a log of 45 lb bars', [45, 95, 135, 185, 225].map((load) => ({ load, count: 4 })), 'lb'],
  ['a log of 20 kg bars with small plates', [20, 61.25, 62.5, 100].map((load) => ({ load, count: 4 })), 'kg'],
  // As many typical pounds, three times, as half steps and typical kilograms, halved: 0.1 · 3 and 0.25 + 0.05.
  ['a log that speaks for both as much', loads(60, 157.5, 2.5), 'kg'],
])('%s', (_, printed, unit) => {
  expect(massEvidenceOf(printed).unit).toBe(unit);
});

test('nothing that tells either is said to be assumed', () => {
  expect(massEvidenceOf([{ load: 50, count: 3 }])).toMatchObject({
    unit: 'kg',
    evidence: expect.stringContaining('kilograms assumed') as string,
  });
});
