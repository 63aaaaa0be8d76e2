import { fail, ok } from '../kernel/result.ts';
import { cutTo } from './cutTo.ts';
import type { EntryClass, Prescription, Program } from './program.ts';
import type { ProgramEdit } from './programEdit.ts';
import { doseIn, takesDose } from './progressDoses.ts';
import type { PatternOf } from './progressPattern.ts';
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
import { rampRow, rampRpeCap, type RampRow } from './startRampRows.ts';
import { weeksOf } from './weekWalk.ts';

interface RampWeek {
  readonly week: OpenWeek;
  readonly row: RampRow;
}

const layOut = (weeks: readonly OpenWeek[], firstWeek: number): readonly RampWeek[] =>
  weeks.flatMap((week, index): RampWeek[] => {
    const row = rampRow(firstWeek + index);
    return row === undefined ? [] : [{ week, row }];
  });

/** The ramp says of every week what it is. */
const weekEditsOf = (laid: readonly RampWeek[]): readonly ProgramEdit[] => [
  ...deloadEdits(laid.filter(({ row }) => row.kind === 'deload').map(({ week }) => week)),
  ...laid
    .filter(({ week, row }) => row.kind !== 'deload' && row.kind !== week.kind)
    .map(({ week: { number }, row }): ProgramEdit => ({
      kind: 'weekKind',
      fromWeek: number,
      toWeek: number,
      weekKind: row.kind,
    })),
];

/** Sessions of a program in the order of the days they first stand on: the first is the ramp's A, the second its B. */
const sessionOrder = (program: Program): readonly string[] => {
  const days = new Map<string, number>();
  for (const { sessions } of weeksOf(program))
    for (const { name, weekday } of sessions) if (!days.has(name)) days.set(name, weekday);
  return [...days].toSorted(([, a], [, b]) => a - b).map(([name]) => name);
};

/** An effort above the cap gives way to it (R2.11). */
const within = (one: Prescription, cap: number): Prescription => {
  const { basis } = one;
  const rpeCap = Math.min(one.rpeCap ?? cap, cap);
  if (basis.kind === 'rpe') return { ...one, basis: { ...basis, rpe: Math.min(basis.rpe, cap) } };
  if (basis.kind === 'rir') return { ...one, basis: { ...basis, rir: Math.max(basis.rir, 10 - cap) } };
  return { ...one, rpeCap };
};

/** Assistance keeps its own dose: the ramp gives it a number of sets and the cap. */
const assistance = (row: RowStart, sets: number, cap: number): readonly Prescription[] => {
  const first = cutTo(row.sets, sets).map((one) => within(one, cap));
  const missing = sets - first.reduce((sum, one) => sum + one.sets, 0);
  return first.map((one, place) => (place === first.length - 1 ? { ...one, sets: one.sets + missing } : one));
};

const rowInRamp = (row: RowStart, isB: boolean, laid: readonly RampWeek[], entryClass: EntryClass): RowOutcome => {
  if (laneOf(row.sets) === 'contacts') return fail('the ramp has no jumps: they are planned by their contacts');
  const cells = new Map<number, PlannedCell>();
  const held: Held[] = [];
  for (const { week, row: of } of laid) {
    if (row.closed.has(week.number)) continue;
    const cap = rampRpeCap(of, entryClass);
    const dose = isB ? of.b : of.a;
    if (dose === undefined) cells.set(week.number, 'none');
    else if (!takesDose(row)) cells.set(week.number, assistance(row, of.assistanceSets, cap));
    else {
      const written = doseIn(row, { sets: dose.sets, reps: dose.reps, percent: dose.fraction * 100, rpe: cap });
      if (!written.ok) return written;
      cells.set(week.number, written.value.sets);
      if (written.value.held !== undefined) held.push({ week: week.number, reason: written.value.held });
    }
  }
  return ok({ cells, held });
};

/** The table of "start small and build" (R2.11) written into some rows: two sessions a week at most, one where the table has one. */
export const planRamp = (pattern: PatternOf<'ramp'>, { program, weeks, rows }: ProgressScope): PatternPlan => {
  const laid = layOut(weeks, pattern.firstWeek);
  const order = sessionOrder(program);
  return {
    weekEdits: weekEditsOf(laid),
    outcomes: rows.map((row) => {
      const place = order.indexOf(row.session);
      if (place > 1) return fail('the ramp has two sessions a week at most');
      return rowInRamp(row, place === 1, laid, program.entryClass);
    }),
  };
};
