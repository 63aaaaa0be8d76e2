/** A target in parts that may stand on lines of their own: `3×4`, `@ 82.5 kg` and `(80 %)`. */
export const targetParts = (target: string): readonly [dose: string, load: string, basis: string] => {
  const at = target.search(/ \(|, /u);
  const [before, basis] = at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at)];
  const loadAt = before.indexOf(' @ ');
  return loadAt < 0 ? [before, '', basis] : [before.slice(0, loadAt), before.slice(loadAt + 1), basis];
};

/** `A1` and `A2` are one superset; a letter on its own is none. */
const groupOf = (label: string): string => label.replace(/\d+$/u, '');

export type BracketPlace = 'none' | 'first' | 'middle' | 'last';

/** Where each row stands in its superset, so that a bracket can hold the rows together. */
export const bracketPlaces = (labels: readonly string[]): readonly BracketPlace[] =>
  labels.map((label, index) => {
    const isWith = (other: string | undefined): boolean => other !== undefined && groupOf(other) === groupOf(label);
    const [before, after] = [isWith(labels[index - 1]), isWith(labels[index + 1])];
    if (before) return after ? 'middle' : 'last';
    return after ? 'first' : 'none';
  });
