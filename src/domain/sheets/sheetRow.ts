import type { MassUnit } from '../kernel/quantity.ts';
import type { Prescription } from '../programs/program.ts';
import type { ExplanationLine, ResolvedPrescription } from '../programs/resolve.ts';
import { given } from './given.ts';
import { noGymDose, setsIn, type SheetSlot } from './liftSession.ts';
import { differenceText, numberText, platesText, restText, setsText, targetText, warmUpText } from './sheetText.ts';
import type { SheetWords } from './sheetWords.ts';

/** Some equal sets of a row. */
export interface SheetLine {
  readonly target: string;
  readonly plates?: string | undefined;
  /** Shown when the load is not exactly what was asked for. */
  readonly difference?: string | undefined;
  readonly rest?: string | undefined;
  readonly rpeCap?: string | undefined;
  readonly setBoxes: number;
  /** From what is known to the load; for the screen, never printed. */
  readonly why: readonly ExplanationLine[];
}

/** How a row differs from the sheet that was printed before. */
export type RowChange = 'new' | 'changed';

export interface SheetRow {
  readonly label: string;
  readonly exercise: string;
  readonly isMain: boolean;
  readonly cue?: string | undefined;
  readonly warmUp?: string | undefined;
  readonly lines: readonly SheetLine[];
  readonly noGym?: string | undefined;
  readonly change?: RowChange | undefined;
}

const layOutLine = (
  prescription: Prescription,
  resolved: ResolvedPrescription,
  isUnilateral: boolean,
  unit: MassUnit,
  words: SheetWords,
): SheetLine => ({
  target: targetText(prescription, resolved, isUnilateral, unit, words),
  ...given('plates', platesText(resolved, unit, words)),
  ...given('difference', differenceText(resolved, words)),
  ...given('rest', prescription.restS === undefined ? undefined : restText(prescription.restS, words)),
  ...given('rpeCap', prescription.rpeCap === undefined ? undefined : numberText(prescription.rpeCap, words)),
  setBoxes: prescription.sets,
  why: resolved.explanation,
});

/** What to do without a gym: the same sets of the easier rung, by repetitions or by time. */
const noGymText = ({ slot, noGym }: SheetSlot, words: SheetWords): string | undefined => {
  if (noGym === undefined || slot.role !== 'main' || slot.prescriptions.length === 0) return undefined;
  const dose = noGymDose(noGym, setsIn(slot.prescriptions));
  return words.noGym(`${noGym.name} ${setsText(dose, noGym.isUnilateral, words)}`);
};

/**
 * The coach's own word on the prescription; else, for a main lift, the first cue of the exercise. That stands once a week,
 * where the lift first comes: a page holds two sessions.
 */
const cueText = ({ slot, exercise }: SheetSlot, before: readonly SheetSlot[]): string | undefined => {
  const own = slot.prescriptions.find((one) => one.cue !== undefined)?.cue;
  const isRepeated = before.some((row) => row.slot.role === 'main' && row.exercise.name === exercise.name);
  return own ?? (slot.role === 'main' && !isRepeated ? exercise.cues[0] : undefined);
};

/** One exercise as every layout prints it. `before` are the rows that stand before it on the same sheet. */
export const layOutRow = (
  row: SheetSlot,
  before: readonly SheetSlot[],
  unit: MassUnit,
  words: SheetWords,
): SheetRow => {
  const { slot, exercise, resolved } = row;
  const [first] = resolved;
  const warmUp =
    slot.role === 'main' && first !== undefined ? warmUpText(first.warmUp, first.unit, unit, words) : undefined;
  return {
    label: slot.label,
    exercise: exercise.name,
    isMain: slot.role === 'main',
    ...given('cue', cueText(row, before)),
    ...given('warmUp', warmUp),
    lines: [
      ...(row.unread === undefined ? [] : [{ target: row.unread, setBoxes: 1, why: [] }]),
      ...slot.prescriptions.flatMap((prescription, index) => {
        const answer = resolved[index];
        return answer === undefined ? [] : [layOutLine(prescription, answer, exercise.isUnilateral, unit, words)];
      }),
    ],
    ...given('noGym', noGymText(row, words)),
  };
};
