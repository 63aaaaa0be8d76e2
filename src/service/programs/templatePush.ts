import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { anchoredTo } from '../../domain/programs/anchoredTo.ts';
import { editProgram } from '../../domain/programs/editProgram.ts';
import { cellsOf, placeKey, type BaseCell } from '../../domain/programs/inheritance.ts';
import type { Program } from '../../domain/programs/program.ts';
import type { CellEdit } from '../../domain/programs/programEdit.ts';
import { pushCells, pushEdits, type PushCell } from '../../domain/programs/pushTemplate.ts';
import type { Template } from '../../domain/programs/template.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { findAthlete, type StoredAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { liftPointsOf } from '../training/analysisStore.ts';
import { sessionsDone } from '../training/liftStore.ts';
import { fitted } from './assignment.ts';
import { baseText, readBase } from './programBase.ts';
import { idFinder, programOf, saveProgram } from './programEditStore.ts';
import { copiesOf, findProgram, updateBase, type StoredProgram } from './programStore.ts';
import { programWeeks } from './programWeekStore.ts';
import { doneIn } from './programView.ts';
import { findOwnTemplate, keepVersion } from './templateStore.ts';
import { findTemplate } from './templates.ts';

interface PushContext {
  readonly db: ReadDb;
  readonly template: Template;
  readonly exercises: readonly StoredExercise[];
  readonly today: PlainDate;
}

/** One athlete's copy, with what the template would be for them now. */
interface Copy {
  readonly stored: StoredProgram;
  readonly athlete: StoredAthlete;
  readonly program: Program;
  readonly fresh: Program;
  readonly leadsWithRamp: boolean;
  readonly cells: readonly PushCell[];
  /** By how many weeks the template is longer than what was copied; those are not pushed. */
  readonly moreWeeks: number;
}

/** The template for this athlete again: as many weeks as were copied, from the end when the first were left out for a race. */
const freshFor = (
  { template, exercises }: PushContext,
  athlete: StoredAthlete,
  base: ReturnType<typeof readBase>,
  stored: StoredProgram,
) => {
  const order = { startsOn: stored.startsOn, template, withRamp: base.leadsWithRamp };
  const { program } = fitted(athlete, order, exercises);
  if (stored.raceId === undefined || weeksOf(program).length <= base.weeks) return program;
  const last = addDays(stored.startsOn, (base.weeks - 1) * 7);
  return anchoredTo(program, last, stored.startsOn) ?? program;
};

const copyOf = (context: PushContext, stored: StoredProgram): Copy | undefined => {
  const { db, exercises, today } = context;
  const athlete = findAthlete(db, stored.athleteId);
  if (athlete === undefined || stored.base === undefined) return undefined;
  const weeks = programWeeks(db, stored.programId);
  const program = programOf(stored, weeks);
  const base = readBase(stored.base, exercises);
  const fresh = freshFor(context, athlete, base, stored);
  const done = sessionsDone(db, stored.athleteId, stored.startsOn);
  const locked = new Set(
    weeks.filter((week) => week.startsOn < mondayOf(today) || doneIn(week, done).size > 0).map((week) => week.ordinal),
  );
  return {
    stored,
    athlete,
    program,
    fresh,
    leadsWithRamp: base.leadsWithRamp,
    cells: pushCells({
      copy: program,
      base: base.cells,
      fresh: cellsOf(fresh, (ordinal) => ordinal),
      own: cellsOf(program, (ordinal) => ordinal),
      isLocked: (week) => locked.has(week),
    }),
    moreWeeks: weeksOf(fresh).length - base.weeks,
  };
};

const withoutEstimate = ({ db, exercises }: PushContext, { athlete, program }: Copy): readonly string[] => {
  const known = new Set(liftPointsOf(db, athlete.athleteId, '1000-01-01' as PlainDate).map((point) => point.key));
  const mains = weeksOf(program).flatMap(({ sessions }) =>
    sessions.flatMap(({ slots }) => slots.filter((slot) => slot.role === 'main').map((slot) => slot.exerciseKey)),
  );
  return exercises
    .filter(({ key, loadMode }) => loadMode === 'kg' && mains.includes(key) && !known.has(key))
    .map(({ name }) => name);
};

type NewSessions = ReadonlyMap<string, NonNullable<CellEdit['newSession']>>;

const newSessionsOf = (fresh: Program): NewSessions =>
  new Map(
    weeksOf(fresh).flatMap(({ sessions }) =>
      sessions.map(({ name, weekday, minutes }) => [name, { weekday, minutes }]),
    ),
  );

export const pushHandlers: Pick<ServiceHandlers['templates'], 'pushPreview' | 'push'> = {
  pushPreview: ({ templateKey }, { db, deps, clock }) => {
    const exercises = listExercises(db);
    const template = findTemplate(db, deps.resourcesFolder, exercises, templateKey);
    if (template === undefined) return fail({ tag: 'TemplateNotFound', templateKey });
    const context = { db, template, exercises, today: clock.today() };
    const names = new Map(exercises.map(({ key, name }) => [key, name]));
    const shown = (cell: BaseCell | undefined) =>
      cell === undefined ? undefined : { exercise: names.get(cell.exerciseKey) ?? cell.exerciseKey, text: cell.text };
    const copies = copiesOf(db, templateKey, clock.today()).flatMap((stored) => copyOf(context, stored) ?? []);
    return ok({
      copies: copies.map((copy) => ({
        programId: copy.stored.programId,
        athleteId: copy.athlete.athleteId,
        athlete: copy.athlete.details.name,
        revision: copy.stored.revision,
        withoutEstimate: [...withoutEstimate(context, copy)],
        cells: copy.cells.map(({ place, week, before, after, now, state }) => ({
          place,
          week,
          before: shown(before),
          after: shown(after),
          now: shown(now),
          state,
        })),
      })),
      weeksDiffer: Math.max(0, ...copies.map(({ moreWeeks }) => Math.abs(moreWeeks))),
    });
  },

  push: ({ templateKey, copies }, { db, deps, clock }) => {
    const exercises = listExercises(db);
    const template = findTemplate(db, deps.resourcesFolder, exercises, templateKey);
    if (template === undefined) return fail({ tag: 'TemplateNotFound', templateKey });
    const context = { db, template, exercises, today: clock.today() };
    const own = findOwnTemplate(db, templateKey);
    const version = own === undefined ? undefined : keepVersion(db, own, clock.now());
    const idOf = idFinder(new Map(exercises.map((exercise) => [exercise.key, exercise.exerciseId])));
    const keptOwn: string[] = [];
    const unknownMax: string[] = [];
    let updated = 0;
    for (const { programId, revision, cells } of copies) {
      const stored = findProgram(db, programId);
      const copy = stored === undefined || stored.templateKey !== templateKey ? undefined : copyOf(context, stored);
      if (stored === undefined || copy === undefined) return fail({ tag: 'ProgramNotFound', programId });
      if (stored.revision !== revision) return fail({ tag: 'StaleRevision', revision: stored.revision });
      const ticked = new Set(cells.map(placeKey));
      const isTicked = ({ place }: PushCell): boolean => ticked.has(placeKey(place));
      const edits = pushEdits(copy.cells, isTicked, newSessionsOf(copy.fresh));
      if (copy.cells.some((cell) => cell.state === 'changedHere' && !isTicked(cell))) {
        keptOwn.push(copy.athlete.details.name);
      }
      if (edits.length === 0) continue;
      const edited = editProgram(copy.program, edits);
      if (!edited.ok) throw new Error(`a push names a place that the copy ${programId} does not have`);
      saveProgram(db, programId, copy.program, edited.value.program, idOf);
      updateBase(db, programId, baseText(copy.fresh, exercises, copy), version);
      updated += 1;
      if (withoutEstimate(context, copy).length > 0) unknownMax.push(copy.athlete.details.name);
    }
    return ok({ updated, keptOwn, withoutEstimate: unknownMax });
  },
};
