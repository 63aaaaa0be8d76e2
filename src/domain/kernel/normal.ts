/** Error function, Abramowitz and Stegun 7.1.26; absolute error below 1.5e-7. */
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - series * Math.exp(-x * x));
};

/** The share of a standard normal distribution below a value, 0 to 1. */
export const normalBelow = (z: number): number => 0.5 * (1 + erf(z / Math.SQRT2));
