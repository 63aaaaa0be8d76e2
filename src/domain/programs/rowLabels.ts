/** A row's new label. */
export interface Relabel {
  readonly label: string;
  readonly to: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MOST_IN_GROUP = 99;

const letterOf = (label: string): string => label.slice(0, 1);

/** Groups of labels, in their order: what is done together has one letter. */
const groupsOf = (labels: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  for (const label of labels) {
    const last = groups.at(-1);
    if (last !== undefined && letterOf(last[0] ?? '') === letterOf(label)) last.push(label);
    else groups.push([label]);
  }
  return groups;
};

/** New labels for groups in the order they stand; `undefined` when there are more than there are letters or numbers. */
const labelled = (groups: readonly (readonly string[])[]): readonly Relabel[] | undefined => {
  if (groups.length > LETTERS.length || groups.some((group) => group.length > MOST_IN_GROUP)) return undefined;
  return groups.flatMap((group, place) =>
    group.flatMap((label, number): Relabel[] => {
      const to = `${LETTERS[place]}${number + 1}`;
      return to === label ? [] : [{ label, to }];
    }),
  );
};

/**
 * A row moved up or down by one: past its neighbour where both are done together, else past the whole neighbouring group, taking
 * its own group along.
 */
export const moveRow = (labels: readonly string[], index: number, by: -1 | 1): readonly Relabel[] | undefined => {
  const groups = groupsOf(labels).map((group) => [...group]);
  const label = labels[index];
  const at = groups.findIndex((group) => label !== undefined && group.includes(label));
  const group = groups[at];
  if (label === undefined || group === undefined) return undefined;
  const place = group.indexOf(label);
  const neighbour = group[place + by];
  if (neighbour !== undefined) {
    group[place] = neighbour;
    group[place + by] = label;
    return labelled(groups);
  }
  const other = groups[at + by];
  if (other === undefined) return [];
  groups[at] = other;
  groups[at + by] = group;
  return labelled(groups);
};

/** Some rows done together as a superset: one letter, in the order they stand, where the first of them stood. */
export const groupRows = (labels: readonly string[], indices: readonly number[]): readonly Relabel[] | undefined => {
  const chosen = new Set(indices.flatMap((index) => labels[index] ?? []));
  const together = labels.filter((label) => chosen.has(label));
  const first = together[0];
  if (first === undefined) return [];
  const groups = groupsOf(labels).flatMap((group) => {
    const rest = group.filter((label) => !chosen.has(label));
    return group.includes(first) ? [...splitAround(group, first, chosen, together)] : [rest];
  });
  return labelled(groups.filter((group) => group.length > 0));
};

/** What stands before the first chosen row of a group stays before the new group; what is left of it comes after. */
const splitAround = (
  group: readonly string[],
  first: string,
  chosen: ReadonlySet<string>,
  together: readonly string[],
): readonly (readonly string[])[] => {
  const at = group.indexOf(first);
  return [group.slice(0, at), together, group.slice(at).filter((label) => !chosen.has(label))];
};

/** Every group that a chosen row is in taken apart: each of its rows by itself. */
export const ungroupRows = (labels: readonly string[], indices: readonly number[]): readonly Relabel[] | undefined => {
  const chosen = new Set(indices.flatMap((index) => labels[index] ?? []));
  const groups = groupsOf(labels).flatMap((group) =>
    group.some((label) => chosen.has(label)) ? group.map((label) => [label]) : [group],
  );
  return labelled(groups);
};

/** The label of a row after all others, done by itself. */
export const nextLabel = (labels: readonly string[]): string | undefined => {
  const used = Math.max(-1, ...labels.map((label) => LETTERS.indexOf(letterOf(label))));
  const letter = LETTERS[used + 1];
  return letter === undefined ? undefined : `${letter}1`;
};
