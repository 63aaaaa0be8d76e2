import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import {
  afterShutGate,
  gateOne,
  gateTwo,
  type GateFacts,
  type HeavyGateFacts,
} from '../../domain/progression/gates.ts';
import { gateReasonText } from '../../domain/progression/gateWords.ts';
import { rampGates, repeatsBefore, type RampGate } from '../../domain/progression/rampGates.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import type { ReadDb } from '../db/sql.ts';
import { outcomesSince } from '../training/athleteConsistency.ts';
import { liftPointsOf, weeksOf } from '../training/analysisStore.ts';
import { checkInsOf } from '../training/checkInStore.ts';
import type { StoredProgram } from './programStore.ts';
import type { StoredWeek } from './programWeekStore.ts';

/** Weeks back that the gates look at: running over three, lifting since the program began. */
const RUN_WEEKS = 3;
const PAIN_DAYS = 14;
const LAST_LIFTS = 4;
const FULL_SHARE = 0.8;
/** Soreness peaks one to two days after a lift. */
const SORE_FROM_DAYS = 1;
const SORE_TO_DAYS = 2;

interface Looked {
  readonly db: ReadDb;
  readonly athlete: StoredAthlete;
  readonly program: StoredProgram;
  readonly weeks: readonly StoredWeek[];
  readonly today: PlainDate;
}

/** Planned sessions that are past, with how much of each was done, oldest first. */
const pastSessions = ({ db, athlete, program, weeks, today }: Looked) => {
  const { outcomeOf, logged } = outcomesSince(db, athlete.athleteId, program.startsOn);
  const past = weeks
    .filter((week) => week.startsOn <= today)
    .flatMap((week) => {
      const { sessions } = outcomeOf(week.startsOn);
      const dateOf = new Map(
        week.sessions.map((one) => [Number(one.sessionId), addDays(week.startsOn, one.weekday - 1)]),
      );
      return sessions.map((session) => ({
        ...session,
        sessionsInWeek: week.sessions.length,
        date: dateOf.get(session.sessionId) ?? week.startsOn,
      }));
    })
    .filter(({ date, isDone }) => date < today || isDone);
  return { past, liftDays: [...new Set(logged.map(({ performedOn }) => performedOn))].toSorted() };
};

/** Peak soreness a day or two after each of the last two lifts; a lift nobody was asked about says nothing. */
const sorenessAfter = ({ db, athlete }: Looked, liftDays: readonly PlainDate[]): readonly number[] => {
  const lifts = liftDays.slice(-2);
  const checkIns = lifts[0] === undefined ? [] : checkInsOf(db, athlete.athleteId, lifts[0]);
  return lifts.flatMap((day) => {
    const after = checkIns.flatMap(({ on, soreness }) => {
      const days = daysBetween(day, on);
      return soreness !== undefined && days >= SORE_FROM_DAYS && days <= SORE_TO_DAYS ? soreness : [];
    });
    return after.length === 0 ? [] : Math.max(...after);
  });
};

const worstPain = ({ db, athlete, today }: Looked): number | undefined => {
  const checkIns = checkInsOf(db, athlete.athleteId, addDays(today, -PAIN_DAYS));
  return checkIns.length === 0 ? undefined : Math.max(...checkIns.map(({ painScore }) => painScore ?? 0));
};

const usualWeekM = ({ athlete }: Looked): number | undefined => {
  const metres = athlete.details.usualWeek.reduce((sum, day) => sum + (day.distanceM ?? 0), 0);
  return metres > 0 ? metres : undefined;
};

const running = (looked: Looked, startsOn: PlainDate): Pick<GateFacts, 'runDoneM' | 'runPlannedM' | 'startWeek'> => {
  const { db, athlete, today } = looked;
  const monday = mondayOf(today);
  const done = weeksOf(db, athlete.athleteId, addDays(monday, -7 * RUN_WEEKS)).filter((week) => week.startsOn < monday);
  const doneM = done.reduce((sum, week) => sum + week.runM, 0);
  const usualM = usualWeekM(looked);
  const lastM = done.find((week) => week.startsOn === addDays(monday, -7))?.runM;
  // Only of the week at hand is it known what running came before it.
  const isAtHand = daysBetween(monday, startsOn) <= 7;
  const hasRise = usualM !== undefined && lastM !== undefined && lastM > 0 && isAtHand;
  const hasRace = racesOf(db, athlete.athleteId).some(
    ({ racedOn }) => racedOn >= startsOn && racedOn < addDays(startsOn, 7),
  );
  return {
    ...(usualM === undefined ? {} : { runDoneM: doneM, runPlannedM: usualM * RUN_WEEKS }),
    startWeek: { hasRace, ...(hasRise ? { runRisePercent: 100 * (usualM / lastM - 1) } : {}) },
  };
};

/** Change of the main lifts' trend over the last eight weeks: the worst of them. */
const trendChange = ({ db, athlete, weeks, today }: Looked): number | undefined => {
  const slots = weeks.flatMap((week) => week.sessions.flatMap((session) => session.slots));
  const main = new Set(slots.filter((slot) => slot.role === 'main').map((slot) => slot.exerciseKey));
  const points = liftPointsOf(db, athlete.athleteId, addDays(today, -56));
  const changes = [...main].flatMap((key) => {
    const own = points.filter((point) => point.key === key);
    const [first] = own;
    const last = own.at(-1);
    return first === undefined || last === undefined || first === last ? [] : last.trend_kg / first.trend_kg - 1;
  });
  return changes.length === 0 ? undefined : Math.min(...changes);
};

const factsFor = (looked: Looked, startsOn: PlainDate): HeavyGateFacts => {
  const { past, liftDays } = pastSessions(looked);
  const last = past.slice(-LAST_LIFTS);
  return {
    ...(last.length === 0 ? {} : { liftsDone: last.filter(({ isDone }) => isDone).length, liftsPlanned: last.length }),
    soreness: sorenessAfter(looked, liftDays),
    pain: worstPain(looked),
    ...running(looked, startsOn),
    fullLiftsTwiceAWeek: past.filter(({ sessionsInWeek, share }) => sessionsInWeek > 1 && share >= FULL_SHARE).length,
    trendChange: trendChange(looked),
  };
};

const gateView = (looked: Looked, { gate, week }: RampGate) => {
  const startsOn = looked.weeks[week - 1]?.startsOn ?? looked.today;
  const facts = factsFor(looked, startsOn);
  const answer = gate === 'G1' ? gateOne(facts) : gateTwo(facts);
  const repeats = repeatsBefore(looked.weeks, week);
  return {
    gate,
    week,
    startsOn,
    outcome: answer.outcome,
    against: answer.reasons.filter(({ tag }) => tag !== 'unknown').map(gateReasonText),
    unknown: answer.reasons.filter(({ tag }) => tag === 'unknown').map(gateReasonText),
    repeats,
    next: afterShutGate(repeats),
  };
};

/** How long a gate is spoken of before and after its day. */
const AHEAD_DAYS = 14;
const AFTER_DAYS = 6;

/** The gates of a program's start ramp that stand before the coach now (R2.11), read from the athlete's data. */
export const gatesNow = (looked: Looked) =>
  rampGates({ templateKey: looked.program.templateKey, weeks: looked.weeks })
    .filter(({ week }) => {
      const startsOn = looked.weeks[week - 1]?.startsOn;
      if (startsOn === undefined) return false;
      const days = daysBetween(looked.today, startsOn);
      return days <= AHEAD_DAYS && days >= -AFTER_DAYS;
    })
    .map((gate) => gateView(looked, gate));
