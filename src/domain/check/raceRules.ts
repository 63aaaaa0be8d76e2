import { addDays, daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import { plannedEffort } from '../programs/levers.ts';
import { firstHeavyAfter, lastHeavyWindow, raceDistanceOf, taperSets } from '../strength/taper.ts';
import { shortDate } from '../sheets/dateText.ts';
import type { CheckRule } from './checkRule.ts';
import { forAthlete } from './checkRule.ts';
import type { AthleteFacts, CheckContext, PlannedRace } from './context.ts';
import { isHardLift, isHeavyLift, isLower, lowerHardSetsOf } from './dose.ts';
import type { Remark } from './finding.ts';
import { leaveOutFix } from './fixes.ts';
import { placedSessions, placedSlots, placeOf, slotsIn, type PlacedSlot } from './places.ts';

const isBetween = (on: PlainDate, from: PlainDate, to: PlainDate): boolean => on >= from && on <= to;

const ofRaces = ({ races }: AthleteFacts, look: (race: PlannedRace) => readonly Remark[]): readonly Remark[] =>
  races.flatMap(look);

const raceText = ({ name, racedOn, priority }: PlannedRace): string => `${name} (${priority}, ${shortDate(racedOn)})`;

const PRIMER_EFFORT = 6;

/** A hard lift (R6 H1, H7); what stays at RPE 6 is a primer, or the first session back. */
const isInTheWay = (placed: PlacedSlot): boolean =>
  isHardLift(placed) && placed.slot.prescriptions.some((one) => (plannedEffort(one) ?? 10) > PRIMER_EFFORT);

/** One remark for each session that has such slots between two days; leaving them out mends it. */
const heavyBetween = (context: CheckContext, from: PlainDate, to: PlainDate, reason: string): readonly Remark[] =>
  placedSessions(context.program)
    .filter(({ on }) => isBetween(on, from, to))
    .flatMap((placed): Remark[] => {
      const heavy = slotsIn(placed, context).filter(isInTheWay);
      if (heavy.length === 0) return [];
      const fix = leaveOutFix('leave the heavy lifts out', heavy);
      return [{ severity: 'warning', week: placed.ordinal, session: placed.session.name, reason, fix }];
    });

const LEAST_TEXT = { A: '7 days', B: '5 days', C: '72 hours' } as const;

const heavyBeforeRace: CheckRule = {
  id: 'heavy-before-race',
  name: 'Heavy too close to a race',
  what: 'The last heavy lift for the legs lies 7 to 10 days before an A race, 5 days before a B race, 72 hours before a C race; a primer up to RPE 6 may come later.',
  why: 'A 5-km time was worse 48 hours after a leg-press session and better after 144 (Guimarães 2018). The days are our own.',
  rule: 'R2.12',
  needs: 'athlete',
  check: forAthlete((context, athlete) =>
    ofRaces(athlete, (race) => {
      const { lastOn } = lastHeavyWindow(race.racedOn, race.priority);
      const reason = `Heavy lifts less than ${LEAST_TEXT[race.priority]} before ${raceText(race)}`;
      return heavyBetween(context, addDays(lastOn, 1), race.racedOn, reason);
    }),
  ),
};

const lastStimulus: CheckRule = {
  id: 'last-heavy-too-early',
  name: 'Last heavy lift too early',
  what: 'Before an A race the last heavy lift for the legs is no more than 10 days away.',
  why: 'Our own rule. Stopping earlier costs little: four weeks without lifting kept the gains in energy cost (Berryman 2021, n = 8).',
  rule: 'R2.12',
  needs: 'athlete',
  check: forAthlete((context, athlete) =>
    ofRaces(athlete, (race): Remark[] => {
      const { firstOn } = lastHeavyWindow(race.racedOn, race.priority);
      const sessions = placedSessions(context.program);
      const last = sessions.findLast(({ on }) => on < race.racedOn);
      const heavy = sessions.findLast((one) => one.on < race.racedOn && slotsIn(one, context).some(isHeavyLift));
      if (firstOn === undefined || last === undefined || heavy === undefined || heavy.on >= firstOn) return [];
      if (daysBetween(last.on, race.racedOn) > 7) return [];
      const days = daysBetween(heavy.on, race.racedOn);
      const reason = `The last heavy lift is ${days} days before ${raceText(race)}`;
      return [{ severity: 'note', week: heavy.ordinal, session: heavy.session.name, reason }];
    }),
  ),
};

const WINDOWS: readonly (readonly [from: number, to: number])[] = [
  [20, 14],
  [13, 7],
  [6, 1],
];
/** The four weeks before the taper say what is usual, by the days from their first to the race. */
const USUAL_WEEKS = [48, 41, 34, 27];

const setsBetween = (context: CheckContext, from: PlainDate, to: PlainDate): number =>
  placedSessions(context.program)
    .filter(({ on }) => isBetween(on, from, to))
    .reduce((sum, placed) => sum + lowerHardSetsOf(slotsIn(placed, context)), 0);

/** Hard sets for the legs in the fullest of the four weeks before the taper. */
const usualSets = (context: CheckContext, racedOn: PlainDate): number =>
  Math.max(0, ...USUAL_WEEKS.map((days) => setsBetween(context, addDays(racedOn, -days), addDays(racedOn, 6 - days))));

const taperVolume: CheckRule = {
  id: 'taper-volume',
  name: 'Too many sets in the taper',
  what: 'Before an A race the weekly hard sets for the legs fall to 80, 60 and 40 % of the usual; the weight stays.',
  why: 'Our own numbers: rest comes from fewer sets, not from a lighter bar.',
  rule: 'R2.12',
  needs: 'athlete',
  check: forAthlete((context, athlete) =>
    ofRaces(athlete, (race) => {
      const usual = race.priority === 'A' ? usualSets(context, race.racedOn) : 0;
      return WINDOWS.flatMap(([from, to]): Remark[] => {
        const [first, last] = [addDays(race.racedOn, -from), addDays(race.racedOn, -to)];
        const sets = setsBetween(context, first, last);
        const most = taperSets(usual, from) ?? 0;
        const at = placedSessions(context.program).find(({ on }) => isBetween(on, first, last));
        if (usual === 0 || sets <= most || at === undefined) return [];
        const reason = `${sets} hard sets for the legs in the week ${from} to ${to} days before ${raceText(race)}; ${most} of ${usual} at most`;
        return [{ severity: 'warning', week: at.ordinal, reason }];
      });
    }),
  ),
};

const NEW_DAYS = 14;

const newExercise: CheckRule = {
  id: 'new-exercise-before-race',
  name: 'New exercise before a race',
  what: 'No exercise comes in within 14 days before an A or B race.',
  why: 'Our own rule: a new exercise makes sore.',
  rule: 'R2.12',
  needs: 'athlete',
  check: forAthlete((context, athlete) => {
    const slots = placedSlots(context);
    const firstOf = new Map<string, PlacedSlot>();
    for (const placed of slots) if (!firstOf.has(placed.exercise.key)) firstOf.set(placed.exercise.key, placed);
    const fresh = [...firstOf.values()].filter(({ ordinal }) => ordinal > 1);
    return ofRaces(athlete, (race) =>
      fresh
        .filter(({ on }) => race.priority !== 'C' && isBetween(on, addDays(race.racedOn, -NEW_DAYS), race.racedOn))
        .map((placed) => ({
          severity: 'warning',
          ...placeOf(placed),
          reason: `${placed.exercise.name} is new within ${NEW_DAYS} days before ${raceText(race)}`,
        })),
    );
  }),
};

const ECCENTRIC_DAYS = 10;
const SLOW_LOWERING_S = 4;

/** Nordics, heel drops, and anything for the legs lowered for four seconds or more. */
const isEccentric = ({ slot, exercise }: PlacedSlot): boolean =>
  ['ha_nordic', 'ha_nordic_ecc', 'cf_drop'].includes(exercise.key) ||
  (isLower(exercise) && slot.prescriptions.some(({ tempo }) => Number(tempo?.charAt(0) ?? 0) >= SLOW_LOWERING_S));

const eccentricBeforeRace: CheckRule = {
  id: 'eccentric-before-race',
  name: 'Nordics before a race',
  what: 'No Nordics and nothing lowered slowly within 10 days before a race.',
  why: 'Our own rule: lowering under load makes sore for days.',
  rule: 'R2.12',
  needs: 'athlete',
  check: forAthlete((context, athlete) =>
    ofRaces(athlete, (race) =>
      placedSlots(context)
        .filter((placed) => isBetween(placed.on, addDays(race.racedOn, -ECCENTRIC_DAYS), race.racedOn))
        .filter(isEccentric)
        .map((placed) => ({
          severity: 'warning',
          ...placeOf(placed),
          reason: `${placed.exercise.name} within ${ECCENTRIC_DAYS} days before ${raceText(race)}`,
          fix: leaveOutFix('leave it out', [placed]),
        })),
    ),
  ),
};

const heavyAfterRace: CheckRule = {
  id: 'heavy-after-race',
  name: 'Heavy too soon after a race',
  what: 'No heavy lift for the legs for 2 days after 5 km, 3 after 10 km, 5 after a half marathon, 10 after a marathon, or as many as you have set.',
  why: 'Our own numbers; and only when soreness is 2 or less by then.',
  rule: 'R2.12',
  needs: 'athlete',
  check: forAthlete((context, athlete) =>
    ofRaces(athlete, (race) => {
      if (race.distanceM === undefined) return [];
      const first = firstHeavyAfter(race.racedOn, raceDistanceOf(race.distanceM), context.hours?.afterRaceDays);
      const reason = `Heavy lifts before ${shortDate(first)}, the first day for them after ${raceText(race)}`;
      return heavyBetween(context, addDays(race.racedOn, 1), addDays(first, -1), reason);
    }),
  ),
};

/** Races and tapers (R2.12). */
export const RACE_RULES: readonly CheckRule[] = [
  heavyBeforeRace,
  lastStimulus,
  taperVolume,
  newExercise,
  eccentricBeforeRace,
  heavyAfterRace,
];
