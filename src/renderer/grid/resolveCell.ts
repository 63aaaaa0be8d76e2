import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { backFromBreak } from '../../domain/programs/afterBreak.ts';
import type { Prescription, Slot } from '../../domain/programs/program.ts';
import { resolvePrescription, type ResolvedPrescription } from '../../domain/programs/resolve.ts';
import { exerciseInSlot } from '../../domain/programs/weekLevers.ts';

export type OpenProgram = NonNullable<OutputOf<Contract['programs']['grid']>['open']>;

export type KnownStrength = OpenProgram['strength'][number];

/** What loads are worked out from: the athlete's gym and strength as they are known in each week. */
export interface Strengths {
  readonly athlete: OpenProgram['athlete'];
  readonly afterBreak: OpenProgram['afterBreak'];
  /** By exercise, the oldest first. */
  readonly known: ReadonlyMap<string, readonly KnownStrength[]>;
  readonly exerciseAt: (key: string) => Exercise | undefined;
}

/** What is known of an athlete, whatever part of a program it comes with. */
type Known = Pick<OpenProgram, 'athlete' | 'afterBreak' | 'strength'>;

export const strengthsOf = (open: Known, exercises: ReadonlyMap<string, Exercise>): Strengths => ({
  athlete: open.athlete,
  afterBreak: open.afterBreak,
  known: Map.groupBy(open.strength, (one) => one.exerciseKey),
  exerciseAt: (key) => exercises.get(key),
});

export interface ResolvedSet {
  readonly prescription: Prescription;
  readonly resolved: ResolvedPrescription;
}

/** Where a cell stands; weeks from 1. */
export interface CellPlace {
  readonly week: number;
  readonly session: string;
  readonly monday: PlainDate;
}

/** What a cell comes to on this athlete's bar; empty where the slot is left out, not understood or of an unknown exercise. */
export const resolveCell = (
  strengths: Strengths,
  slot: Pick<Slot, 'exerciseKey' | 'prescriptions'>,
  { week, session, monday }: CellPlace,
): readonly ResolvedSet[] => {
  const exercise = exerciseInSlot(slot, strengths.exerciseAt);
  if (exercise === undefined) return [];
  const known = strengths.known.get(exercise.key)?.findLast(({ from }) => from <= monday);
  const { athlete, afterBreak } = strengths;
  const daysOff = afterBreak?.week === week && afterBreak.session === session ? afterBreak.days : undefined;
  return slot.prescriptions.map((written) => {
    const { prescription, why } = backFromBreak(written, daysOff);
    const { basis } = prescription;
    const resolved = resolvePrescription({
      prescription,
      exercise,
      gym: athlete.gym,
      trend: known?.trend,
      trainingMaxKg: basis.kind === 'pctTm' ? known?.trainingMaxKg : undefined,
      lastLift: basis.kind === 'open' ? known?.lastLift : undefined,
      daysOff,
      isNovice: athlete.entryClass === 'A',
    });
    return { prescription, resolved: { ...resolved, explanation: [...resolved.explanation, ...why] } };
  });
};

/** `92.5 kg`, `by feel`: the load of a cell in as few words as there are. */
export const loadWords = (sets: readonly ResolvedSet[]): string => {
  const words = sets.map(({ resolved: { load, unit, missing } }) => {
    if (load !== undefined) return `${load} ${unit}`;
    if (missing === 'bodyweight') return 'body weight';
    if (missing === 'effort') return 'by effort';
    return missing === 'notLoadable' ? 'lighter bar' : 'by feel';
  });
  return [...new Set(words)].join(', ');
};

/** `20 + 10 a side`, of the heaviest sets. */
export const plateWords = (sets: readonly ResolvedSet[]): string => {
  const loaded = sets.map(({ resolved }) => resolved).filter((one) => one.perSide !== undefined);
  const heaviest = loaded.toSorted((a, b) => (b.load ?? 0) - (a.load ?? 0))[0];
  if (heaviest?.perSide === undefined) return '';
  return heaviest.perSide.length === 0 ? 'bar alone' : `${heaviest.perSide.join(' + ')} a side`;
};
