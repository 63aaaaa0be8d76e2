/** Exact by definition: the international avoirdupois pound (1959). */
export const KG_PER_LB = 0.45359237;

/** Exact by definition: the international mile (1959). */
export const M_PER_MILE = 1609.344;

export type MassUnit = 'kg' | 'lb';
export type DistanceUnit = 'km' | 'mi';

export const poundsToKg = (pounds: number): number => pounds * KG_PER_LB;

export const milesToM = (miles: number): number => miles * M_PER_MILE;

/** A mass in kilograms, as a number in the given unit (not rounded). */
export const massIn = (unit: MassUnit, massKg: number): number => (unit === 'kg' ? massKg : massKg / KG_PER_LB);

/** A number in the given unit, as kilograms. */
export const massToKg = (unit: MassUnit, mass: number): number => (unit === 'kg' ? mass : poundsToKg(mass));

/** A distance in metres, as a number in the given unit (not rounded). */
export const distanceIn = (unit: DistanceUnit, distanceM: number): number =>
  unit === 'km' ? distanceM / 1000 : distanceM / M_PER_MILE;

export const distanceToM = (unit: DistanceUnit, distance: number): number =>
  unit === 'km' ? distance * 1000 : milesToM(distance);

/** Rounds to a number of decimals, so that float noise from conversions never reaches the eye or a comparison. */
export const roundTo = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round((value + Number.EPSILON * Math.sign(value)) * factor) / factor;
};
