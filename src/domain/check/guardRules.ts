import { plannedEffort, plannedPercent } from '../programs/levers.ts';
import type { LoadBasis, Prescription } from '../programs/program.ts';
import { roundTo } from '../kernel/quantity.ts';
import type { GuardEffects, GuardRail } from '../wellness/specialGroups.ts';
import { cutTo } from '../programs/cutTo.ts';
import type { CheckRule } from './checkRule.ts';
import { forAthlete } from './checkRule.ts';
import { isJump, mostReps, setsOf } from './dose.ts';
import type { Fix, Remark } from './finding.ts';
import { leaveOutFix, setsFix } from './fixes.ts';
import { placedSlots, placedWeeks, placeOf, type PlacedSlot } from './places.ts';

const easedBasis = (basis: LoadBasis, cap: number): LoadBasis => {
  if (basis.kind === 'rpe') return { ...basis, rpe: Math.min(cap, basis.rpe) };
  return basis.kind === 'rir' ? { ...basis, rir: Math.max(10 - cap, basis.rir) } : basis;
};

const eased = (one: Prescription, cap: number): Prescription => ({
  ...one,
  basis: easedBasis(one.basis, cap),
  rpeCap: Math.min(cap, one.rpeCap ?? cap),
});

const lighter = (one: Prescription, fraction: number): Prescription =>
  one.basis.kind === 'pct1rm'
    ? { ...one, basis: { ...one.basis, fraction: Math.min(fraction, one.basis.fraction) } }
    : one;

const withReps = (one: Prescription, least: number, most: number): Prescription => {
  if (one.reps === undefined || one.holdS !== undefined) return one;
  const { repsTo, ...rest } = one;
  const reps = Math.min(most, Math.max(least, one.reps));
  const to = repsTo === undefined ? undefined : Math.min(most, Math.max(reps, repsTo));
  return to === undefined || to === reps ? { ...rest, reps } : { ...rest, reps, repsTo: to };
};

/** What is beyond a limit, and the sets that keep to it; without sets the slot is left out. */
interface Breach {
  readonly reason: string;
  readonly keepTo?: (one: Prescription) => Prescription;
  readonly mostSets?: number;
}

type Limit = (placed: PlacedSlot, effects: GuardEffects) => Breach | undefined;

const effortLimit: Limit = ({ slot }, { rpeCap }) => {
  const efforts = slot.prescriptions.map((one) => Math.max(plannedEffort(one) ?? 0, one.rpeCap ?? 0));
  const effort = Math.max(0, ...efforts);
  if (rpeCap === undefined || effort <= rpeCap) return undefined;
  return { reason: `RPE ${effort} is planned, ${rpeCap} at most`, keepTo: (one) => eased(one, rpeCap) };
};

const loadLimit: Limit = ({ slot }, { maxFraction }) => {
  const percent = Math.max(0, ...slot.prescriptions.map((one) => plannedPercent(one) ?? 0));
  if (maxFraction === undefined || percent <= maxFraction * 100 + 1e-9) return undefined;
  const reason = `${roundTo(percent, 1)} % is planned, ${roundTo(maxFraction * 100, 1)} % at most`;
  return { reason, keepTo: (one) => lighter(one, maxFraction) };
};

const repsLimit: Limit = ({ slot }, { leastReps = 0, mostReps: most = Infinity }) => {
  const counted = slot.prescriptions.filter((one) => one.reps !== undefined && one.holdS === undefined);
  if (counted.every((one) => (one.reps ?? 0) >= leastReps && mostReps(one) <= most)) return undefined;
  return { reason: `${leastReps} to ${most} repetitions a set`, keepTo: (one) => withReps(one, leastReps, most) };
};

const setsLimit: Limit = ({ slot }, { mostSets }) =>
  mostSets === undefined || setsOf(slot.prescriptions) <= mostSets
    ? undefined
    : { reason: `${mostSets} sets at most`, mostSets };

const jumpLimit: Limit = ({ exercise }, { noImpact }) =>
  noImpact === true && isJump(exercise) ? { reason: 'no jumps', mostSets: 0 } : undefined;

const LIMITS: readonly Limit[] = [effortLimit, loadLimit, repsLimit, setsLimit, jumpLimit];

const breachesOf = (placed: PlacedSlot, rails: readonly GuardRail[]): readonly (Breach & { readonly of: string })[] =>
  rails.flatMap(({ group, effects }) =>
    LIMITS.flatMap((limit) => {
      const breach = limit(placed, effects);
      return breach === undefined ? [] : [{ ...breach, of: GROUP_WORDS[group] }];
    }),
  );

const within = (placed: PlacedSlot, breaches: readonly Breach[]): Fix => {
  const most = Math.min(...breaches.map(({ mostSets = Infinity }) => mostSets));
  if (most === 0) return leaveOutFix('leave it out', [placed]);
  const kept = placed.slot.prescriptions.map((one) =>
    breaches.reduce((eased, { keepTo }) => keepTo?.(eased) ?? eased, one),
  );
  return setsFix('within the limits', placed, cutTo(kept, most));
};

const GROUP_WORDS = {
  youth: 'Under 18',
  novice: 'New to lifting',
  masters: 'From 40',
  pregnancy: 'In pregnancy',
  postpartum: 'After a birth',
  referFirst: 'Refer first',
} as const;

const limits: CheckRule = {
  id: 'guard-rail',
  name: 'Beyond a guard rail',
  what: 'The plan keeps to the limits that come with the athlete: effort, weight, repetitions, sets and jumps.',
  why: 'Our own limits for young and new lifters, in pregnancy and after a birth. Guard rails, not treatment.',
  rule: 'R8.6',
  needs: 'athlete',
  check: forAthlete((context, { guardRailsOn }) =>
    placedSlots(context).flatMap((placed): Remark[] => {
      const breaches = breachesOf(placed, guardRailsOn(placed.on));
      const [first] = breaches;
      if (first === undefined) return [];
      const reason = `${first.of}: ${placed.exercise.name}, ${breaches.map((breach) => breach.reason).join('; ')}`;
      return [{ severity: 'warning', ...placeOf(placed), reason, fix: within(placed, breaches) }];
    }),
  ),
};

const noMaxTests: CheckRule = {
  id: 'no-test-of-the-maximum',
  name: 'Test of the maximum',
  what: 'Who is under 18 or pregnant has no test week.',
  why: 'Our own rule: their maximum is estimated from sets of five or more.',
  rule: 'R8.6',
  needs: 'athlete',
  check: forAthlete(({ program }, { guardRailsOn }) =>
    placedWeeks(program).flatMap(({ ordinal, week }): Remark[] =>
      week.kind === 'test' && guardRailsOn(week.startsOn).some(({ effects }) => effects.noMaxTests === true)
        ? [{ severity: 'warning', week: ordinal, reason: 'A test week: the maximum is not tested here' }]
        : [],
    ),
  ),
};

const clearance: CheckRule = {
  id: 'clearance-missing',
  name: 'Clearance missing',
  what: 'Nothing is lifted before a clinician, or a parent, has agreed where that is asked for.',
  why: 'Our own rule: the product does not decide who may lift.',
  rule: 'R8.6',
  needs: 'athlete',
  check: forAthlete((_context, { guardRailsOn, today }) =>
    guardRailsOn(today)
      .filter(({ effects }) => effects.needsClearance === true || effects.needsConsent === true)
      .map(({ rule }) => ({ severity: 'fault', reason: rule.replace(/\.$/u, '') })),
  ),
};

/** Limits that come with the athlete (R8.6). */
export const GUARD_RULES: readonly CheckRule[] = [clearance, limits, noMaxTests];
