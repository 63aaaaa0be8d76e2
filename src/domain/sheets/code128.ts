/**
 * Code 128, set B, as the widths of its bars and gaps. Drawn by us and not by a library: those on the registry draw into a canvas or
 * an element that is there already, and a page is a value first; what is left of them is this table.
 */

/** Bar and gap widths of the values 0 to 105, in modules: three bars and three gaps each, eleven modules together. */
const PATTERNS = `
  212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212
  112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131
  311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
  112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
  313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
  314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
  122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
  124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
  114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
`
  .trim()
  .split(/\s+/u);

const START_B = 104;
const STOP = '2331112';

/** The value of a character in set B: a blank is 0, and so on up to 94. */
const valueOf = (char: string): number => (char.codePointAt(0) ?? 0) - 32;

const isInSetB = (text: string): boolean => /^[ -~]+$/u.test(text);

/**
 * Widths in modules, a bar first and then gap and bar in turn, with start, check and stop. Text of the characters from
 * blank to tilde; anything else cannot be said in set B and throws.
 */
export const code128 = (text: string): readonly number[] => {
  if (!isInSetB(text)) throw new Error(`“${text}” cannot be said in Code 128 B`);
  const values = text.split('').map(valueOf);
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), START_B) % 103;
  const patterns = [START_B, ...values, check].map((value) => PATTERNS[value] ?? '');
  return [...patterns, STOP].flatMap((pattern) => pattern.split('').map(Number));
};
