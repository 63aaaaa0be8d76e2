import { WEEKDAYS, type Weekday } from '../kernel/plainDate.ts';
import type { Program } from './program.ts';
import type { ProgramEdit } from './programEdit.ts';
import { weeksOf } from './weekWalk.ts';

type SessionEdit = Extract<ProgramEdit, { readonly kind: 'session' }>;

interface WeekRange {
  /** From 1, both ends included. */
  readonly fromWeek: number;
  readonly toWeek: number;
}

const weeksWith = (program: Program, session: string, { fromWeek, toWeek }: WeekRange) =>
  weeksOf(program).flatMap((week, index) => {
    const number = index + 1;
    const found = week.sessions.find(({ name }) => name === session);
    return found === undefined || number < fromWeek || number > toWeek ? [] : [{ week: number, session: found }];
  });

const dayEdit = (session: string, week: number, weekday: Weekday): SessionEdit => ({
  kind: 'session',
  session,
  fromWeek: week,
  toWeek: week,
  weekday,
});

/** A session put on one day, in the weeks of a range that have it on another. */
export const putSessionOn = (
  program: Program,
  session: string,
  range: WeekRange,
  weekday: Weekday,
): readonly SessionEdit[] =>
  weeksWith(program, session, range)
    .filter((one) => one.session.weekday !== weekday)
    .map(({ week }) => dayEdit(session, week, weekday));

/** A session some days earlier or later in its week, in each week of a range; it never leaves its week. */
export const moveSessionBy = (
  program: Program,
  session: string,
  range: WeekRange,
  days: -1 | 1,
): readonly SessionEdit[] =>
  weeksWith(program, session, range).flatMap((one) => {
    const weekday = WEEKDAYS.find((day) => day === one.session.weekday + days);
    return weekday === undefined ? [] : [dayEdit(session, one.week, weekday)];
  });
