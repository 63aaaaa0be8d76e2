import type { Exercise } from '../exercises/exercise.ts';
import { needsNoGym } from '../exercises/noGym.ts';
import type { AthleteId, ProgramId, SessionId } from '../kernel/ids.ts';
import type { PlainDate, Weekday } from '../kernel/plainDate.ts';
import type { DistanceUnit, MassUnit } from '../kernel/quantity.ts';
import type { Prescription, Slot, WeekKind } from '../programs/program.ts';
import type { ResolvedPrescription } from '../programs/resolve.ts';

/** What a sheet needs to know of an exercise. */
export type SheetExercise = Pick<Exercise, 'key' | 'name' | 'isUnilateral' | 'equipment' | 'loadMode' | 'cues'>;

/** A slot with all a sheet says about it. `resolved` answers `slot.prescriptions` one by one. */
export interface SheetSlot {
  readonly slot: Pick<Slot, 'label' | 'role' | 'prescriptions'>;
  /** Its first cue stands under a main lift that is prescribed without one, once a week. */
  readonly exercise: SheetExercise;
  readonly noGym?: SheetExercise | undefined;
  readonly resolved: readonly ResolvedPrescription[];
  /** What the coach typed and Ironstride did not understand: printed as it stands. */
  readonly unread?: string | undefined;
}

export interface SheetSession {
  readonly sessionId?: SessionId | undefined;
  readonly name: string;
  readonly weekday: Weekday;
  readonly minutes: number;
  readonly slots: readonly SheetSlot[];
}

/** One athlete's week of one program, as every layout takes it. */
export interface LiftWeek {
  readonly athleteId: AthleteId;
  readonly athlete: string;
  readonly massUnit: MassUnit;
  readonly distanceUnit: DistanceUnit;
  readonly programId: ProgramId;
  readonly program: string;
  /** 1 for the program's first week. */
  readonly ordinal: number;
  readonly weekCount: number;
  readonly kind: WeekKind;
  /** A Monday. */
  readonly startsOn: PlainDate;
  readonly sessions: readonly SheetSession[];
}

const HOLD_S = 30;
const [FEW_REPS, MANY_REPS] = [8, 12];

/** What is done of an easier rung: the same number of sets, by repetitions or by time (R2.8). */
export const noGymDose = (noGym: Pick<SheetExercise, 'loadMode'>, sets: number): Prescription =>
  noGym.loadMode === 'seconds'
    ? { sets, holdS: HOLD_S, basis: { kind: 'bodyweight' } }
    : { sets, reps: FEW_REPS, repsTo: MANY_REPS, basis: { kind: 'bodyweight' } };

const MOST_SETS = 20;

/** All sets of a slot, whatever they are lifted with. */
export const setsIn = (prescriptions: readonly Prescription[]): number =>
  Math.min(
    MOST_SETS,
    Math.max(
      1,
      prescriptions.reduce((sum, { sets }) => sum + sets, 0),
    ),
  );

const slotWithoutGym = (row: SheetSlot): SheetSlot | undefined => {
  if (needsNoGym(row.exercise)) return row;
  const { noGym, slot } = row;
  if (noGym === undefined) return undefined;
  const unit = row.resolved[0]?.unit ?? 'kg';
  const [first] = slot.prescriptions;
  const dose: Prescription = {
    ...noGymDose(noGym, setsIn(slot.prescriptions)),
    ...(first?.restS === undefined ? {} : { restS: first.restS }),
    ...(first?.rpeCap === undefined ? {} : { rpeCap: first.rpeCap }),
  };
  return {
    slot: { ...slot, prescriptions: [dose] },
    exercise: noGym,
    resolved: [{ unit, missing: 'bodyweight', warmUp: [], explanation: [] }],
  };
};

/**
 * The no-gym variant of a session: every exercise that needs a gym gives way to its own no-gym rung. What has none is left out;
 * `leftOut` names it, so that a sheet can say so.
 */
export const withoutGym = (
  session: SheetSession,
): { readonly session: SheetSession; readonly leftOut: readonly string[] } => {
  const rows = session.slots.map((row) => ({ row, changed: slotWithoutGym(row) }));
  return {
    session: { ...session, slots: rows.flatMap(({ changed }) => changed ?? []) },
    leftOut: rows.filter(({ changed }) => changed === undefined).map(({ row }) => row.exercise.name),
  };
};
