import { Group } from 'react-aria-components';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { IsoWeek } from '../../domain/kernel/plainDate.ts';
import { Button } from './Button.tsx';
import { weekAfter, weekDates } from './weekSteps.ts';
import styles from './WeekStepper.module.css';

interface WeekStepperProps {
  readonly week: IsoWeek;
  /** The week that is now, one press away from any other. */
  readonly thisWeek: IsoWeek;
  readonly onChange: (week: IsoWeek) => void;
}

/** Which week is looked at: one back, one on, or this one. */
export const WeekStepper = ({ week, thisWeek, onChange }: WeekStepperProps) => (
  <Group className={styles['stepper'] ?? ''} aria-label="Week">
    <Button look="plain" aria-label="Previous week" onPress={() => onChange(weekAfter(week, -1))}>
      <ChevronLeft aria-hidden />
    </Button>
    <p className={styles['week']} aria-live="polite">
      <strong>{week}</strong> <span className="quiet">{weekDates(week)}</span>
    </p>
    <Button look="plain" aria-label="Next week" onPress={() => onChange(weekAfter(week, 1))}>
      <ChevronRight aria-hidden />
    </Button>
    {week !== thisWeek && (
      <Button look="quiet" onPress={() => onChange(thisWeek)}>
        This week
      </Button>
    )}
  </Group>
);
