import type { z } from 'zod';
import type { assignmentPreview } from '../../contract/schemas/program.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { chooseLifts } from '../../domain/programs/chooseLifts.ts';
import { chooseWeekdays } from '../../domain/programs/chooseWeekdays.ts';
import type { Program } from '../../domain/programs/program.ts';
import { buildStartRamp } from '../../domain/programs/startRamp.ts';
import { RAMP_FIRST_WEEK } from '../../domain/programs/startRampRows.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { StoredExercise } from '../exercises/exerciseStore.ts';
import { liftPointsOf } from '../training/analysisStore.ts';
import { programsOf } from './programStore.ts';

type Preview = z.output<typeof assignmentPreview>;

/** The start ramp as one athlete would get it, and what stands in the way. */
export interface Plan {
  readonly program: Program;
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

const BLOCKING = new Set(['archived', 'overlaps']);

export const planFor = (
  db: ReadDb,
  athlete: StoredAthlete,
  startsOn: PlainDate,
  exercises: readonly StoredExercise[],
): Plan => {
  const { details, athleteId } = athlete;
  const lifts = chooseLifts(exercises, details.gym.equipment, details.entryClass);
  const days = chooseWeekdays(details.usualWeek);
  const program = buildStartRamp({ entryClass: details.entryClass, startsOn, weekdays: days, lifts, exercises });
  const weeks = program.blocks.flatMap((block) => block.weeks);
  const endsOn = addDays(weeks.at(-1)?.startsOn ?? startsOn, 6);
  const nameOf = new Map(exercises.map((exercise) => [exercise.key, exercise]));
  const known = new Set(liftPointsOf(db, athleteId, '1000-01-01' as PlainDate).map((point) => point.key));
  const main = [lifts.squat, lifts.hinge];
  const conflicts = conflictsOf(db, athlete, startsOn, endsOn);
  return {
    program,
    preview: {
      athleteId,
      athlete: details.name,
      entryClass: details.entryClass,
      startsAtWeek: RAMP_FIRST_WEEK[details.entryClass],
      weeks: weeks.length,
      endsOn,
      days: [...days],
      lifts: Object.values(lifts)
        .filter((key) => key !== undefined)
        .map((key) => nameOf.get(key)?.name ?? key),
      withoutEstimate: main
        .filter((key) => nameOf.get(key)?.loadMode === 'kg' && !known.has(key))
        .map((key) => nameOf.get(key)?.name ?? key),
      conflicts,
      canAssign: !conflicts.some((conflict) => BLOCKING.has(conflict.tag)),
    },
  };
};
