import type { Program } from './program.ts';
import { flatMapWeeks } from './weekWalk.ts';

/** A place of a session, whatever exercise stands there. */
interface Place {
  readonly session: string;
  readonly label: string;
}

/** A program with nothing in it but one place of one session, up to a week: as much as a cell there has to be worked out from. */
export const onlyRow = (program: Program, { session, label }: Place, toWeek = Number.POSITIVE_INFINITY): Program =>
  flatMapWeeks(program, (week, number) => {
    if (number > toWeek) return [];
    const sessions = week.sessions
      .filter((one) => one.name === session)
      .map((one) => ({ ...one, slots: one.slots.filter((slot) => slot.label === label) }));
    return [{ ...week, sessions }];
  });
