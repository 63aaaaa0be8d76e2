import type { Exercise } from '../exercises/exercise.ts';
import type { Result } from '../kernel/result.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { Prescription, Program, SlotRole, Week, WeekKind } from './program.ts';
import type { ProgramEdit } from './programEdit.ts';
import { weeksOf } from './weekWalk.ts';

/** A row of the grid that is to go on. */
export interface ChosenRow {
  readonly session: string;
  readonly label: string;
  readonly exerciseKey: string;
}

/** What a row goes on from. */
export interface RowStart extends ChosenRow {
  readonly role: SlotRole;
  /** Absent for an exercise that the library does not have. */
  readonly exercise?: Exercise | undefined;
  /** At least one. */
  readonly sets: readonly Prescription[];
  /** The week they stand in, from 1. */
  readonly week: number;
  /** Weeks that stay as they are: left out on purpose, another exercise stands there, or they are without the session. */
  readonly closed: ReadonlySet<number>;
}

/** A week that a pattern writes into, counted from 1 over the whole program. */
export interface OpenWeek {
  readonly number: number;
  readonly kind: WeekKind;
  readonly startsOn: PlainDate;
}

/** What a pattern has to work with. */
export interface ProgressScope {
  readonly program: Program;
  /** At least one, in order; tests, tapers and races are not among them, but for a taper. */
  readonly weeks: readonly OpenWeek[];
  readonly rows: readonly RowStart[];
}

/** What comes to stand in a cell: sets, left out on purpose, or nothing. */
export type PlannedCell = readonly Prescription[] | 'out' | 'none';

/** A cap that kept a cell from rising, and why. */
export interface Held {
  readonly week: number;
  readonly reason: string;
}

export interface RowPlan {
  /** By week. */
  readonly cells: ReadonlyMap<number, PlannedCell>;
  readonly held: readonly Held[];
}

/** A row's cells, or why it is left alone: a reason in words that starts small. */
export type RowOutcome = Result<RowPlan, string>;

export interface PatternPlan {
  /** Of weeks and blocks; they come before the cells. */
  readonly weekEdits: readonly ProgramEdit[];
  /** One for each row of the scope, in its order. */
  readonly outcomes: readonly RowOutcome[];
}

const EASIER: ReadonlySet<WeekKind> = new Set(['deload', 'taper', 'race']);

const slotIn = (week: Week | undefined, { session, label }: ChosenRow) =>
  week?.sessions.find(({ name }) => name === session)?.slots.find((slot) => slot.label === label);

/** Weeks of a row that a pattern leaves as they are. */
const closedWeeks = (weeks: readonly Week[], row: ChosenRow): ReadonlySet<number> =>
  new Set(
    weeks.flatMap((week, index) => {
      const slot = slotIn(week, row);
      const isClosed = slot !== undefined && (slot.exerciseKey !== row.exerciseKey || slot.written?.kind === 'skipped');
      return isClosed ? [index + 1] : [];
    }),
  );

/**
 * What a row goes on from: the sets of a week, or of the last filled week before it. Deloads, tapers and race weeks are looked at only
 * when there is nothing else. `undefined` when the row stands nowhere by then.
 */
export const startOfRow = (
  program: Program,
  row: ChosenRow,
  from: number,
  exerciseAt: (key: string) => Exercise | undefined,
): RowStart | undefined => {
  const weeks = weeksOf(program);
  const filled = weeks.slice(0, from).flatMap((week, index) => {
    const slot = slotIn(week, row);
    const isThere = slot?.exerciseKey === row.exerciseKey && slot.prescriptions.length > 0;
    return isThere ? [{ number: index + 1, kind: week.kind, slot }] : [];
  });
  const start = filled.findLast(({ kind }) => !EASIER.has(kind)) ?? filled.at(-1);
  if (start === undefined) return undefined;
  const exercise = exerciseAt(row.exerciseKey);
  return {
    session: row.session,
    label: row.label,
    exerciseKey: row.exerciseKey,
    role: start.slot.role,
    ...(exercise === undefined ? {} : { exercise }),
    sets: start.slot.prescriptions,
    week: start.number,
    closed: closedWeeks(weeks, row),
  };
};

/** By what a row of sets can be raised. */
export type Lane =
  'share' | 'load' | 'effort' | 'rm' | 'mvc' | 'contacts' | 'hold' | 'carry' | 'reps' | 'open' | 'mixed';

const laneOfOne = (one: Prescription): Lane => {
  if (one.contacts !== undefined) return 'contacts';
  switch (one.basis.kind) {
    case 'pct1rm':
    case 'pctTm':
      return 'share';
    case 'load':
      return 'load';
    case 'mvc':
      return 'mvc';
    case 'rpe':
    case 'rir':
      return one.reps === undefined || one.holdS !== undefined ? 'hold' : 'effort';
    case 'rm':
      return 'rm';
    case 'bodyweight':
    case 'open':
      if (one.holdS !== undefined) return 'hold';
      if (one.distanceM !== undefined) return 'carry';
      return one.basis.kind === 'open' ? 'open' : 'reps';
  }
};

/** Sets that are loaded in different ways are `mixed`. */
export const laneOf = (sets: readonly Prescription[]): Lane => {
  const lanes = new Set(sets.map(laneOfOne));
  const [first = 'mixed'] = lanes;
  return lanes.size === 1 ? first : 'mixed';
};

/** Deloads by R2.6, as edits of weeks that are none yet: the whole week is made lighter, whatever rows were chosen. */
export const deloadEdits = (weeks: readonly OpenWeek[]): readonly ProgramEdit[] =>
  weeks.filter(({ kind }) => kind !== 'deload').map(({ number }) => ({ kind: 'deload', week: number }));
