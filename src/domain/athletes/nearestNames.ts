import { plainText } from '../kernel/plainText.ts';

/** Edits (insert, delete, replace a letter) between two names, marks and case aside. */
const distance = (from: string, to: string): number => {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replace = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
};

/** Up to three names that a mistyped one may have meant: the same letters somewhere, or at most a third of them wrong. */
export const nearestNames = (typed: string, names: readonly string[]): string[] => {
  const wanted = plainText(typed);
  return names
    .map((name) => ({ name, edits: plainText(name).includes(wanted) ? 0 : distance(wanted, plainText(name)) }))
    .filter(({ edits }) => edits <= Math.ceil(wanted.length / 3))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ name }) => name);
};
