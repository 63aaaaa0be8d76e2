import { BAR_RULES } from './barRules.ts';
import { CONSISTENCY_RULES } from './consistencyRules.ts';
import { GUARD_RULES } from './guardRules.ts';
import { LOAD_RULES } from './loadRules.ts';
import { MAXIMUM_RULES } from './maximumRules.ts';
import { PAIN_RULES } from './painRules.ts';
import { PLACEMENT_RULES } from './placementRules.ts';
import { PRESCRIPTION_RULES } from './prescriptionRules.ts';
import { PROGRAM_RULES } from './programRules.ts';
import { RUNNING_RULES } from './runningRules.ts';
import type { ScienceRule } from './rule.ts';

/** Every rule of the science that the product keeps, in the order of the specification. Screens are made from it. */
export const SCIENCE_REGISTER: readonly ScienceRule[] = [
  ...MAXIMUM_RULES,
  ...BAR_RULES,
  ...PRESCRIPTION_RULES,
  ...PROGRAM_RULES,
  ...RUNNING_RULES,
  ...LOAD_RULES,
  ...PLACEMENT_RULES,
  ...GUARD_RULES,
  ...PAIN_RULES,
  ...CONSISTENCY_RULES,
];

/** The rule with this number, for example `R1.1`. */
export const ruleNumbered = (rule: string): ScienceRule | undefined =>
  SCIENCE_REGISTER.find((one) => one.rule === rule);
