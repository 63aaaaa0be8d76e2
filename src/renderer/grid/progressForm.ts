import { addDays } from '../../domain/kernel/plainDate.ts';
import type { MassUnit } from '../../domain/kernel/quantity.ts';
import type { Program, Slot } from '../../domain/programs/program.ts';
import { BLOCK_KINDS, type BlockKind, type ProgressPattern } from '../../domain/programs/progressPattern.ts';
import { RAMP_FIRST_WEEK } from '../../domain/programs/startRampRows.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import type { RacePriority } from '../../domain/strength/taper.ts';
import type { OpenProgram } from './resolveCell.ts';

export type Race = OpenProgram['weeks'][number]['races'][number];

/** What is typed into the panel: numbers as text, so that every letter can be seen at once. */
export interface ProgressForm {
  readonly kind: ProgressPattern['kind'];
  readonly by: string;
  readonly unit: MassUnit;
  readonly percent: string;
  readonly fromReps: string;
  readonly toReps: string;
  readonly points: string;
  readonly weeksUp: string;
  readonly rise: string;
  readonly fewerReps: string;
  readonly nextRise: string;
  readonly rampWeek: string;
  /** Weeks of each block; absent: as many as suit the weeks there are. */
  readonly blocks: Readonly<Partial<Record<BlockKind, string>>>;
  readonly isNaming: boolean;
  /** Place in the races of the athlete; `week`: the Sunday of a week. */
  readonly race: string;
  readonly raceWeek: string;
  readonly priority: RacePriority;
  readonly hasPrimer: boolean;
}

export const OTHER_RACE = 'week';

const ORDINARY_REPS = { from: 4, to: 6 };

/** The range that a row is written in, or two repetitions from what it has. */
const repsFrom = (slot: Slot | undefined): { readonly from: number; readonly to: number } => {
  const one = slot?.prescriptions[0];
  if (one?.reps === undefined || one.holdS !== undefined) return ORDINARY_REPS;
  return { from: one.reps, to: one.repsTo ?? one.reps + 2 };
};

/** The pattern that suits how a row is written. */
const kindFor = (slot: Slot | undefined): ProgressForm['kind'] => {
  const basis = slot?.prescriptions[0]?.basis.kind;
  if (basis === 'load') return 'load';
  return basis === 'pct1rm' || basis === 'pctTm' || basis === 'mvc' ? 'percent' : 'double';
};

/** What the panel opens with. */
export const firstForm = (
  program: Program,
  slot: Slot | undefined,
  unit: MassUnit,
  races: readonly Race[],
): ProgressForm => {
  const reps = repsFrom(slot);
  return {
    kind: kindFor(slot),
    by: unit === 'kg' ? '2.5' : '5',
    unit,
    percent: '2.5',
    fromReps: String(reps.from),
    toReps: String(reps.to),
    points: '2.5',
    weeksUp: '3',
    rise: '4',
    fewerReps: '1',
    nextRise: '2.5',
    rampWeek: String(RAMP_FIRST_WEEK[program.entryClass]),
    blocks: {},
    isNaming: true,
    race: races.length === 0 ? OTHER_RACE : '0',
    raceWeek: String(weeksOf(program).length),
    priority: 'A',
    hasPrimer: false,
  };
};

/** A number as typed, with a point or a comma; not a number when it is none. */
export const numberIn = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));

const MOST_WEEK = 520;

const isWeek = (text: string): boolean => {
  const week = numberIn(text);
  return Number.isInteger(week) && week >= 1 && week <= MOST_WEEK;
};

const USUAL_WEEKS: Readonly<Record<BlockKind, number>> = { general: 4, maximal: 4, reactive: 3, maintenance: 52 };
const LONG_WEEKS: Readonly<Record<BlockKind, number>> = { general: 6, maximal: 6, reactive: 4, maintenance: 52 };
const LONG_SEASON_WEEKS = 20;

/** The usual lengths (R2.1), as far as there are weeks for them. */
export const usualLengths = (weeks: number): Readonly<Record<BlockKind, number>> => {
  const usual = weeks >= LONG_SEASON_WEEKS ? LONG_WEEKS : USUAL_WEEKS;
  let left = weeks;
  const take = (kind: BlockKind): number => {
    const taken = Math.max(0, Math.min(left, usual[kind]));
    left -= taken;
    return taken;
  };
  const [general, maximal, reactive, maintenance] = BLOCK_KINDS.map(take);
  return {
    general: general ?? 0,
    maximal: maximal ?? 0,
    reactive: reactive ?? 0,
    maintenance: maintenance ?? 0,
  };
};

const taperOf = (form: ProgressForm, program: Program, races: readonly Race[]): ProgressPattern => {
  const { hasPrimer, priority } = form;
  const race = form.race === OTHER_RACE ? undefined : races[Number(form.race)];
  if (race !== undefined) return { kind: 'taper', racedOn: race.racedOn, priority: race.priority, hasPrimer };
  // Weeks may lie beyond the program: counted on from its first Monday.
  const racedOn = addDays(program.startsOn, (isWeek(form.raceWeek) ? numberIn(form.raceWeek) : 1) * 7 - 1);
  return { kind: 'taper', racedOn, priority, hasPrimer };
};

/** What is no number of a week, in words; the numbers of a pattern are judged by `patternFault`. */
export const weeksFault = (form: ProgressForm, fromWeek: string, toWeek: string): string | undefined => {
  if (!isWeek(fromWeek) || !isWeek(toWeek)) return 'Weeks are whole numbers from 1.';
  const isOther = form.kind === 'taper' && form.race === OTHER_RACE;
  return isOther && !isWeek(form.raceWeek) ? 'The week of the race is a whole number from 1.' : undefined;
};

/** The pattern that the panel says; numbers that are none are found by `patternFault`. */
export const patternOf = (
  form: ProgressForm,
  program: Program,
  races: readonly Race[],
  weeks: number,
): ProgressPattern => {
  const { unit } = form;
  const by = numberIn(form.by);
  switch (form.kind) {
    case 'load':
      return { kind: 'load', by, unit };
    case 'percent':
      return { kind: 'percent', by: numberIn(form.percent) };
    case 'double':
      return {
        kind: 'double',
        fromReps: numberIn(form.fromReps),
        toReps: numberIn(form.toReps),
        by,
        unit,
        points: numberIn(form.points),
      };
    case 'wave':
      return {
        kind: 'wave',
        weeksUp: numberIn(form.weeksUp),
        rise: numberIn(form.rise),
        fewerReps: numberIn(form.fewerReps),
        nextRise: numberIn(form.nextRise),
      };
    case 'ramp':
      return { kind: 'ramp', firstWeek: numberIn(form.rampWeek) };
    case 'block': {
      const usual = usualLengths(weeks);
      const lengthOf = (kind: BlockKind): number => {
        const typed = form.blocks[kind];
        return typed === undefined ? usual[kind] : numberIn(typed);
      };
      return {
        kind: 'block',
        blocks: BLOCK_KINDS.map((kind) => ({ kind, weeks: lengthOf(kind) })),
        isNaming: form.isNaming,
      };
    }
    case 'taper':
      return taperOf(form, program, races);
  }
};
