import type { Chance } from '../kernel/chance.ts';

/** A number from `low` up to `high`, evenly spread. */
export const between = (chance: Chance, low: number, high: number): number => low + chance() * (high - low);

/** A whole number from `low` to `high`, both included. */
export const wholeBetween = (chance: Chance, low: number, high: number): number =>
  low + Math.floor(chance() * (high - low + 1));

/** Whether something of this probability happens. */
export const happens = (chance: Chance, probability: number): boolean => chance() < probability;

/** Noise around 0 with roughly the given standard deviation, never beyond three of them. */
export const noise = (chance: Chance, deviation: number): number =>
  (chance() + chance() + chance() + chance() - 2) * Math.sqrt(3) * deviation;

/** One of a list that is not empty; each as likely. */
export const pick = <T>(chance: Chance, list: readonly [T, ...T[]]): T =>
  list[Math.floor(chance() * list.length)] ?? list[0];

/** One of a list by weight; the first when no weight is positive. */
export const pickWeighted = <T>(
  chance: Chance,
  list: readonly [readonly [T, number], ...(readonly [T, number])[]],
): T => {
  const total = list.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance() * total;
  for (const [value, weight] of list) {
    left -= weight;
    if (left < 0) return value;
  }
  return list[0][0];
};
