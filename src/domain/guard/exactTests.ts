/** Small exact tests of the detectors (R7.3). Counts are whole. */

const logFactorials: number[] = [0];

const logFactorial = (n: number): number => {
  for (let next = logFactorials.length; next <= n; next += 1)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[n] ?? 0;
};

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

const isCount = (...values: readonly number[]): boolean =>
  values.every((value) => Number.isInteger(value) && value >= 0 && value <= 1000);

/** The chance of `k` or more of `n` where each has the chance `p` (R7.3 D4). `undefined` unless 0 ≤ k ≤ n and 0 < p < 1. */
export const atLeastByChance = (k: number, n: number, p: number): number | undefined => {
  if (!isCount(k, n) || k > n || !(p > 0) || !(p < 1)) return undefined;
  let chance = 0;
  for (let x = k; x <= n; x += 1) chance += Math.exp(logChoose(n, x) + x * Math.log(p) + (n - x) * Math.log(1 - p));
  return Math.min(1, chance);
};

/**
 * Fisher's exact test, one-sided (R7.3 D5): the chance of so many misses in the first group or more, if both missed alike.
 * `undefined` unless the misses fit their groups and both groups have runs.
 */
export const moreMissesByChance = (missA: number, runsA: number, missB: number, runsB: number): number | undefined => {
  if (!isCount(missA, runsA, missB, runsB) || missA > runsA || missB > runsB || runsA < 1 || runsB < 1)
    return undefined;
  const missed = missA + missB;
  const all = logChoose(runsA + runsB, missed);
  let chance = 0;
  for (let x = missA; x <= Math.min(missed, runsA); x += 1)
    if (missed - x <= runsB) chance += Math.exp(logChoose(runsA, x) + logChoose(runsB, missed - x) - all);
  return Math.min(1, chance);
};
