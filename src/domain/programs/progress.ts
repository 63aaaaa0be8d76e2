import type { Exercise } from '../exercises/exercise.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Cell, Program, WeekKind } from './program.ts';
import type { CellEdit, ProgramEdit } from './programEdit.ts';
import { planBlocks } from './progressBlock.ts';
import { patternFault, type ProgressPattern } from './progressPattern.ts';
import { planRamp } from './progressRamp.ts';
import {
  startOfRow,
  type ChosenRow,
  type Held,
  type OpenWeek,
  type PatternPlan,
  type PlannedCell,
  type ProgressScope,
  type RowStart,
} from './progressRows.ts';
import { planDouble, planLoad, planPercent } from './progressSteps.ts';
import { planTaper, taperWeeks } from './progressTaper.ts';
import { planWave } from './progressWave.ts';
import { printCell } from './shorthand.ts';
import { cellOf } from './workOut.ts';
import { weeksOf } from './weekWalk.ts';

export interface ProgressOrder {
  readonly program: Program;
  readonly rows: readonly ChosenRow[];
  /** From 1 over the whole program, both ends included. */
  readonly fromWeek: number;
  readonly toWeek: number;
  /** Weeks before it are done: they may be gone on from and are never written. */
  readonly firstOpenWeek: number;
  readonly pattern: ProgressPattern;
  readonly exerciseAt: (key: string) => Exercise | undefined;
}

export interface AloneRow extends ChosenRow {
  /** In words that start small. */
  readonly reason: string;
}

export interface HeldCell extends ChosenRow, Held {}

export interface Progress {
  /** Weeks that the pattern goes over. */
  readonly weeks: readonly number[];
  /** Weeks first, then cells in shorthand; one step of undo. */
  readonly edits: readonly ProgramEdit[];
  /** Rows that are left as they are. */
  readonly alone: readonly AloneRow[];
  /** Cells that a cap kept from rising. */
  readonly held: readonly HeldCell[];
  /** Chosen sessions that some weeks do not have while they have another chosen one: those weeks stay without it. */
  readonly absent: readonly { readonly session: string; readonly weeks: readonly number[] }[];
  /** Tests, tapers and races among the weeks: they stay as they are. */
  readonly passedOver: readonly number[];
}

/** Why there is no progress: nothing is written. */
export type ProgressFault =
  | { readonly kind: 'noRows' | 'weeksReversed' | 'noSuchWeek' | 'weeksDone' | 'onlyPassedOver' | 'raceTooFar' }
  | { readonly kind: 'nothingToStartFrom'; readonly week: number }
  | { readonly kind: 'badPattern'; readonly reason: string };

const PASSED_OVER: ReadonlySet<WeekKind> = new Set(['test', 'taper', 'race']);

const weekFault = ({ program, fromWeek, toWeek, firstOpenWeek }: ProgressOrder): ProgressFault | undefined => {
  const count = weeksOf(program).length;
  const isWeek = (week: number): boolean => Number.isInteger(week) && week >= 1 && week <= count;
  if (!isWeek(fromWeek) || !isWeek(toWeek)) return { kind: 'noSuchWeek' };
  if (toWeek < fromWeek) return { kind: 'weeksReversed' };
  return toWeek < firstOpenWeek ? { kind: 'weeksDone' } : undefined;
};

const openWeeks = ({ program, fromWeek, toWeek, firstOpenWeek }: ProgressOrder): readonly OpenWeek[] =>
  weeksOf(program)
    .map(({ kind, startsOn }, index): OpenWeek => ({ number: index + 1, kind, startsOn }))
    .slice(Math.max(fromWeek, firstOpenWeek) - 1, toWeek);

const plan = (pattern: ProgressPattern, scope: ProgressScope, exerciseAt: ProgressOrder['exerciseAt']): PatternPlan => {
  const { weeks, rows } = scope;
  switch (pattern.kind) {
    case 'load':
      return { weekEdits: [], outcomes: rows.map((row) => planLoad(pattern, row, weeks)) };
    case 'percent':
      return { weekEdits: [], outcomes: rows.map((row) => planPercent(pattern, row, weeks)) };
    case 'double':
      return { weekEdits: [], outcomes: rows.map((row) => planDouble(pattern, row, weeks, exerciseAt)) };
    case 'wave':
      return planWave(pattern, scope);
    case 'ramp':
      return planRamp(pattern, scope);
    case 'block':
      return planBlocks(pattern, scope);
    case 'taper':
      return planTaper(pattern, scope);
  }
};

const asCell = (planned: PlannedCell): Cell => {
  if (planned === 'none') return { kind: 'none' };
  return planned === 'out' ? { kind: 'skipped' } : { kind: 'sets', prescriptions: planned };
};

/** A cell to be written, unless it says the same already. What a relative cell of the first week comes to stays relative. */
const cellEdits = (program: Program, row: RowStart, cells: ReadonlyMap<number, PlannedCell>): readonly CellEdit[] => {
  const weeks = weeksOf(program);
  const { session, label, exerciseKey } = row;
  const slotAt = (week: number) =>
    weeks[week - 1]?.sessions.find(({ name }) => name === session)?.slots.find((slot) => slot.label === label);
  return [...cells].flatMap(([week, planned]): CellEdit[] => {
    const text = printCell(asCell(planned));
    const isStart = week === row.week && text === printCell({ kind: 'sets', prescriptions: row.sets });
    if (isStart || printCell(cellOf(slotAt(week))) === text) return [];
    return [{ kind: 'cell', week, session, label, exerciseKey, text }];
  });
};

/**
 * Of each chosen session the weeks that leave it out: they have another chosen session, so they are written and it is not among them.
 * Weeks without any of them are still to be filled. The ramp says itself which sessions a week has.
 */
const absences = ({ program, rows, pattern }: ProgressOrder, weeks: readonly OpenWeek[]): Progress['absent'] => {
  const sessions = [...new Set(rows.map(({ session }) => session))];
  if (pattern.kind === 'ramp') return [];
  const all = weeksOf(program);
  const has = (number: number, session: string): boolean =>
    all[number - 1]?.sessions.some(({ name }) => name === session) === true;
  return sessions.flatMap((session) => {
    const without = weeks
      .map(({ number }) => number)
      .filter((number) => !has(number, session) && sessions.some((other) => has(number, other)));
    return without.length === 0 ? [] : [{ session, weeks: without }];
  });
};

const withAbsences = (row: RowStart, absent: Progress['absent']): RowStart => {
  const weeks = absent.find(({ session }) => session === row.session)?.weeks ?? [];
  return weeks.length === 0 ? row : { ...row, closed: new Set([...row.closed, ...weeks]) };
};

const placeOf = ({ session, label, exerciseKey }: ChosenRow): ChosenRow => ({ session, label, exerciseKey });

/** Rows with what they go on from; a taper goes on from what is usual before it. */
const startsOf = (order: ProgressOrder, weeks: readonly OpenWeek[]): readonly (RowStart | undefined)[] => {
  const { program, rows, pattern, exerciseAt } = order;
  const first = weeks[0]?.number ?? 1;
  return rows.map((row) => {
    const usual = pattern.kind === 'taper' ? startOfRow(program, row, first - 1, exerciseAt) : undefined;
    return usual ?? startOfRow(program, row, first, exerciseAt);
  });
};

/**
 * How some rows go on over some weeks (editor.md, *Progress*), as edits of the program. Each row starts from what it holds in the first
 * of the weeks, or else in the last filled one before; what does not suit the way it is written is left alone and said.
 */
export const progressProgram = (order: ProgressOrder): Result<Progress, ProgressFault> => {
  const { program, pattern } = order;
  if (order.rows.length === 0) return fail({ kind: 'noRows' });
  const reason = patternFault(pattern);
  const fault = reason === undefined ? weekFault(order) : { kind: 'badPattern' as const, reason };
  if (fault !== undefined) return fail(fault);
  const all = openWeeks(order);
  const isTaper = pattern.kind === 'taper';
  const weeks = isTaper ? taperWeeks(pattern, all) : all.filter(({ kind }) => !PASSED_OVER.has(kind));
  if (weeks.length === 0) return fail({ kind: isTaper ? 'raceTooFar' : 'onlyPassedOver' });
  const starts = startsOf(order, weeks);
  const absent = absences(order, weeks);
  const rows = starts.filter((row) => row !== undefined).map((row) => withAbsences(row, absent));
  const first = weeks[0]?.number ?? 1;
  if (rows.length === 0) return fail({ kind: 'nothingToStartFrom', week: first });
  const { weekEdits, outcomes } = plan(pattern, { program, weeks, rows }, order.exerciseAt);
  const alone: AloneRow[] = order.rows.flatMap((row, place) =>
    starts[place] === undefined ? [{ ...placeOf(row), reason: `stands empty in week ${first} and before it` }] : [],
  );
  const held: HeldCell[] = [];
  const cells: CellEdit[] = [];
  outcomes.forEach((outcome, place) => {
    const row = rows[place];
    if (row === undefined) return;
    if (!outcome.ok) alone.push({ ...placeOf(row), reason: outcome.error });
    else {
      cells.push(...cellEdits(program, row, outcome.value.cells));
      held.push(...outcome.value.held.map((one) => ({ ...placeOf(row), ...one })));
    }
  });
  const isAnyPlanned = outcomes.some(({ ok: isPlanned }) => isPlanned);
  return ok({
    weeks: weeks.map(({ number }) => number),
    edits: isAnyPlanned ? [...weekEdits, ...cells] : [],
    alone,
    held,
    absent,
    passedOver: isTaper ? [] : all.filter(({ kind }) => PASSED_OVER.has(kind)).map(({ number }) => number),
  });
};
