import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { count, counted } from '../format.ts';

export type HistoryStep = OutputOf<Contract['history']['list']>['steps'][number];
/** Whose history it is, where it is one athlete's. */
export interface Whose {
  readonly athleteId: AthleteId;
  readonly name: string;
}

type StepChange = OutputOf<Contract['history']['open']>['changes'][number];

const THINGS: Readonly<Record<StepChange['thing'], readonly [one: string, many: string]>> = {
  athlete: ['athlete', 'athletes'],
  race: ['race', 'races'],
  program: ['program', 'programs'],
  block: ['block', 'blocks'],
  week: ['week', 'weeks'],
  session: ['planned session', 'planned sessions'],
  cell: ['cell', 'cells'],
  liftSession: ['lifting session', 'lifting sessions'],
  set: ['set', 'sets'],
  test: ['test', 'tests'],
  run: ['run', 'runs'],
  otherActivity: ['other activity', 'other activities'],
  checkIn: ['check-in', 'check-ins'],
  healthReport: ['health report', 'health reports'],
  guardNote: ['note on the running guard', 'notes on the running guard'],
  plannedRun: ['planned run', 'planned runs'],
  away: ['time away', 'times away'],
  placementReason: ['reason for a place', 'reasons for places'],
  bodyMass: ['weigh-in', 'weigh-ins'],
  exercise: ['exercise', 'exercises'],
  template: ['template', 'templates'],
  setting: ['setting', 'settings'],
  import: ['import', 'imports'],
};

/** `Ana Duarte`, `Ana Duarte and Ben Okafor`, `Ana Duarte, Ben Okafor and 10 more`. */
export const athleteWords = ({ athletes, athleteCount }: HistoryStep): string => {
  const names = athletes.map(({ name }) => name);
  const more = athleteCount - names.length;
  if (names.length === 0) return '';
  if (more > 0) return `${names.slice(0, 2).join(', ')} and ${count(athleteCount - Math.min(2, names.length))} more`;
  const last = names.at(-1) ?? '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

/** `6 cells changed, 1 added`. */
export const changeWords = ({ thing, added, changed, removed }: StepChange): string => {
  const [one, many] = THINGS[thing];
  const parts = [
    { many: changed, verb: 'changed' },
    { many: added, verb: 'added' },
    { many: removed, verb: 'removed' },
  ].filter((part) => part.many > 0);
  return parts
    .map((part, place) => `${place === 0 ? counted(part.many, one, many) : count(part.many)} ${part.verb}`)
    .join(', ');
};
