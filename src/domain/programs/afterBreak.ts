import { restartAfter } from '../progression/restart.ts';
import type { Prescription } from './program.ts';
import type { ExplanationLine } from './resolve.ts';

/** Sets to do on the first day back, and why; the load is resolved for itself. */
export interface BackFromBreak {
  readonly prescription: Prescription;
  readonly why: readonly ExplanationLine[];
}

/** After eight weeks there is no band left: as many sets as in the last, and the advice to begin the ramp again. */
const LEAST_FRACTION = 0.6;

const LABEL = 'Sets after a break';

/** Fewer sets in the first session back (R2.13): 75 % after 8 to 14 days, 60 % after more, never none. */
export const backFromBreak = (prescription: Prescription, daysOff: number | undefined): BackFromBreak => {
  const restart = daysOff === undefined ? undefined : restartAfter({ daysOff, hadFever: false });
  if (restart === undefined || restart.kind === 'wait') return { prescription, why: [] };
  const isLong = restart.kind === 'ramp';
  const fraction = restart.kind === 'ramp' ? LEAST_FRACTION : restart.volumeFraction;
  const sets = Math.max(1, Math.floor(prescription.sets * fraction + 0.5));
  const advice = isLong ? '; longer than eight weeks: better to begin with the start ramp' : '';
  if (fraction === 1) return { prescription, why: [] };
  const value = `${prescription.sets} → ${sets}, ${Math.round(fraction * 100)} % on the first day back${advice}`;
  return { prescription: { ...prescription, sets }, why: [{ label: LABEL, value, rule: 'R2.13' }] };
};
