import { fail } from '../../domain/kernel/result.ts';
import { evaluateRule } from '../../domain/science/evaluateRule.ts';
import { ruleNumbered } from '../../domain/science/register.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';

export const scienceHandlers: ServiceHandlers['science'] = {
  evaluate: ({ rule, input }, { db }) => {
    const found = ruleNumbered(rule);
    if (found === undefined) return fail({ tag: 'RuleNotFound', rule });
    const exercises = found.needsLibrary === true ? listExercises(db) : [];
    const answer = evaluateRule(found, input, { exercises });
    return answer.ok ? answer : fail({ tag: 'OutsideDomain', rule, reason: answer.error.reason });
  },
};
