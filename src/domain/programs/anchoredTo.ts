import { addDays, daysBetween, mondayOf, type PlainDate } from '../kernel/plainDate.ts';
import { deleteWeeks } from './editWeeks.ts';
import type { Program } from './program.ts';
import { redated, weeksOf } from './weekWalk.ts';
import { workOut } from './workOut.ts';

/**
 * A program laid backwards from a race: its last week is the week of the race. When there are fewer weeks until then, counted from
 * `earliest` (a Monday), its first weeks are left out and what went on from them stands in full. `undefined` when not a single week
 * is left.
 */
export const anchoredTo = (program: Program, racedOn: PlainDate, earliest: PlainDate): Program | undefined => {
  const count = weeksOf(program).length;
  const room = daysBetween(earliest, mondayOf(racedOn)) / 7 + 1;
  if (room < 1) return undefined;
  const kept = Math.min(count, room);
  const startsOn = addDays(mondayOf(racedOn), -7 * (kept - 1));
  if (kept === count) return redated({ ...program, startsOn });
  const cut = deleteWeeks(workOut(program).program, { kind: 'deleteWeeks', fromWeek: 1, toWeek: count - kept });
  return cut.ok ? workOut(redated({ ...cut.value, startsOn })).program : undefined;
};
