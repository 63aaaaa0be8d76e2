import { cutTo } from '../programs/cutTo.ts';
import type { CheckRule } from './checkRule.ts';
import { forAthlete } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import { lowerHardSets, lowerHardSetsOf, setsOf } from './dose.ts';
import type { Fix, Remark } from './finding.ts';
import { cellEdit } from './fixes.ts';
import { placedWeeks, slotsInWeek, type PlacedSlot } from './places.ts';

/** A rise of running below this is no lever of its own. */
const RISE_PCT = 10;
/** More of the sets than this never gives way at once. */
const MOST_SHARE = 1 / 3;
/** What keeps strength stays: so many sets of a main lift, and one of the rest. */
const MAIN_SETS = 2;

const leastSets = ({ slot }: PlacedSlot): number => (slot.role === 'main' ? MAIN_SETS : 1);

/** Which slots give a set each until so many are left: assistance before main lifts, the most sets first. */
const sharedOut = (slots: readonly PlacedSlot[], target: number): ReadonlyMap<PlacedSlot, number> => {
  const left = new Map(slots.map((placed) => [placed, setsOf(placed.slot.prescriptions)]));
  let total = lowerHardSetsOf(slots);
  while (total > target) {
    const giver = slots
      .filter((placed) => lowerHardSets(placed) > 0 && (left.get(placed) ?? 0) > leastSets(placed))
      .toSorted(
        (a, b) =>
          Number(a.slot.role === 'main') - Number(b.slot.role === 'main') || (left.get(b) ?? 0) - (left.get(a) ?? 0),
      )[0];
    if (giver === undefined) break;
    left.set(giver, (left.get(giver) ?? 0) - 1);
    total -= 1;
  }
  return left;
};

const fixFor = (slots: readonly PlacedSlot[], target: number): Fix | undefined => {
  const left = sharedOut(slots, target);
  const edits = [...left].flatMap(([placed, sets]) =>
    sets < setsOf(placed.slot.prescriptions) ? [cellEdit(placed, cutTo(placed.slot.prescriptions, sets))] : [],
  );
  return edits.length === 0 ? undefined : { label: 'let sets give way, loads stay', edits };
};

/** The lower-body hard sets of a week as rising running leaves them (S8): as much less as the running is more, a third at most. */
export const setsBesideMoreRunning = (usual: number, risePct: number): number =>
  Math.ceil(usual * (1 - Math.min(MOST_SHARE, Math.max(0, risePct) / 100)) - 1e-9);

const givesWay: CheckRule = {
  id: 'lifting-gives-way',
  name: 'Lifting does not give way',
  what: 'In a week whose running rises by more than a tenth the lower-body sets fall by as much, a third at most; loads stay.',
  why: 'Our own rule: when planned running rises, the volume of lifting gives way first and its intensity stays.',
  rule: 'R2.12',
  needs: 'athlete',
  check: forAthlete((context: CheckContext, { runRisePct, today }) => {
    let usual: number | undefined;
    return placedWeeks(context.program).flatMap((placed): Remark[] => {
      const { week, ordinal } = placed;
      const slots = slotsInWeek(placed, context);
      const sets = lowerHardSetsOf(slots);
      const before = usual;
      const rise = runRisePct.get(week.startsOn) ?? 0;
      const isRising = rise > RISE_PCT;
      // What a week is held against is the last one that was neither lighter on purpose nor gave way itself.
      if (week.kind === 'build' && !isRising) usual = sets;
      if (!isRising || before === undefined || week.startsOn < today || week.kind !== 'build') return [];
      const most = setsBesideMoreRunning(before, rise);
      if (sets <= most) return [];
      const reason = `Running rises by ${Math.round(rise)} %, ${sets} hard sets for the legs stay: ${most} leave it room`;
      return [{ severity: 'note', week: ordinal, reason, fix: fixFor(slots, most) }];
    });
  }),
};

/** The program beside the running that is planned. */
export const RUNNING_RULES: readonly CheckRule[] = [givesWay];
