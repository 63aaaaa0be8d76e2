import type { PlatePairs } from '../athletes/athlete.ts';

export type LoadMode = 'nearest' | 'down' | 'up';

/** How to load a bar. All masses are numbers in the gym's own unit. */
export interface LoadedBar {
  readonly total: number;
  /** Plates on one side, heaviest first. */
  readonly perSide: readonly number[];
  /** Total less target; negative when lighter. */
  readonly difference: number;
  /** Nothing that can be loaded is within 2.5 % of the target. */
  readonly plateGap: boolean;
  /** The target is less than the empty bar. */
  readonly isBelowBar: boolean;
}

/** A sum of plates on one side, in hundredths of the unit, and the fewest plates that make it. */
interface SideLoad {
  readonly sum: number;
  /** How many of each size, in the order of the sizes. */
  readonly counts: readonly number[];
  readonly plates: number;
  readonly sizes: number;
}

const GAP_SHARE = 0.025;

/** Hundredths, so that sums of 1.25 and 0.25 plates are exact integers. */
const toHundredths = (mass: number): number => Math.round(mass * 100);

const usable = (plates: readonly PlatePairs[]): readonly PlatePairs[] =>
  plates.filter((plate) => plate.mass > 0 && plate.pairs >= 1).toSorted((a, b) => b.mass - a.mass);

/** Where two ways take the same number of plates and sizes, the one with the lighter plates is easier to handle. */
const takesLighterPlates = (candidate: SideLoad, standing: SideLoad): boolean => {
  const at = candidate.counts.findIndex((count, index) => count !== standing.counts[index]);
  return at >= 0 && (candidate.counts[at] ?? 0) < (standing.counts[at] ?? 0);
};

/** Fewer plates first, then fewer sizes, then lighter plates. */
const isLessWork = (candidate: SideLoad, standing: SideLoad | undefined): boolean => {
  if (standing === undefined) return true;
  if (candidate.plates !== standing.plates) return candidate.plates < standing.plates;
  if (candidate.sizes !== standing.sizes) return candidate.sizes < standing.sizes;
  return takesLighterPlates(candidate, standing);
};

/** Every sum one side can hold: an exact bounded subset sum, because greedy loading is wrong with limited pairs (R1.7). */
const reachableSides = (plates: readonly PlatePairs[]): readonly SideLoad[] => {
  let reached = new Map<number, SideLoad>([[0, { sum: 0, counts: [], plates: 0, sizes: 0 }]]);
  for (const plate of usable(plates)) {
    const next = new Map<number, SideLoad>();
    for (const side of reached.values()) {
      for (let count = 0; count <= Math.floor(plate.pairs); count += 1) {
        const candidate: SideLoad = {
          sum: side.sum + count * toHundredths(plate.mass),
          counts: [...side.counts, count],
          plates: side.plates + count,
          sizes: side.sizes + (count > 0 ? 1 : 0),
        };
        if (isLessWork(candidate, next.get(candidate.sum))) next.set(candidate.sum, candidate);
      }
    }
    reached = next;
  }
  return [...reached.values()].toSorted((a, b) => a.sum - b.sum);
};

/** The sums depend on the plates alone; a season of sheets asks for the same gym thousands of times. */
const sidesOfGym = new WeakMap<readonly PlatePairs[], readonly SideLoad[]>();

const sidesOf = (plates: readonly PlatePairs[]): readonly SideLoad[] => {
  const known = sidesOfGym.get(plates);
  if (known !== undefined) return known;
  const sides = reachableSides(plates);
  sidesOfGym.set(plates, sides);
  return sides;
};

/** Index of the heaviest side that keeps the total at or below the target; -1 when even the bar is too heavy. */
const lastAtOrBelow = (sides: readonly SideLoad[], bar: number, target: number): number =>
  sides.findLastIndex((side) => bar + 2 * side.sum <= target + 1e-6);

const indexFor = (mode: LoadMode, sides: readonly SideLoad[], bar: number, target: number): number => {
  const below = lastAtOrBelow(sides, bar, target);
  if (below === -1) return 0;
  const total = (index: number): number => bar + 2 * (sides[index]?.sum ?? 0);
  const isExact = target - total(below) <= 1e-6;
  if (mode === 'down' || isExact || below === sides.length - 1) return below;
  if (mode === 'up') return below + 1;
  return total(below + 1) - target < target - total(below) - 1e-6 ? below + 1 : below;
};

const perSideOf = (side: SideLoad, plates: readonly PlatePairs[]): readonly number[] =>
  usable(plates).flatMap((plate, index) => Array.from({ length: side.counts[index] ?? 0 }, () => plate.mass));

/**
 * The plates for a target (R1.7), never more than the gym has. `nearest` breaks a tie down; `down` never exceeds the target
 * unless the empty bar does; `up` ends at everything on the bar. Equal totals are made with the fewest plates, then sizes.
 */
export const loadBar = (input: {
  readonly target: number;
  readonly bar: number;
  readonly plates: readonly PlatePairs[];
  readonly mode: LoadMode;
}): LoadedBar => {
  const sides = sidesOf(input.plates);
  const bar = toHundredths(input.bar);
  const target = input.target * 100;
  const side = sides[indexFor(input.mode, sides, bar, target)] ?? { sum: 0, counts: [], plates: 0, sizes: 0 };
  const total = (bar + 2 * side.sum) / 100;
  return {
    total,
    perSide: perSideOf(side, input.plates),
    difference: toHundredths(total - input.target) / 100,
    plateGap: !sides.some((one) => Math.abs(bar + 2 * one.sum - target) <= target * GAP_SHARE + 1e-6),
    isBelowBar: target < bar - 1e-6,
  };
};
