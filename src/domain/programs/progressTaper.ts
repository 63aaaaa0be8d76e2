import { LOWER_PATTERNS } from '../exercises/exercise.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../kernel/plainDate.ts';
import { fail, ok } from '../kernel/result.ts';
import { lastHeavyWindow, taperSets } from '../strength/taper.ts';
import { cutTo } from './cutTo.ts';
import { plannedPercent } from './levers.ts';
import type { Prescription, Program, WeekKind } from './program.ts';
import type { ProgramEdit } from './programEdit.ts';
import { doseIn } from './progressDoses.ts';
import type { PatternOf } from './progressPattern.ts';
import {
  laneOf,
  type OpenWeek,
  type PatternPlan,
  type PlannedCell,
  type ProgressScope,
  type RowOutcome,
  type RowStart,
} from './progressRows.ts';
import { weeksOf } from './weekWalk.ts';

type Taper = PatternOf<'taper'>;

/** Days before an A race from which on the sets fall (R2.12). */
const TAPER_DAYS = 21;
/** Days before a B or C race that a taper looks at: the week of the race and the one before. */
const RACE_DAYS = 13;
const PRIMER_DAYS = 2;
/** An optional primer (R2.12): two doubles, light. */
const PRIMER = { sets: 2, reps: 2, percent: 75, rpe: 6 };
/** A lift that running has to absorb (R6): such a lift is left out in the last days. */
const HARD_PERCENT = 70;

const daysOf = ({ priority }: Pick<Taper, 'priority'>): number => (priority === 'A' ? TAPER_DAYS : RACE_DAYS);

/** Weeks that a taper to a race writes into: those before it, within three weeks of an A race or two of another, and its own. */
export const taperWeeks = (
  pattern: Pick<Taper, 'racedOn' | 'priority'>,
  weeks: readonly OpenWeek[],
): readonly OpenWeek[] =>
  weeks.filter(({ startsOn }) => {
    const days = daysBetween(startsOn, pattern.racedOn);
    return days >= 0 && days <= daysOf(pattern);
  });

const kindOf = ({ startsOn, kind }: OpenWeek, { racedOn, priority }: Taper): WeekKind => {
  if (startsOn === mondayOf(racedOn)) return 'race';
  return priority === 'A' ? 'taper' : kind;
};

const weekEditsOf = (weeks: readonly OpenWeek[], pattern: Taper): readonly ProgramEdit[] =>
  weeks.flatMap((week): ProgramEdit[] => {
    const weekKind = kindOf(week, pattern);
    const { number } = week;
    return weekKind === week.kind ? [] : [{ kind: 'weekKind', fromWeek: number, toWeek: number, weekKind }];
  });

/** The day of a row's session in a week: its own, or that of the week the row goes on from. */
const dayOf = (program: Program, row: RowStart, week: OpenWeek): PlainDate => {
  const weeks = weeksOf(program);
  const at = (number: number) => weeks[number - 1]?.sessions.find(({ name }) => name === row.session)?.weekday;
  return addDays(week.startsOn, (at(week.number) ?? at(row.week) ?? 1) - 1);
};

const setsOf = (sets: readonly Prescription[]): number => sets.reduce((sum, one) => sum + one.sets, 0);

/** A hard lift for the legs: main, or by per cent; no calves, holds or jumps. */
const isHardForLegs = ({ exercise, role, sets }: RowStart): boolean => {
  if (exercise === undefined || !LOWER_PATTERNS.includes(exercise.pattern) || exercise.pattern === 'calf') return false;
  if (sets.some(({ holdS, contacts }) => holdS !== undefined || contacts !== undefined)) return false;
  return (
    role === 'main' || (laneOf(sets) === 'share' && sets.some((one) => (plannedPercent(one) ?? 0) >= HARD_PERCENT))
  );
};

/**
 * So many sets dealt to the rows of a session in place of their usual ones: each its share rounded down, the rest first to rows that
 * would have none, main lifts before others.
 */
export const dealSets = (
  rows: readonly { readonly usual: number; readonly isMain: boolean }[],
  sets: number,
): readonly number[] => {
  const usual = rows.reduce((sum, row) => sum + row.usual, 0);
  const shares = rows.map((row) => (usual === 0 ? 0 : (row.usual * sets) / usual));
  const dealt = shares.map((share) => Math.floor(share + 1e-9));
  let left = sets - dealt.reduce((sum, one) => sum + one, 0);
  const order = rows
    .map((row, place) => ({ place, isMain: row.isMain, isNone: dealt[place] === 0, rest: (shares[place] ?? 0) % 1 }))
    .toSorted((a, b) => Number(b.isNone) - Number(a.isNone) || Number(b.isMain) - Number(a.isMain) || b.rest - a.rest);
  for (const { place } of order) {
    if (left <= 0) break;
    dealt[place] = (dealt[place] ?? 0) + 1;
    left -= 1;
  }
  return dealt;
};

/** In the last days a hard lift for the legs is left out, or is the primer where there is time to recover from one. */
const lastDays = (row: RowStart, pattern: Taper, days: number): PlannedCell => {
  if (!pattern.hasPrimer || days < PRIMER_DAYS || row.role !== 'main') return 'out';
  const primer = doseIn(row, PRIMER);
  return primer.ok ? primer.value.sets : 'out';
};

/** What the rows of one session do in one week of the taper. */
const sessionCells = (
  rows: readonly RowStart[],
  week: OpenWeek,
  { program }: ProgressScope,
  pattern: Taper,
): ReadonlyMap<RowStart, PlannedCell> => {
  const first = rows[0];
  if (first === undefined) return new Map();
  const on = dayOf(program, first, week);
  const days = daysBetween(on, pattern.racedOn);
  // What follows a race is no taper.
  if (days < 0) return new Map();
  const isLast = on > lastHeavyWindow(pattern.racedOn, pattern.priority).lastOn;
  const usual = rows.map((row) => setsOf(row.sets));
  const total = usual.reduce((sum, one) => sum + one, 0);
  const sets = pattern.priority === 'A' ? (taperSets(total, days) ?? total) : total;
  const dealt = dealSets(
    rows.map((row, place) => ({ usual: usual[place] ?? 0, isMain: row.role === 'main' })),
    sets,
  );
  return new Map(
    rows.map((row, place): [RowStart, PlannedCell] => {
      const mine = dealt[place] ?? 0;
      if (days === 0) return [row, 'out'];
      if (isLast && isHardForLegs(row)) return [row, lastDays(row, pattern, days)];
      return [row, mine === 0 ? 'out' : cutTo(row.sets, mine)];
    }),
  );
};

/**
 * A taper to a race (R2.12): the weight stays and the sets fall to 80, 60 and 40 % within three weeks of an A race; in the last 7, 5 or 3
 * days before an A, B or C race hard lifts for the legs are left out, or are a primer of two light doubles.
 */
export const planTaper = (pattern: Taper, scope: ProgressScope): PatternPlan => {
  const weeks = taperWeeks(pattern, scope.weeks);
  const cells = new Map<RowStart, Map<number, PlannedCell>>(scope.rows.map((row) => [row, new Map()]));
  const bySession = Map.groupBy(scope.rows, ({ session }) => session);
  for (const week of weeks) {
    for (const rows of bySession.values()) {
      const open = rows.filter((row) => !row.closed.has(week.number));
      for (const [row, cell] of sessionCells(open, week, scope, pattern)) cells.get(row)?.set(week.number, cell);
    }
  }
  return {
    weekEdits: weekEditsOf(weeks, pattern),
    outcomes: scope.rows.map((row): RowOutcome => {
      const own = cells.get(row) ?? new Map<number, PlannedCell>();
      return own.size === 0 ? fail('has no session before the race in these weeks') : ok({ cells: own, held: [] });
    }),
  };
};
