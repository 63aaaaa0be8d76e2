import { ordinaryWeek, standardGym } from '../../../src/domain/athletes/athlete.ts';
import type { AthleteId, ProgramId } from '../../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { chooseLifts } from '../../../src/domain/programs/chooseLifts.ts';
import { resolvePrescription } from '../../../src/domain/programs/resolve.ts';
import { buildStartRamp } from '../../../src/domain/programs/startRamp.ts';
import type { LiftWeek } from '../../../src/domain/sheets/liftSession.ts';
import type { SheetStamp } from '../../../src/domain/sheets/sheetMark.ts';
import { sheetCodeOf } from '../../../src/domain/sheets/sheetCode.ts';
import type { WeekSheetInput } from '../../../src/domain/sheets/weekSheet.ts';
import { LIBRARY, exerciseOf } from '../exercises/shippedLibrary.ts';

export const MONDAY = '2026-11-30' as PlainDate;

export const gym = standardGym('kg');

export const trend = { trendKg: 104, lowKg: 99, highKg: 109, performedOn: '2026-11-12' as PlainDate };

const program = buildStartRamp({
  entryClass: 'C',
  startsOn: MONDAY,
  weekdays: [2, 5],
  lifts: chooseLifts(LIBRARY, gym.equipment, 'C'),
  exercises: LIBRARY,
});

const stored = program.blocks.flatMap((block) => block.weeks);

/** A week of the start ramp of class C, its squat resolved and nothing else known. */
export const weekAt = (index: number): LiftWeek => {
  const week = stored[index];
  if (week === undefined) throw new Error(`the ramp has no week ${index + 1}`);
  return {
    athleteId: 1 as AthleteId,
    athlete: 'Inês Duarte',
    massUnit: 'kg',
    distanceUnit: 'km',
    programId: 7 as ProgramId,
    program: program.name,
    ordinal: index + 1,
    weekCount: 12,
    kind: week.kind,
    startsOn: week.startsOn,
    sessions: week.sessions.map((session) => ({
      ...session,
      slots: session.slots.map((slot) => {
        const exercise = exerciseOf(slot.exerciseKey);
        return {
          slot,
          exercise,
          noGym: slot.noGymKey === undefined ? undefined : exerciseOf(slot.noGymKey),
          resolved: slot.prescriptions.map((prescription) =>
            resolvePrescription({
              prescription,
              exercise,
              gym,
              trend: slot.exerciseKey === 'sq_back' ? trend : undefined,
              isNovice: false,
            }),
          ),
        };
      }),
    })),
  };
};

export const liftWeek = weekAt(0);

export const coach = { name: 'Ana Prates', phone: '+351 900 000 000' };

export const input: WeekSheetInput = {
  week: liftWeek,
  usualWeek: ordinaryWeek.map((day) => (day.run === 'rest' ? day : { ...day, distanceM: 8000 })),
  goal: 'Lift twice a week, add load',
  coach,
  races: [
    { name: 'Autumn 10k', raceOn: '2026-10-04' as PlainDate },
    { name: 'Lisbon Half', raceOn: '2026-12-20' as PlainDate },
  ],
};

export const stamp: SheetStamp = {
  sheetCode: sheetCodeOf(7),
  version: 1,
  printedOn: '2026-11-28' as PlainDate,
  isPrinted: false,
};
