import { expect, test } from 'vitest';
import { blockCourse } from '../../../src/domain/insights/blockCourse.ts';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';

const START = '2026-10-05' as PlainDate;

const point = (exerciseId: number, day: number, trendKg: number) => ({ exerciseId, on: addDays(START, day), trendKg });

test('strength of each week as a share of where the block began, the mean of its lifts', () => {
  const points = [
    point(1, -3, 100),
    point(2, -1, 50),
    point(1, 2, 102),
    point(2, 8, 52),
    point(1, 9, 104),
    point(1, 30, 110),
  ];
  const course = blockCourse(points, START, 4);
  expect(course.map(({ week }) => week)).toEqual([1, 2]);
  expect(course[0]?.change).toBeCloseTo(0.02, 9);
  expect(course[1]?.change).toBeCloseTo(Math.sqrt(1.04 * 1.04) - 1, 9);
});

test('a lift that was not known when it began counts from its first week on; a long forgotten one does not count', () => {
  const points = [point(1, -60, 90), point(1, 9, 99), point(2, 3, 50), point(2, 10, 55)];
  expect(blockCourse(points, START, 4)).toEqual([{ week: 2, change: expect.closeTo(0.1, 9) as number }]);
});

test('of nothing there is no course', () => {
  expect(blockCourse([], START, 4)).toEqual([]);
  expect(blockCourse([point(1, -1, 0), point(1, 3, 100)], START, 4)).toEqual([]);
});
