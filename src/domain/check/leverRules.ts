import { cutTo } from '../programs/cutTo.ts';
import { leverFaults, leverRises, LEVERS, type Lever, type LeverFault } from '../programs/levers.ts';
import { slotSteps, type SlotStep } from '../programs/weekLevers.ts';
import type { CheckRule } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import { setsOf } from './dose.ts';
import type { Fix, Remark } from './finding.ts';
import { setsText } from './fixes.ts';
import { placedWeeks } from './places.ts';
import { printCell } from '../programs/shorthand.ts';
import type { Prescription, Program } from '../programs/program.ts';

type Raised = SlotStep & { readonly before: NonNullable<SlotStep['before']> };

const known = new WeakMap<
  Program,
  { readonly exerciseAt: CheckContext['exerciseAt']; readonly steps: readonly Raised[] }
>();

/** Slots with something to compare to, deload weeks left out: what goes down there may come back. */
const stepsOf = ({ program, exerciseAt }: CheckContext): readonly Raised[] => {
  // Every rule of this family walks the same steps: worked out once for a program.
  const before = known.get(program);
  if (before?.exerciseAt === exerciseAt) return before.steps;
  const steps = raisedIn(program, exerciseAt);
  known.set(program, { exerciseAt, steps });
  return steps;
};

const raisedIn = (program: Program, exerciseAt: CheckContext['exerciseAt']): readonly Raised[] => {
  const weeks = placedWeeks(program).map(({ week }) => week);
  return slotSteps(weeks, exerciseAt).flatMap(({ before, ...step }) =>
    before === undefined || weeks[step.week - 1]?.kind === 'deload' ? [] : [{ ...step, before }],
  );
};

const placeOf = ({ week, session, slot }: SlotStep) => ({ week, session, label: slot.label });

const fixWith = (step: SlotStep, label: string, prescriptions: readonly Prescription[]): Fix => ({
  label,
  edits: [{ kind: 'cell', ...placeOf(step), text: printCell({ kind: 'sets', prescriptions }) }],
});

/** The dose of the last full week again: nothing is raised. */
const asBefore = (step: Raised): Fix => fixWith(step, 'as the last full week', step.before.prescriptions);

const repsOf = (prescriptions: readonly Prescription[]): number =>
  prescriptions.reduce((sum, one) => sum + one.sets * (one.reps ?? 0), 0);

/** So few sets that the repetitions are at most this share of those before; none where one set is more already. */
const lessVolume = (step: Raised, share: number): Fix | undefined => {
  const { prescriptions } = step.slot;
  const most = repsOf(step.before.prescriptions) * share + 1e-9;
  for (let sets = setsOf(prescriptions) - 1; sets >= 1; sets -= 1) {
    const cut = cutTo(prescriptions, sets);
    if (repsOf(cut) <= most) return fixWith(step, setsText(cut), cut);
  }
  return undefined;
};

const risesText = (step: Raised, levers: readonly Lever[] = LEVERS): string =>
  leverRises(step.before, step.dose)
    .filter(({ lever }) => levers.includes(lever))
    .map(({ lever, by }) => `${lever.toLowerCase()} ${by}`)
    .join(', ');

const nameOf = ({ dose }: SlotStep): string => dose.exerciseName ?? dose.exerciseKey;

const ofFault = (
  context: CheckContext,
  fault: LeverFault,
  reasonOf: (step: Raised) => string,
  fixOf: (step: Raised) => Fix | undefined,
): readonly Remark[] =>
  stepsOf(context)
    .filter((step) => leverFaults(step.before, step.dose).includes(fault))
    .map((step) => ({ severity: 'warning', ...placeOf(step), reason: reasonOf(step), fix: fixOf(step) }));

const tooManyLevers: CheckRule = {
  id: 'too-many-levers',
  name: 'More than one lever',
  what: 'A slot raises one thing a week: volume, intensity, the exercise, or time.',
  why: 'Our own rule: when two things rise at once, nobody can tell which of them the runner could not bear.',
  rule: 'R2.10',
  needs: 'program',
  check: (context) =>
    ofFault(context, 'tooManyLevers', (step) => `${nameOf(step)} raises several things: ${risesText(step)}`, asBefore),
};

const isOneLever = (step: Raised): boolean => leverRises(step.before, step.dose).length <= 1;

const moreOfBoth: CheckRule = {
  id: 'more-volume-with-intensity',
  name: 'Heavier and more',
  what: 'A slot that gets heavier does not get more repetitions in the same week.',
  why: 'Our own rule; Prilepin’s chart makes the same trade of repetitions for weight.',
  rule: 'R2.10',
  needs: 'program',
  // Where the repetitions rise by a lever of their own, `too-many-levers` has said it.
  check: (context) =>
    stepsOf(context)
      .filter((step) => isOneLever(step) && leverFaults(step.before, step.dose).includes('moreVolumeWithIntensity'))
      .map((step) => ({
        severity: 'warning',
        ...placeOf(step),
        reason: `${nameOf(step)} gets heavier with more repetitions: ${repsOf(step.before.prescriptions)} → ${repsOf(step.slot.prescriptions)}`,
        fix: lessVolume(step, 1),
      })),
};

const crossing: CheckRule = {
  id: 'crossing-85-without-less-volume',
  name: 'Into 85 % without less volume',
  what: 'The first week at 85 % or more has at most four fifths of the repetitions of the week before.',
  why: 'Our own rule: less volume pays for the heavier bar.',
  rule: 'R2.10',
  needs: 'program',
  check: (context) =>
    ofFault(
      context,
      'heavyWithoutLessVolume',
      (step) =>
        `${nameOf(step)} goes to 85 % or more with ${repsOf(step.slot.prescriptions)} reps after ${repsOf(step.before.prescriptions)}: four fifths at most`,
      (step) => lessVolume(step, 0.8),
    ),
};

const volumeStep: CheckRule = {
  id: 'volume-step',
  name: 'Too large a step in volume',
  what: 'Repetitions of a slot rise by at most a fifth or one set a week, contacts by at most a fifth.',
  why: 'Our own rule: small steps show early what is too much.',
  rule: 'R2.10',
  needs: 'program',
  check: (context) =>
    ofFault(
      context,
      'volumeStep',
      (step) => `${nameOf(step)}: too large a step, ${risesText(step, ['VOLUME'])}`,
      asBefore,
    ),
};

const intensityStep: CheckRule = {
  id: 'intensity-step',
  name: 'Too large a step in weight',
  what: 'The planned share of the maximum rises by at most 5.5 points a week.',
  why: 'Our own rule; the ACSM position stand of 2009 raises loads by 2 to 10 % at a time.',
  rule: 'R2.10',
  needs: 'program',
  check: (context) =>
    ofFault(
      context,
      'intensityStep',
      (step) =>
        `${nameOf(step)}: too large a step, ${risesText(step, ['INTENSITY']) || 'more than 5.5 points of the maximum'}`,
      asBefore,
    ),
};

const FIRST_WEEKS = 8;
const MOST_AT_FIRST = 2;
const MOST_LATER = 4;
const LEAST_ASSISTANCE_SETS = 2;

/** Frequency alone is the week's rise, not the slot's; a second set of assistance is the least there is [D]. */
const countsAsRaised = (step: Raised): boolean => {
  const isOwnRise = leverRises({ ...step.before, sessionsPerWeek: step.dose.sessionsPerWeek }, step.dose).length > 0;
  const isAssistance = step.slot.role === 'assistance' && setsOf(step.slot.prescriptions) <= LEAST_ASSISTANCE_SETS;
  return isOwnRise && !isAssistance;
};

const tooManySlots: CheckRule = {
  id: 'too-many-slots-raised',
  name: 'Too much raised in one session',
  what: 'A session raises at most two slots in the first eight weeks and four later; assistance of up to two sets is not counted.',
  why: 'Our own rule, for the same reason as one lever a slot.',
  rule: 'R2.10',
  needs: 'program',
  check: (context) => {
    const raised = Map.groupBy(stepsOf(context).filter(countsAsRaised), ({ week, session }) => `${week}\n${session}`);
    return [...raised.values()].flatMap((steps): Remark[] => {
      const [first] = steps;
      if (first === undefined) return [];
      const most = first.week <= FIRST_WEEKS ? MOST_AT_FIRST : MOST_LATER;
      if (steps.length <= most) return [];
      const labels = steps.map(({ slot }) => slot.label).join(', ');
      const held = steps.slice(most);
      return [
        {
          severity: 'warning',
          week: first.week,
          session: first.session,
          reason: `${steps.length} slots are raised at once (${labels}); ${most} at most`,
          fix: {
            label: `${held.map(({ slot }) => slot.label).join(', ')} as the last full week`,
            edits: held.flatMap((step) => asBefore(step).edits),
          },
        },
      ];
    });
  },
};

const frequencyStep: CheckRule = {
  id: 'frequency-step',
  name: 'Too many sessions more',
  what: 'The number of sessions rises by one a week at most.',
  why: 'Our own rule: one more session is a large step for the legs already.',
  rule: 'R2.10',
  needs: 'program',
  check: ({ program }) => {
    let before: number | undefined;
    return placedWeeks(program).flatMap(({ ordinal, week }): Remark[] => {
      const previous = before;
      const { length } = week.sessions;
      if (week.kind !== 'deload' && length > 0) before = length;
      if (previous === undefined || length <= previous + 1 || week.kind === 'deload') return [];
      return [
        { severity: 'warning', week: ordinal, reason: `${previous} → ${length} sessions from one week to the next` },
      ];
    });
  },
};

/** What rises from week to week, and how much at a time. */
export const LEVER_RULES: readonly CheckRule[] = [
  tooManyLevers,
  moreOfBoth,
  crossing,
  volumeStep,
  intensityStep,
  tooManySlots,
  frequencyStep,
];
