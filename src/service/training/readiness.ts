import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { NO_GYM_ITEMS } from '../../domain/exercises/noGym.ts';
import { loadableAtMost } from '../../domain/programs/gymLoad.ts';
import { ostrcWeeks } from '../../domain/wellness/ostrcWeeks.ts';
import { painVerdict } from '../../domain/wellness/painReports.ts';
import { readinessToday, type TodayReadiness } from '../../domain/wellness/readinessToday.ts';
import { doseOfSlot, sparingOf, type Sparing } from '../../domain/wellness/sparedSlot.ts';
import { guardRailsFor } from '../../domain/wellness/specialGroups.ts';
import { readinessLight, type LiftDose, type ReadinessLight } from '../../domain/wellness/trafficLight.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import { healthOf } from '../athletes/healthStore.ts';
import type { ReadDb } from '../db/sql.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { programsOf, type StoredProgram } from '../programs/programStore.ts';
import { programWeeks } from '../programs/programWeekStore.ts';
import { resolvingFor, weekView } from '../programs/programView.ts';
import { liftPointsOf } from './analysisStore.ts';
import { sessionsDone } from './liftStore.ts';
import { checkInsOf } from './checkInStore.ts';
import { healthReportsOf } from './healthReportStore.ts';

type ReadinessView = OutputOf<Contract['athletes']['readiness']>;
type NextView = NonNullable<ReadinessView['next']>;
type NextSession = ReturnType<typeof weekView>['sessions'][number];

const EARLIEST = '1000-01-01' as PlainDate;
/** Long enough for the newest Hooper index, the day before it, and the 28 days before that. */
const CHECK_IN_DAYS = 35;
const HEALTH_WEEKS = 12;

/** The first session of this week or the next that is not done and not past. */
const nextSession = (
  db: ReadDb,
  athlete: StoredAthlete,
  programs: readonly StoredProgram[],
  exercises: ReadonlyMap<string, StoredExercise>,
  today: PlainDate,
): NextSession | undefined => {
  const thisMonday = mondayOf(today);
  const done = sessionsDone(db, athlete.athleteId, thisMonday);
  const points = liftPointsOf(db, athlete.athleteId, EARLIEST);
  return [thisMonday, addDays(thisMonday, 7)]
    .flatMap((monday) =>
      programs
        .filter((program) => program.startsOn <= monday && monday <= program.endsOn)
        .flatMap((program) => {
          const resolving = resolvingFor(db, athlete, program, { exercises, points, today });
          return programWeeks(db, program.programId, monday).flatMap(
            (week) => weekView(resolving, week, done).sessions,
          );
        }),
    )
    .filter((session) => !session.isDone && session.date >= today)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0];
};

interface Sparer {
  readonly athlete: StoredAthlete;
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  readonly light: ReadinessLight;
  readonly today: TodayReadiness | undefined;
}

const NO_LIGHT: ReadinessLight = { light: 'green', because: [] };

const sparingIn = ({ athlete, exercises, today }: Sparer, exercise: StoredExercise): Sparing => {
  const { painRegion: region, painScore: score } = today?.newest ?? {};
  if (region === undefined || score === undefined) return { kind: 'fine' };
  const items = [...athlete.details.gym.equipment, ...NO_GYM_ITEMS];
  return sparingOf(exercise, [...exercises.values()], { region, score }, items);
};

const painView = (sparer: Sparer, exercise: StoredExercise): NextView['slots'][number]['pain'] => {
  const sparing = sparingIn(sparer, exercise);
  if (sparing.kind !== 'swap') return sparing;
  const { key } = sparing;
  return { kind: 'swap', exerciseKey: key, exercise: sparer.exercises.get(key)?.name ?? key };
};

const slotUnderLight = (sparer: Sparer, slot: NextSession['slots'][number]): NextView['slots'][number] => {
  const { gym } = sparer.athlete.details;
  const exercise = sparer.exercises.get(slot.exerciseKey);
  if (exercise === undefined) throw new Error(`a planned slot names exercise ${slot.exerciseKey}, which is not stored`);
  const planned = slot.prescriptions.map(({ prescription, resolved: { load } }): LiftDose => ({
    sets: prescription.sets,
    ...(load === undefined || load <= 0 ? {} : { load }),
  }));
  const spared = doseOfSlot(exercise.pattern, planned, sparer.light, (load) => loadableAtMost(exercise, gym, load));
  const left = { asPlanned: planned, lighter: spared.kind === 'lighter' ? spared.doses : [], leftOut: [] };
  return {
    label: slot.label,
    exerciseKey: slot.exerciseKey,
    exercise: slot.exercise,
    unit: gym.unit,
    why: [...slot.prescriptions.flatMap(({ resolved }) => resolved.explanation), ...lightLines(spared.kind)],
    planned: [...planned],
    today: [...left[spared.kind]],
    change: spared.kind,
    // What is left out anyway needs no other exercise in its place.
    pain: spared.kind === 'leftOut' ? { kind: 'fine' } : painView(sparer, exercise),
  };
};

/** What the light does to a lower-body lift (R8.4), as a link of its chain. */
const lightLines = (change: NextView['slots'][number]['change']): NextView['slots'][number]['why'] => {
  if (change === 'asPlanned') return [];
  const value = change === 'leftOut' ? 'left out under this light' : 'a set fewer and 5 to 10 % less under this light';
  return [{ label: 'Today', value, rule: 'R8.4' }];
};

const todayView = ({ light, today }: Sparer): ReadinessView['today'] => {
  if (today === undefined) return undefined;
  const { newest, hooper } = today;
  return {
    reportedOn: newest.on,
    light: light.light,
    because: [...light.because],
    reported: {
      painScore: newest.painScore,
      soreness: newest.soreness,
      sleepH: newest.sleepH,
      illness: newest.illness,
      redFlags: [...newest.redFlags],
    },
    hooper,
  };
};

const guardRailsOf = (db: ReadDb, athlete: StoredAthlete, programs: readonly StoredProgram[], today: PlainDate) => {
  const first = programs.at(-1);
  const weekOfLifting =
    first === undefined || first.startsOn > today ? undefined : Math.floor(daysBetween(first.startsOn, today) / 7) + 1;
  const { birthYear, entryClass } = athlete.details;
  const health = healthOf(db, athlete.athleteId);
  return guardRailsFor({ today, birthYear, entryClass, weekOfLifting, health }).map(({ id, group, rule, effects }) => ({
    id,
    group,
    rule,
    isBlocking: effects.needsClearance === true || effects.needsConsent === true,
  }));
};

/** Section 8 of the science for one athlete and one day: what their reports say, and what that makes of the next session. */
export const readinessOf = (db: ReadDb, athlete: StoredAthlete, today: PlainDate): ReadinessView => {
  const { athleteId } = athlete;
  const checkIns = checkInsOf(db, athleteId, addDays(today, -CHECK_IN_DAYS));
  const said = readinessToday(checkIns, today);
  const programs = programsOf(db, athleteId);
  const exercises = new Map(listExercises(db).map((exercise) => [exercise.key, exercise]));
  const sparer: Sparer = {
    athlete,
    exercises,
    light: said === undefined ? NO_LIGHT : readinessLight(said.readiness),
    today: said,
  };
  const verdict = painVerdict(checkIns, today);
  const health = ostrcWeeks(healthReportsOf(db, athleteId, addDays(mondayOf(today), -7 * HEALTH_WEEKS)), today);
  const next = nextSession(db, athlete, programs, exercises, today);
  return {
    today: todayView(sparer),
    pain: verdict,
    health: { ...health, weeks: [...health.weeks] },
    guardRails: guardRailsOf(db, athlete, programs, today),
    ...(next === undefined
      ? {}
      : {
          next: {
            sessionId: next.sessionId,
            name: next.name,
            date: next.date,
            slots: next.slots
              .filter((slot) => slot.prescriptions.length > 0)
              .map((slot) => slotUnderLight(sparer, slot)),
          },
        }),
  };
};
