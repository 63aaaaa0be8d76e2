import type { AthleteId, ProgramId } from '../../domain/kernel/ids.ts';
import { chanceFrom, type Chance } from '../../domain/kernel/chance.ts';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { massIn, massToKg } from '../../domain/kernel/quantity.ts';
import { loadInGym } from '../../domain/programs/gymLoad.ts';
import { plannedEffort } from '../../domain/programs/levers.ts';
import { liftAsPlanned, sessionsKept, type PlannedDay, type PlannedLift } from '../../domain/sample/planLifts.ts';
import type { SampleAthlete } from '../../domain/sample/sampleAthlete.ts';
import type { SampleLiftSession } from '../../domain/sample/sampleLifts.ts';
import { percentOf1rm } from '../../domain/strength/rpeChart.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { WriteDb } from '../db/sql.ts';
import type { StoredExercise } from '../exercises/exerciseStore.ts';
import { findProgram } from '../programs/programStore.ts';
import { programWeeks } from '../programs/programWeekStore.ts';
import { resolvingFor, weekView, type Resolving } from '../programs/programView.ts';
import { NOTHING_DONE } from '../training/liftStore.ts';
import { liftPointsOf } from '../training/analysisStore.ts';

type SessionView = ReturnType<typeof weekView>['sessions'][number];
type PrescriptionView = SessionView['slots'][number]['prescriptions'][number];

const EARLIEST = '1000-01-01' as PlainDate;
const WEEKLY_GAIN = 0.006;
const USUAL_EFFORT = 8;
const SPARED_EFFORT = 0.5;

/** Of the squat's maximum, for lifts that nobody has done yet: what is in the hands, and what is on the bar. */
const HAND_SHARE = 0.3;
const BAR_SHARE = 0.85;
const ONE_LEG_SHARE = 0.75;

/** On machines the legs push more than a squat, the calves nearly as much, the hamstrings far less. */
const MACHINE_SHARES: Partial<Record<StoredExercise['pattern'], number>> = { squat: 1.5, calf: 0.9, hinge: 0.4 };

const shareOf = ({ equipment, pattern }: StoredExercise): number => {
  const uses = (item: string): boolean => equipment.some((group) => group.includes(item));
  if (uses('barbell')) return BAR_SHARE;
  const isMachine = uses('machine') || uses('smith');
  return (isMachine ? MACHINE_SHARES[pattern] : undefined) ?? HAND_SHARE;
};

/** What an athlete could lift once: their own trend, else a share of their squat, or of their body mass. */
const maximumFor = (resolving: Resolving, bodyMassKg: number) => {
  const squat = resolving.points.findLast(({ key }) => key === 'sq_back')?.trend_kg ?? bodyMassKg;
  return (exercise: StoredExercise): number => {
    const own = resolving.points.findLast(({ key }) => key === exercise.key)?.trend_kg;
    const guess = squat * shareOf(exercise) * (exercise.isUnilateral ? ONE_LEG_SHARE : 1);
    return own ?? guess;
  };
};

interface Day {
  readonly resolving: Resolving;
  /** At the program's start. */
  readonly maximumOf: (exercise: StoredExercise) => number;
  /** How much stronger since, as a factor. */
  readonly gained: number;
}

/** What is on the bar: what the plan comes to, else what felt right for its effort in the first week, and a little less. */
const liftOf = (
  { resolving, maximumOf, gained }: Day,
  key: string,
  { prescription, resolved }: PrescriptionView,
): PlannedLift => {
  const { sets, reps, repsTo, contacts, holdS, distanceM } = prescription;
  const effort = plannedEffort(prescription) ?? USUAL_EFFORT;
  const counted = holdS === undefined ? (reps ?? contacts ?? (distanceM === undefined ? undefined : 1)) : undefined;
  const plain = { exerciseKey: key, sets, reps: counted, repsTo, holdS, effort };
  const exercise = resolving.exercises.get(key);
  const isLoaded = exercise?.loadMode === 'kg' && prescription.basis.kind !== 'bodyweight' && holdS === undefined;
  if (exercise === undefined || !isLoaded) return plain;
  const startKg = maximumOf(exercise);
  const maximumKg = startKg * gained;
  if (resolved.loadKg !== undefined) return { ...plain, loadKg: resolved.loadKg, maximumKg };
  const share = (percentOf1rm(Math.min(12, counted ?? 5), Math.max(6, effort - SPARED_EFFORT)) ?? 60) / 100;
  const unit = resolving.gym.unit;
  const made = loadInGym(exercise, resolving.gym, massIn(unit, startKg * share), 'down')?.load;
  return made === undefined ? plain : { ...plain, loadKg: massToKg(unit, made), maximumKg };
};

const dayOf = (day: Day, session: SessionView): PlannedDay & { readonly sessionId: number } => ({
  sessionId: session.sessionId,
  performedOn: session.date,
  title: session.name,
  lifts: session.slots.flatMap((slot) => slot.prescriptions.map((one) => liftOf(day, slot.exerciseKey, one))),
});

interface Drawn {
  readonly db: WriteDb;
  readonly athleteId: AthleteId;
  readonly programId: ProgramId;
  readonly person: SampleAthlete;
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  readonly today: PlainDate;
}

/** How many sessions were drawn for each week, by its Monday; the most of any week is a usual one. */
const drawnWeeks = ({ liftSessions }: SampleAthlete): ReadonlyMap<PlainDate, number> => {
  const weeks = new Map<PlainDate, number>();
  for (const { performedOn } of liftSessions) {
    const monday = mondayOf(performedOn);
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
  }
  return weeks;
};

const lifterOf = ({ liftSessions }: SampleAthlete) => ({
  logsRpe: liftSessions.some(({ sets }) => sets.some(({ rpe }) => rpe !== undefined)),
  usualHour: Number(liftSessions[0]?.timeOfDay.slice(0, 2) ?? 18),
});

/**
 * The lifting of a program's past weeks as the plan has it: as many of its sessions as were drawn for the week, each with the loads
 * the plan came to when the program began. What was drawn before is not touched. Nothing is done on `today` or later.
 */
export const programLifts = (drawn: Drawn): readonly (SampleLiftSession & { readonly sessionId: number })[] => {
  const { db, athleteId, programId, person, exercises, today } = drawn;
  const program = findProgram(db, programId);
  const athlete = findAthlete(db, athleteId);
  if (program === undefined || athlete === undefined) return [];
  const points = liftPointsOf(db, athleteId, EARLIEST);
  const resolving = resolvingFor(db, athlete, program, { exercises, points, today });
  const chance: Chance = chanceFrom(person.planSeed);
  const weeks = drawnWeeks(person);
  const usual = Math.max(0, ...weeks.values());
  const bodyMassKg = person.bodyMasses.at(-1)?.massKg ?? 70;
  let gained = 1;
  return programWeeks(db, programId).flatMap((week) => {
    if (week.startsOn > today) return [];
    const planned = weekView(resolving, week, NOTHING_DONE).sessions;
    const isOver = addDays(week.startsOn, 6) < today;
    const done = isOver ? (weeks.get(week.startsOn) ?? 0) : usual;
    const kept = sessionsKept(chance, planned, done, usual).filter(({ date }) => date < today);
    const day = { resolving, maximumOf: maximumFor(resolving, bodyMassKg), gained };
    if (kept.length > 0 && person.story !== 'plateau') gained += WEEKLY_GAIN;
    return kept.map((session) => {
      const { sessionId, ...asPlanned } = dayOf(day, session);
      return { ...liftAsPlanned(chance, asPlanned, lifterOf(person)), sessionId };
    });
  });
};
