import type { MassUnit } from '../kernel/quantity.ts';
import { withoutNoise } from './numbers.ts';

/** Loads of a 45 lb bar with 45, 25 and 10 lb plates; rare in kilograms. */
const POUND_LOADS = new Set([95, 115, 135, 155, 185, 205, 225, 245, 275, 315, 365, 405]);
/** Loads of a 20 kg bar with 20 kg plates. */
const KG_LOADS = new Set([20, 60, 100, 120, 140]);

/** In a long log, loads in kilograms have steps of 2.5, 2 and 1 among them; of loads in pounds nine in ten are fives. */
const MOSTLY_FIVES = 0.88;
const LONG_LOG_LOADS = 100;
const LONG_LOG_STEPS = 15;

/** What speaks for either is as strong as this near: sums of shares are not exact, and a tie is undecided. */
const AS_STRONG = 1e-9;

export interface MassEvidence {
  readonly unit: MassUnit;
  readonly evidence: string;
}

/** A printed load, and how often it stands in the file. */
export interface WeighedLoad {
  readonly load: number;
  readonly count: number;
}

const countOf = (loads: readonly WeighedLoad[]): number => loads.reduce((sum, { count }) => sum + count, 0);

const share = (loads: readonly WeighedLoad[], isSuch: (load: number) => boolean): number =>
  loads.length === 0 ? 0 : countOf(loads.filter(({ load }) => isSuch(load))) / countOf(loads);

const percent = (part: number): string => `${Math.round(part * 100)} %`;

const isMostlyFives = (loads: readonly WeighedLoad[], fives: number): boolean =>
  fives > MOSTLY_FIVES &&
  countOf(loads) >= LONG_LOG_LOADS &&
  new Set(loads.map(({ load }) => load)).size >= LONG_LOG_STEPS;

/**
 * Kilograms or pounds, from printed loads above 0. For pounds speak the sums of 45 lb bars, the noise that conversion
 * leaves, and in a long log loads that are nearly all fives; for kilograms steps that are no multiple of 2.5, half steps, and the sums of 20 kg bars. Undecided is kilograms.
 */
export const massEvidenceOf = (printed: readonly WeighedLoad[]): MassEvidence => {
  const loads = printed.map(({ load, count }) => ({ load: withoutNoise(load), count }));
  const noisy = share(printed, (load) => Math.abs(load - withoutNoise(load)) > 0);
  const poundLoads = share(loads, (load) => POUND_LOADS.has(load));
  const kgLoads = share(loads, (load) => KG_LOADS.has(load));
  const oddSteps = share(loads, (load) => load % 2.5 !== 0);
  const halfSteps = share(loads, (load) => load % 5 === 2.5);
  const fives = share(loads, (load) => load % 5 === 0);
  const hasFives = isMostlyFives(loads, fives);
  const forPounds = 3 * poundLoads + (noisy > 0.01 ? 0.2 : 0) + (hasFives ? 0.3 : 0);
  const forKg = oddSteps + halfSteps / 2 + kgLoads / 2;
  if (forPounds > forKg + AS_STRONG) {
    const said = [
      poundLoads >= 0.005 ? `${percent(poundLoads)} of the loads are typical of 45 lb bars (95, 135, 185, 225)` : '',
      hasFives ? `${percent(fives)} of the loads are fives, without the finer steps of kilograms` : '',
      noisy > 0 ? `${percent(noisy)} show the noise of conversion` : '',
    ].filter((part) => part !== '');
    return { unit: 'lb', evidence: said.join('; ') };
  }
  if (forKg === 0)
    return { unit: 'kg', evidence: 'the file does not say, and its loads do not tell; kilograms assumed' };
  const said = [
    oddSteps > 0 ? `${percent(oddSteps)} of the loads are no multiple of 2.5` : '',
    halfSteps > 0 ? `${percent(halfSteps)} are halves between multiples of 5` : '',
    kgLoads > 0 ? `${percent(kgLoads)} are typical of 20 kg bars (20, 60, 100)` : '',
  ].filter((part) => part !== '');
  return { unit: 'kg', evidence: said.join(', ') };
};
