import { roundTo } from '../kernel/quantity.ts';
import { hooperLight, type Light } from './hooper.ts';

export const ILLNESSES = ['none', 'aboveNeck', 'feverOrBelowNeck'] as const;

export type Illness = (typeof ILLNESSES)[number];

/** What is known of the athlete today; what is not known does not darken the light. */
export interface Readiness {
  /** Pain in the region to be loaded, 0 to 10. */
  readonly pain?: number | undefined;
  readonly hasRedFlag?: boolean | undefined;
  /** Leg soreness, 0 to 10. */
  readonly soreness?: number | undefined;
  readonly hooperZ?: number | undefined;
  /** One Hooper item of 6 or 7: amber by itself (R8.3). */
  readonly hasBadHooperItem?: boolean | undefined;
  readonly sleepH?: number | undefined;
  readonly illness?: Illness | undefined;
  /** What running says (R7). */
  readonly running?: Light | undefined;
}

export const READINESS_ROWS = ['pain', 'soreness', 'hooper', 'sleep', 'illness', 'running'] as const;

type ReadinessRow = (typeof READINESS_ROWS)[number];

export interface ReadinessLight {
  readonly light: Light;
  /** What made it so, worst first. */
  readonly because: readonly { readonly row: ReadinessRow; readonly light: Light }[];
}

/** Sets and load of one lower-body exercise; no load where it is body weight or chosen by feel. */
export interface LiftDose {
  readonly sets: number;
  readonly load?: number | undefined;
}

const rising = (value: number | undefined, amberAbove: number, isRed: (value: number) => boolean): Light => {
  if (value === undefined) return 'green';
  if (isRed(value)) return 'red';
  return value > amberAbove ? 'amber' : 'green';
};

const sleepLight = (hours: number | undefined): Light => {
  if (hours === undefined || hours >= 6.5) return 'green';
  return hours < 5 ? 'red' : 'amber';
};

const strainLight = ({ hooperZ, hasBadHooperItem }: Readiness): Light => {
  const light = hooperZ === undefined ? 'green' : hooperLight(hooperZ);
  return light === 'green' && hasBadHooperItem === true ? 'amber' : light;
};

const ILLNESS_LIGHTS: Readonly<Record<Illness, Light>> = { none: 'green', aboveNeck: 'amber', feverOrBelowNeck: 'red' };

/** Today's light for a lift (R8.4): the worst row wins. */
export const readinessLight = (today: Readiness): ReadinessLight => {
  const rows: readonly { readonly row: ReadinessRow; readonly light: Light }[] = [
    { row: 'pain', light: today.hasRedFlag === true ? 'red' : rising(today.pain, 2, (pain) => pain > 5) },
    { row: 'soreness', light: rising(today.soreness, 3, (soreness) => soreness >= 7) },
    { row: 'hooper', light: strainLight(today) },
    { row: 'sleep', light: sleepLight(today.sleepH) },
    { row: 'illness', light: ILLNESS_LIGHTS[today.illness ?? 'none'] },
    { row: 'running', light: today.running ?? 'green' },
  ];
  const red = rows.filter(({ light }) => light === 'red');
  const amber = rows.filter(({ light }) => light === 'amber');
  return { light: red.length > 0 ? 'red' : amber.length > 0 ? 'amber' : 'green', because: [...red, ...amber] };
};

/**
 * A lower-body lift under today's light (R8.4): one amber takes a set and 7.5 % of the load, two or more take half the sets
 * (rounded up) and 10 %, red takes it all. Rounds the load down to whole steps. `undefined` for sets, load or step of 0 or less.
 */
export const doseUnderLight = (dose: LiftDose, today: ReadinessLight, plateStep: number): LiftDose | undefined => {
  const { sets, load } = dose;
  if (!(sets >= 1) || !(plateStep > 0) || (load !== undefined && !(load > 0))) return undefined;
  if (today.light === 'green') return dose;
  if (today.light === 'red') return { sets: 0, ...(load === undefined ? {} : { load: 0 }) };
  const hasSeveral = today.because.length > 1;
  const fewerSets = hasSeveral ? Math.ceil(sets / 2) : Math.max(1, sets - 1);
  if (load === undefined) return { sets: fewerSets };
  const lighter = load * (hasSeveral ? 0.9 : 0.925);
  return { sets: fewerSets, load: roundTo(Math.floor(lighter / plateStep + 1e-9) * plateStep, 2) };
};
