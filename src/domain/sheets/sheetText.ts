import { distanceIn, massIn, roundTo, type DistanceUnit, type MassUnit } from '../kernel/quantity.ts';
import type { Prescription } from '../programs/program.ts';
import { repsToLeave, type ResolvedPrescription } from '../programs/resolve.ts';
import type { WarmUpSet } from '../strength/warmUp.ts';
import type { SheetWords } from './sheetWords.ts';

/** A number as it is printed, at most `decimals` places, none that say nothing: `82.5`, `100`. */
export const numberText = (value: number, words: SheetWords, decimals = 2): string =>
  String(roundTo(value, decimals)).replace('.', words.decimal);

/** `8 km`, `5 mi`: whole from ten on, else to the half. */
export const distanceText = (distanceM: number, unit: DistanceUnit, words: SheetWords): string => {
  const distance = distanceIn(unit, distanceM);
  const shown = distance >= 10 ? Math.round(distance) : Math.round(distance * 2) / 2;
  return `${numberText(shown, words, 1)} ${unit}`;
};

/**
 * A load of the gym in the athlete's unit. In the gym's own unit it is exact; converted, to the nearest half,
 * because nobody reads tenths of a plate.
 */
export const loadText = (
  load: number,
  gymUnit: MassUnit,
  loadKg: number,
  unit: MassUnit,
  words: SheetWords,
): string => {
  const shown = gymUnit === unit ? load : Math.round(massIn(unit, loadKg) * 2) / 2;
  return `${numberText(shown, words)} ${unit}`;
};

/** `3×4`, `2×8–12/side`, `2×30 s`, `5×4×3 s`, `3×8 contacts`, `3×20 m`. */
export const setsText = (prescription: Prescription, isUnilateral: boolean, words: SheetWords): string => {
  const { sets, reps, repsTo, holdS, contacts, distanceM, isPerSide } = prescription;
  const side = isUnilateral || isPerSide === true ? words.perSide : '';
  if (contacts !== undefined) return `${sets}×${words.contacts(contacts)}${side}`;
  if (distanceM !== undefined) return `${sets}×${words.metres(distanceM)}${side}`;
  if (holdS !== undefined) return `${sets}×${reps === undefined ? '' : `${reps}×`}${words.seconds(holdS)}${side}`;
  const range = repsTo === undefined || repsTo === reps ? '' : `–${repsTo}`;
  return reps === undefined ? `${sets}×` : `${sets}×${reps}${range}${side}`;
};

/** What the load is a function of: `(80 %)`, `(RPE 8)`, or nothing. */
const basisText = (prescription: Prescription, resolved: ResolvedPrescription, words: SheetWords): string => {
  const { basis } = prescription;
  if (basis.kind === 'rpe') return ` (${words.rpe(numberText(basis.rpe, words))})`;
  if (basis.kind === 'rir') return ` (${words.inReserve(numberText(basis.rir, words))})`;
  if (resolved.percentOf1rm === undefined) return '';
  return ` (${numberText(resolved.percentOf1rm, words, 1)} %)`;
};

const withoutLoadText = (prescription: Prescription, resolved: ResolvedPrescription, words: SheetWords): string => {
  const { basis } = prescription;
  if (basis.kind === 'mvc') return ` @ ${words.ofEffort(numberText(basis.fraction * 100, words, 1))}`;
  if (resolved.missing === 'bodyweight') return '';
  if (resolved.missing === 'notLoadable') return ` @ ${words.lighterBar}`;
  const leave = repsToLeave(prescription);
  const effort = leave === undefined ? '' : `, ${words.inReserve(numberText(leave, words))}`;
  return ` @ ${words.chooseLoad}${effort}`;
};

/** The target of some sets: `3×4 @ 82.5 kg (80 %)`, `2×8–12`, `2×6 @ choose load, 4 in reserve`. */
export const targetText = (
  prescription: Prescription,
  resolved: ResolvedPrescription,
  isUnilateral: boolean,
  unit: MassUnit,
  words: SheetWords,
): string => {
  const sets = setsText(prescription, isUnilateral, words);
  const tempo = prescription.tempo === undefined ? '' : `, ${words.tempo(prescription.tempo)}`;
  if (resolved.load === undefined || resolved.loadKg === undefined) {
    return `${sets}${withoutLoadText(prescription, resolved, words)}${tempo}`;
  }
  const load = loadText(resolved.load, resolved.unit, resolved.loadKg, unit, words);
  return `${sets} @ ${load}${basisText(prescription, resolved, words)}${tempo}`;
};

/** Plates on one side, heaviest first: `20 + 10 + 1.25`. The unit is added where it is not the sheet's own. */
export const platesText = (resolved: ResolvedPrescription, unit: MassUnit, words: SheetWords): string | undefined => {
  if (resolved.perSide === undefined) return undefined;
  if (resolved.perSide.length === 0) return words.emptyBar;
  const plates = resolved.perSide.map((mass) => numberText(mass, words)).join(' + ');
  return resolved.unit === unit ? plates : `${plates} ${resolved.unit}`;
};

/** How far a rounded load is from its target: `−0.8 %`; absent when exact. */
export const differenceText = (resolved: ResolvedPrescription, words: SheetWords): string | undefined => {
  const { differencePct } = resolved;
  if (differencePct === undefined || Math.abs(differencePct) < 0.05) return undefined;
  return `${differencePct > 0 ? '+' : '−'}${numberText(Math.abs(differencePct), words, 1)} %`;
};

/** `20×8, 40×5, 60×3`, in the gym's unit, because that is what is written on the plates; absent without one. */
export const warmUpText = (
  ramp: readonly WarmUpSet[],
  gymUnit: MassUnit,
  unit: MassUnit,
  words: SheetWords,
): string | undefined => {
  if (ramp.length === 0) return undefined;
  const sets = ramp.map(({ load, reps }) => `${numberText(load, words)}×${reps}`).join(', ');
  return gymUnit === unit ? sets : `${sets} (${gymUnit})`;
};

/** `3 min`, `150 s`: minutes where they are whole. */
export const restText = (restS: number, words: SheetWords): string =>
  restS >= 120 && restS % 60 === 0 ? words.minutes(restS / 60) : words.seconds(restS);
