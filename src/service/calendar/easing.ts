import type { ProgramId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { easeByRunning } from '../../domain/programs/easeByRunning.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { runsInPlan } from '../../domain/running/runningPlan.ts';
import type { ReadDb } from '../db/sql.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { programOf } from '../programs/programEditStore.ts';
import { findProgram } from '../programs/programStore.ts';
import { programWeeks } from '../programs/programWeekStore.ts';
import { runningPlanOf } from './runningPlanOf.ts';

interface EasingOrder {
  readonly programId: ProgramId;
  /** From 1. */
  readonly block: number;
  readonly share: number;
}

/** What easing a block of a program would change; `undefined` when there is no such program or block. */
export const easingOf = (db: ReadDb, { programId, block, share }: EasingOrder, today: PlainDate) => {
  const stored = findProgram(db, programId);
  if (stored === undefined) return undefined;
  const program = programOf(stored, programWeeks(db, programId));
  if (program.blocks[block - 1] === undefined) return undefined;
  const weeks = weeksOf(program);
  const plan = runningPlanOf(db, stored.athleteId, stored.startsOn, stored.endsOn);
  const runM = weeks.map(({ startsOn }) =>
    runsInPlan(plan, startsOn, addDays(startsOn, 6)).reduce((sum, { distanceM = 0 }) => sum + distanceM, 0),
  );
  const exercises = new Map(listExercises(db).map((one) => [one.key, one]));
  // A week that has begun is the athlete's: its sheet is printed.
  const isOpen = (week: number): boolean => (weeks[week - 1]?.startsOn ?? '') > mondayOf(today);
  const easing = easeByRunning({
    program,
    exerciseOf: (key) => exercises.get(key),
    runM,
    block: block - 1,
    share,
    isOpen,
  });
  return {
    ...easing,
    revision: stored.revision,
    blocks: program.blocks.map(({ name }, at) => ({ block: at + 1, name })),
    nameOf: (key: string): string => exercises.get(key)?.name ?? key,
    startOf: (week: number): PlainDate => weeks[week - 1]?.startsOn ?? stored.startsOn,
  };
};
