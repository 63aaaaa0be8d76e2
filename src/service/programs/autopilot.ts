import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { NO_GYM_ITEMS, canDo } from '../../domain/exercises/noGym.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { Prescription } from '../../domain/programs/program.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import { exerciseInSlot } from '../../domain/programs/weekLevers.ts';
import { progressionOf } from '../../domain/progression/progressionOf.ts';
import { proposeSession } from '../../domain/progression/propose.ts';
import type { Proposal, SlotCase, SlotContext } from '../../domain/progression/proposal.ts';
import type { CheckIn } from '../../domain/wellness/checkIn.ts';
import { painVerdict } from '../../domain/wellness/painReports.ts';
import { readinessToday, type TodayReadiness } from '../../domain/wellness/readinessToday.ts';
import { sparingOf } from '../../domain/wellness/sparedSlot.ts';
import { readinessLight } from '../../domain/wellness/trafficLight.ts';
import { bodyMassOf, type StoredAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { liftPointsOf, type LiftPoint } from '../training/analysisStore.ts';
import { NOTHING_DONE } from '../training/liftStore.ts';
import { checkInsOf } from '../training/checkInStore.ts';
import { lastLiftDay } from '../training/liftStore.ts';
import type { StoredProgram } from './programStore.ts';
import { programWeeks, type StoredWeek } from './programWeekStore.ts';
import { resolvingFor, weekView } from './programView.ts';
import { doneSessions, sessionsInOrder, slotHistory } from './slotHistory.ts';

type NextView = NonNullable<OutputOf<Contract['programs']['proposals']>['next']>;
type SlotView = NextView['slots'][number];
type StoredSession = StoredWeek['sessions'][number];
type StoredSlot = StoredSession['slots'][number];

const EARLIEST = '1000-01-01' as PlainDate;
const CHECK_IN_DAYS = 35;
const TREND_DAYS = 56;
const BREAK_DAYS = 7;
const MOST_RUNGS = 4;

/** What is known of an athlete today that decides over their next session. */
interface Known {
  readonly db: ReadDb;
  readonly athlete: StoredAthlete;
  readonly today: PlainDate;
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  readonly points: readonly LiftPoint[];
  readonly checkIns: readonly CheckIn[];
  readonly said: TodayReadiness | undefined;
  readonly items: readonly string[];
}

const knownOf = (db: ReadDb, athlete: StoredAthlete, today: PlainDate): Known => {
  const checkIns = checkInsOf(db, athlete.athleteId, addDays(today, -CHECK_IN_DAYS));
  return {
    db,
    athlete,
    today,
    exercises: new Map(listExercises(db).map((exercise) => [exercise.key, exercise])),
    points: liftPointsOf(db, athlete.athleteId, EARLIEST),
    checkIns,
    said: readinessToday(checkIns, today),
    items: [...athlete.details.gym.equipment, ...NO_GYM_ITEMS],
  };
};

/** Where a program stands: its weeks, what was done of them, and the next session that is not. */
interface Standing {
  readonly program: StoredProgram;
  readonly weeks: readonly StoredWeek[];
  readonly done: ReturnType<typeof doneSessions>;
  readonly week: StoredWeek;
  readonly session: StoredSession;
  readonly date: PlainDate;
}

const standingOf = ({ db, today }: Known, program: StoredProgram): Standing | undefined => {
  const weeks = programWeeks(db, program.programId);
  const done = doneSessions(db, program.athleteId, weeks, program.startsOn);
  for (const week of weeks) {
    if (week.startsOn < mondayOf(today)) continue;
    for (const session of sessionsInOrder(week)) {
      const date = addDays(week.startsOn, session.weekday - 1);
      if (date >= today && !done.has(session.sessionId)) return { program, weeks, done, week, session, date };
    }
  }
  return undefined;
};

const exerciseOf = ({ exercises }: Known, slot: Pick<StoredSlot, 'exerciseKey' | 'prescriptions'>): StoredExercise => {
  const key = exerciseInSlot(slot, (one) => exercises.get(one))?.key ?? slot.exerciseKey;
  const exercise = exercises.get(key);
  if (exercise === undefined) throw new Error(`a stored slot names exercise ${key}, which is not in the store`);
  return exercise;
};

/** The nearest rung up or down that the athlete's equipment allows. */
const rungBeside = (
  { exercises, items }: Known,
  from: StoredExercise,
  way: 'progressKey' | 'regressKey',
): StoredExercise | undefined => {
  let rung = from;
  for (let steps = 0; steps < MOST_RUNGS; steps += 1) {
    const next = exercises.get(rung[way] ?? '');
    if (next === undefined || next.key === from.key) return undefined;
    if (canDo(next, items)) return next;
    rung = next;
  }
  return undefined;
};

const trendChange = ({ points, today }: Known, key: string): number | undefined => {
  const own = points.filter((point) => point.key === key && point.day >= addDays(today, -TREND_DAYS));
  const [first] = own;
  const last = own.at(-1);
  return first === undefined || last === undefined || first === last ? undefined : last.trend_kg / first.trend_kg - 1;
};

/** Pain where the exercise loads the region; where nobody rated the exercise, any. */
const painIn = ({ said, checkIns, today }: Known, exercise: StoredExercise): Pick<SlotContext, 'pain'> => {
  const verdict = painVerdict(checkIns, today);
  const region = said?.newest.painRegion ?? verdict?.region;
  const score = said?.newest.painScore ?? verdict?.during;
  const isLoaded = region === undefined || exercise.stress === undefined || exercise.stress[region] > 0;
  return score === undefined || !isLoaded ? {} : { pain: score };
};

const sparing = ({ said, exercises, items }: Known, exercise: StoredExercise): SlotContext['sparing'] => {
  const { painRegion: region, painScore: score } = said?.newest ?? {};
  if (region === undefined || score === undefined) return { kind: 'fine' };
  return sparingOf(exercise, [...exercises.values()], { region, score }, items);
};

const daysOff = ({ db, athlete, today }: Known, date: PlainDate): Pick<SlotContext, 'daysOff'> => {
  const last = lastLiftDay(db, athlete.athleteId);
  if (last === undefined || daysBetween(last, today) <= BREAK_DAYS) return {};
  return { daysOff: daysBetween(last, date) };
};

const contactsOf = (known: Known, slot: StoredSlot): number => {
  const sides = exerciseOf(known, slot).isUnilateral ? 2 : 1;
  return slot.prescriptions.reduce((sum, { sets, contacts = 0 }) => sum + sides * sets * contacts, 0);
};

const contextOf = (known: Known, { program, session, date }: Standing, slot: StoredSlot): SlotContext => {
  const exercise = exerciseOf(known, slot);
  const { said, athlete, db, today } = known;
  const change = trendChange(known, exercise.key);
  return {
    exercise,
    harder: rungBeside(known, exercise, 'progressKey'),
    easier: rungBeside(known, exercise, 'regressKey'),
    gym: athlete.details.gym,
    entryClass: program.entryClass,
    bodyMassKg: bodyMassOf(db, athlete.athleteId)[0]?.massKg,
    ...(change === undefined ? {} : { trendChange: change }),
    light: said === undefined ? 'green' : readinessLight(said.readiness).light,
    isToday: date === today,
    ...painIn(known, exercise),
    sparing: sparing(known, exercise),
    ...daysOff(known, date),
    otherContacts: session.slots.filter((one) => one !== slot).reduce((sum, one) => sum + contactsOf(known, one), 0),
  };
};

/** Loads of a session as they resolve now, by slot. */
const loadsOf = (known: Known, { program, week, session }: Standing) => {
  const resolving = resolvingFor(known.db, known.athlete, program, known);
  const view = weekView(resolving, week, NOTHING_DONE).sessions.find((one) => one.sessionId === session.sessionId);
  return (label: string): readonly (number | undefined)[] =>
    view?.slots.find((slot) => slot.label === label)?.prescriptions.map(({ resolved }) => resolved.loadKg) ?? [];
};

const caseOf = (known: Known, standing: Standing, slot: StoredSlot, loadsKg: SlotCase['next']['loadsKg']): SlotCase => {
  const { weeks, done, week, session } = standing;
  const { key } = exerciseOf(known, slot);
  return {
    past: slotHistory(weeks, done, { session: session.name, label: slot.label, exerciseKey: key }, (one) =>
      known.exercises.get(one),
    ),
    next: { week: week.ordinal, session: session.name, weekKind: week.kind, slot, loadsKg },
    context: contextOf(known, standing, slot),
  };
};

const inFull = (prescriptions: readonly Prescription[]): string => printCell({ kind: 'sets', prescriptions });

const proposalView = (known: Known, proposal: Proposal): NonNullable<SlotView['proposal']> => ({
  verdict: proposal.verdict,
  text: proposal.text,
  ...(proposal.exerciseKey === undefined
    ? {}
    : { exercise: known.exercises.get(proposal.exerciseKey)?.name ?? proposal.exerciseKey }),
  raised: [...proposal.raised],
  why: [...proposal.why],
  edits: [...proposal.edits],
});

/** The proposals for the next session of an athlete's programs; nothing when no session is left. Reads, and changes nothing. */
export const nextProposals = (
  db: ReadDb,
  athlete: StoredAthlete,
  programs: readonly StoredProgram[],
  today: PlainDate,
): NextView | undefined => {
  const known = knownOf(db, athlete, today);
  const [standing] = programs
    .flatMap((program) => standingOf(known, program) ?? [])
    .toSorted((a, b) => daysBetween(b.date, a.date));
  if (standing === undefined) return undefined;
  const { program, week, session, date } = standing;
  const loadsAt = loadsOf(known, standing);
  const slots = session.slots.filter(({ prescriptions }) => prescriptions.length > 0);
  const proposals = proposeSession(slots.map((slot) => caseOf(known, standing, slot, loadsAt(slot.label))));
  return {
    programId: program.programId,
    revision: program.revision,
    week: week.ordinal,
    weekKind: week.kind,
    sessionId: session.sessionId,
    session: session.name,
    date,
    slots: slots.map((slot, place): SlotView => {
      const exercise = exerciseOf(known, slot);
      const proposal = proposals[place];
      return {
        label: slot.label,
        exercise: exercise.name,
        now: inFull(slot.prescriptions),
        progression: progressionOf(slot, exercise, { entryClass: program.entryClass, week: week.ordinal }),
        isChosen: slot.progression !== undefined,
        ...(proposal === undefined ? {} : { proposal: proposalView(known, proposal) }),
      };
    }),
  };
};
