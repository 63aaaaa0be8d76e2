import { M_PER_MILE } from '../kernel/quantity.ts';

/** Exact by definition, like the mile. */
const M_PER_FOOT = 0.3048;
const M_PER_YARD = 0.9144;
const M_PER_INCH = 0.0254;

const METRES: readonly (readonly [RegExp, number])[] = [
  [/^(?:km|kms|kilom[eè]t(?:er|re)s?|kil[oó]metros?|quil[oô]metros?|kilometri|км|公里|千米)$/u, 1000],
  [/^(?:mi|miles?|meilen?|milles?|millas?|milhas?|migli[ao])$/u, M_PER_MILE],
  [/^(?:m|m[eè]t(?:er|re)s?|metros?|metri|м|米)$/u, 1],
  [/^(?:ft|feet|foot)$/u, M_PER_FOOT],
  [/^(?:yd|yds|yards?)$/u, M_PER_YARD],
  [/^(?:cm|centimet(?:er|re)s?)$/u, 0.01],
  [/^(?:in|inch|inches)$/u, M_PER_INCH],
];

/** Metres of one unit of length by its word: `km`, `Mile`, `mi.`, `ft`, `yards`. `undefined` when it is no such word. */
export const metresOfUnit = (word: string | undefined): number | undefined => {
  const plain = (word ?? '').trim().replace(/\.$/u, '').toLowerCase();
  return METRES.find(([shape]) => shape.test(plain))?.[1];
};

/** Metres of one unit of what an athlete measures in miles or kilometres by the foot or the metre: climbing. */
export const metresOfClimb = (unit: 'km' | 'mi'): number => (unit === 'km' ? 1 : M_PER_FOOT);

/** Metres of one unit of what such an athlete swims. */
export const metresOfSwim = (unit: 'km' | 'mi'): number => (unit === 'km' ? 1 : M_PER_YARD);
