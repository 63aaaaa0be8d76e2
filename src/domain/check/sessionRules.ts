import { sessionMinutes } from '../programs/sessionMinutes.ts';
import { cutTo } from '../programs/cutTo.ts';
import type { CheckRule } from './checkRule.ts';
import { forAthlete } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import { isLower, lowerHardSets, lowerHardSetsOf } from './dose.ts';
import type { Fix, Remark } from './finding.ts';
import { setsFix, setsText } from './fixes.ts';
import { placedWeeks, sessionsIn, slotsIn, type PlacedSession, type PlacedSlot } from './places.ts';

const ofSessions = ({ program }: CheckContext, look: (placed: PlacedSession) => readonly Remark[]): readonly Remark[] =>
  placedWeeks(program).flatMap(sessionsIn).flatMap(look);

const isPlan = ({ template }: CheckContext): boolean => template?.kind !== 'addition';

const doubledPattern: CheckRule = {
  id: 'main-pattern-doubled',
  name: 'Pattern doubled',
  what: 'A session has one main lift of a pattern: a squat and a hinge, not two squats.',
  why: 'Our own rule: the second main lift of a pattern adds fatigue where another pattern is missing.',
  rule: 'R2.3',
  needs: 'program',
  check: (context) =>
    ofSessions(context, (placed) => {
      const main = slotsIn(placed, context).filter(({ slot, exercise }) => slot.role === 'main' && isLower(exercise));
      return main.flatMap((second, index): Remark[] => {
        const first = main.slice(0, index).find(({ exercise }) => exercise.pattern === second.exercise.pattern);
        if (first === undefined) return [];
        const reason = `${second.exercise.name} is a second main ${second.exercise.pattern} beside ${first.exercise.name} (${first.slot.label})`;
        return [
          { severity: 'warning', week: placed.ordinal, session: placed.session.name, label: second.slot.label, reason },
        ];
      });
    }),
};

const MOST_LOWER_SETS = 12;

/** Sets taken off the last slot that can spare them. */
const fewerLowerSets = (slots: readonly PlacedSlot[], excess: number): Fix | undefined => {
  const placed = slots.findLast((one) => lowerHardSets(one) > excess);
  if (placed === undefined) return undefined;
  const cut = cutTo(placed.slot.prescriptions, lowerHardSets(placed) - excess);
  return setsFix(`${setsText(cut)} of ${placed.exercise.name}`, placed, cut);
};

const lowerSets: CheckRule = {
  id: 'too-many-lower-sets',
  name: 'Too many hard sets for the legs',
  what: 'A session of a plan has at most 12 hard sets for the legs.',
  why: 'Our own rule: six to nine are usual, and running has to absorb them.',
  rule: 'R2.3',
  needs: 'program',
  check: (context) =>
    !isPlan(context)
      ? []
      : ofSessions(context, (placed) => {
          const slots = slotsIn(placed, context);
          const sets = lowerHardSetsOf(slots);
          if (sets <= MOST_LOWER_SETS) return [];
          return [
            {
              severity: 'warning',
              week: placed.ordinal,
              session: placed.session.name,
              reason: `${sets} hard sets for the legs; ${MOST_LOWER_SETS} at most`,
              fix: fewerLowerSets(slots, sets - MOST_LOWER_SETS),
            },
          ];
        }),
};

const overMinutes: CheckRule = {
  id: 'over-its-minutes',
  name: 'Longer than planned',
  what: 'The sets and rests of a session fit into its planned minutes.',
  why: 'Our own estimate: ten minutes of warm-up, 45 seconds a set, and the rests as written.',
  rule: 'R2.3',
  needs: 'program',
  check: (context) =>
    ofSessions(context, ({ ordinal, session }) => {
      const minutes = sessionMinutes(session.slots);
      if (minutes <= session.minutes) return [];
      const reason = `About ${minutes} minutes of work are planned in ${session.minutes}`;
      return [{ severity: 'warning', week: ordinal, session: session.name, reason }];
    }),
};

const DAY_NAMES: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const overAthleteMinutes: CheckRule = {
  id: 'over-free-minutes',
  name: 'Longer than the athlete has',
  what: 'A session takes no longer than the athlete has for lifting on its day.',
  why: 'Our own rule: what does not fit is not done.',
  rule: 'R6.1',
  needs: 'athlete',
  check: forAthlete((context, { usualWeek }) =>
    ofSessions(context, ({ ordinal, session }) => {
      const free = usualWeek.find(({ weekday }) => weekday === session.weekday)?.liftMinutes;
      const minutes = sessionMinutes(session.slots);
      if (free === undefined || minutes <= free) return [];
      const day = DAY_NAMES[session.weekday - 1] ?? '';
      const reason =
        free === 0
          ? `There is no time for lifting on ${day}`
          : `About ${minutes} minutes, and ${free} are free on ${day}`;
      return [{ severity: 'warning', week: ordinal, session: session.name, reason }];
    }),
  ),
};

/** One session by itself. */
export const SESSION_RULES: readonly CheckRule[] = [doubledPattern, lowerSets, overMinutes, overAthleteMinutes];
