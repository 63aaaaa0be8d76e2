import { addDays } from '../kernel/plainDate.ts';
import type { Block, Program, Session, Slot, Week } from './program.ts';

export const weeksOf = (program: Pick<Program, 'blocks'>): readonly Week[] =>
  program.blocks.flatMap((block) => block.weeks);

/** A program with each of its weeks changed; weeks count from 1 over the whole program. */
export const mapWeeks = (program: Program, change: (week: Week, number: number) => Week): Program => {
  let number = 0;
  const blocks = program.blocks.map((block) => ({
    ...block,
    weeks: block.weeks.map((week) => {
      number += 1;
      return change(week, number);
    }),
  }));
  return { ...program, blocks };
};

/** The same with some weeks becoming none or several; a block that loses its last week goes with it. */
export const flatMapWeeks = (program: Program, change: (week: Week, number: number) => readonly Week[]): Program => {
  let number = 0;
  const blocks = program.blocks
    .map((block): Block => ({
      ...block,
      weeks: block.weeks.flatMap((week) => {
        number += 1;
        return change(week, number);
      }),
    }))
    .filter((block) => block.weeks.length > 0);
  return redated({ ...program, blocks });
};

/** Weeks follow one another without a gap from the program's first Monday. */
export const redated = (program: Program): Program =>
  mapWeeks(program, (week, number) => {
    const startsOn = addDays(program.startsOn, (number - 1) * 7);
    return week.startsOn === startsOn ? week : { ...week, startsOn };
  });

const newSlot = ({ id: _id, ...slot }: Slot): Slot => slot;

const newSession = ({ id: _id, ...session }: Session): Session => ({
  ...session,
  slots: session.slots.map(newSlot),
});

/** A week made here from another: stored nowhere yet, inherited from nothing. */
export const newWeek = ({ id: _id, baseWeek: _baseWeek, ...week }: Week): Week => ({
  ...week,
  sessions: week.sessions.map(newSession),
});
