import { addDays } from '../kernel/plainDate.ts';
import type { Program, Week } from './program.ts';
import { newWeek } from './weekWalk.ts';

/** Relative cells of a repeated week stand in full: repeated, they would be added twice. */
const inFull = (week: Week): Week => ({
  ...week,
  sessions: week.sessions.map((session) => ({
    ...session,
    slots: session.slots.map((slot) => {
      if (slot.written?.kind !== 'change') return slot;
      const { written: _written, ...rest } = slot;
      return rest;
    }),
  })),
});

/**
 * A program in which one week, counted from 1, is done once more: its copy comes right after it and everything later moves a week
 * on. `undefined` when there is no such week.
 */
export const repeatWeek = (program: Program, week: number): Program | undefined => {
  let place = 0;
  let isFound = false;
  const blocks = program.blocks.map((block) => ({
    ...block,
    weeks: block.weeks.flatMap((one) => {
      place += 1;
      const moved = isFound ? { ...one, startsOn: addDays(one.startsOn, 7) } : one;
      if (place !== week) return [moved];
      isFound = true;
      return [moved, { ...newWeek(inFull(one)), startsOn: addDays(one.startsOn, 7) }];
    }),
  }));
  return isFound ? { ...program, blocks } : undefined;
};
