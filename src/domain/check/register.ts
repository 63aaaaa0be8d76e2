import { CELL_RULES } from './cellRules.ts';
import type { CheckRule } from './checkRule.ts';
import { DOSE_RULES } from './doseRules.ts';
import { GUARD_RULES } from './guardRules.ts';
import { GYM_RULES } from './gymRules.ts';
import { JUMP_RULES } from './jumpRules.ts';
import { LEVER_RULES } from './leverRules.ts';
import { RACE_RULES } from './raceRules.ts';
import { RUNNING_RULES } from './runningRules.ts';
import { SESSION_RULES } from './sessionRules.ts';
import { SPACING_RULES } from './spacingRules.ts';
import { WEEK_RULES } from './weekRules.ts';

/** Every rule of the program check. A new rule is a line in its family; screens and the command line list it by themselves. */
export const CHECK_RULES: readonly CheckRule[] = [
  ...CELL_RULES,
  ...DOSE_RULES,
  ...LEVER_RULES,
  ...SESSION_RULES,
  ...WEEK_RULES,
  ...JUMP_RULES,
  ...SPACING_RULES,
  ...RACE_RULES,
  ...RUNNING_RULES,
  ...GYM_RULES,
  ...GUARD_RULES,
];
