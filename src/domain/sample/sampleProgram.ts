import type { AthleteDetails } from '../athletes/athlete.ts';

/** Plans for those who lift already; `undefined` is the start ramp, which everybody else is in. */
const PLANS: readonly (string | undefined)[] = ['heavy-for-runners', undefined, 'maximal-strength-14'];

/** The template a sample athlete is in: always the same for the same name. */
export const sampleProgramKey = ({ entryClass, name }: AthleteDetails): string | undefined => {
  if (entryClass !== 'C') return undefined;
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return PLANS[sum % PLANS.length];
};
