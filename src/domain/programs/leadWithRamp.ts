import { addDays } from '../kernel/plainDate.ts';
import type { Block, Program } from './program.ts';

/** The ramp's own last week before it gets heavy: a plan that begins heavy takes over here (R2.11, before gate G2). */
const LAST_RAMP_WEEK = 8;

const weekCount = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.weeks.length, 0);

/**
 * A plan with the start ramp in front (R2.11, §3.6): the ramp up to its week 8, then the plan, one week after another from the
 * ramp's first Monday.
 */
export const leadWithRamp = (ramp: Program, plan: Program): Program => {
  const lead = ramp.blocks
    .map((block) => ({ ...block, weeks: block.weeks.filter((week) => week.number <= LAST_RAMP_WEEK) }))
    .filter((block) => block.weeks.length > 0);
  let place = 0;
  const after = weekCount(lead);
  const blocks = [...lead, ...plan.blocks].map((block) => ({
    ...block,
    weeks: block.weeks.map((week) => {
      place += 1;
      const number = place > after ? place - after : week.number;
      return { ...week, number, startsOn: addDays(ramp.startsOn, (place - 1) * 7) };
    }),
  }));
  return { ...plan, startsOn: ramp.startsOn, blocks };
};
