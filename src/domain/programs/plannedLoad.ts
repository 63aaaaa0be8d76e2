import { LOWER_PATTERNS, type Exercise } from '../exercises/exercise.ts';
import { isHardSet } from '../strength/hardSets.ts';
import { averageIntensityPercent, inol, inolBand, tonnageKg, type InolBand } from '../strength/strengthLoad.ts';
import type { Prescription } from './program.ts';
import type { ResolvedPrescription } from './resolve.ts';

/** A slot of a planned session with what its prescriptions come to. */
export interface PlannedSlot {
  readonly exercise: Pick<Exercise, 'name' | 'pattern' | 'isUnilateral'>;
  readonly prescriptions: readonly {
    readonly prescription: Prescription;
    readonly resolved: Pick<ResolvedPrescription, 'loadKg' | 'percentOf1rm'>;
  }[];
}

/** What a planned session asks for (§5). Counted from the lower end of repetition ranges. */
export interface PlannedLoad {
  /** Hard sets of squat, hinge, lunge, calf and hip. */
  readonly lowerHardSets: number;
  readonly hardSets: number;
  /** Repetitions of work sets, both sides counted. */
  readonly reps: number;
  /** Repetitions at 85 % of the maximum or more. */
  readonly peakReps: number;
  /** Ground contacts, both feet of single-leg jumps counted. */
  readonly contacts: number;
  /** Repetitions × load of what has a load, in kilograms. */
  readonly tonnageKg: number;
  /** Over the repetitions whose share of the maximum is known, in per cent. */
  readonly averageIntensityPct?: number | undefined;
  /** INOL of each lift whose share of the maximum is known, the largest first. */
  readonly inol: readonly { readonly exercise: string; readonly value: number; readonly band: InolBand }[];
}

const PEAK_PERCENT = 85;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

type Planned = PlannedSlot['prescriptions'][number];

const sidesOf = (slot: PlannedSlot, { prescription }: Planned): number =>
  slot.exercise.isUnilateral || prescription.isPerSide === true ? 2 : 1;

/** Repetitions in all; holds are time and jumps are contacts. */
const repsOf = (slot: PlannedSlot, one: Planned): number => {
  const { sets, reps, holdS } = one.prescription;
  return holdS === undefined ? sets * (reps ?? 0) * sidesOf(slot, one) : 0;
};

/** The effort a set is planned to end at. */
const effortOf = ({ basis, rpeCap }: Prescription): number | undefined => {
  if (basis.kind === 'rpe') return basis.rpe;
  if (basis.kind === 'rir') return 10 - basis.rir;
  return basis.kind === 'rm' ? 9 : rpeCap;
};

const isHard = (slot: PlannedSlot, { prescription, resolved }: Planned): boolean =>
  isHardSet(
    {
      kind: 'work',
      reps: prescription.reps,
      loadKg: resolved.percentOf1rm,
      rpe: effortOf(prescription),
      holdS: prescription.holdS,
      isPlyometric: slot.exercise.pattern.startsWith('plyo'),
    },
    // The share of the maximum is planned, whatever the maximum is.
    100,
  );

const hardSetsOf = (slot: PlannedSlot): number =>
  sum(slot.prescriptions.filter((one) => isHard(slot, one)).map(({ prescription }) => prescription.sets));

const inolOf = (slots: readonly PlannedSlot[]): PlannedLoad['inol'] => {
  const names = [...new Set(slots.map((slot) => slot.exercise.name))];
  return names
    .flatMap((exercise) => {
      const work = slots
        .filter((slot) => slot.exercise.name === exercise)
        .flatMap((slot) =>
          slot.prescriptions.flatMap((one) => {
            const percentOf1rm = one.resolved.percentOf1rm;
            const reps = one.prescription.sets * (one.prescription.reps ?? 0);
            return percentOf1rm === undefined || reps === 0 ? [] : { reps, percentOf1rm };
          }),
        );
      const value = work.length === 0 ? undefined : inol(work);
      return value === undefined ? [] : { exercise, value, band: inolBand(value) };
    })
    .toSorted((a, b) => b.value - a.value);
};

/** The strength load of a planned session (§5). */
export const plannedLoad = (slots: readonly PlannedSlot[]): PlannedLoad => {
  const all = slots.flatMap((slot) => slot.prescriptions.map((one) => ({ slot, one, reps: repsOf(slot, one) })));
  const loaded = all.flatMap(({ reps, one: { resolved } }) =>
    resolved.loadKg === undefined ? [] : { reps, loadKg: resolved.loadKg },
  );
  const shared = all.flatMap(({ reps, one: { resolved } }) =>
    resolved.percentOf1rm === undefined ? [] : { reps, loadKg: resolved.percentOf1rm, e1rmKg: 100 },
  );
  const averageIntensityPct = averageIntensityPercent(shared);
  const lower = slots.filter(({ exercise }) => LOWER_PATTERNS.includes(exercise.pattern));
  return {
    lowerHardSets: sum(lower.map(hardSetsOf)),
    hardSets: sum(slots.map(hardSetsOf)),
    reps: sum(all.map(({ reps }) => reps)),
    peakReps: sum(all.filter(({ one }) => (one.resolved.percentOf1rm ?? 0) >= PEAK_PERCENT).map(({ reps }) => reps)),
    contacts: sum(
      all.map(({ slot, one }) => one.prescription.sets * (one.prescription.contacts ?? 0) * sidesOf(slot, one)),
    ),
    tonnageKg: tonnageKg(loaded),
    ...(averageIntensityPct === undefined ? {} : { averageIntensityPct }),
    inol: inolOf(slots),
  };
};
