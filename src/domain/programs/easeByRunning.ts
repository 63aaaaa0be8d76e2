import { setsBesideMoreRunning } from '../check/runningRules.ts';
import { LOWER_PATTERNS, type Exercise } from '../exercises/exercise.ts';
import { cutTo } from './cutTo.ts';
import type { Prescription, Program, Slot, Week } from './program.ts';
import type { CellEdit } from './programEdit.ts';
import { printCell } from './shorthand.ts';
import { weeksOf } from './weekWalk.ts';

interface EaseOrder {
  readonly program: Program;
  readonly exerciseOf: (key: string) => Exercise | undefined;
  /** Planned metres of each week of the program, in order. */
  readonly runM: readonly number[];
  /** From 0. */
  readonly block: number;
  /** How much of a rise in running lifting gives way to: 0 nothing, 1 as much. */
  readonly share: number;
  /** Weeks, from 1, that may still be changed. */
  readonly isOpen: (week: number) => boolean;
}

interface EasedCell {
  readonly session: string;
  readonly label: string;
  readonly exerciseKey: string;
  readonly setsBefore: number;
  readonly setsAfter: number;
}

export interface EasedWeek {
  readonly week: number;
  readonly runM: number;
  /** Running above the block's usual, a fraction. */
  readonly rise: number;
  readonly setsBefore: number;
  readonly setsAfter: number;
  readonly cells: readonly EasedCell[];
}

export interface Easing {
  /** The block's usual running: the median of its weeks. */
  readonly usualM: number;
  /** The sets for the legs of its fullest week with no more running than usual. */
  readonly usualSets: number;
  readonly weeks: readonly EasedWeek[];
  readonly edits: readonly CellEdit[];
}

/** Weeks that are light by themselves are left alone. */
const LIGHT = new Set<Week['kind']>(['deload', 'taper', 'race', 'test']);

/** A main lift keeps two sets, assistance one [D]. */
const leastSets = ({ role }: Slot): number => (role === 'main' ? 2 : 1);

const setsOf = (prescriptions: readonly Prescription[]): number =>
  prescriptions.reduce((sum, { sets }) => sum + sets, 0);

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2 : (sorted[Math.floor(half)] ?? 0);
};

interface Placed {
  readonly session: string;
  readonly slot: Slot;
}

/** Slots for the legs, those that give way first in front: assistance before main lifts, the last of a session before the first. */
const lowerSlots = ({ sessions }: Week, exerciseOf: EaseOrder['exerciseOf']): readonly Placed[] =>
  sessions
    .flatMap(({ name, slots }) => slots.map((slot) => ({ session: name, slot })))
    .filter(({ slot }) => LOWER_PATTERNS.some((pattern) => pattern === exerciseOf(slot.exerciseKey)?.pattern))
    .toReversed()
    .toSorted((a, b) => Number(a.slot.role === 'main') - Number(b.slot.role === 'main'));

const weekSets = (week: Week, exerciseOf: EaseOrder['exerciseOf']): number =>
  lowerSlots(week, exerciseOf).reduce((sum, { slot }) => sum + setsOf(slot.prescriptions), 0);

/** So many sets fewer, taken where they are missed least. */
const cellsWithout = (slots: readonly Placed[], fewer: number): readonly EasedCell[] => {
  let left = fewer;
  return slots.flatMap(({ session, slot }): EasedCell[] => {
    const setsBefore = setsOf(slot.prescriptions);
    const taken = Math.min(left, Math.max(0, setsBefore - leastSets(slot)));
    left -= taken;
    const { label, exerciseKey } = slot;
    return taken === 0 ? [] : [{ session, label, exerciseKey, setsBefore, setsAfter: setsBefore - taken }];
  });
};

const written = (week: number, session: string, slot: Slot, prescriptions: readonly Prescription[]): CellEdit => ({
  kind: 'cell',
  week,
  session,
  label: slot.label,
  exerciseKey: slot.exerciseKey,
  text: printCell({ kind: 'sets', prescriptions }),
});

const slotIn = (week: Week | undefined, { session, label }: Pick<EasedCell, 'session' | 'label'>): Slot | undefined =>
  week?.sessions.find(({ name }) => name === session)?.slots.find((slot) => slot.label === label);

/** The edits of an easing. A cell that goes on from an eased one is written in full: it stays what it was. */
const editsOf = (weeks: readonly Week[], eased: readonly EasedWeek[]): readonly CellEdit[] => {
  const isEased = (week: number, { session, label }: EasedCell): boolean =>
    eased.some(
      (one) => one.week === week && one.cells.some((cell) => cell.session === session && cell.label === label),
    );
  return eased.flatMap(({ week, cells }) =>
    cells.flatMap((cell): CellEdit[] => {
      const slot = slotIn(weeks[week - 1], cell);
      const next = slotIn(weeks[week], cell);
      if (slot === undefined) return [];
      const own = written(week, cell.session, slot, cutTo(slot.prescriptions, cell.setsAfter));
      const goesOn = next?.written?.kind === 'change' && !isEased(week + 1, cell);
      return goesOn ? [own, written(week + 1, cell.session, next, next.prescriptions)] : [own];
    }),
  );
};

/**
 * Lifting gives way where planned running rises above a block's usual: a rise of a tenth takes a tenth of the block's usual sets for the legs,
 * times the share, a third at most [D]. Loads stay (S4). Said twice it is as said once: what is compared is the usual, not what stands. Without distances, or
 * without lifts for the legs, nothing is eased.
 */
export const easeByRunning = ({ program, exerciseOf, runM, block, share, isOpen }: EaseOrder): Easing => {
  const weeks = weeksOf(program);
  const first = weeksOf({ blocks: program.blocks.slice(0, block) }).length;
  const numbers = (program.blocks[block]?.weeks ?? []).map((_, at) => first + at + 1);
  const distanceOf = (week: number): number => runM[week - 1] ?? 0;
  const usualM = median(numbers.map(distanceOf));
  const setsIn = (number: number): number => {
    const week = weeks[number - 1];
    return week === undefined ? 0 : weekSets(week, exerciseOf);
  };
  const usualSets = Math.max(0, ...numbers.filter((week) => distanceOf(week) <= usualM).map(setsIn));
  const eased = numbers.flatMap((number): EasedWeek[] => {
    const week = weeks[number - 1];
    const rise = usualM > 0 ? distanceOf(number) / usualM - 1 : 0;
    if (week === undefined || rise <= 0 || LIGHT.has(week.kind) || !isOpen(number)) return [];
    const setsBefore = setsIn(number);
    const most = setsBesideMoreRunning(usualSets, 100 * share * rise);
    const cells = cellsWithout(lowerSlots(week, exerciseOf), Math.max(0, setsBefore - most));
    if (cells.length === 0) return [];
    const taken = cells.reduce((sum, cell) => sum + cell.setsBefore - cell.setsAfter, 0);
    return [{ week: number, runM: distanceOf(number), rise, setsBefore, setsAfter: setsBefore - taken, cells }];
  });
  return { usualM, usualSets, weeks: eased, edits: editsOf(weeks, eased) };
};
