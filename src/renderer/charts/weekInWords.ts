import { isoWeekOf } from '../../domain/kernel/plainDate.ts';
import type { DistanceUnit, MassUnit } from '../../domain/kernel/quantity.ts';
import { counted, day } from '../format.ts';
import { liftBandIn, liftValueIn, type ChartWeek, type LiftTrend } from './strengthRunningRows.ts';

/** What was decided about an alarm, as it reads afterwards. */
const GUARD_DONE: Readonly<Record<ChartWeek['guard'][number]['action'], string>> = {
  noted: 'noted',
  eased: 'lifting gave way',
  maintained: 'down to what keeps strength',
  restored: 'back to the dose before',
};

interface WeekInWordsInput {
  readonly week: ChartWeek;
  readonly lifts: readonly LiftTrend[];
  readonly massUnit: MassUnit;
  readonly distanceUnit: DistanceUnit;
}

/** All that a week holds, as a coach would say it: what the hover shows and the table holds. */
export const weekInWords = ({ week, lifts, massUnit, distanceUnit }: WeekInWordsInput): readonly string[] => {
  const head = `${isoWeekOf(week.startsOn).replace('-', ' ')}, from ${day(week.startsOn)}${week.block === undefined ? '' : ` · ${week.block}`}${week.isDeload ? ', deload' : ''}`;
  const key = week.keyRun > 0 ? `, ${week.keyRun} of it key running` : '';
  const planned = week.plannedRun === undefined ? '' : ` of ${week.plannedRun} planned`;
  const running =
    week.runs === 0
      ? `no run${planned}`
      : `${week.run} ${distanceUnit}${planned} in ${counted(week.runs, 'run')}${key}`;
  const lifting =
    week.liftSessions === 0
      ? 'no lift'
      : `${counted(week.liftSessions, 'lift')}, ${counted(week.hardSets, 'hard set')} (${week.lowerHardSets} lower body)`;
  const strength = lifts.flatMap((lift) => {
    const value = liftValueIn(week, lift.exerciseKey);
    const band = liftBandIn(week, lift.exerciseKey);
    if (value === undefined || band === undefined) return [];
    return `${lift.exercise} ${Math.round(value)} ${massUnit} (${Math.round(band[0])}–${Math.round(band[1])})`;
  });
  const races = week.races.map((race) => `⚑ ${race.name}, ${race.priority} race`);
  const pain = week.pain.map(
    ({ score, site, on }) => `■ pain ${score}/10${site === '' ? '' : `, ${site}`} on ${day(on)}`,
  );
  const guard = week.guard.map(
    ({ on, level, action }) => `◆ running guard ${level} on ${day(on)}: ${GUARD_DONE[action]}`,
  );
  return [head, running, lifting, ...strength, ...races, ...pain, ...guard];
};
