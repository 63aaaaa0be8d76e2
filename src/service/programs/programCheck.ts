import { ageIn } from '../../domain/athletes/recovery.ts';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { checkProgram } from '../../domain/check/checkProgram.ts';
import type { AthleteFacts } from '../../domain/check/context.ts';
import type { Finding } from '../../domain/check/finding.ts';
import { CHECK_RULES } from '../../domain/check/register.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { standardGym } from '../../domain/athletes/athlete.ts';
import { chooseLifts } from '../../domain/programs/chooseLifts.ts';
import { editProgram } from '../../domain/programs/editProgram.ts';
import { layOutGrid } from '../../domain/programs/grid.ts';
import type { Program } from '../../domain/programs/program.ts';
import type { NoSuchSlot, ProgramEdit } from '../../domain/programs/programEdit.ts';
import { templateEdits } from '../../domain/programs/templateProgram.ts';
import { buildStartRamp } from '../../domain/programs/startRamp.ts';
import { guardRailsFor } from '../../domain/wellness/specialGroups.ts';
import { findAthlete, type StoredAthlete } from '../athletes/athleteStore.ts';
import { healthOf } from '../athletes/healthStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import { readPolicies } from '../calendar/placementPolicies.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { plannedDistances } from '../calendar/runningPlanOf.ts';
import { liftPointsOf, weeksOf } from '../training/analysisStore.ts';
import { checkInsOf } from '../training/checkInStore.ts';
import { programOf } from './programEditStore.ts';
import { programsOf, type StoredProgram } from './programStore.ts';
import { programWeeks } from './programWeekStore.ts';
import { resolvingFor, strengthAt } from './programView.ts';
import { findTemplate, START_RAMP_KEY } from './templates.ts';

const EARLIEST = '1000-01-01' as PlainDate;

/** A report of pain speaks for so long. */
const PAIN_DAYS = 14;

/** Weeks ahead for which runs may be planned. */
const PLANNED_WEEKS = 52;

/** How each planned week compares with the planned one before it. */
const plannedRises = (db: ReadDb, athleteId: AthleteId, monday: PlainDate): [PlainDate, number][] => {
  const planned = plannedDistances(db, athleteId, addDays(monday, -7), addDays(monday, 7 * PLANNED_WEEKS + 6));
  return [...planned].flatMap(([week, distanceM]): [PlainDate, number][] => {
    const before = planned.get(addDays(week, -7)) ?? 0;
    return before > 0 && week >= monday ? [[week, (distanceM / before - 1) * 100]] : [];
  });
};

/**
 * How the running of a week compares to the week before it: as planned; else as the last full week compared to the one before it,
 * which is taken for this week and the next.
 */
const runRisePctOf = (db: ReadDb, athleteId: AthleteId, today: PlainDate): ReadonlyMap<PlainDate, number> => {
  const monday = mondayOf(today);
  const weeks = weeksOf(db, athleteId, addDays(monday, -14));
  const runM = (back: number): number => weeks.find(({ startsOn }) => startsOn === addDays(monday, -back))?.runM ?? 0;
  const [before, last] = [runM(14), runM(7)];
  const planned = plannedRises(db, athleteId, monday);
  if (before <= 0 || last <= 0) return new Map(planned);
  const pct = (last / before - 1) * 100;
  return new Map([[monday, pct], [addDays(monday, 7), pct], ...planned]);
};

const latestPain = (db: ReadDb, athleteId: AthleteId, today: PlainDate): AthleteFacts['pain'] => {
  const newest = checkInsOf(db, athleteId, addDays(today, -PAIN_DAYS)).findLast(
    ({ on, painScore }) => on <= today && painScore !== undefined,
  );
  if (newest?.painScore === undefined || newest.painRegion === undefined) return undefined;
  return { region: newest.painRegion, score: newest.painScore };
};

/** The limits of a day (R8.6): a beginner's end after some weeks of lifting, counted from the first program. */
const guardRailsOf = (db: ReadDb, { athleteId, details }: StoredAthlete, first: PlainDate | undefined) => {
  const health = healthOf(db, athleteId);
  const { birthYear, entryClass } = details;
  return (day: PlainDate) => {
    const weekOfLifting = first === undefined || first > day ? undefined : Math.floor(daysBetween(first, day) / 7) + 1;
    return guardRailsFor({ today: day, birthYear, entryClass, weekOfLifting, health });
  };
};

interface Asked {
  readonly db: ReadDb;
  readonly athlete: StoredAthlete;
  readonly programs: readonly StoredProgram[];
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  readonly today: PlainDate;
}

const factsOf = ({ db, athlete, programs, exercises, today }: Asked, program: StoredProgram): AthleteFacts => {
  const { athleteId, details } = athlete;
  const points = liftPointsOf(db, athleteId, EARLIEST);
  const resolving = resolvingFor(db, athlete, program, { exercises, points, today });
  return {
    today,
    gym: details.gym,
    entryClass: program.entryClass,
    age: ageIn(details, today),
    usualWeek: details.usualWeek,
    races: racesOf(db, athleteId),
    strengthAt: (key, monday) => strengthAt(resolving, key, monday),
    runRisePct: runRisePctOf(db, athleteId, today),
    pain: latestPain(db, athleteId, today),
    lastLiftOn: resolving.lastLiftOn,
    guardRailsOn: guardRailsOf(db, athlete, programs.at(-1)?.startsOn),
  };
};

type CheckedProgram = OutputOf<Contract['programs']['check']>['checked'][number];

/** A program as it is, or as some edits would make it. */
const programAs = (db: ReadDb, stored: StoredProgram, edits: readonly ProgramEdit[]): Result<Program, NoSuchSlot> => {
  const program = programOf(stored, programWeeks(db, stored.programId));
  if (edits.length === 0) return ok(program);
  const edited = editProgram(program, edits);
  return edited.ok ? ok(edited.value.program) : edited;
};

const checkedOf = (asked: Asked, program: StoredProgram, value: Program, resourcesFolder: string): CheckedProgram => {
  const { programId, name, revision, templateKey } = program;
  const { exercises } = asked;
  const findings = checkProgram({
    program: value,
    exercises: [...exercises.values()],
    exerciseAt: (key) => exercises.get(key),
    template: findTemplate(asked.db, resourcesFolder, [...exercises.values()], templateKey),
    athlete: factsOf(asked, program),
    hours: readPolicies(asked.db),
  });
  return { programId, name, revision, findings: [...findings] };
};

const byKey = (db: ReadDb): ReadonlyMap<string, StoredExercise> =>
  new Map(listExercises(db).map((exercise) => [exercise.key, exercise]));

/** A shipped program as nobody's: on the usual days, for somebody who lifts; the ramp from its first week. */
const templateFindings = (
  db: ReadDb,
  { templateKey, edits = [] }: { readonly templateKey: string; readonly edits?: readonly ProgramEdit[] | undefined },
  today: PlainDate,
  resourcesFolder: string,
): readonly Finding[] | undefined => {
  const exercises = byKey(db);
  const known = {
    exercises: [...exercises.values()],
    exerciseAt: (key: string) => exercises.get(key),
    hours: readPolicies(db),
  };
  const startsOn = mondayOf(today);
  if (templateKey === START_RAMP_KEY) {
    const lifts = chooseLifts(known.exercises, standardGym('kg').equipment, 'A');
    const order = { entryClass: 'A', startsOn, weekdays: [2, 5], lifts, exercises: known.exercises } as const;
    return checkProgram({ ...known, program: buildStartRamp(order) });
  }
  const template = findTemplate(db, resourcesFolder, known.exercises, templateKey);
  if (template === undefined) return undefined;
  const { program: plain } = layOutGrid(template.grid, { templateKey, entryClass: 'C', startsOn, weekdays: [2, 5] });
  const edited = editProgram(plain, templateEdits(plain, edits));
  const program = edited.ok ? edited.value.program : plain;
  return checkProgram({ ...known, program, template });
};

/** The program check: what is known of the athlete gathered here, what is made of it in the domain. */
export const checkHandlers: Pick<ServiceHandlers['programs'], 'check' | 'checkTemplate' | 'checkRules'> = {
  check: ({ athleteId, programId, edits = [] }, { db, clock, deps }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const today = clock.today();
    const programs = programsOf(db, athleteId);
    const chosen = programs.filter((program) =>
      programId === undefined ? program.startsOn <= today && today <= program.endsOn : program.programId === programId,
    );
    if (programId !== undefined && chosen.length === 0) return fail({ tag: 'ProgramNotFound', programId });
    const asked: Asked = { db, athlete, programs, exercises: byKey(db), today };
    const checked: CheckedProgram[] = [];
    for (const program of chosen) {
      const value = programAs(db, program, edits);
      if (!value.ok) return fail({ tag: 'SlotNotFound', ...value.error });
      checked.push(checkedOf(asked, program, value.value, deps.resourcesFolder));
    }
    return ok({ checked });
  },

  checkTemplate: ({ templateKey, edits }, { db, clock, deps }) => {
    const findings = templateFindings(db, { templateKey, edits }, clock.today(), deps.resourcesFolder);
    return findings === undefined ? fail({ tag: 'TemplateNotFound', templateKey }) : ok({ findings: [...findings] });
  },

  checkRules: () =>
    ok({ rules: CHECK_RULES.map(({ id, name, what, why, rule, needs }) => ({ id, name, what, why, rule, needs })) }),
};
