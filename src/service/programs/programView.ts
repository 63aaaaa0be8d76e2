import { addDays, isoWeekOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { Gym } from '../../domain/athletes/athlete.ts';
import { resolvePrescription } from '../../domain/programs/resolve.ts';
import type { EntryClass } from '../../domain/programs/program.ts';
import type { StoredExercise } from '../exercises/exerciseStore.ts';
import type { LiftPoint } from '../training/analysisStore.ts';
import type { StoredWeek } from './programStore.ts';

/** What prescriptions are resolved against: the athlete's own gym and their own strength. */
export interface Resolving {
  readonly gym: Gym;
  readonly entryClass: EntryClass;
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  /** Every e1RM point of the athlete, oldest first. */
  readonly points: readonly LiftPoint[];
}

/** A lift's trend as it was known when the week began, or as it is now for weeks ahead: a past week keeps its loads. */
const trendAt = ({ points }: Resolving, key: string, monday: PlainDate) => {
  const latest = points.findLast((point) => point.key === key && point.day < monday);
  const point = latest ?? points.find((candidate) => candidate.key === key);
  if (point === undefined) return undefined;
  return { trendKg: point.trend_kg, lowKg: point.low_kg, highKg: point.high_kg, performedOn: point.day };
};

const exerciseNamed = (resolving: Resolving, key: string): StoredExercise => {
  const exercise = resolving.exercises.get(key);
  if (exercise === undefined) throw new Error(`a stored slot names exercise ${key}, which is not in the store`);
  return exercise;
};

const slotView = (resolving: Resolving, slot: StoredWeek['sessions'][number]['slots'][number], monday: PlainDate) => {
  const exercise = exerciseNamed(resolving, slot.exerciseKey);
  const noGym = slot.noGymKey === undefined ? undefined : exerciseNamed(resolving, slot.noGymKey);
  const trend = trendAt(resolving, slot.exerciseKey, monday);
  return {
    label: slot.label,
    exerciseKey: slot.exerciseKey,
    exercise: exercise.name,
    isUnilateral: exercise.isUnilateral,
    role: slot.role,
    noGymKey: slot.noGymKey,
    noGym: noGym?.name,
    prescriptions: slot.prescriptions.map((prescription) => {
      const resolved = resolvePrescription({
        prescription,
        exercise,
        gym: resolving.gym,
        trend,
        isNovice: resolving.entryClass === 'A',
      });
      return { prescription, resolved };
    }),
  };
};

/** Sessions as the week brings them, whichever of them the template names first. */
const inWeekOrder = (sessions: StoredWeek['sessions']): StoredWeek['sessions'] =>
  sessions.toSorted((a, b) => a.weekday - b.weekday);

/** A stored week with every load resolved. `liftsDone` is how many lifting sessions were recorded in that week. */
export const weekView = (resolving: Resolving, week: StoredWeek, liftsDone: number) => ({
  ordinal: week.ordinal,
  number: week.number,
  kind: week.kind,
  startsOn: week.startsOn,
  isoWeek: isoWeekOf(week.startsOn),
  lever: week.lever,
  // Moved is not missed: the week's first n sessions count as done when n were lifted, whatever the days.
  sessions: inWeekOrder(week.sessions).map((session, index) => ({
    sessionId: session.sessionId,
    name: session.name,
    weekday: session.weekday,
    date: addDays(week.startsOn, session.weekday - 1),
    minutes: session.minutes,
    isDone: index < liftsDone,
    slots: session.slots.map((slot) => slotView(resolving, slot, week.startsOn)),
  })),
});

export interface BlockView {
  readonly name: string;
  readonly goal: string;
  readonly weeks: ReturnType<typeof weekView>[];
}

/** Weeks under the headings of their blocks. */
export const inBlocks = (
  weeks: readonly StoredWeek[],
  resolving: Resolving,
  liftsDoneIn: (monday: PlainDate) => number,
): BlockView[] => {
  const blocks: BlockView[] = [];
  for (const week of weeks) {
    const view = weekView(resolving, week, liftsDoneIn(week.startsOn));
    const last = blocks.at(-1);
    if (last !== undefined && last.name === week.block) last.weeks.push(view);
    else blocks.push({ name: week.block, goal: week.goal, weeks: [view] });
  }
  return blocks;
};
