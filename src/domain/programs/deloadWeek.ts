import { scaledLoad } from './progressCaps.ts';
import type { Prescription, Program, Slot, Week } from './program.ts';

const SETS_SHARE = 0.55;
const JUMPS_SHARE = 0.5;
const MOST_RPE = 7;
/** Per cent points off a planned share of the maximum: within the −0 to −10 % of the rule [D]. */
const LIGHTER = 0.9;

const fewer = (sets: number, share: number): number => Math.max(1, Math.floor(share * sets + 0.5));

/** An effort that was planned above the cap of a deload gives way to it. */
const easier = (one: Prescription): Prescription['basis'] => {
  const { basis } = one;
  switch (basis.kind) {
    case 'pct1rm':
    case 'pctTm':
    case 'mvc':
      return { ...basis, fraction: Math.round(basis.fraction * LIGHTER * 1000) / 1000 };
    case 'rpe':
      return { kind: 'rpe', rpe: Math.min(basis.rpe, MOST_RPE) };
    case 'rir':
      return { kind: 'rir', rir: Math.max(basis.rir, 10 - MOST_RPE) };
    case 'load':
      return scaledLoad(basis, LIGHTER);
    case 'rm':
    case 'bodyweight':
    case 'open':
      return basis;
  }
};

/** Some sets as a deload has them (R2.6). */
export const deloaded = (one: Prescription): Prescription => ({
  ...one,
  sets: fewer(one.sets, one.contacts === undefined ? SETS_SHARE : JUMPS_SHARE),
  basis: easier(one),
  rpeCap: Math.min(one.rpeCap ?? MOST_RPE, MOST_RPE),
});

const deloadedSlot = ({ written, ...slot }: Slot): Slot => ({
  ...slot,
  ...(written === undefined || written.kind === 'change' ? {} : { written }),
  prescriptions: slot.prescriptions.map(deloaded),
});

const deloadedWeek = (week: Week): Week => ({
  ...week,
  kind: 'deload',
  sessions: week.sessions.map((session) => ({ ...session, slots: session.slots.map(deloadedSlot) })),
});

/**
 * A program in which one week, counted from 1, is a deload (R2.6): a little over half the sets, a tenth less load, RPE 7 at most,
 * half the jumps, no new exercise. `undefined` when there is no such week, or it is one already.
 */
export const withDeload = (program: Program, week: number): Program | undefined => {
  let place = 0;
  let isFound = false;
  const blocks = program.blocks.map((block) => ({
    ...block,
    weeks: block.weeks.map((one) => {
      place += 1;
      if (place !== week || one.kind === 'deload') return one;
      isFound = true;
      return deloadedWeek(one);
    }),
  }));
  return isFound ? { ...program, blocks } : undefined;
};
