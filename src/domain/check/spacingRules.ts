import { addDays, daysBetween, type Weekday } from '../kernel/plainDate.ts';
import { liftDayPairs } from '../programs/chooseWeekdays.ts';
import type { UsualDay } from '../athletes/athlete.ts';
import { recoversSlowly, SLOW_BETWEEN_LIFTS_H } from '../athletes/recovery.ts';
import { DEFAULT_POLICIES } from '../placement/policies.ts';
import { isMaintenanceLapse } from '../strength/taper.ts';
import type { CheckRule } from './checkRule.ts';
import { forAthlete } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import { isHardLift, isHeavyLift } from './dose.ts';
import type { Remark } from './finding.ts';
import { placedSessions, slotsIn, type PlacedSession } from './places.ts';

const hardSessions = (context: CheckContext): readonly PlacedSession[] =>
  placedSessions(context.program).filter((placed) => slotsIn(placed, context).some(isHardLift));

/** From one lower-body lift to the next: three days from 50 years on and for beginners, and what the guard rails ask. */
const leastHours = ({ athlete, hours = DEFAULT_POLICIES }: CheckContext, placed: PlacedSession): number => {
  if (athlete === undefined) return hours.betweenLiftsH;
  const rails = athlete.guardRailsOn(placed.on).map(({ effects }) => effects.leastHoursBetweenLowerLifts ?? 0);
  const isSlow = recoversSlowly(athlete.age, athlete.entryClass);
  return Math.max(isSlow ? SLOW_BETWEEN_LIFTS_H : 0, hours.betweenLiftsH, ...rails);
};

const tooClose: CheckRule = {
  id: 'heavy-too-close',
  name: 'Heavy sessions too close',
  what: 'Heavy sessions for the legs lie 48 hours apart, or as many as the settings say; 72 hours from 50 years on and for new lifters.',
  why: 'Lifting leaves legs tired for a day or two (Doma & Deakin 2013; Doma 2017, 2019). The hours are our own.',
  rule: 'R6.1',
  needs: 'program',
  check: (context) => {
    const sessions = hardSessions(context);
    return sessions.flatMap((placed, index): Remark[] => {
      const before = sessions[index - 1];
      const hours = leastHours(context, placed);
      if (before === undefined || daysBetween(before.on, placed.on) * 24 >= hours) return [];
      const reason = `Less than ${hours} hours after the heavy lifts of ${before.session.name}`;
      return [{ severity: 'warning', week: placed.ordinal, session: placed.session.name, reason }];
    });
  },
};

/** Lifts in the evening, runs in the morning (R6.1). */
const NEXT_DAY_H = 12;
const SECOND_DAY_H = 36;
/** From here on a key run is far enough away to ask for nothing better. */
const GOOD_H = 48;

const keyRunAfter = (weekday: Weekday, days: number, week: readonly UsualDay[]) => {
  const run = week.find((day) => day.weekday === ((weekday - 1 + days) % 7) + 1)?.run;
  return run === 'quality' || run === 'long' ? run : undefined;
};

/** Whether these two days cost no more than any other pair of the week that lies as far apart: there is nothing better to move to. */
const isBestPair = (days: readonly Weekday[], week: readonly UsualDay[], leastH: number): boolean => {
  const [best, ...others] = liftDayPairs(week).filter(({ apartH }) => apartH >= leastH);
  if (best === undefined) return true;
  const same = [best, ...others].find((pair) => days.every((day) => pair.days.includes(day)));
  return same !== undefined && same.cost <= best.cost + 1e-9;
};

const beforeKeyRun: CheckRule = {
  id: 'heavy-before-key-run',
  name: 'Heavy legs before a key run',
  what: 'No heavy lift for the legs within 24 hours before a quality or a long run, or as many as the settings say, and none within 48 hours where there is a better day.',
  why: 'The day after lifting and running, six hours apart, runners lasted 29 % less at a hard pace when they had lifted first and 18 % less when they had run first (Doma & Deakin 2013, n = 14). The hours are our own; lifts are taken to be in the evening and runs in the morning.',
  rule: 'R6.1',
  needs: 'athlete',
  check: forAthlete((context, { usualWeek }) => {
    const { beforeKeyRunH } = context.hours ?? DEFAULT_POLICIES;
    const sessions = hardSessions(context);
    return sessions.flatMap((placed): Remark[] => {
      const { ordinal, session } = placed;
      const place = { week: ordinal, session: session.name };
      const runs = [NEXT_DAY_H, SECOND_DAY_H].flatMap((away, index) => {
        const run = keyRunAfter(session.weekday, index + 1, usualWeek);
        return run === undefined ? [] : { away, run };
      });
      const forbidden = runs.find(({ away }) => away < beforeKeyRunH);
      if (forbidden !== undefined) {
        const reason = `Heavy lifts less than ${beforeKeyRunH} hours before the ${forbidden.run} run`;
        return [{ severity: 'fault', ...place, reason }];
      }
      const near = runs[0];
      if (near === undefined) return [];
      const days = sessions.filter((one) => one.ordinal === ordinal).map((one) => one.session.weekday);
      const isBest = isBestPair(days, usualWeek, leastHours(context, placed));
      const reason = `Heavy lifts less than ${GOOD_H} hours before the ${near.run} run${isBest ? '; this week has no better day' : ''}`;
      return [{ severity: isBest ? 'note' : 'warning', ...place, reason }];
    });
  }),
};

const MOST_DAYS = 10;

const lapse: CheckRule = {
  id: 'maintenance-lapse',
  name: 'Too long without a heavy lift',
  what: `In season no more than ${MOST_DAYS} days lie between two heavy lifts for the legs.`,
  why: 'Strength holds with one session a week as long as the weight stays high (Rønnestad 2010; Spiering 2021). Ten days are our own limit.',
  rule: 'R2.12',
  needs: 'program',
  check: (context) => {
    const sessions = placedSessions(context.program).filter((one) => slotsIn(one, context).some(isHeavyLift));
    return sessions.flatMap((placed, index): Remark[] => {
      const before = sessions[index - 1];
      if (before === undefined || placed.phase !== 'season' || !isMaintenanceLapse(daysBetween(before.on, placed.on))) {
        return [];
      }
      const reason = `${daysBetween(before.on, placed.on)} days since the last heavy lift for the legs`;
      return [{ severity: 'warning', week: placed.ordinal, session: placed.session.name, reason }];
    });
  },
};

const lapseNow: CheckRule = {
  id: 'not-lifted-in-season',
  name: 'Not lifted for long',
  what: `In season the athlete’s last lift is no more than ${MOST_DAYS} days ago.`,
  why: 'Strength holds with one session a week as long as the weight stays high (Rønnestad 2010; Spiering 2021). Ten days are our own limit.',
  rule: 'R2.12',
  needs: 'athlete',
  check: forAthlete((context, { today, lastLiftOn }) => {
    if (lastLiftOn === undefined || !isMaintenanceLapse(daysBetween(lastLiftOn, today))) return [];
    const now = placedSessions(context.program).find(({ on, phase }) => phase === 'season' && on >= today);
    if (now === undefined || now.on > addDays(today, 7)) return [];
    const reason = `The last lift was ${daysBetween(lastLiftOn, today)} days ago`;
    return [{ severity: 'warning', week: now.ordinal, reason }];
  }),
};

/** Heavy lifts among themselves and before key runs (R6, R2.12). */
export const SPACING_RULES: readonly CheckRule[] = [tooClose, beforeKeyRun, lapse, lapseNow];
