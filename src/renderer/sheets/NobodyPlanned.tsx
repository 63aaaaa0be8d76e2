import { Link } from 'wouter';
import type { IsoWeek } from '../../domain/kernel/plainDate.ts';
import { counted } from '../format.ts';
import { Empty } from '../kit/States.tsx';
import { weekDates } from '../kit/weekSteps.ts';
import type { WithoutSheet } from './roll.ts';

interface NobodyPlannedProps {
  readonly week: IsoWeek;
  readonly without: readonly WithoutSheet[];
}

/** A week without a single program: nothing to print, and where to change that. */
export const NobodyPlanned = ({ week, without }: NobodyPlannedProps) => (
  <Empty
    title="Nothing to print for this week"
    actions={
      without.length === 0 ? (
        <Link href="/roster?add=1">Add an athlete</Link>
      ) : (
        <Link href="/roster?assign=1">Assign the start ramp</Link>
      )
    }
  >
    {without.length === 0
      ? 'There is nobody on the roster yet. Sheets are printed from athletes’ programs.'
      : `None of your ${counted(without.length, 'athlete')} has a program in ${week} (${weekDates(week)}).`}
  </Empty>
);
