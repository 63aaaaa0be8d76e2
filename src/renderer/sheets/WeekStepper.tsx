import { Group } from 'react-aria-components';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { IsoWeek } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { Button } from '../kit/Button.tsx';
import { weekAfter, weekDates } from './weekSteps.ts';
import styles from './SheetsScreen.module.css';

interface WeekStepperProps {
  readonly week: IsoWeek;
  readonly onChange: (week: IsoWeek) => void;
}

/** Which week is printed: one back, one on, or this one. */
export const WeekStepper = ({ week, onChange }: WeekStepperProps) => {
  const app = useApp();
  return (
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
      {week !== app.week && (
        <Button look="quiet" onPress={() => onChange(app.week)}>
          This week
        </Button>
      )}
    </Group>
  );
};
