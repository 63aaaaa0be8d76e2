import type { z } from 'zod';
import type { assignmentPreview } from '../../contract/schemas/program.ts';
import { ageIn, recoversSlowly, SLOW_BETWEEN_LIFTS_H } from '../../domain/athletes/recovery.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { chooseLifts } from '../../domain/programs/chooseLifts.ts';
import { chooseWeekdays } from '../../domain/programs/chooseWeekdays.ts';
import type { Program } from '../../domain/programs/program.ts';
import { adaptProgram, type Swap } from '../../domain/programs/adaptProgram.ts';
import { anchoredTo } from '../../domain/programs/anchoredTo.ts';
import { layOutGrid } from '../../domain/programs/grid.ts';
import type { RaceId } from '../../domain/kernel/ids.ts';
import { baseText } from './programBase.ts';
import { leadWithRamp } from '../../domain/programs/leadWithRamp.ts';
import type { EntryClass } from '../../domain/programs/program.ts';
import { buildStartRamp } from '../../domain/programs/startRamp.ts';
import type { Template } from '../../domain/programs/template.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { StoredExercise } from '../exercises/exerciseStore.ts';
import { liftPointsOf } from '../training/analysisStore.ts';
import { programsOf } from './programStore.ts';

type Preview = z.output<typeof assignmentPreview>;

type StoredRace = ReturnType<typeof racesOf>[number];

/** A program as one athlete would get it, and what stands in the way. */
export interface Plan {
  readonly program: Program;
  readonly raceId: RaceId | undefined;
  /** What is inherited, as plain text: pushes of the template compare with it. */
  readonly base: string;
  readonly preview: Preview;
}

/** Races in the first weeks are better raced than lifted for (R2.11: never start in a race week). */
const START_DAYS = 14;
const LEAST_LIFT_MINUTES = 30;

const conflictsOf = (
  db: ReadDb,
  athlete: StoredAthlete,
  startsOn: PlainDate,
  endsOn: PlainDate,
): Preview['conflicts'] => {
  const conflicts: Preview['conflicts'] = [];
  if (athlete.archivedOn !== undefined) conflicts.push({ tag: 'archived' });
  for (const program of programsOf(db, athlete.athleteId)) {
    if (program.startsOn <= endsOn && startsOn <= program.endsOn) {
      conflicts.push({ tag: 'overlaps', program: program.name, endsOn: program.endsOn });
    }
  }
  for (const race of racesOf(db, athlete.athleteId)) {
    if (race.racedOn >= startsOn && race.racedOn < addDays(startsOn, START_DAYS)) {
      conflicts.push({ tag: 'raceInStart', race: race.name, racedOn: race.racedOn });
    }
  }
  if (athlete.details.usualWeek.every((day) => day.liftMinutes < LEAST_LIFT_MINUTES))
    conflicts.push({ tag: 'noDayFree' });
  return conflicts;
};

/** What is given to an athlete: the start ramp itself, or a template, with the ramp in front where that is wanted. */
export interface PlanOrder {
  readonly startsOn: PlainDate;
  /** Absent: the start ramp. */
  readonly template?: Template | undefined;
  readonly withRamp: boolean;
  /** Laid back from each athlete's next race; `startsOn` is then the first Monday it may begin. */
  readonly isAnchored: boolean;
}

/** Those who lift now start the plan itself; who does not, and is given a heavy plan, begins with the ramp. */
const rampLeads = ({ template, withRamp }: Omit<PlanOrder, 'isAnchored'>, entryClass: EntryClass): boolean =>
  withRamp && template?.leadsWithRamp === true && entryClass !== 'C';

interface LaidOut {
  readonly program: Program;
  readonly swaps: readonly Swap[];
  readonly race?: StoredRace | undefined;
  readonly anchorFault?: Preview['conflicts'][number] | undefined;
}

/** A template fitted to an athlete from a Monday, the ramp in front where it is wanted. */
export const fitted = (
  athlete: Pick<StoredAthlete, 'details'>,
  order: Omit<PlanOrder, 'isAnchored'>,
  exercises: readonly StoredExercise[],
): LaidOut => {
  const { entryClass, gym, usualWeek } = athlete.details;
  const { startsOn, template } = order;
  const isSlow = recoversSlowly(ageIn(athlete.details, startsOn), entryClass);
  const weekdays = chooseWeekdays(usualWeek, isSlow ? SLOW_BETWEEN_LIFTS_H : undefined);
  const lifts = chooseLifts(exercises, gym.equipment, entryClass);
  const ramp = (): Program => buildStartRamp({ entryClass, startsOn, weekdays, lifts, exercises });
  if (template === undefined) return { program: ramp(), swaps: [] };
  const { program } = layOutGrid(template.grid, { templateKey: template.key, entryClass, startsOn, weekdays });
  const { program: adapted, swaps } = adaptProgram(program, exercises, gym.equipment);
  return { program: rampLeads(order, entryClass) ? leadWithRamp(ramp(), adapted) : adapted, swaps };
};

const PRIORITIES = ['A', 'B', 'C'] as const;

/** The race a program is for: the next of the highest priority there is. */
const raceToAim = (db: ReadDb, athleteId: number, from: PlainDate): StoredRace | undefined => {
  const ahead = racesOf(db, athleteId)
    .filter(({ racedOn }) => racedOn >= from)
    .toSorted((a, b) => (a.racedOn < b.racedOn ? -1 : 1));
  return PRIORITIES.map((priority) => ahead.find((race) => race.priority === priority)).find(
    (race) => race !== undefined,
  );
};

const laidOut = (
  db: ReadDb,
  athlete: StoredAthlete,
  order: PlanOrder,
  exercises: readonly StoredExercise[],
): LaidOut => {
  const plan = fitted(athlete, order, exercises);
  if (!order.isAnchored) return plan;
  const race = raceToAim(db, athlete.athleteId, order.startsOn);
  if (race === undefined) return { ...plan, anchorFault: { tag: 'noRace' } };
  const program = anchoredTo(plan.program, race.racedOn, order.startsOn);
  const { name, racedOn } = race;
  return program === undefined
    ? { ...plan, race, anchorFault: { tag: 'raceTooSoon', race: name, racedOn } }
    : { ...plan, program, race };
};

/** The main lifts of a program, or of one without any every exercise, each once, by key. */
const liftsOf = (program: Program): readonly string[] => {
  const slots = program.blocks.flatMap(({ weeks }) =>
    weeks.flatMap(({ sessions }) => sessions.flatMap((session) => session.slots)),
  );
  const main = slots.filter((slot) => slot.role === 'main');
  return [...new Set((main.length > 0 ? main : slots).map((slot) => slot.exerciseKey))];
};

const isBlocking = (conflict: Preview['conflicts'][number], order: PlanOrder): boolean =>
  conflict.tag === 'archived' ||
  conflict.tag === 'noRace' ||
  conflict.tag === 'raceTooSoon' ||
  (conflict.tag === 'overlaps' && order.template?.kind !== 'addition');

/** The program as one athlete would get it, and what stands in the way. */
export const planFor = (
  db: ReadDb,
  athlete: StoredAthlete,
  order: PlanOrder,
  exercises: readonly StoredExercise[],
): Plan => {
  const { details, athleteId } = athlete;
  const { program, swaps, race, anchorFault } = laidOut(db, athlete, order, exercises);
  const weeks = program.blocks.flatMap((block) => block.weeks);
  const endsOn = addDays(weeks.at(-1)?.startsOn ?? order.startsOn, 6);
  const byKey = new Map(exercises.map((exercise) => [exercise.key, exercise]));
  const nameOf = (key: string): string => byKey.get(key)?.name ?? key;
  const known = new Set(liftPointsOf(db, athleteId, '1000-01-01' as PlainDate).map((point) => point.key));
  const lifts = liftsOf(program);
  const starts = program.startsOn;
  const conflicts = [...conflictsOf(db, athlete, starts, endsOn), ...(anchorFault === undefined ? [] : [anchorFault])];
  const ramp = rampLeads(order, details.entryClass);
  const days = weeks.flatMap((week) => week.sessions.map((session) => session.weekday));
  return {
    program,
    raceId: race?.raceId,
    base: baseText(program, exercises, { leadsWithRamp: ramp }),
    preview: {
      athleteId,
      athlete: details.name,
      entryClass: details.entryClass,
      startsAtWeek: weeks[0]?.number ?? 1,
      startsOn: starts,
      ...(race === undefined ? {} : { race: { name: race.name, racedOn: race.racedOn } }),
      rampWeeks: ramp ? Math.max(0, weeks.length - templateLength(order)) : 0,
      weeks: weeks.length,
      endsOn,
      days: [...new Set(days)].toSorted((a, b) => a - b),
      lifts: lifts.map(nameOf),
      withoutEstimate: lifts.filter((key) => byKey.get(key)?.loadMode === 'kg' && !known.has(key)).map(nameOf),
      swaps: swaps.map(({ from, to }) => ({ from: nameOf(from), ...(to === undefined ? {} : { to: nameOf(to) }) })),
      conflicts,
      canAssign: !conflicts.some((conflict) => isBlocking(conflict, order)),
    },
  };
};

const templateLength = ({ template }: PlanOrder): number =>
  (template?.grid.blocks ?? []).reduce((sum, block) => sum + block.weekKinds.length, 0);
