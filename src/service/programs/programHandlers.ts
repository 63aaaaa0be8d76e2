import type { Contract } from '../../contract/contract.ts';
import type { ParsedInputOf } from '../../contract/derive.ts';
import { addDays, weekdayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { withDeload } from '../../domain/programs/deloadWeek.ts';
import { workOut } from '../../domain/programs/workOut.ts';
import { repeatWeek } from '../../domain/programs/repeatWeek.ts';
import { emptyGrid, layOutGrid } from '../../domain/programs/grid.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { liftPointsOf } from '../training/analysisStore.ts';
import { sessionsDone } from '../training/liftStore.ts';
import { planFor, type Plan, type PlanOrder } from './assignment.ts';
import { nextProposals } from './autopilot.ts';
import { checkHandlers } from './programCheck.ts';
import { deleteProgram, findProgram, insertProgram, programsOf, type StoredProgram } from './programStore.ts';
import { programWeeks } from './programWeekStore.ts';
import { deloadDue } from './deloadDue.ts';
import { gatesNow } from './gates.ts';
import { editStored, exerciseIds, openToEdit } from './editStored.ts';
import { idFinder, saveProgram } from './programEditStore.ts';
import { gridHandlers } from './programGrid.ts';
import { rosterGridHandlers } from './rosterGrid.ts';
import { reflowHandlers } from './reflowHandlers.ts';
import { inBlocks, resolvingFor } from './programView.ts';
import { findOwnTemplate, keepVersion } from './templateStore.ts';
import { findTemplate, START_RAMP_KEY, templateViews } from './templates.ts';

const EARLIEST = '1000-01-01' as PlainDate;

/** What a program is a copy of that is a copy of nothing. */
const WRITTEN_KEY = 'written';

type AssignOrder = ParsedInputOf<Contract['programs']['assign']>;

/** What is to be assigned; refused before anybody is looked at when there is something wrong with the order itself. */
const planOrder = (
  { templateKey, startsOn, withRamp, anchor }: AssignOrder,
  { db, deps }: { readonly db: ReadDb; readonly deps: { readonly resourcesFolder: string } },
) => {
  if (weekdayOf(startsOn) !== 1) return fail({ tag: 'NotMonday' as const, date: startsOn });
  const order = { startsOn, withRamp: withRamp === true, isAnchored: anchor === 'race' };
  if (templateKey === START_RAMP_KEY) return ok(order);
  const template = findTemplate(db, deps.resourcesFolder, listExercises(db), templateKey);
  return template === undefined ? fail({ tag: 'TemplateNotFound' as const, templateKey }) : ok({ ...order, template });
};

const plansFor = (db: ReadDb, athleteIds: readonly AthleteId[], order: PlanOrder): readonly Plan[] | AthleteId => {
  const exercises = listExercises(db);
  const plans: Plan[] = [];
  // Named twice is still one person with one program.
  for (const athleteId of new Set(athleteIds)) {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return athleteId;
    plans.push(planFor(db, athlete, order, exercises));
  }
  return plans;
};

const listing = ({ programId, name, startsOn, endsOn }: StoredProgram) => ({
  programId,
  name,
  startsOn,
  endsOn,
  weeks: new Set(weekStartsBetween(startsOn, endsOn)).size,
});

const weekStartsBetween = (from: PlainDate, to: PlainDate): PlainDate[] => {
  const starts: PlainDate[] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) starts.push(monday);
  return starts;
};

export const programHandlers: ServiceHandlers['programs'] = {
  templates: (_input, { db, deps }) => ok({ templates: templateViews(db, deps.resourcesFolder, listExercises(db)) }),

  previewAssignment: (input, { db, deps }) => {
    const order = planOrder(input, { db, deps });
    if (!order.ok) return order;
    const plans = plansFor(db, input.athleteIds, order.value);
    if (typeof plans === 'number') return fail({ tag: 'AthleteNotFound', athleteId: plans });
    return ok({ athletes: plans.map((plan) => plan.preview) });
  },

  assign: (input, { db, clock, deps }) => {
    const order = planOrder(input, { db, deps });
    if (!order.ok) return order;
    const plans = plansFor(db, input.athleteIds, order.value);
    if (typeof plans === 'number') return fail({ tag: 'AthleteNotFound', athleteId: plans });
    const possible = plans.filter((plan) => plan.preview.canAssign);
    if (possible.length === 0) return fail({ tag: 'NobodyAssignable' });
    const idOf = idFinder(exerciseIds(db));
    const own = findOwnTemplate(db, input.templateKey);
    const templateVersion = own === undefined ? undefined : keepVersion(db, own, clock.now());
    for (const { preview, program, base, raceId } of possible) {
      const copied = { base, templateVersion, raceId };
      insertProgram(db, preview.athleteId, program, clock.now(), idOf, copied);
    }
    return ok({
      assigned: possible.length,
      passedOver: plans.filter((plan) => !plan.preview.canAssign).map((plan) => plan.preview.athlete),
    });
  },

  forAthlete: ({ athleteId, programId }, { db, clock }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const programs = programsOf(db, athleteId);
    const today = clock.today();
    const chosen =
      programId === undefined
        ? (programs.find((program) => program.startsOn <= today && today <= program.endsOn) ?? programs[0])
        : programs.find((program) => program.programId === programId);
    if (chosen === undefined) {
      return programId === undefined ? ok({ programs: [] }) : fail({ tag: 'ProgramNotFound', programId });
    }
    const resolving = resolvingFor(db, athlete, chosen, {
      exercises: new Map(listExercises(db).map((exercise) => [exercise.key, exercise])),
      points: liftPointsOf(db, athleteId, EARLIEST),
      today,
    });
    return ok({
      programs: programs.map(listing),
      program: {
        programId: chosen.programId,
        athleteId,
        name: chosen.name,
        templateKey: chosen.templateKey,
        entryClass: chosen.entryClass,
        startsOn: chosen.startsOn,
        endsOn: chosen.endsOn,
        revision: chosen.revision,
        blocks: inBlocks(programWeeks(db, chosen.programId), resolving, sessionsDone(db, athleteId, chosen.startsOn)),
      },
    });
  },

  edit: (change, { db }) => {
    const edited = editStored(db, change, exerciseIds(db));
    return edited.ok ? ok({ revision: edited.value.revision, faults: [...edited.value.faults] }) : edited;
  },

  create: ({ athleteId, name, startsOn, weeks }, { db, clock }) => {
    if (weekdayOf(startsOn) !== 1) return fail({ tag: 'NotMonday', date: startsOn });
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    if (athlete.archivedOn !== undefined) return fail({ tag: 'AthleteArchived', name: athlete.details.name });
    const { entryClass } = athlete.details;
    const order = { templateKey: WRITTEN_KEY, entryClass, startsOn, weekdays: [] };
    const { program } = layOutGrid(emptyGrid(name, weeks), order);
    const nothingNamed = idFinder(new Map());
    return ok({ programId: insertProgram(db, athleteId, program, clock.now(), nothingNamed) });
  },

  ...checkHandlers,
  ...gridHandlers,
  ...reflowHandlers,
  ...rosterGridHandlers,

  gates: ({ programId }, { db, clock }) => {
    const program = findProgram(db, programId);
    const athlete = program === undefined ? undefined : findAthlete(db, program.athleteId);
    if (program === undefined || athlete === undefined) return fail({ tag: 'ProgramNotFound', programId });
    return ok({
      gates: gatesNow({ db, athlete, program, weeks: programWeeks(db, programId), today: clock.today() }),
    });
  },

  proposals: ({ athleteId, programId }, { db, clock }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const programs = programsOf(db, athleteId).filter((one) => programId === undefined || one.programId === programId);
    if (programId !== undefined && programs.length === 0) return fail({ tag: 'ProgramNotFound', programId });
    const next = nextProposals(db, athlete, programs, clock.today());
    return ok(next === undefined ? {} : { next });
  },

  deloadDue: ({ programId }, { db, clock }) => {
    const program = findProgram(db, programId);
    if (program === undefined) return fail({ tag: 'ProgramNotFound', programId });
    return ok(deloadDue({ db, program, weeks: programWeeks(db, programId), today: clock.today() }));
  },

  deloadWeek: ({ programId, revision, week }, { db }) => {
    const opened = openToEdit(db, { programId, revision }, exerciseIds(db));
    if (!opened.ok) return opened;
    const { program, idOf } = opened.value;
    const deloaded = withDeload(program, week);
    if (deloaded === undefined) return fail({ tag: 'WeekNotFound', week });
    saveProgram(db, programId, program, workOut(deloaded).program, idOf);
    return ok({ revision: revision + 1 });
  },

  repeatWeek: ({ programId, revision, week }, { db }) => {
    const opened = openToEdit(db, { programId, revision }, exerciseIds(db));
    if (!opened.ok) return opened;
    const { program, idOf } = opened.value;
    const repeated = repeatWeek(program, week);
    if (repeated === undefined) return fail({ tag: 'WeekNotFound', week });
    saveProgram(db, programId, program, repeated, idOf);
    return ok({ revision: revision + 1 });
  },

  remove: ({ programId }, { db }) => {
    if (findProgram(db, programId) === undefined) return fail({ tag: 'ProgramNotFound', programId });
    deleteProgram(db, programId);
    return ok({});
  },
};
