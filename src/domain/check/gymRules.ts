import { needsText } from '../exercises/equipment.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { canDo, NO_GYM_ITEMS } from '../exercises/noGym.ts';
import { substitutesFor } from '../exercises/substitute.ts';
import { addDays } from '../kernel/plainDate.ts';
import { roundTo } from '../kernel/quantity.ts';
import type { Prescription } from '../programs/program.ts';
import { resolvePrescription, type ResolvedPrescription } from '../programs/resolve.ts';
import { sparingOf } from '../wellness/sparedSlot.ts';
import type { CheckRule } from './checkRule.ts';
import { forAthlete } from './checkRule.ts';
import type { AthleteFacts } from './context.ts';
import type { Fix, Remark } from './finding.ts';
import { leaveOutFix, setsFix, swapFix } from './fixes.ts';
import { placedSlots, placeOf, type PlacedSlot } from './places.ts';

const isAhead = ({ week }: PlacedSlot, { today }: AthleteFacts): boolean => addDays(week.startsOn, 6) >= today;

const itemsOf = ({ gym }: AthleteFacts): readonly string[] => [...gym.equipment, ...NO_GYM_ITEMS];

const lackingText = (exercise: Exercise, items: readonly string[]): string =>
  needsText({ equipment: exercise.equipment.filter((group) => !group.some((item) => items.includes(item))) });

const equipment: CheckRule = {
  id: 'equipment-missing',
  name: 'Equipment missing',
  what: 'Every exercise can be done with what the athlete has.',
  why: 'Our own rule; the nearest exercise of the same pattern is offered instead.',
  rule: 'R8.5',
  needs: 'athlete',
  looksAt: 'row',
  check: forAthlete((context, athlete) => {
    const items = itemsOf(athlete);
    const insteadOf = new Map<Exercise, Exercise | undefined>();
    const swapped = new Set<string>();
    // The first slot ahead that lacks something is mended from its week on: the others of its row need no fix of their own.
    const fixOf = (placed: PlacedSlot): Fix | undefined => {
      const { exercise, session, slot } = placed;
      const row = JSON.stringify([session.name, slot.label, slot.exerciseKey, exercise.key]);
      if (swapped.has(row)) return undefined;
      swapped.add(row);
      if (!insteadOf.has(exercise)) {
        const possible = substitutesFor(exercise, context.exercises, athlete.gym.equipment);
        insteadOf.set(
          exercise,
          possible.find((one) => !one.isOwn),
        );
      }
      const instead = insteadOf.get(exercise);
      return instead === undefined ? undefined : swapFix(context, placed, instead);
    };
    return placedSlots(context)
      .filter((placed) => isAhead(placed, athlete) && !canDo(placed.exercise, items))
      .map((placed): Remark => {
        const reason = `${placed.exercise.name} needs ${lackingText(placed.exercise, items)}`;
        return { severity: 'fault', ...placeOf(placed), reason, fix: fixOf(placed) };
      });
  }),
};

/** Pain is of now: the next two weeks are looked at, not the whole program. */
const PAIN_DAYS = 14;
const STOP_SCORE = 5;

const painful: CheckRule = {
  id: 'painful-exercise',
  name: 'Asks much where it hurts',
  what: 'In the next two weeks no exercise asks more of a painful region than the last report of pain allows.',
  why: 'The ratings of the exercises and the limits are our own. Guard rails, not treatment: pain above 5 is for a clinician.',
  rule: 'R8.5',
  needs: 'athlete',
  looksAt: 'row',
  check: forAthlete((context, athlete) => {
    const { pain, today } = athlete;
    if (pain === undefined) return [];
    const soon = placedSlots(context).filter(({ on }) => on >= today && on < addDays(today, PAIN_DAYS));
    const lastWeek = Math.max(0, ...soon.map(({ ordinal }) => ordinal));
    const fixFor = (placed: PlacedSlot): { readonly words: string; readonly fix: Fix } | undefined => {
      const sparing = sparingOf(placed.exercise, context.exercises, pain, itemsOf(athlete));
      if (sparing.kind === 'leaveOut') {
        return { words: 'nothing of its kind spares it', fix: leaveOutFix('leave it out', [placed]) };
      }
      const to = sparing.kind === 'swap' ? context.exerciseAt(sparing.key) : undefined;
      return to === undefined
        ? undefined
        : { words: `${to.name} asks less`, fix: swapFix(context, placed, to, lastWeek) };
    };
    return soon.flatMap((placed): Remark[] => {
      const found = fixFor(placed);
      if (found === undefined) return [];
      const severity = pain.score > STOP_SCORE ? 'fault' : 'warning';
      const reason = `${placed.exercise.name} asks much where pain is ${pain.score} of 10; ${found.words}`;
      return [{ severity, ...placeOf(placed), reason, fix: found.fix }];
    });
  }),
};

const resolvedIn = (placed: PlacedSlot, one: Prescription, { gym, entryClass, strengthAt }: AthleteFacts) =>
  resolvePrescription({
    prescription: one,
    exercise: placed.exercise,
    gym,
    isNovice: entryClass === 'A',
    ...strengthAt(placed.exercise.key, placed.week.startsOn),
  });

/** Beyond this the plates, not the plan, decide how heavy it is (R1.7). */
const MOST_DIFFERENCE_PCT = 2.5;

/** The share of the maximum that the loaded bar comes to. */
const asLoaded = (one: Prescription, { loadKg, targetKg }: ResolvedPrescription): Prescription | undefined =>
  one.basis.kind === 'pct1rm' && loadKg !== undefined && targetKg !== undefined
    ? {
        ...one,
        basis: {
          ...one.basis,
          fraction: roundTo(Math.ceil((one.basis.fraction * loadKg * 1000) / targetKg - 1e-6) / 1000, 4),
        },
      }
    : undefined;

const loadRemark = (placed: PlacedSlot, athlete: AthleteFacts): readonly Remark[] => {
  const { prescriptions } = placed.slot;
  const found = prescriptions.map((one) => ({ one, resolved: resolvedIn(placed, one, athlete) }));
  const place = placeOf(placed);
  if (found.some(({ resolved }) => resolved.missing === 'notLoadable')) {
    const reason = `${placed.exercise.name}: less than the lightest load there is; take a lighter bar or the no-gym exercise`;
    return [{ severity: 'warning', ...place, reason }];
  }
  const isOff = ({ perSide, differencePct = 0 }: ResolvedPrescription): boolean =>
    perSide !== undefined && Math.abs(differencePct) > MOST_DIFFERENCE_PCT;
  const worst = found.find(({ resolved }) => isOff(resolved));
  if (worst === undefined) return [];
  const { load, unit, differencePct = 0 } = worst.resolved;
  const mended = found.map(({ one, resolved }) => (isOff(resolved) ? (asLoaded(one, resolved) ?? one) : one));
  const sign = differencePct > 0 ? '+' : '−';
  const reason = `${placed.exercise.name}: the nearest load is ${load} ${unit} (${sign}${Math.abs(differencePct)} %)`;
  return [{ severity: 'note', ...place, reason, fix: setsFix('plan the load there is', placed, mended) }];
};

const notLoadable: CheckRule = {
  id: 'not-loadable',
  name: 'Not loadable with these plates',
  what: 'The plates of the athlete make every load of a bar to within 2.5 %.',
  why: 'Our own rule: what is on the bar decides, not what is on the paper.',
  rule: 'R1.7',
  needs: 'athlete',
  looksAt: 'slot',
  check: forAthlete((context, athlete) =>
    placedSlots(context)
      .filter((placed) => isAhead(placed, athlete))
      .flatMap((placed) => loadRemark(placed, athlete)),
  ),
};

/** What the athlete has, and where it hurts. */
export const GYM_RULES: readonly CheckRule[] = [equipment, painful, notLoadable];
