import { fail, type Result } from '../kernel/result.ts';
import type { Answer, Calculation, OutsideDomain, RuleContext, ScienceRule } from './rule.ts';

const takes = ({ inputs }: Calculation, names: readonly string[]): boolean =>
  inputs.every(({ name, isOptional }) => isOptional || names.includes(name)) &&
  names.every((name) => inputs.some((input) => input.name === name));

const wantedText = ({ inputs }: Calculation): string =>
  inputs.map(({ name, isOptional }) => (isOptional ? `${name} (if known)` : name)).join(', ');

/**
 * The answer of a rule to an input in the shape of the specification's vectors. Which of the rule's calculations is meant
 * follows from the names of the inputs. Whatever is wrong or outside the rule's domain is a reason in words.
 */
export const evaluateRule = (
  rule: ScienceRule,
  input: Readonly<Record<string, unknown>>,
  context: RuleContext,
): Result<Answer, OutsideDomain> => {
  const names = Object.keys(input);
  const meant = rule.calculations.find((one) => takes(one, names));
  if (meant !== undefined) return meant.evaluate(input, context);
  if (rule.calculations.length === 0) return fail({ reason: `${rule.rule} has nothing to compute.` });
  return fail({ reason: `${rule.rule} takes ${rule.calculations.map(wantedText).join('; or ')}.` });
};
