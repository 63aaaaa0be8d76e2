import { addDays, parsePlainDate, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import type { CalendarLift, CalendarRun, PlacementFacts } from '../../../src/domain/placement/placementFacts.ts';

const date = (text: string): PlainDate => {
  const found = parsePlainDate(text);
  if (found === undefined) throw new Error(text);
  return found;
};
export const MONDAY = date('2026-11-30');
export const on = (days: number): PlainDate => addDays(MONDAY, days);

export const run = (day: number, kind: CalendarRun['kind'], more: Partial<CalendarRun> = {}): CalendarRun => ({
  on: on(day),
  kind,
  timeOfDay: 'am',
  ...more,
});

export const lift = (sessionId: number, day: number, more: Partial<CalendarLift> = {}): CalendarLift => ({
  sessionId,
  name: `Lift ${sessionId}`,
  on: on(day),
  timeOfDay: 'pm',
  minutes: 45,
  isLower: true,
  hasJumps: false,
  isDone: false,
  ...more,
});

export const facts = (more: Partial<PlacementFacts> = {}): PlacementFacts => ({
  runs: [],
  lifts: [],
  closed: [],
  away: [],
  liftMinutes: [60, 60, 60, 60, 60, 60, 60],
  twoADays: true,
  recoversSlowly: false,
  ...more,
});
