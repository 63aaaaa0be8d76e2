import { addDays } from '../kernel/plainDate.ts';
import { editProgram } from '../programs/editProgram.ts';
import type { Program } from '../programs/program.ts';
import { mapWeeks } from '../programs/weekWalk.ts';
import type { CheckRule } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import { SEVERITIES, type Finding, type Fix, type Remark } from './finding.ts';
import { placedWeeks } from './places.ts';
import { CHECK_RULES } from './register.ts';
import { compareLabels } from '../programs/labelOrder.ts';

/** What is over cannot be planned any more: past weeks of an athlete's program are left out. */
const isAhead = ({ program, athlete }: CheckContext): ((remark: Remark) => boolean) => {
  if (athlete === undefined) return () => true;
  const past = placedWeeks(program).filter(({ week }) => addDays(week.startsOn, 6) < athlete.today).length;
  return ({ week }) => week === undefined || week > past;
};

/** An exercise edit reaches to the end of the program: the first is enough. */
const bothFixes = (one: Fix, other: Fix): Fix =>
  one.edits.some(({ kind }) => kind === 'exercise') ? one : { ...one, edits: [...one.edits, ...other.edits] };

const sameAs = ({ severity, session, label, reason }: Remark): string =>
  JSON.stringify([severity, session, label, reason]);

/** The same said of several weeks, said once. */
const gathered = (rule: CheckRule, remarks: readonly Remark[]): readonly Finding[] => {
  const findings = new Map<string, Finding>();
  for (const remark of remarks) {
    const key = sameAs(remark);
    const known = findings.get(key);
    if (known === undefined) findings.set(key, { rule: rule.id, alsoWeeks: [], ...remark });
    else {
      const alsoWeeks = remark.week === undefined ? known.alsoWeeks : [...known.alsoWeeks, remark.week];
      const fix = known.fix === undefined || remark.fix === undefined ? known.fix : bothFixes(known.fix, remark.fix);
      findings.set(key, { ...known, alsoWeeks, fix });
    }
  }
  return [...findings.values()];
};

const isAt = (remark: Remark, { week, alsoWeeks, session, label }: Finding): boolean =>
  remark.session === session && remark.label === label && [week, ...alsoWeeks].includes(remark.week);

/** The program without the slots that no remark of these places could be on; its weeks keep their numbers. */
const onlyAt = (program: Program, looksAt: 'slot' | 'row', finding: Finding): Program => {
  const { week, alsoWeeks, session, label } = finding;
  const weeks = new Set([week, ...alsoWeeks]);
  return mapWeeks(program, (one, number) => ({
    ...one,
    sessions:
      looksAt === 'row' || weeks.has(number)
        ? one.sessions
            .filter(({ name }) => name === session)
            .map((found) => ({ ...found, slots: found.slots.filter((slot) => slot.label === label) }))
        : [],
  }));
};

/** A fix is offered only when it is seen to work: with it the rule has nothing more to say there. */
const withProvenFix = (rule: CheckRule, context: CheckContext, { fix, ...finding }: Finding): Finding => {
  if (fix === undefined) return finding;
  const looked = rule.looksAt === undefined ? context.program : onlyAt(context.program, rule.looksAt, finding);
  const edited = editProgram(looked, fix.edits);
  if (!edited.ok) return finding;
  const left = rule.check({ ...context, program: edited.value.program });
  return left.some((remark) => isAt(remark, { ...finding })) ? finding : { ...finding, fix };
};

const findingsOf = (rule: CheckRule, context: CheckContext): readonly Finding[] =>
  gathered(rule, rule.check(context).filter(isAhead(context))).map((finding) => withProvenFix(rule, context, finding));

/** By week, session in the order of its week, slot, and the worst first; what is about the whole program before all. */
const inOrder = ({ program }: CheckContext): ((a: Finding, b: Finding) => number) => {
  const weeks = placedWeeks(program);
  const sessionPlace = ({ week, session }: Finding): number =>
    weeks[(week ?? 0) - 1]?.week.sessions.findIndex(({ name }) => name === session) ?? -1;
  return (a, b) =>
    (a.week ?? 0) - (b.week ?? 0) ||
    sessionPlace(a) - sessionPlace(b) ||
    compareLabels(a.label ?? '', b.label ?? '') ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
};

/**
 * Everything the register has to say of a program. Without the athlete the rules that need one keep
 * silent; with one, only what is still ahead is remarked on.
 */
export const checkProgram = (context: CheckContext): readonly Finding[] =>
  CHECK_RULES.flatMap((rule) => findingsOf(rule, context)).toSorted(inOrder(context));
