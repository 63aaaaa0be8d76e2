/**
 * One order for everything that some sequences name, true to each of them; where they leave it open, or contradict each other, what
 * comes first in `compare` comes first.
 */
export const mergeOrder = (
  sequences: readonly (readonly string[])[],
  compare: (a: string, b: string) => number,
): readonly string[] => {
  const left = new Set(sequences.flat().toSorted(compare));
  const before = new Map([...left].map((name) => [name, new Set<string>()]));
  for (const sequence of sequences) {
    sequence.forEach((name, place) => {
      for (const earlier of sequence.slice(0, place)) if (earlier !== name) before.get(name)?.add(earlier);
    });
  }
  const order: string[] = [];
  while (left.size > 0) {
    const isFree = (name: string): boolean => [...(before.get(name) ?? [])].every((earlier) => !left.has(earlier));
    const names = [...left];
    const next = names.find(isFree) ?? names[0] ?? '';
    left.delete(next);
    order.push(next);
  }
  return order;
};
