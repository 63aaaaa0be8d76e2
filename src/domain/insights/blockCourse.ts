import { addDays, type PlainDate } from '../kernel/plainDate.ts';

/** A lift's trend on one day, kilograms. */
export interface TrendOn {
  readonly exerciseId: number;
  readonly on: PlainDate;
  readonly trendKg: number;
}

/** How strength stood at the end of one week of a block, as a share of where it began: 0.03 is 3 % more. */
export interface CoursePoint {
  /** 1 is the first week. */
  readonly week: number;
  readonly change: number;
}

/** A maximum known so long before a block still tells where it began. */
const KNOWN_DAYS = 28;

const meanLog = (ratios: readonly number[]): number =>
  Math.expm1(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);

/**
 * Strength week by week over a block, the mean of its lifts (R1.5), so that blocks can be laid over each other. Lifts that were not known when
 * it began count from the end of its first week on; a week in which none was lifted has no point. In order of date.
 */
export const blockCourse = (points: readonly TrendOn[], startsOn: PlainDate, weeks: number): readonly CoursePoint[] => {
  const lifts = [...Map.groupBy(points, ({ exerciseId }) => exerciseId).values()].flatMap((lift) => {
    const before = lift.findLast(({ on }) => on <= startsOn && on >= addDays(startsOn, -KNOWN_DAYS));
    const start = before ?? lift.find(({ on }) => on > startsOn && on <= addDays(startsOn, 6));
    return start === undefined || start.trendKg <= 0 ? [] : [{ lift, start }];
  });
  return Array.from({ length: weeks }, (_, at) => at + 1).flatMap((week): CoursePoint[] => {
    const [from, to] = [addDays(startsOn, 7 * (week - 1)), addDays(startsOn, 7 * week - 1)];
    const ratios = lifts.flatMap(({ lift, start }) => {
      const last = lift.findLast(({ on }) => on > start.on && on >= from && on <= to);
      return last === undefined || last.trendKg <= 0 ? [] : [last.trendKg / start.trendKg];
    });
    return ratios.length === 0 ? [] : [{ week, change: meanLog(ratios) }];
  });
};
