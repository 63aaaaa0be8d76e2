import { fail, ok } from '../kernel/result.ts';
import { roundTo } from '../kernel/quantity.ts';
import { CONTACT_CAPS, JUMP_CLASSES, type JumpLevel } from '../strength/contacts.ts';
import { cutTo } from './cutTo.ts';
import { deloaded } from './deloadWeek.ts';
import { doseIn, percentOfRow, takesDose, type TableDose } from './progressDoses.ts';
import type { Phase, Prescription, Program } from './program.ts';
import type { ProgramEdit } from './programEdit.ts';
import type { BlockKind, PatternOf } from './progressPattern.ts';
import {
  deloadEdits,
  laneOf,
  type Held,
  type OpenWeek,
  type PatternPlan,
  type PlannedCell,
  type ProgressScope,
  type RowOutcome,
  type RowStart,
} from './progressRows.ts';

/**
 * Doses of the loading weeks of each block, in the order in which they come; the last repeats. Inside the ranges of R2.1, with
 * repetitions that pay for the weight (R2.10) and what the chart allows at the cap (R1.2) [D]. Maintenance is that of R2.12.
 */
const LADDERS: Readonly<Record<BlockKind, readonly TableDose[]>> = {
  general: [
    { sets: 3, reps: 8, percent: 70, rpe: 8 },
    { sets: 3, reps: 7, percent: 72.5, rpe: 8 },
    { sets: 3, reps: 6, percent: 75, rpe: 8 },
    { sets: 3, reps: 6, percent: 77.5, rpe: 8 },
  ],
  maximal: [
    { sets: 3, reps: 5, percent: 82.5, rpe: 8.5 },
    { sets: 3, reps: 4, percent: 85, rpe: 8.5 },
    { sets: 3, reps: 3, percent: 87.5, rpe: 9 },
    { sets: 3, reps: 3, percent: 89, rpe: 9 },
  ],
  reactive: [{ sets: 3, reps: 3, percent: 87.5, rpe: 9 }],
  maintenance: [{ sets: 2, reps: 4, percent: 83, rpe: 8 }],
};

const HEADING: Readonly<Record<BlockKind, { readonly name: string; readonly goal: string; readonly phase: Phase }>> = {
  general: { name: 'General', goal: 'Add load, build the base', phase: 'prep' },
  maximal: { name: 'Maximal strength', goal: 'Fewer reps, heavier bar, full rests', phase: 'build' },
  reactive: { name: 'Strong and reactive', goal: 'Stay heavy, quick feet', phase: 'build' },
  maintenance: { name: 'Maintenance', goal: 'Once a week, keep it heavy', phase: 'season' },
};

/** Within the 5.5 points of one week's step (R2.10). */
const CLIMB = 5;
const CLIMB_TOLERANCE = 0.5;
const HEAVY_PERCENT = 85;
const MOST_LOADING_WEEKS = 5;
/** A block of so many weeks ends with a deload, unless one has just been. */
const LEAST_WEEKS_TO_DELOAD = 3;
const LEAST_LOADING_WEEKS = 2;
const MAINTENANCE_SETS = 2;
const LARGEST_CONTACT_RISE = 1.2;

interface BlockWeek {
  readonly week: OpenWeek;
  readonly block: BlockKind;
  readonly isFirst: boolean;
  readonly isDeload: boolean;
}

/** The block of each week: one after another, the last to the end. */
const blockOfEach = (weeks: readonly OpenWeek[], blocks: PatternOf<'block'>['blocks']) => {
  const places = blocks.flatMap(({ kind, weeks: length }) => Array.from({ length }, () => kind));
  return weeks.map((week, index) => ({ week, block: places[index] ?? places.at(-1) ?? 'maintenance' }));
};

/** Deloads by R2.6: where one is already, at the end of a block, and after five weeks at the latest. */
const layOut = (weeks: readonly OpenWeek[], blocks: PatternOf<'block'>['blocks']): readonly BlockWeek[] => {
  const placed = blockOfEach(weeks, blocks);
  let loading = 0;
  let length = 0;
  return placed.map(({ week, block }, index) => {
    const isFirst = placed[index - 1]?.block !== block;
    length = isFirst ? 1 : length + 1;
    const isLast = placed[index + 1]?.block !== block;
    const endsBlock =
      isLast && block !== 'maintenance' && length >= LEAST_WEEKS_TO_DELOAD && loading >= LEAST_LOADING_WEEKS;
    const isDeload = week.kind === 'deload' || endsBlock || loading >= MOST_LOADING_WEEKS;
    loading = isDeload ? 0 : loading + 1;
    return { week, block, isFirst, isDeload };
  });
};

/** The heading of the block that a week is in now, and whether it begins there. */
const headingAt = (program: Program, number: number) => {
  let first = 1;
  for (const { name, goal, phase, weeks } of program.blocks) {
    if (number < first + weeks.length)
      return { isStart: number === first, heading: { name, goal, ...(phase === undefined ? {} : { phase }) } };
    first += weeks.length;
  }
  return undefined;
};

/** The program's blocks named after these; the week after them keeps the block it is in. */
const namings = (program: Program, laid: readonly BlockWeek[]): readonly ProgramEdit[] => {
  const last = laid.at(-1)?.week.number ?? 0;
  const after = headingAt(program, last + 1);
  const ends: readonly ProgramEdit[] =
    after === undefined || after.isStart ? [] : [{ kind: 'block', week: last + 1, startsHere: true, ...after.heading }];
  // A block that began among them goes on as the one it is in now.
  const starts = laid
    .filter(({ week, isFirst }) => isFirst || headingAt(program, week.number)?.isStart === true)
    .map(({ week, block }): ProgramEdit => ({ kind: 'block', week: week.number, startsHere: true, ...HEADING[block] }));
  return [...ends, ...starts];
};

const LEVEL_OF_CLASS: Readonly<Record<(typeof JUMP_CLASSES)[number], JumpLevel>> = { low: 'L1', med: 'L2', high: 'L3' };

/** The most contacts of a session at the lowest level that has such jumps (R2.7). */
const mostContacts = ({ exercise }: RowStart): number => {
  const jumpClass = JUMP_CLASSES.find((one) => exercise?.pattern === `plyo-${one}`) ?? 'low';
  return CONTACT_CAPS[LEVEL_OF_CLASS[jumpClass]].most;
};

const contactsIn = (row: RowStart, sets: readonly Prescription[]): number =>
  sets.reduce((sum, one) => {
    const sides = one.isPerSide === true || row.exercise?.isUnilateral === true ? 2 : 1;
    return sum + one.sets * (one.contacts ?? 0) * sides;
  }, 0);

/** A contact more in each set, where that is a fifth at most and the session still holds it. */
const moreContacts = (row: RowStart, sets: readonly Prescription[]): readonly Prescription[] => {
  const more = sets.map((one) => ({ ...one, contacts: (one.contacts ?? 0) + 1 }));
  const isSmall = contactsIn(row, more) <= contactsIn(row, sets) * LARGEST_CONTACT_RISE + 1e-9;
  return isSmall && contactsIn(row, more) <= mostContacts(row) ? more : sets;
};

const otherRow = (row: RowStart, laid: readonly BlockWeek[]): RowOutcome => {
  const cells = new Map<number, PlannedCell>();
  const isJump = laneOf(row.sets) === 'contacts';
  let { sets } = row;
  for (const { week, block, isFirst, isDeload } of laid) {
    if (row.closed.has(week.number)) continue;
    if (isJump && block === 'reactive' && !isFirst && !isDeload) sets = moreContacts(row, sets);
    const full = block === 'maintenance' ? cutTo(sets, MAINTENANCE_SETS) : sets;
    cells.set(week.number, isDeload ? full.map(deloaded) : full);
  }
  return ok({ cells, held: [] });
};

/** On the way to a heavy dose: a repetition more below 85 %, so that there is one to give up for crossing it (R2.10). */
const climbTo = (wanted: TableDose, percent: number): TableDose => {
  const isPaying = percent < HEAVY_PERCENT && wanted.percent >= HEAVY_PERCENT;
  return { ...wanted, percent: roundTo(percent, 1), reps: isPaying ? wanted.reps + 1 : wanted.reps };
};

/** Up its block's ladder; a dose that is too far above the last one is climbed to before the ladder goes on. */
const liftRow = (row: RowStart, laid: readonly BlockWeek[]): RowOutcome => {
  const cells = new Map<number, PlannedCell>();
  const held: Held[] = [];
  let place = 0;
  let before = percentOfRow(row);
  let dose: TableDose | undefined;
  for (const { week, block, isFirst, isDeload } of laid) {
    if (isFirst) place = 0;
    if (row.closed.has(week.number)) continue;
    const ladder = LADDERS[block];
    const wanted = ladder[Math.min(place, ladder.length - 1)];
    if (wanted === undefined) continue;
    if (isDeload) {
      const last = doseIn(row, dose ?? wanted);
      if (!last.ok) return fail(last.error);
      cells.set(week.number, last.value.sets.map(deloaded));
      continue;
    }
    const most = before === undefined ? Infinity : before + CLIMB;
    const isClimbing = wanted.percent > most + CLIMB_TOLERANCE;
    dose = isClimbing ? climbTo(wanted, most) : wanted;
    if (!isClimbing) place += 1;
    const written = doseIn(row, dose);
    if (!written.ok) return fail(written.error);
    cells.set(week.number, written.value.sets);
    const reason =
      written.value.held ??
      (isClimbing ? `climbs to ${wanted.percent} % by ${CLIMB} points a week, ${dose.percent} % so far` : undefined);
    if (reason !== undefined) held.push({ week: week.number, reason });
    before = dose.percent;
  }
  return ok({ cells, held });
};

/** Blocks of a season (R2.1): lifts by each block's ladder, jumps rising in the reactive one, the rest as it is, with deloads (R2.6). */
export const planBlocks = (pattern: PatternOf<'block'>, { program, weeks, rows }: ProgressScope): PatternPlan => {
  const laid = layOut(weeks, pattern.blocks);
  return {
    weekEdits: [
      ...deloadEdits(laid.filter(({ isDeload }) => isDeload).map(({ week }) => week)),
      ...(pattern.isNaming ? namings(program, laid) : []),
    ],
    outcomes: rows.map((row) => (takesDose(row) ? liftRow(row, laid) : otherRow(row, laid))),
  };
};
