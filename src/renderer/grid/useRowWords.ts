import { useMemo } from 'react';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { unloaded } from '../../domain/programs/setsWith.ts';
import type { Slot } from '../../domain/programs/program.ts';
import type { ProgramRow } from '../../domain/programs/programRows.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import { noGymOf } from '../../domain/programs/travelWeek.ts';
import { cellText } from './gridModel.ts';
import type { Strengths } from './resolveCell.ts';

/** What a row is called and its cells say: as written, or at its rung without a gym. */
export const useRowWords = (exercises: readonly Exercise[], strengths: Strengths, isNoGym: boolean) =>
  useMemo(() => {
    const exerciseOf = (row: ProgramRow): Exercise | undefined =>
      isNoGym ? noGymOf(row, exercises) : strengths.exerciseAt(row.exerciseKey);
    return {
      exerciseOf,
      nameOf: (row: ProgramRow): string =>
        exerciseOf(row)?.name ?? (isNoGym ? 'left out: needs a gym' : row.exerciseKey),
      patternOf: (row: ProgramRow): string => exerciseOf(row)?.pattern ?? '',
      textOf: (row: ProgramRow, slot: Slot): string => {
        const rung = exerciseOf(row);
        if (!isNoGym || rung === undefined || rung.key === row.exerciseKey) return cellText(slot);
        return printCell({ kind: 'sets', prescriptions: slot.prescriptions.map((one) => unloaded(one, rung)) });
      },
    };
  }, [exercises, strengths, isNoGym]);
