import type { WeekKind } from '../programs/program.ts';
import type { ExplanationLine } from '../programs/resolve.ts';
import { SMALLEST_WORTHWHILE_CHANGE } from '../strength/strengthChange.ts';
import { doseOfSlot } from '../wellness/sparedSlot.ts';
import { missedPlan } from './liftedSession.ts';
import type { Draft, SlotCase } from './proposal.ts';

const MOST_PAIN = 2;

const NO_RAISE_IN: Partial<Record<WeekKind, string>> = {
  deload: 'A deload week raises nothing',
  test: 'A test week raises nothing',
  taper: 'In a taper nothing rises',
  race: 'In a race week nothing rises',
};

/** What today takes the slot away or changes its exercise for, whatever the rule says: a red light (R8.4), pain (R8.1, R8.5). */
export const spared = ({ next, context }: SlotCase): Draft | undefined => {
  const { sparing, exercise, pain } = context;
  const light = context.isToday ? context.light : 'green';
  const doses = next.slot.prescriptions.map(({ sets }) => ({ sets }));
  const underLight = doseOfSlot(exercise.pattern, doses, { light, because: [] }, (load) => load);
  if (underLight.kind === 'leftOut') {
    const value = light === 'red' ? 'Red today: no lower-body work' : 'Amber today: no medium or hard jumps';
    return { verdict: 'leaveOut', why: [{ label: 'Today', value, rule: 'R8.4' }] };
  }
  const painLine = { label: 'Pain', value: `Pain ${pain ?? 0} of 10 where this exercise loads it`, rule: 'R8.5' };
  if (sparing.kind === 'leaveOut') {
    const none = { label: 'Exercise', value: 'Nothing here spares it: leave it out', rule: 'R8.5' };
    return { verdict: 'leaveOut', why: [painLine, none] };
  }
  if (sparing.kind !== 'swap') return undefined;
  const prescriptions = next.slot.prescriptions.map((one) => ({
    ...one,
    // Per cent and kilograms are those of another lift.
    basis: ['rpe', 'rir', 'bodyweight'].includes(one.basis.kind) ? one.basis : ({ kind: 'open' } as const),
  }));
  const instead = { label: 'Exercise', value: 'Another one for this week, by feel under its cap', rule: 'R8.5' };
  return { verdict: 'otherExercise', exerciseKey: sparing.key, prescriptions, why: [painLine, instead] };
};

/** Why nothing of this slot may rise; `undefined` when it may. */
const reasonToHold = ({ past, next, context }: SlotCase): ExplanationLine | undefined => {
  const { light, pain, sparing, trendChange } = context;
  const newest = past.at(-1);
  if (newest !== undefined && missedPlan(newest)) return { label: 'Held', value: 'Missed last time', rule: 'R2.5' };
  const inWeek = NO_RAISE_IN[next.weekKind];
  if (inWeek !== undefined) return { label: 'Held', value: inWeek, rule: 'R2.6' };
  if (light !== 'green')
    return { label: 'Held', value: `${light === 'red' ? 'Red' : 'Amber'} today: nothing rises`, rule: 'R8.4' };
  if (pain !== undefined && pain > MOST_PAIN) {
    const unrated = sparing.kind === 'unknown' ? '; nobody has rated this exercise' : '';
    return { label: 'Held', value: `Pain ${pain} of 10${unrated}: no raise`, rule: 'R8.1' };
  }
  if (trendChange !== undefined && trendChange < -2 * SMALLEST_WORTHWHILE_CHANGE) {
    const fall = Math.round(-100 * trendChange);
    return { label: 'Held', value: `Strength in this lift is down by ${fall} %`, rule: 'R2.6' };
  }
  return undefined;
};

const isRise = ({ verdict }: Draft): boolean => verdict === 'raise' || verdict === 'harderExercise';

/** A draft with nothing raised, for one more reason. */
export const heldFor = (draft: Draft, reason: ExplanationLine): Draft => {
  const { verdict: _verdict, exerciseKey: _key, prescriptions: _raised, ifHeld, why } = draft;
  return { verdict: 'hold', ...(ifHeld === undefined ? {} : { prescriptions: ifHeld }), why: [...why, reason] };
};

/** A raise held back by the week, the light, pain or falling strength; anything else as it is. */
export const heldBack = (draft: Draft, given: SlotCase): Draft => {
  const reason = isRise(draft) ? reasonToHold(given) : undefined;
  return reason === undefined ? draft : heldFor(draft, reason);
};
