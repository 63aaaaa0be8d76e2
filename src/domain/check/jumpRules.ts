import { daysBetween } from '../kernel/plainDate.ts';
import {
  CONTACT_CAPS,
  contactFaults,
  JUMP_CLASSES,
  mostContactsNextWeek,
  weightedContacts,
  type JumpClass,
  type JumpLevel,
  type JumpWork,
} from '../strength/contacts.ts';
import { roundTo } from '../kernel/quantity.ts';
import { cutTo } from '../programs/cutTo.ts';
import type { CheckRule } from './checkRule.ts';
import { forAthlete } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import { isJump } from './dose.ts';
import type { Fix, Remark } from './finding.ts';
import { cellEdit } from './fixes.ts';
import {
  placedSessions,
  placedSlots,
  placedWeeks,
  sessionsIn,
  slotsIn,
  slotsInWeek,
  type PlacedSession,
  type PlacedSlot,
} from './places.ts';

const classOf = ({ exercise }: PlacedSlot): JumpClass =>
  JUMP_CLASSES.find((one) => exercise.pattern === `plyo-${one}`) ?? 'low';

/** Ground contacts of a slot, those of both legs. */
const workOf = (placed: PlacedSlot): JumpWork => {
  const { slot, exercise } = placed;
  const contacts = slot.prescriptions.reduce((sum, one) => {
    const perSet = one.contacts ?? 0;
    return sum + one.sets * perSet * (one.isPerSide === true || exercise.isUnilateral ? 2 : 1);
  }, 0);
  return { jumpClass: classOf(placed), contacts, isUnilateral: exercise.isUnilateral };
};

const jumpsIn = (slots: readonly PlacedSlot[]): readonly PlacedSlot[] =>
  slots.filter(({ exercise }) => isJump(exercise));

const contactsOf = (slots: readonly PlacedSlot[]): number =>
  slots.reduce((sum, slot) => sum + workOf(slot).contacts, 0);

const LEVEL_FOR: Readonly<Record<JumpClass, JumpLevel>> = { low: 'L1', med: 'L2', high: 'L3' };

/** The athlete's level, or the template's; where neither is known, the lowest that allows what is planned [D]. */
const levelOf = (context: CheckContext): JumpLevel => {
  const known = context.athlete?.jumpLevel ?? context.template?.jumpLevel;
  if (known !== undefined) return known;
  const classes = jumpsIn(placedSlots(context)).map(classOf);
  return LEVEL_FOR[JUMP_CLASSES.findLast((one) => classes.includes(one)) ?? 'low'];
};

/** Sets taken off from the last jump backwards until so many contacts are left; every jump keeps a set. */
const fewerContacts = (slots: readonly PlacedSlot[], most: number): Fix => {
  let excess = contactsOf(slots) - most;
  const edits = slots.toReversed().flatMap((placed) => {
    const { prescriptions } = placed.slot;
    let cut = prescriptions;
    for (let sets = prescriptions.reduce((sum, one) => sum + one.sets, 0) - 1; excess > 0 && sets >= 1; sets -= 1) {
      const fewer = cutTo(prescriptions, sets);
      const before = workOf({ ...placed, slot: { ...placed.slot, prescriptions: cut } }).contacts;
      excess -= before - workOf({ ...placed, slot: { ...placed.slot, prescriptions: fewer } }).contacts;
      cut = fewer;
    }
    return cut === prescriptions ? [] : [cellEdit(placed, cut)];
  });
  return { label: `at most ${most} contacts`, edits };
};

/** The most contacts of a session: less where a guard rail takes a share of the jumps away (R8.6). */
const mostContacts = ({ athlete }: CheckContext, { on }: PlacedSession, most: number): number => {
  const rails = athlete?.guardRailsOn(on) ?? [];
  return Math.floor(most * Math.min(1, ...rails.map(({ effects }) => effects.impactFraction ?? 1)));
};

const contactCap: CheckRule = {
  id: 'contact-cap',
  name: 'Too many ground contacts',
  what: 'A session keeps to the contacts and the classes of jumps of its level: 50 low ones for beginners, 90 low and medium, 120 with at most 40 high.',
  why: 'Our own limits, lower than the usual ones because every run makes thousands of contacts already.',
  rule: 'R2.7',
  needs: 'program',
  check: (context) => {
    const level = levelOf(context);
    const cap = CONTACT_CAPS[level];
    return placedWeeks(context.program)
      .flatMap(sessionsIn)
      .flatMap((placed): Remark[] => {
        const jumps = jumpsIn(slotsIn(placed, context));
        const contacts = contactsOf(jumps);
        const most = mostContacts(context, placed, cap.most);
        const place = { severity: 'warning' as const, week: placed.ordinal, session: placed.session.name };
        const reasons = {
          tooMany: `${contacts} ground contacts; ${most} at most at level ${level}`,
          tooManyHigh: `More than ${cap.mostHigh} contacts of hard jumps`,
          classNotAllowed: `Jumps of a class that level ${level} does not have yet`,
        };
        const faults = contactFaults(jumps.map(workOf), level).filter((fault) => fault !== 'tooMany');
        return [...(contacts > most ? (['tooMany'] as const) : []), ...faults].map((fault) => ({
          ...place,
          reason: reasons[fault],
          ...(fault === 'tooMany' ? { fix: fewerContacts(jumps, most) } : {}),
        }));
      });
  },
};

const firstContacts: CheckRule = {
  id: 'first-jumps',
  name: 'Too many jumps to begin with',
  what: 'The first week of jumps has at most 30 contacts a session at the first level, 50 at the second, 70 at the third.',
  why: 'Our own rule: start small and build.',
  rule: 'R2.7',
  needs: 'program',
  check: (context) => {
    const level = levelOf(context);
    const { firstWeek } = CONTACT_CAPS[level];
    const first = placedWeeks(context.program).find((placed) => jumpsIn(slotsInWeek(placed, context)).length > 0);
    return (first === undefined ? [] : sessionsIn(first)).flatMap((placed): Remark[] => {
      const jumps = jumpsIn(slotsIn(placed, context));
      const contacts = contactsOf(jumps);
      if (contacts <= firstWeek) return [];
      const reason = `${contacts} ground contacts in the first week of jumps; ${firstWeek} at most at level ${level}`;
      const place = { week: placed.ordinal, session: placed.session.name };
      return [{ severity: 'warning', ...place, reason, fix: fewerContacts(jumps, firstWeek) }];
    });
  },
};

const contactRise: CheckRule = {
  id: 'contacts-rise',
  name: 'Jumps rise too fast',
  what: 'The ground contacts of a week, weighted by class, rise by at most a fifth against the fullest week before.',
  why: 'Our own rule: small steps show early what is too much.',
  rule: 'R2.7',
  needs: 'program',
  check: (context) => {
    let fullest = 0;
    return placedWeeks(context.program).flatMap((placed): Remark[] => {
      const weighted = weightedContacts(jumpsIn(slotsInWeek(placed, context)).map(workOf));
      const before = fullest;
      fullest = Math.max(fullest, weighted);
      if (before === 0 || weighted <= mostContactsNextWeek(before)) return [];
      const reason = `${roundTo(before, 1)} → ${roundTo(weighted, 1)} weighted contacts a week; ${mostContactsNextWeek(before)} at most`;
      return [{ severity: 'warning', week: placed.ordinal, reason }];
    });
  },
};

const isHardJump = (placed: PlacedSlot): boolean => isJump(placed.exercise) && classOf(placed) !== 'low';

const hardJumpSessions = (context: CheckContext) =>
  placedSessions(context.program).filter((placed) => slotsIn(placed, context).some(isHardJump));

const LEAST_DAYS = 2;

const jumpSpacing: CheckRule = {
  id: 'jumps-too-close',
  name: 'Hard jumps too close',
  what: 'Sessions with medium or hard jumps lie at least 48 hours apart.',
  why: 'Our own rule: hard landings need a day between them.',
  rule: 'R6.1',
  needs: 'program',
  check: (context) => {
    const sessions = hardJumpSessions(context);
    return sessions.flatMap((placed, index): Remark[] => {
      const before = sessions[index - 1];
      if (before === undefined || daysBetween(before.on, placed.on) >= LEAST_DAYS) return [];
      const reason = `Medium or hard jumps less than 48 hours after ${before.session.name}`;
      return [{ severity: 'warning', week: placed.ordinal, session: placed.session.name, reason }];
    });
  },
};

const jumpsBeforeKeyRun: CheckRule = {
  id: 'jumps-before-key-run',
  name: 'Hard jumps before a key run',
  what: 'No medium or hard jumps on the day before a quality or a long run.',
  why: 'Our own rule: the key run comes first.',
  rule: 'R6.1',
  needs: 'athlete',
  check: forAthlete((context, { usualWeek }) =>
    hardJumpSessions(context).flatMap(({ ordinal, session }): Remark[] => {
      const next = usualWeek.find(({ weekday }) => weekday === (session.weekday % 7) + 1)?.run;
      if (next !== 'quality' && next !== 'long') return [];
      const reason = `Medium or hard jumps the day before the ${next} run`;
      return [{ severity: 'warning', week: ordinal, session: session.name, reason }];
    }),
  ),
};

/** Ground contacts (R2.7). */
export const JUMP_RULES: readonly CheckRule[] = [
  contactCap,
  firstContacts,
  contactRise,
  jumpSpacing,
  jumpsBeforeKeyRun,
];
