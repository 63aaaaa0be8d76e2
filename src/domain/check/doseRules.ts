import { roundTo } from '../kernel/quantity.ts';
import { allowedPercent, CHART_TOLERANCE, tenthDown, USUAL_CAP } from '../programs/allowedPercent.ts';
import { cutTo } from '../programs/cutTo.ts';
import { plannedPercent } from '../programs/levers.ts';
import type { LoadBasis, Prescription } from '../programs/program.ts';
import { repCapAt } from '../strength/prilepin.ts';
import { percentOf1rm } from '../strength/rpeChart.ts';
import { DEFAULT_TM_FACTOR } from '../strength/trainingMax.ts';
import type { CheckRule } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import { isByPercent, isLower, mostReps } from './dose.ts';
import type { Fix, Remark } from './finding.ts';
import { setsFix, setsText } from './fixes.ts';
import { placedSlots, placeOf, placedWeeks, sessionsIn, slotsIn, type PlacedSlot } from './places.ts';

const EPSILON = 1e-9;

const ofSlots = (context: CheckContext, look: (placed: PlacedSlot) => readonly Remark[]): readonly Remark[] =>
  placedSlots(context).flatMap(look);

const percentText = (percent: number): string => `${roundTo(percent, 1)} %`;

const withFraction = (basis: LoadBasis, percent: number): LoadBasis => {
  if (basis.kind === 'pct1rm') return { ...basis, fraction: roundTo(tenthDown(percent) / 100, 4) };
  if (basis.kind !== 'pctTm') return basis;
  return { ...basis, fraction: roundTo(tenthDown(percent / DEFAULT_TM_FACTOR) / 100, 4) };
};

const isAboveChart = (one: Prescription): boolean => {
  if (one.basis.kind !== 'pct1rm' && one.basis.kind !== 'pctTm') return false;
  const allowed = allowedPercent(one);
  const planned = plannedPercent(one);
  return allowed !== undefined && planned !== undefined && planned > allowed + CHART_TOLERANCE + EPSILON;
};

const aboveChart: CheckRule = {
  id: 'above-rep-chart',
  name: 'Heavier than the repetitions allow',
  what: 'The planned per cent can be lifted for the planned repetitions at the RPE cap; without a cap, at RPE 9.',
  why: 'The chart of repetitions and reserve says how heavy a set can be (Tuchscherer); its copies agree up to ten repetitions to failure.',
  rule: 'R1.2',
  needs: 'program',
  looksAt: 'slot',
  check: (context) =>
    ofSlots(context, (placed) => {
      const worst = placed.slot.prescriptions.find(isAboveChart);
      if (worst === undefined) return [];
      const allowed = allowedPercent(worst) ?? 0;
      const mended = placed.slot.prescriptions.map((one) =>
        isAboveChart(one) ? { ...one, basis: withFraction(one.basis, allowedPercent(one) ?? 0) } : one,
      );
      const cap = worst.rpeCap === undefined ? `RPE ${USUAL_CAP}` : `the cap of RPE ${worst.rpeCap}`;
      const reason = `${mostReps(worst)} reps at ${percentText(plannedPercent(worst) ?? 0)}: ${cap} allows ${percentText(allowed)} at most`;
      return [
        {
          severity: 'fault',
          ...placeOf(placed),
          reason,
          fix: setsFix(`at most ${percentText(allowed)}`, placed, mended),
        },
      ];
    }),
};

const MOST_MAIN_REPS = 12;
const LIGHT_PERCENT = 70;
const FEWER_REPS = 8;
const FEWER_REPS_RPE = 8;

/** Eight repetitions, as heavy as the cap allows where a share of the maximum is planned. */
const heavier = (one: Prescription): Prescription => {
  const { repsTo: _repsTo, ...rest } = one;
  const percent = percentOf1rm(FEWER_REPS, FEWER_REPS_RPE);
  const fewer = { ...rest, reps: FEWER_REPS };
  return percent === undefined ? fewer : { ...fewer, basis: withFraction(one.basis, percent) };
};

const isTooLong = (one: Prescription): boolean => one.holdS === undefined && mostReps(one) > MOST_MAIN_REPS;

const lightMainLift: CheckRule = {
  id: 'light-main-lift',
  name: 'Light main lift, many repetitions',
  what: 'A main lift of the legs that can be loaded is planned for at most 12 repetitions.',
  why: 'Over 22 studies heavy work made running more economical (90 % or more: g −0.31); lighter work showed no certain effect (g −0.17). That is no proof that it does nothing (Eihara 2022).',
  rule: 'R2.3',
  needs: 'program',
  check: (context) =>
    ofSlots(context, (placed) => {
      const { slot, exercise } = placed;
      const long = slot.prescriptions.find(isTooLong);
      if (slot.role !== 'main' || !isLower(exercise) || exercise.loadMode !== 'kg' || long === undefined) return [];
      const percent = isByPercent(long) ? plannedPercent(long) : undefined;
      const light = percent !== undefined && percent < LIGHT_PERCENT ? ` at ${percentText(percent)}` : '';
      const reason = `${exercise.name}: ${mostReps(long)} reps${light} is light for a main lift`;
      const mended = slot.prescriptions.map((one) => (isTooLong(one) ? heavier(one) : one));
      return [
        {
          severity: 'warning',
          ...placeOf(placed),
          reason,
          fix: setsFix(`${FEWER_REPS} reps, heavier`, placed, mended),
        },
      ];
    }),
};

interface LiftInSession {
  readonly slots: readonly PlacedSlot[];
  readonly reps: number;
  readonly percent: number;
}

/** All sets of one loaded lift in a session whose share of the maximum is planned. */
const liftsIn = (slots: readonly PlacedSlot[]): readonly LiftInSession[] => {
  const keys = [...new Set(slots.map(({ exercise }) => exercise.key))];
  return keys.flatMap((key) => {
    const same = slots.filter(({ slot, exercise }) => exercise.key === key && slot.prescriptions.every(isByPercent));
    const sets = same.flatMap(({ slot }) => slot.prescriptions);
    const reps = sets.reduce((sum, one) => sum + one.sets * mostReps(one), 0);
    const weighted = sets.reduce((sum, one) => sum + one.sets * mostReps(one) * (plannedPercent(one) ?? Number.NaN), 0);
    return reps > 0 && !Number.isNaN(weighted) ? [{ slots: same, reps, percent: weighted / reps }] : [];
  });
};

/** As many sets as the chart has room for. */
const fewerSets = ({ slots, percent }: LiftInSession, most: number): Fix | undefined => {
  const [placed, ...others] = slots;
  if (placed === undefined || others.length > 0) return undefined;
  const { prescriptions } = placed.slot;
  const perSet = Math.max(...prescriptions.map(mostReps));
  const cut = cutTo(prescriptions, Math.floor(most / perSet));
  return percent > 0 && perSet <= most ? setsFix(setsText(cut), placed, cut) : undefined;
};

const tooManyReps: CheckRule = {
  id: 'too-many-reps-at-intensity',
  name: 'Too many repetitions at this weight',
  what: 'The repetitions of one lift in one session stay under the upper limit of Prilepin’s chart for their weight.',
  why: 'Prilepin’s chart trades repetitions for weight. It was made for weightlifters: here only its upper limits count, and copies disagree on its last row.',
  rule: 'R2.2',
  needs: 'program',
  check: (context) =>
    placedWeeks(context.program)
      .flatMap(sessionsIn)
      .flatMap((session) => liftsIn(slotsIn(session, context)))
      .flatMap((lift): Remark[] => {
        const cap = repCapAt(lift.percent);
        const [first] = lift.slots;
        if (cap === undefined || first === undefined || lift.reps <= cap.most) return [];
        const reason = `${first.exercise.name}: ${lift.reps} reps at ${percentText(lift.percent)} in one session, more than ${cap.most}`;
        return [{ severity: 'warning', ...placeOf(first), reason, fix: fewerSets(lift, cap.most) }];
      }),
};

const isToFailure = ({ basis, rpeCap = 0 }: Prescription): boolean =>
  (basis.kind === 'rpe' && basis.rpe >= 10) || (basis.kind === 'rir' && basis.rir <= 0) || rpeCap >= 10;

const shortOfFailure = (one: Prescription): Prescription => {
  const { basis, rpeCap } = one;
  const eased: LoadBasis =
    basis.kind === 'rpe'
      ? { ...basis, rpe: Math.min(9, basis.rpe) }
      : basis.kind === 'rir'
        ? { ...basis, rir: Math.max(1, basis.rir) }
        : basis;
  return { ...one, basis: eased, ...(rpeCap === undefined ? {} : { rpeCap: Math.min(9, rpeCap) }) };
};

const toFailure: CheckRule = {
  id: 'planned-to-failure',
  name: 'Planned to failure',
  what: 'No set is planned at RPE 10 outside a test week.',
  why: 'Sets to failure take longer to recover from (Zourdos 2021). Stopping short of it is our own rule.',
  rule: 'R2.3',
  needs: 'program',
  check: (context) =>
    ofSlots(context, (placed) => {
      const { slot, week, exercise } = placed;
      if (week.kind === 'test' || !slot.prescriptions.some(isToFailure)) return [];
      const mended = slot.prescriptions.map((one) => (isToFailure(one) ? shortOfFailure(one) : one));
      return [
        {
          severity: 'warning',
          ...placeOf(placed),
          reason: `${exercise.name} is planned at RPE 10`,
          fix: setsFix('RPE 9 at most', placed, mended),
        },
      ];
    }),
};

const HEAVY_PERCENT = 85;
const FULL_REST_S = 180;

const restsTooShort = (one: Prescription): boolean =>
  one.restS !== undefined && one.restS < FULL_REST_S && (plannedPercent(one) ?? 0) >= HEAVY_PERCENT - EPSILON;

const shortRest: CheckRule = {
  id: 'short-rest-when-heavy',
  name: 'Rest too short',
  what: 'From 85 % on, at least three minutes of rest stand between sets.',
  why: 'The ACSM position stand of 2009 gives heavy sets of one to six repetitions three to five minutes.',
  rule: 'R2.3',
  needs: 'program',
  check: (context) =>
    ofSlots(context, (placed) => {
      const { slot, exercise } = placed;
      const short = slot.prescriptions.find(restsTooShort);
      if (short === undefined || exercise.loadMode === '%MVC') return [];
      const mended = slot.prescriptions.map((one) => (restsTooShort(one) ? { ...one, restS: FULL_REST_S } : one));
      const reason = `${exercise.name}: ${short.restS} s of rest at ${percentText(plannedPercent(short) ?? 0)}`;
      return [{ severity: 'warning', ...placeOf(placed), reason, fix: setsFix('3 min of rest', placed, mended) }];
    }),
};

/** What one slot asks for in one week, by itself. */
export const DOSE_RULES: readonly CheckRule[] = [aboveChart, lightMainLift, tooManyReps, toFailure, shortRest];
