import { addDays, daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import type { CheckIn } from './checkIn.ts';
import { hasBadItem, hooperIndex, hooperLight, hooperZ } from './hooper.ts';
import type { Readiness } from './trafficLight.ts';

/** Days a report speaks for: its own and the two after. */
const FRESH_DAYS = 2;

const BASELINE_DAYS = 28;

/** One day's Hooper index against the athlete's own days before it (R8.3). */
export interface HooperDay {
  /** 4 to 28. */
  readonly index: number;
  /** Days of the 28 before with all four items. */
  readonly days: number;
  /** In standard deviations; absent with fewer than 10 days. */
  readonly z?: number | undefined;
  readonly hasBadItem: boolean;
  /** The day before was amber or red too: two days in a row act, one informs. */
  readonly isSecondDay: boolean;
}

export interface TodayReadiness {
  readonly newest: CheckIn;
  readonly hooper?: HooperDay | undefined;
  readonly readiness: Readiness;
}

const indexOf = ({ hooper }: CheckIn): number | undefined => (hooper === undefined ? undefined : hooperIndex(hooper));

/** Mean and sample standard deviation of the 28 days before a day [D: the day itself is not part of its own baseline]. */
const baselineOf = (checkIns: readonly CheckIn[], on: PlainDate): { mean: number; sd: number; days: number } => {
  const from = addDays(on, -BASELINE_DAYS);
  const values = checkIns.filter((one) => one.on >= from && one.on < on).flatMap((one) => indexOf(one) ?? []);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / Math.max(values.length - 1, 1)), days: values.length };
};

const strainOf = (checkIns: readonly CheckIn[], checkIn: CheckIn): Omit<HooperDay, 'isSecondDay'> | undefined => {
  const index = indexOf(checkIn);
  if (index === undefined || checkIn.hooper === undefined) return undefined;
  const baseline = baselineOf(checkIns, checkIn.on);
  return { index, days: baseline.days, z: hooperZ(index, baseline), hasBadItem: hasBadItem(checkIn.hooper) };
};

const isStrained = (strain: Omit<HooperDay, 'isSecondDay'> | undefined): boolean =>
  strain !== undefined && (strain.hasBadItem || (strain.z !== undefined && hooperLight(strain.z) !== 'green'));

const hooperDayOf = (checkIns: readonly CheckIn[], newest: CheckIn): HooperDay | undefined => {
  const strain = strainOf(checkIns, newest);
  if (strain === undefined) return undefined;
  const before = checkIns.find((one) => one.on === addDays(newest.on, -1));
  const wasStrained = before !== undefined && isStrained(strainOf(checkIns, before));
  return { ...strain, isSecondDay: isStrained(strain) && wasStrained };
};

/**
 * What the athlete's reports say of today (R8.3, R8.4): the newest one, when it is of today or one of the two days before, and
 * its Hooper index against the 28 days before it. `undefined` without such a report. Reports dated after today are passed over.
 */
export const readinessToday = (checkIns: readonly CheckIn[], today: PlainDate): TodayReadiness | undefined => {
  const newest = checkIns.filter((one) => one.on <= today).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  if (newest === undefined || daysBetween(newest.on, today) > FRESH_DAYS) return undefined;
  const hooper = hooperDayOf(checkIns, newest);
  return {
    newest,
    hooper,
    readiness: {
      pain: newest.painScore,
      hasRedFlag: newest.redFlags.length > 0,
      soreness: newest.soreness,
      hooperZ: hooper?.z,
      hasBadHooperItem: hooper?.hasBadItem,
      sleepH: newest.sleepH,
      illness: newest.illness,
    },
  };
};
