import type { Slot } from './program.ts';

const WARM_UP_MINUTES = 10;
const SET_SECONDS = 45;

/** Minutes a session takes [D]: ten of warm-up, three quarters of one for a set, and the rests; rounded up to five. */
export const sessionMinutes = (slots: readonly Pick<Slot, 'prescriptions'>[]): number => {
  const seconds = slots
    .flatMap((slot) => slot.prescriptions)
    .reduce((total, one) => total + one.sets * ((one.restS ?? 0) + SET_SECONDS), 0);
  return Math.ceil((WARM_UP_MINUTES + seconds / 60) / 5) * 5;
};
