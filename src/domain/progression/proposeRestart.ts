import { massIn, roundTo } from '../kernel/quantity.ts';
import type { Prescription } from '../programs/program.ts';
import { withLoadAtMost } from './gymStep.ts';
import { topLoadKg } from './liftedSession.ts';
import type { Draft, SlotCase } from './proposal.ts';
import { restartAfter } from './restart.ts';

/** After a break this long the next session is the first one back (R2.13). */
const BREAK_DAYS = 7;

/** A load that a coach wrote comes down only when they say so. */
const loadBack = ({ past, context }: SlotCase, one: Prescription, factor: number): Prescription => {
  const newest = past.at(-1);
  const lastKg = newest === undefined ? undefined : topLoadKg(newest);
  if (one.basis.kind !== 'load') return one;
  const planned = Math.min(one.basis.loadKg, lastKg ?? one.basis.loadKg);
  return withLoadAtMost(one, massIn(context.gym.unit, planned) * factor, context);
};

/**
 * The first session back after more than seven days without lifting (R2.13). Fewer sets, and less load by per cent or by feel, come
 * by themselves wherever the session is shown or printed; what is proposed are the loads that are written. `undefined` without such
 * a break.
 */
export const proposeRestart = (given: SlotCase): Draft | undefined => {
  const { daysOff } = given.context;
  if (daysOff === undefined || daysOff <= BREAK_DAYS) return undefined;
  const restart = restartAfter({ daysOff, hadFever: false });
  if (restart === undefined || restart.kind === 'wait') return undefined;
  const { prescriptions } = given.next.slot;
  const back = prescriptions.map((one) => loadBack(given, one, restart.loadFactor));
  const isLong = restart.kind === 'ramp';
  const advice = isLong ? '; longer than eight weeks: better to begin with the start ramp' : '';
  const value = `${daysOff} days without lifting: loads × ${roundTo(restart.loadFactor, 3)} and fewer sets${advice}`;
  const isLower = back.some((one, place) => one !== prescriptions[place]);
  const why = [{ label: 'After a break', value, rule: 'R2.13' }];
  return isLower ? { verdict: 'lower', prescriptions: back, why } : { verdict: 'asPlanned', why };
};
