const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200];
const WANTED_STEPS = 5;

/** Round numbers that frame the values, with at most so many steps between them: what an axis is read by. */
export const niceTicks = (values: readonly number[], steps = WANTED_STEPS): number[] => {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = STEPS.find((one) => (high - low) / one <= steps) ?? 500;
  const first = Math.floor(low / step) * step;
  const last = Math.max(first + step, Math.ceil(high / step) * step);
  return Array.from({ length: Math.round((last - first) / step) + 1 }, (_, index) => first + index * step);
};
