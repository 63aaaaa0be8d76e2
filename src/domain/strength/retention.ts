/**
 * Share of strength kept after days without lifting (R2.13): all of it for three weeks, then 0.25 % less a day, never below 0.70.
 */
export const retention = (daysOff: number): number => (daysOff <= 21 ? 1 : Math.max(0.7, 1 - 0.0025 * (daysOff - 21)));

/** Caution on the first session back, on top of the retention (R2.13). */
const restartFactor = (daysOff: number): number => {
  if (daysOff <= 7) return 1;
  return daysOff <= 21 ? 0.95 : 0.9;
};

/** What the planned load of the first session back is multiplied by (R2.13). */
export const returnLoadFactor = (daysOff: number): number => retention(daysOff) * restartFactor(daysOff);
