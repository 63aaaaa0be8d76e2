/** A gate of the start ramp (R2.11) in a program: before which of its weeks, counted from 1, it stands. */
export interface RampGate {
  readonly gate: 'G1' | 'G2';
  readonly week: number;
}

/** Blocks of the ramp before the second gate, by name. */
const ONCE_A_WEEK = 'Start';
const TWICE_A_WEEK = 'Build';

const RAMP_KEY = 'start-ramp';

/**
 * Where the gates stand in a program that is, or begins with, the start ramp: the first before its block of two lifts a week, the
 * second before what follows that block. None in other programs, which are for those who lift already.
 */
export const rampGates = (program: {
  readonly templateKey: string;
  readonly weeks: readonly { readonly block: string; readonly number: number }[];
}): readonly RampGate[] => {
  const { weeks, templateKey } = program;
  const first = weeks[0];
  const isRamp = templateKey === RAMP_KEY || first?.block === ONCE_A_WEEK;
  if (!isRamp || first === undefined) return [];
  const twice = weeks.findIndex(({ block }) => block === TWICE_A_WEEK);
  const after = weeks.findIndex(({ block }, index) => index > twice && block !== TWICE_A_WEEK);
  return [
    ...(twice > 0 ? [{ gate: 'G1' as const, week: twice + 1 }] : []),
    ...(twice >= 0 && after > twice ? [{ gate: 'G2' as const, week: after + 1 }] : []),
  ];
};

/** How often the week before a gate has been repeated: weeks of the same number right before it, beyond the first. */
export const repeatsBefore = (weeks: readonly { readonly number: number }[], week: number): number => {
  const number = weeks[week - 2]?.number;
  let repeats = 0;
  while (number !== undefined && weeks[week - 3 - repeats]?.number === number) repeats += 1;
  return repeats;
};
