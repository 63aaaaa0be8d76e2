import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../../domain/kernel/result.ts';
import { parseAgeFactors } from '../../domain/running/ageGrade.ts';
import { evaluateRule } from '../../domain/science/evaluateRule.ts';
import { ruleNumbered } from '../../domain/science/register.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';

const ageFactorsCsv = (resourcesFolder: string): string =>
  readFileSync(join(resourcesFolder, 'age_factors_2025.csv'), 'utf8');

export const scienceHandlers: ServiceHandlers['science'] = {
  ageFactors: (_, { deps }) => ok({ csv: ageFactorsCsv(deps.resourcesFolder) }),
  evaluate: ({ rule, input }, { db, deps }) => {
    const found = ruleNumbered(rule);
    if (found === undefined) return fail({ tag: 'RuleNotFound', rule });
    const exercises = found.needsLibrary === true ? listExercises(db) : [];
    const ageFactors =
      found.needsAgeFactors === true ? parseAgeFactors(ageFactorsCsv(deps.resourcesFolder)) : undefined;
    const answer = evaluateRule(found, input, { exercises, ageFactors });
    return answer.ok ? answer : fail({ tag: 'OutsideDomain', rule, reason: answer.error.reason });
  },
};
