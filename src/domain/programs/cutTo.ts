import type { Prescription } from './program.ts';

/** The first sets stay, the last ones go; at least one stays. */
export const cutTo = (prescriptions: readonly Prescription[], sets: number): readonly Prescription[] => {
  let left = Math.max(1, sets);
  return prescriptions.flatMap((one) => {
    const kept = Math.min(one.sets, left);
    left -= kept;
    return kept > 0 ? [{ ...one, sets: kept }] : [];
  });
};
