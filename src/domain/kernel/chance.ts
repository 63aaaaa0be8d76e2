/** A stream of numbers in [0, 1). Chance is always passed in, so that the same seed gives the same world. */
export type Chance = () => number;

/** A repeatable stream from a 32-bit seed (mulberry32). Good enough to look lifelike; not for secrets. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
