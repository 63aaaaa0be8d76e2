import type { Exercise, Stress } from '../exercises/exercise.ts';
import { rungFrom } from '../exercises/rung.ts';
import type { SlotDose } from './levers.ts';
import type { Slot, Week } from './program.ts';

/** A slot in one week, and what it did in the last week before that was no deload. */
export interface SlotStep {
  readonly week: number;
  readonly session: string;
  readonly slot: Slot;
  readonly dose: SlotDose;
  readonly before?: SlotDose | undefined;
}

type ExerciseAt = (key: string) => Exercise | undefined;

const stressSum = (stress: Stress): number => stress.K + stress.A + stress.H + stress.G + stress.L + stress.I;

/** The exercise a slot comes to in its week: its own, or the rung its cell names. */
export const exerciseInSlot = (
  slot: Pick<Slot, 'exerciseKey' | 'prescriptions'>,
  exerciseAt: ExerciseAt,
): Exercise | undefined => {
  const own = exerciseAt(slot.exerciseKey);
  const basis = slot.prescriptions[0]?.basis;
  return own === undefined || basis?.kind !== 'bodyweight' ? own : rungFrom(own, basis.rung ?? 0, exerciseAt);
};

const newDose = (slot: Slot, sessionsPerWeek: number, exerciseAt: ExerciseAt): SlotDose => {
  const exercise = exerciseInSlot(slot, exerciseAt);
  const { prescriptions } = slot;
  if (exercise === undefined) return { exerciseKey: slot.exerciseKey, prescriptions, sessionsPerWeek };
  return {
    exerciseKey: exercise.key,
    exerciseName: exercise.name,
    level: exercise.level,
    ...(exercise.stress === undefined ? {} : { stressSum: stressSum(exercise.stress) }),
    isLoadedUnilateral: exercise.isUnilateral && exercise.loadMode === 'kg',
    prescriptions,
    sessionsPerWeek,
  };
};

interface KnownDose {
  readonly sessionsPerWeek: number;
  readonly exerciseAt: ExerciseAt;
  readonly dose: SlotDose;
}

const doses = new WeakMap<Slot, KnownDose>();

/** Slots that an edit left alone stay the same objects, and so do their doses. */
const doseOf = (slot: Slot, sessionsPerWeek: number, exerciseAt: ExerciseAt): SlotDose => {
  const known = doses.get(slot);
  if (known?.sessionsPerWeek === sessionsPerWeek && known.exerciseAt === exerciseAt) return known.dose;
  const dose = newDose(slot, sessionsPerWeek, exerciseAt);
  doses.set(slot, { sessionsPerWeek, exerciseAt, dose });
  return dose;
};

/**
 * Every slot of every week with what it is compared to (R2.10): the same place of the same session in the last week before that was
 * no deload. Slots without sets are passed over.
 */
export const slotSteps = (
  weeks: readonly Pick<Week, 'kind' | 'sessions'>[],
  exerciseAt: ExerciseAt,
): readonly SlotStep[] => {
  const last = new Map<string, Map<string, SlotDose>>();
  const steps: SlotStep[] = [];
  for (const [index, { kind, sessions }] of weeks.entries()) {
    const done: SlotStep[] = [];
    for (const { name, slots } of sessions) {
      const lastOfSession = last.get(name);
      for (const slot of slots) {
        if (slot.prescriptions.length === 0) continue;
        const before = lastOfSession?.get(slot.label);
        const dose = doseOf(slot, sessions.length, exerciseAt);
        done.push({ week: index + 1, session: name, slot, dose, ...(before === undefined ? {} : { before }) });
      }
    }
    steps.push(...done);
    if (kind === 'deload') continue;
    for (const { session, slot, dose } of done) {
      const known = last.get(session);
      if (known === undefined) last.set(session, new Map([[slot.label, dose]]));
      else known.set(slot.label, dose);
    }
  }
  return steps;
};
