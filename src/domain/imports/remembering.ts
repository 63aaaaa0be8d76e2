/** So many answers are kept, of texts so long: a column in which every cell is another is then answered without. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 100;

/** The same reading of a text, worked out once for each different text: the columns of an export say few things often. */
export const remembering = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.answer;
    const answer = read(text);
    if (known.size < MOST_KEPT && text.length <= LONGEST_KEPT) known.set(text, { answer });
    return answer;
  };
};
