import { daysBetween, mondayOf, type PlainDate } from '../kernel/plainDate.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { anchoredTo } from './anchoredTo.ts';
import { editProgram } from './editProgram.ts';
import type { Program } from './program.ts';
import type { ProgramEdit } from './programEdit.ts';
import { weeksOf } from './weekWalk.ts';

/** What laying a program back from a race came to. `weeks` is by how many weeks. */
export interface Reflow {
  readonly program: Program;
  readonly how: 'fits' | 'moved' | 'shortened' | 'lengthened';
  readonly weeks: number;
}

export interface ReflowOrder {
  readonly racedOn: PlainDate;
  /** The first week that is still open, from 1: weeks before it were lifted in or have passed, and stay. */
  readonly firstOpenWeek: number;
  /** A Monday: the earliest a program that has not begun may begin. */
  readonly earliest: PlainDate;
}

const edited = (program: Program, edits: readonly ProgramEdit[]): Program | undefined => {
  const result = editProgram(program, edits);
  return result.ok ? result.value.program : undefined;
};

/** The week whose work is done once more where weeks are needed: the first open one that builds. */
const weekToRepeat = (program: Program, firstOpenWeek: number): number => {
  const weeks = weeksOf(program);
  const at = weeks.findIndex(({ kind }, index) => index + 1 >= firstOpenWeek && (kind === 'build' || kind === 'start'));
  return at < 0 ? Math.min(firstOpenWeek, weeks.length) : at + 1;
};

const lengthened = (program: Program, weeks: number, { firstOpenWeek }: ReflowOrder): Program | undefined => {
  const week = weekToRepeat(program, firstOpenWeek);
  const copy: ProgramEdit = { kind: 'copyWeek', week, after: week, as: 'values' };
  return edited(
    program,
    Array.from({ length: weeks }, () => copy),
  );
};

/**
 * A program whose last week is the week of the race again. One that has not begun moves as a whole, its first weeks left out where
 * there is no time for them. One that has begun keeps what was done: where the race came nearer the next weeks go, those close to
 * the race stay; where it went away, the work of the first open week that builds is done again.
 */
export const reflow = (program: Program, order: ReflowOrder): Result<Reflow, 'tooSoon'> => {
  const { racedOn, firstOpenWeek, earliest } = order;
  const count = weeksOf(program).length;
  const wanted = daysBetween(program.startsOn, mondayOf(racedOn)) / 7 + 1;
  const by = wanted - count;
  if (by === 0) return ok({ program, how: 'fits', weeks: 0 });
  if (firstOpenWeek <= 1) {
    const moved = anchoredTo(program, racedOn, earliest);
    if (moved === undefined) return fail('tooSoon');
    const lost = count - weeksOf(moved).length;
    return ok({ program: moved, how: lost > 0 ? 'shortened' : 'moved', weeks: lost > 0 ? lost : Math.abs(by) });
  }
  if (by < 0 && count - firstOpenWeek + 1 <= -by) return fail('tooSoon');
  const next =
    by > 0
      ? lengthened(program, by, order)
      : edited(program, [{ kind: 'deleteWeeks', fromWeek: firstOpenWeek, toWeek: firstOpenWeek - by - 1 }]);
  if (next === undefined) return fail('tooSoon');
  return ok({ program: next, how: by > 0 ? 'lengthened' : 'shortened', weeks: Math.abs(by) });
};
