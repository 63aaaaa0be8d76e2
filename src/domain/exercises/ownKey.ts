import { nameKey } from './nameKey.ts';

/** A key for an exercise of the coach's own that no other has, made of its name: `own_sled_push`. */
export const ownKey = (name: string, taken: ReadonlySet<string>): string => {
  const stem = `own_${nameKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .slice(0, 60)}`;
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? stem : `${stem}_${n}`;
    if (!taken.has(key)) return key;
  }
};
