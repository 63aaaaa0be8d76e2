/** In JSON as it was sent, before anybody has read it. */
const NUL_IN_JSON = /(?<!\\)(?:\\\\)*\\u0000/;
const SURROGATE_IN_JSON = /\\u[dD][89a-fA-F]/;

/** Whether any text in it holds half a letter. Without recursion: what is asked may be nested as deep as somebody likes. */
const hasHalfLetter = (asked: unknown): boolean => {
  const waiting: unknown[] = [asked];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string' && !one.isWellFormed()) return true;
    if (typeof one === 'object' && one !== null) for (const entry of Object.entries(one)) waiting.push(...entry);
  }
  return false;
};

/**
 * What is wrong with the letters of a request, or nothing. SQLite would take such texts but keep others: of one with a NUL it
 * spells out only what stands before it, so that undo would bring back half, and for half a letter it keeps a question mark.
 */
export const spoiltText = (text: string, asked: unknown): string | undefined => {
  if (NUL_IN_JSON.test(text)) return 'text with a NUL character in it';
  const mayBeHalved = SURROGATE_IN_JSON.test(text) || !text.isWellFormed();
  return mayBeHalved && hasHalfLetter(asked) ? 'text with half a letter in it' : undefined;
};
