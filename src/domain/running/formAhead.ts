import { addDays, daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import { formOver, type Form } from './form.ts';
import { plannedStress } from './plannedStress.ts';
import type { RunInPlan } from './runningPlan.ts';

export interface FormOn extends Form {
  readonly on: PlainDate;
}

/** A day's running as it was done: its stress points, and whether any of it was a key run. */
export interface StressOn {
  readonly on: PlainDate;
  readonly points: number;
  readonly isKey: boolean;
}

/** Form beside what was done (R4.5): never mixed with it. */
export interface FormAhead {
  /** Had the plan been followed for six weeks, and were it for six more. */
  readonly planned: readonly FormOn[];
  /** From how the athlete stands, with the plan from today on. */
  readonly expected: readonly FormOn[];
  /** Planned runs without distance and time, taken to be as such runs of the athlete are. */
  readonly guessed: number;
}

/** Six weeks, which is as far as fitness remembers. */
export const FORM_AHEAD_DAYS = 42;

interface Facts {
  readonly today: PlainDate;
  readonly vdot: number;
  /** Form as it was done, day by day up to today. */
  readonly done: readonly FormOn[];
  readonly stress: readonly StressOn[];
  readonly plan: readonly RunInPlan[];
}

const meanPoints = (stress: readonly StressOn[], isKey: boolean): number | undefined => {
  const alike = stress.filter((one) => one.isKey === isKey && one.points > 0);
  return alike.length === 0 ? undefined : alike.reduce((sum, { points }) => sum + points, 0) / alike.length;
};

const withDays = (forms: readonly Form[], from: PlainDate): readonly FormOn[] =>
  forms.map((form, at) => ({ ...form, on: addDays(from, at) }));

/**
 * Planned and expected form (R4.5), each on its own. `undefined` without a plan, or with less than six weeks of form to begin at. A planned run
 * of neither distance nor time counts as the mean of the athlete's own runs of its sort in the last six weeks; a day without a run is rest.
 */
export const formAhead = ({ today, vdot, done, stress, plan }: Facts): FormAhead | undefined => {
  const from = addDays(today, -FORM_AHEAD_DAYS);
  const [start, yesterday] = [addDays(from, -1), addDays(today, -1)].map((on) => done.find((one) => one.on === on));
  if (start === undefined || yesterday === undefined || plan.length === 0) return undefined;
  const recent = stress.filter(({ on }) => on >= from);
  const usual = { easy: meanPoints(recent, false), key: meanPoints(recent, true) };
  const loads = Array.from({ length: 2 * FORM_AHEAD_DAYS + 1 }, () => 0);
  let guessed = 0;
  for (const run of plan) {
    const place = daysBetween(from, run.on);
    if (place < 0 || place >= loads.length) continue;
    const known = plannedStress(run, vdot);
    if (known === undefined) guessed += 1;
    loads[place] = (loads[place] ?? 0) + (known ?? (run.isKey ? usual.key : usual.easy) ?? 0);
  }
  const doneToday = stress.filter(({ on }) => on === today).reduce((sum, { points }) => sum + points, 0);
  const ahead = loads.slice(FORM_AHEAD_DAYS);
  if (doneToday > 0) ahead[0] = doneToday;
  return {
    planned: withDays(formOver(start, loads), from),
    expected: withDays(formOver(yesterday, ahead), today),
    guessed,
  };
};
