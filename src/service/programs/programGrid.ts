import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { findAthlete, type StoredAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import { runningPlanOf } from '../calendar/runningPlanOf.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { liftPointsOf } from '../training/analysisStore.ts';
import { checkInsOf } from '../training/checkInStore.ts';
import { lastSetsOf, sessionsDone, type SessionsDone } from '../training/liftStore.ts';
import { weekAsPlanned, type RunningPlan } from '../../domain/running/runningPlan.ts';
import { originsOf } from '../../domain/programs/inheritance.ts';
import { readBase } from './programBase.ts';
import { programOf } from './programEditStore.ts';
import { programLength, programsOf, type StoredProgram } from './programStore.ts';
import { programWeeks, type StoredWeek } from './programWeekStore.ts';
import { daysOffBefore, doneIn, inWeekOrder, resolvingFor, strengthAt, type Resolving } from './programView.ts';

type OpenProgram = NonNullable<OutputOf<Contract['programs']['grid']>['open']>;
type Strength = OpenProgram['strength'][number];

const EARLIEST = '1000-01-01' as PlainDate;

const RESULTS_SHOWN = 3;

/** A report of pain speaks for so long. */
export const PAIN_DAYS = 14;

/** What the loads of one exercise rest on, week by week: an entry only where it becomes another. */
export const strengthOf = (
  resolving: Resolving,
  exerciseKey: string,
  mondays: readonly PlainDate[],
): readonly Strength[] => {
  const entries: Strength[] = [];
  let before = '';
  for (const from of mondays) {
    const known = strengthAt(resolving, exerciseKey, from);
    const text = JSON.stringify(known);
    if (text !== before && text !== '{}') entries.push({ exerciseKey, from, ...known });
    before = text;
  }
  return entries;
};

/** Everything the athlete has ever lifted: the coach may type any of it into the grid next. */
const exercisesToResolve = (resolving: Resolving, weeks: readonly StoredWeek[]): ReadonlySet<string> =>
  new Set([
    ...resolving.points.map((point) => point.key),
    ...weeks.flatMap((week) => week.sessions.flatMap(({ slots }) => slots.map((slot) => slot.exerciseKey))),
  ]);

const weekFacts = (
  running: RunningPlan,
  races: ReturnType<typeof racesOf>,
  week: StoredWeek,
  done: SessionsDone,
): OpenProgram['weeks'][number] => {
  const runWeek = weekAsPlanned(running, week.startsOn);
  const doneIds = doneIn(week, done);
  const daysOf = (run: 'quality' | 'long'): number[] =>
    runWeek.filter((day) => day.run === run).map((day) => day.weekday);
  return {
    plannedRunM: runWeek.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0),
    qualityDays: daysOf('quality'),
    longDays: daysOf('long'),
    races: races
      .filter(({ racedOn }) => racedOn >= week.startsOn && racedOn < addDays(week.startsOn, 7))
      .map(({ name, racedOn, priority }) => ({ name, racedOn, priority })),
    done: week.sessions.filter(({ sessionId }) => doneIds.has(Number(sessionId))).map(({ name }) => name),
  };
};

/** The first session after a break, where it is the next one. */
export const afterBreakOf = (resolving: Resolving, weeks: readonly StoredWeek[], done: SessionsDone) => {
  for (const week of weeks) {
    const doneIds = doneIn(week, done);
    const sessions = inWeekOrder(week.sessions).map(({ sessionId, weekday, name }) => ({
      name,
      date: addDays(week.startsOn, weekday - 1),
      isDone: doneIds.has(Number(sessionId)),
    }));
    for (const [index, { name }] of sessions.entries()) {
      const days = daysOffBefore(resolving, sessions, index);
      if (days !== undefined) return { week: week.ordinal, session: name, days };
    }
  }
  return undefined;
};

const anchorOf = (
  races: ReturnType<typeof racesOf>,
  { raceId, endsOn }: StoredProgram,
): Pick<OpenProgram, 'anchor'> => {
  const race = races.find((one) => one.raceId === raceId);
  if (race === undefined) return {};
  const { name, racedOn } = race;
  return { anchor: { name, racedOn, weeksShort: daysBetween(mondayOf(endsOn), mondayOf(racedOn)) / 7 } };
};

interface Opening {
  readonly db: ReadDb;
  readonly athlete: StoredAthlete;
  readonly stored: StoredProgram;
  readonly today: PlainDate;
}

const openProgram = ({ db, athlete, stored, today }: Opening): OpenProgram => {
  const { programId, revision } = stored;
  const { athleteId, details } = athlete;
  const weeks = programWeeks(db, programId);
  const resolving = resolvingFor(db, athlete, stored, {
    exercises: new Map(listExercises(db).map((exercise) => [exercise.key, exercise])),
    points: liftPointsOf(db, athleteId, EARLIEST),
    today,
  });
  const done = sessionsDone(db, athleteId, stored.startsOn);
  const races = racesOf(db, athleteId);
  const running = runningPlanOf(db, athleteId, stored.startsOn, stored.endsOn);
  const afterBreak = afterBreakOf(resolving, weeks, done);
  const program = programOf(stored, weeks);
  const mondays = weeks.map((week) => week.startsOn);
  const keys = exercisesToResolve(resolving, weeks);
  return {
    programId,
    athleteId,
    revision,
    program,
    athlete: {
      name: details.name,
      massUnit: details.massUnit,
      gym: details.gym,
      entryClass: stored.entryClass,
    },
    strength: [...keys].flatMap((key) => strengthOf(resolving, key, mondays)),
    weeks: weeks.map((week) => weekFacts(running, races, week, done)),
    ...anchorOf(races, stored),
    ...(afterBreak === undefined ? {} : { afterBreak }),
    ...(stored.base === undefined
      ? {}
      : { origins: [...originsOf(program, readBase(stored.base, listExercises(db)).cells)] }),
  };
};

const listing = ({ programId, name, startsOn, endsOn }: StoredProgram, weeks: number) => ({
  programId,
  name,
  startsOn,
  endsOn,
  weeks,
});

/** The grid's questions: all that it needs at once, so that every keystroke can be answered in the window. */
export const gridHandlers: Pick<ServiceHandlers['programs'], 'grid' | 'beside'> = {
  grid: ({ athleteId, programId }, { db, clock }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const programs = programsOf(db, athleteId);
    const today = clock.today();
    const stored =
      programId === undefined
        ? (programs.find((one) => one.startsOn <= today && today <= one.endsOn) ?? programs[0])
        : programs.find((one) => one.programId === programId);
    const listed = programs.map((one) => listing(one, programLength(db, one.programId)));
    if (stored === undefined) {
      return programId === undefined ? ok({ programs: listed }) : fail({ tag: 'ProgramNotFound', programId });
    }
    return ok({ programs: listed, open: openProgram({ db, athlete, stored, today }) });
  },

  beside: ({ athleteId, exerciseKey }, { db, clock }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const today = clock.today();
    const point = liftPointsOf(db, athleteId, EARLIEST).findLast(({ key }) => key === exerciseKey);
    const pain = checkInsOf(db, athleteId, addDays(today, -PAIN_DAYS)).findLast(
      ({ on, painScore }) => on <= today && painScore !== undefined && painScore > 0,
    );
    const nextRace = racesOf(db, athleteId)
      .filter(({ racedOn }) => racedOn >= today)
      .toSorted((a, b) => (a.racedOn < b.racedOn ? -1 : 1))[0];
    return ok({
      ...(point === undefined
        ? {}
        : {
            trend: {
              trendKg: point.trend_kg,
              lowKg: point.low_kg,
              highKg: point.high_kg,
              performedOn: point.day,
            },
          }),
      results: lastSetsOf(db, athleteId, exerciseKey, RESULTS_SHOWN),
      ...(pain?.painScore === undefined
        ? {}
        : { pain: { score: pain.painScore, region: pain.painRegion, on: pain.on } }),
      ...(nextRace === undefined
        ? {}
        : { nextRace: { name: nextRace.name, racedOn: nextRace.racedOn, priority: nextRace.priority } }),
    });
  },
};
