/** What something costs at one size. */
export interface Cost {
  readonly size: number;
  readonly ms: number;
}

/** How a cost grows, from three sizes of which each is four times the one before. */
export interface GrowthRow {
  readonly name: string;
  readonly of: string;
  readonly costs: readonly Cost[];
  /** b of cost = a × size^b, by least squares over the logarithms. */
  readonly exponent: number;
  /** The exponent that n log n would have over the same sizes. */
  readonly nLogN: number;
  readonly met: boolean;
}

/** A measured exponent is this far out at worst: three sizes, a few runs each. */
const TOLERANCE = 0.1;

const slope = (points: readonly (readonly [number, number])[]): number => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const together = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return together / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
};

const exponentOf = (costs: readonly Cost[]): number =>
  slope(costs.map(({ size, ms }) => [Math.log(size), Math.log(Math.max(ms, 0.001))] as const));

const hundredths = (value: number): number => Math.round(value * 100) / 100;

export const growthRow = (name: string, of: string, costs: readonly Cost[]): GrowthRow => {
  const exponent = exponentOf(costs);
  const nLogN = exponentOf(costs.map(({ size }) => ({ size, ms: size * Math.log(Math.max(2, size)) })));
  return {
    name,
    of,
    costs: costs.map(({ size, ms }) => ({ size, ms: Math.round(ms * 10) / 10 })),
    exponent: hundredths(exponent),
    nLogN: hundredths(nLogN),
    met: exponent <= nLogN + TOLERANCE,
  };
};

/** `Roster triage   31: 3.1   125: 9.0   500: 35.2 ms   grows as n^0.88` */
export const growthLine = ({ name, of, costs, exponent, nLogN, met }: GrowthRow, width: number): string => {
  const sizes = costs.map(({ size, ms }) => `${size.toLocaleString('en')}: ${ms.toFixed(1)}`.padEnd(20)).join(' ');
  return `${name.padEnd(width)} ${of.padEnd(9)} ${sizes} ms  n^${exponent.toFixed(2)} (n log n: ${nLogN.toFixed(2)})  ${met ? 'met' : 'NOT MET'}`;
};
