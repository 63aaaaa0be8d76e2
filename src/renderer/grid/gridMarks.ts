import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { leverRises, type LeverRise, type SlotDose } from '../../domain/programs/levers.ts';
import type { Program, Slot, Week } from '../../domain/programs/program.ts';
import { plannedLoad } from '../../domain/programs/plannedLoad.ts';
import { slotSteps } from '../../domain/programs/weekLevers.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import type { CellFault } from '../../domain/programs/workOut.ts';
import type { WeekRise } from './GridHead.tsx';
import { resolveCell, type CellPlace, type Strengths } from './resolveCell.ts';

export type Finding = OutputOf<Contract['programs']['check']>['checked'][number]['findings'][number];

export type Origin = 'changed' | 'orphaned' | 'own';

/** A cell by where it stands; weeks from 1. */
export const cellKey = (week: number, session: string, label: string): string => `${week}\n${session}\n${label}`;

/** Everything that is said of cells beside what stands in them. */
export interface GridMarks {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Findings of a week without a place in it, and of its cells. */
  readonly findingsOfWeek: ReadonlyMap<number, number>;
  readonly rises: ReadonlyMap<string, readonly LeverRise[]>;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly faults: ReadonlyMap<string, string>;
}

const grouped = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
};

const placesOf = (finding: Finding): readonly string[] => {
  const { week, session, label, alsoWeeks } = finding;
  if (week === undefined || session === undefined || label === undefined) return [];
  return [week, ...alsoWeeks].map((one) => cellKey(one, session, label));
};

export const findingsByCell = (findings: readonly Finding[]): GridMarks['findings'] =>
  grouped(findings.flatMap((finding) => placesOf(finding).map((key) => [key, finding] as const)));

/** How many faults and warnings stand in each week. */
export const findingsByWeek = (findings: readonly Finding[]): GridMarks['findingsOfWeek'] => {
  const counts = new Map<number, number>();
  for (const { week, alsoWeeks, severity } of findings) {
    if (week === undefined || severity === 'note') continue;
    for (const one of [week, ...alsoWeeks]) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
};

const NO_RISES: readonly LeverRise[] = [];

const raised = new WeakMap<SlotDose, { readonly before: SlotDose; readonly rises: readonly LeverRise[] }>();

const risesFrom = (before: SlotDose | undefined, dose: SlotDose): readonly LeverRise[] => {
  if (before === undefined) return NO_RISES;
  const known = raised.get(dose);
  if (known?.before === before) return known.rises;
  const rises = leverRises(before, dose);
  raised.set(dose, { before, rises });
  return rises;
};

/** What every cell raises against the week it goes on from (R2.10). */
export const risesByCell = (program: Program, exerciseAt: (key: string) => Exercise | undefined): GridMarks['rises'] =>
  new Map(
    slotSteps(weeksOf(program), exerciseAt).flatMap(({ week, session, slot, dose, before }) => {
      const rises = risesFrom(before, dose);
      return rises.length === 0 ? [] : [[cellKey(week, session, slot.label), rises] as const];
    }),
  );

/** `+2.5` of `85 → 87.5 %1RM (+2.5)`. */
const amountIn = (by: string): string => /\(([^()]+)\)$/u.exec(by)?.[1] ?? '';

interface SlotRises {
  readonly place: string;
  readonly rises: readonly LeverRise[];
}

const summedUp = (slots: readonly SlotRises[]): readonly WeekRise[] => {
  const found = slots.flatMap(({ place, rises }) => rises.map((rise) => ({ ...rise, place })));
  return [...Map.groupBy(found, ({ lever }) => lever)].map(([lever, alike]) => {
    const amounts = [...new Set(alike.map(({ by }) => amountIn(by)))];
    const same = amounts.length === 1 ? (amounts[0] ?? '') : '';
    return {
      lever,
      amount: same === '' ? (alike.length === 1 ? '' : `×${alike.length}`) : same,
      all: alike.map(({ place, by }) => `${place}: ${by}`),
    };
  });
};

const summed = new WeakMap<Week, { readonly slots: readonly SlotRises[]; readonly levers: readonly WeekRise[] }>();

const isSameRises = (a: readonly SlotRises[], b: readonly SlotRises[]): boolean =>
  a.length === b.length && a.every(({ rises }, at) => rises === b[at]?.rises);

/**
 * What a week raises, lever by lever (R2.10): by how much where all slots raise it alike, else in how many. Summed up anew only for
 * a week of which some slot raises something else.
 */
export const weekRises = (week: Week, number: number, rises: GridMarks['rises']): readonly WeekRise[] => {
  const slots = week.sessions.flatMap(({ name, slots: all }) =>
    all.map(({ label }) => ({
      place: `${name} ${label}`,
      rises: rises.get(cellKey(number, name, label)) ?? NO_RISES,
    })),
  );
  const known = summed.get(week);
  if (known !== undefined && isSameRises(known.slots, slots)) return known.levers;
  const levers = summedUp(slots);
  summed.set(week, { slots, levers });
  return levers;
};

export const faultsByCell = (faults: readonly CellFault[]): GridMarks['faults'] =>
  new Map(faults.map(({ week, session, label, reason }) => [cellKey(week, session, label), reason]));

export interface WeekSum {
  readonly lowerHardSets: number;
  readonly minutes: number;
}

interface CountedSlot {
  readonly strengths: Strengths;
  readonly place: CellPlace;
  readonly lowerHardSets: number;
}

const counted = new WeakMap<Slot, CountedSlot>();

/** The hard lower-body sets of a slot (§5). Slots that no edit touched stay the same objects, and are not counted again. */
const lowerHardSetsOf = (slot: Slot, place: CellPlace, strengths: Strengths): number => {
  const known = counted.get(slot);
  const { week, session, monday } = place;
  const isKnown =
    known?.strengths === strengths &&
    known.place.week === week &&
    known.place.session === session &&
    known.place.monday === monday;
  if (isKnown) return known.lowerHardSets;
  const exercise = strengths.exerciseAt(slot.exerciseKey);
  const { lowerHardSets } =
    exercise === undefined
      ? { lowerHardSets: 0 }
      : plannedLoad([{ exercise, prescriptions: resolveCell(strengths, slot, place) }]);
  counted.set(slot, { strengths, place, lowerHardSets });
  return lowerHardSets;
};

/** What a week asks for (§5). */
export const weekSum = (week: Week, ordinal: number, strengths: Strengths): WeekSum => {
  const sum = { lowerHardSets: 0, minutes: 0 };
  for (const { name, slots, minutes } of week.sessions) {
    const place = { week: ordinal, session: name, monday: week.startsOn };
    sum.minutes += minutes;
    for (const slot of slots) sum.lowerHardSets += lowerHardSetsOf(slot, place, strengths);
  }
  return sum;
};
