import type { Contract } from '../../contract/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/derive.ts';
import { ROSTER_GRID_WEEKS } from '../../contract/schemas/rosterGrid.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOfIsoWeek, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { onlyRow } from '../../domain/programs/onlyRow.ts';
import { programRows, type ProgramRow } from '../../domain/programs/programRows.ts';
import { findAthlete, listAthletes, type StoredAthlete } from '../athletes/athleteStore.ts';
import { rosterRows } from '../athletes/rosterHandlers.ts';
import { groupRows } from '../db/groupRows.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { exercisePointsOf, rosterPain, rosterWeeks } from '../training/analysisStore.ts';
import { lastSetsOf, sessionsDone, type SessionsDone } from '../training/liftStore.ts';
import { editStored, exerciseIds } from './editStored.ts';
import { afterBreakOf, PAIN_DAYS, strengthOf } from './programGrid.ts';
import { programOf } from './programEditStore.ts';
import { programsInWeeks, type StoredProgram } from './programStore.ts';
import { programWeeks, type StoredWeek } from './programWeekStore.ts';
import { doneIn, resolvingFor } from './programView.ts';

type RosterGridView = OutputOf<Contract['programs']['rosterGrid']>;
type GridRow = RosterGridView['rows'][number];
type Subject = NonNullable<ParsedInputOf<Contract['programs']['rosterGrid']>['subject']>;

/** A program with a week among those shown, and what stands in those weeks. */
interface Running {
  readonly stored: StoredProgram;
  readonly weeks: readonly StoredWeek[];
  readonly shown: readonly StoredWeek[];
  readonly rows: readonly ProgramRow[];
}

const runningIn = (db: ReadDb, mondays: readonly PlainDate[]): readonly Running[] => {
  const [from, to] = [mondays[0], mondays.at(-1)];
  if (from === undefined || to === undefined) return [];
  return programsInWeeks(db, from, to).map((stored) => {
    const weeks = programWeeks(db, stored.programId);
    const shown = weeks.filter(({ startsOn }) => startsOn >= from && startsOn <= to);
    const rows = programRows(programOf(stored, shown)).flatMap((session) => session.rows);
    return { stored, weeks, shown, rows };
  });
};

/** How many athletes have each of something, the most first. */
const tally = (running: readonly Running[], keyOf: (row: ProgramRow) => string | undefined) => {
  const athletes = new Map<string, Set<AthleteId>>();
  for (const { stored, rows } of running) {
    for (const row of rows) {
      const key = keyOf(row);
      if (key === undefined) continue;
      athletes.set(key, (athletes.get(key) ?? new Set()).add(stored.athleteId));
    }
  }
  return [...athletes].map(([key, who]) => ({ key, athletes: who.size })).toSorted((a, b) => b.athletes - a.athletes);
};

/** The main lift that most athletes do, or whatever most do where nobody has a main lift. */
const usualSubject = (running: readonly Running[]): Subject | undefined => {
  const [main] = tally(running, (row) => (row.role === 'main' ? row.exerciseKey : undefined));
  const [any] = tally(running, (row) => row.exerciseKey);
  const exerciseKey = (main ?? any)?.key;
  return exerciseKey === undefined ? undefined : { kind: 'lift', exerciseKey };
};

const isMeant = (row: ProgramRow, subject: Subject): boolean =>
  subject.kind === 'lift' ? row.exerciseKey === subject.exerciseKey : row.label === subject.label;

/** What is the same for every row of an answer. */
interface Desk {
  readonly db: ReadDb;
  readonly today: PlainDate;
  readonly mondays: readonly PlainDate[];
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  readonly standingOf: (athleteId: AthleteId) => Pick<GridRow, 'status' | 'pain' | 'weekBeforeRunM'>;
}

const standings = (db: ReadDb, today: PlainDate, monday: PlainDate): Desk['standingOf'] => {
  const statusOf = new Map(rosterRows(db, today, false).map((row) => [row.athleteId, row.status]));
  const painOf = groupRows(rosterPain(db, addDays(today, -PAIN_DAYS)), (row) => row.athleteId);
  const before = addDays(monday, -7);
  const ranOf = new Map(
    rosterWeeks(db, before).flatMap((week) => (week.starts_on === before ? [[week.athlete_id, week.run_m]] : [])),
  );
  return (athleteId) => {
    const pain = painOf.get(athleteId)?.findLast(({ on }) => on <= today);
    return {
      status: statusOf.get(athleteId) ?? { level: 'none', reasons: [] },
      weekBeforeRunM: ranOf.get(athleteId) ?? 0,
      ...(pain === undefined ? {} : { pain: { score: pain.score, site: pain.site, on: pain.on } }),
    };
  };
};

const weeksOfRow = ({ mondays }: Desk, { shown }: Running, row: ProgramRow, done: SessionsDone): GridRow['weeks'] =>
  mondays.map((startsOn) => {
    const week = shown.find((one) => one.startsOn === startsOn);
    if (week === undefined) return { startsOn, isDone: false };
    const session = week.sessions.find(({ name }) => name === row.session);
    const isDone = session !== undefined && doneIn(week, done).has(Number(session.sessionId));
    return { startsOn, week: week.ordinal, kind: week.kind, isDone };
  });

const rowOf = (desk: Desk, athlete: StoredAthlete, running: Running, row: ProgramRow, done: SessionsDone): GridRow => {
  const { db, today, exercises, mondays } = desk;
  const { stored, weeks, shown } = running;
  const { athleteId, details } = athlete;
  const { session, label, exerciseKey } = row;
  const points = exercisePointsOf(db, athleteId, exerciseKey);
  const resolving = resolvingFor(db, athlete, stored, { exercises, points, today });
  const afterBreak = afterBreakOf(resolving, shown, done);
  const latest = points.at(-1);
  const [lastResult] = lastSetsOf(db, athleteId, exerciseKey, 1);
  const { name, massUnit, gym, usualWeek, distanceUnit } = details;
  return {
    athleteId,
    athlete: { name, massUnit, gym, entryClass: stored.entryClass },
    distanceUnit,
    programId: stored.programId,
    revision: stored.revision,
    session,
    label,
    exerciseKey,
    exercise: exercises.get(exerciseKey)?.name ?? exerciseKey,
    program: onlyRow(programOf(stored, weeks), row, shown.at(-1)?.ordinal),
    weeks: weeksOfRow(desk, running, row, done),
    strength: [...strengthOf(resolving, exerciseKey, mondays)],
    ...(afterBreak === undefined ? {} : { afterBreak }),
    ...(latest === undefined
      ? {}
      : {
          trend: {
            trendKg: latest.trend_kg,
            lowKg: latest.low_kg,
            highKg: latest.high_kg,
            performedOn: latest.day,
          },
        }),
    ...(lastResult === undefined ? {} : { lastResult }),
    plannedRunM: usualWeek.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0),
    ...desk.standingOf(athleteId),
  };
};

/** The rows of everybody who is asked about, and those who have none. */
const rowsOf = (
  desk: Desk,
  athletes: readonly StoredAthlete[],
  running: readonly Running[],
  subject: Subject | undefined,
): Pick<RosterGridView, 'rows' | 'leftOut'> => {
  const byAthlete = Map.groupBy(running, ({ stored }) => stored.athleteId);
  const rows: GridRow[] = [];
  const leftOut: RosterGridView['leftOut'][number][] = [];
  for (const athlete of athletes) {
    const { athleteId, archivedOn, details } = athlete;
    const theirs = archivedOn === undefined ? (byAthlete.get(athleteId) ?? []) : [];
    const done = sessionsDone(desk.db, athleteId, desk.mondays[0] ?? desk.today);
    const mine = theirs.flatMap((one) =>
      one.rows
        .filter((row) => subject !== undefined && isMeant(row, subject))
        .map((row) => rowOf(desk, athlete, one, row, done)),
    );
    rows.push(...mine);
    if (mine.length > 0) continue;
    const why = archivedOn !== undefined ? 'archived' : theirs.length === 0 ? 'noProgram' : 'notInProgram';
    leftOut.push({ athleteId, name: details.name, why });
  }
  return { rows, leftOut };
};

const athletesAsked = (db: ReadDb, asked: readonly AthleteId[] | undefined): StoredAthlete[] | AthleteId => {
  const everybody = listAthletes(db).filter(({ isArchived }) => !isArchived);
  const athletes: StoredAthlete[] = [];
  for (const athleteId of new Set(asked ?? everybody.map((one) => one.athleteId))) {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return athleteId;
    athletes.push(athlete);
  }
  return athletes;
};

const byLabel = new Intl.Collator('en', { numeric: true });

/** One exercise or one place across the roster, and changes made to many programs at once. */
export const rosterGridHandlers: Pick<ServiceHandlers['programs'], 'rosterGrid' | 'editMany'> = {
  rosterGrid: ({ week, subject: asked, athleteIds }, { db, clock }) => {
    const athletes = athletesAsked(db, athleteIds);
    if (typeof athletes === 'number') return fail({ tag: 'AthleteNotFound', athleteId: athletes });
    const first = mondayOfIsoWeek(week);
    const mondays = Array.from({ length: ROSTER_GRID_WEEKS }, (_, place) => addDays(first, 7 * place));
    const active = new Set(athletes.flatMap((one) => (one.archivedOn === undefined ? [one.athleteId] : [])));
    const running = runningIn(db, mondays).filter(({ stored }) => active.has(stored.athleteId));
    const exercises = new Map(listExercises(db).map((exercise) => [exercise.key, exercise]));
    const nameOf = (key: string): string => exercises.get(key)?.name ?? key;
    const lifts = tally(running, (row) => row.exerciseKey).map(({ key, athletes: many }) => ({
      exerciseKey: key,
      name: nameOf(key),
      athletes: many,
    }));
    const slots = tally(running, (row) => row.label)
      .map(({ key, athletes: many }) => ({ label: key, athletes: many }))
      .toSorted((a, b) => byLabel.compare(a.label, b.label));
    const subject = asked ?? usualSubject(running);
    const today = clock.today();
    const desk: Desk = { db, today, mondays, exercises, standingOf: standings(db, today, first) };
    return ok({
      ...(subject === undefined
        ? {}
        : {
            subject: { ...subject, name: subject.kind === 'lift' ? nameOf(subject.exerciseKey) : subject.label },
          }),
      mondays,
      ...rowsOf(desk, athletes, running, subject),
      lifts,
      slots,
    });
  },

  editMany: ({ changes }, { db }) => {
    const idByKey = exerciseIds(db);
    const programs = [];
    for (const change of changes) {
      const edited = editStored(db, change, idByKey);
      if (!edited.ok) return edited;
      const { revision, faults } = edited.value;
      programs.push({ programId: change.programId, revision, faults: [...faults] });
    }
    return ok({ programs });
  },
};
