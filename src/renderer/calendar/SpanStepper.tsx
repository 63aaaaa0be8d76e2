import { Group } from 'react-aria-components';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays, isoWeekOf, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { day, fullDay, weekdayAndDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { weekDates } from '../kit/weekSteps.ts';
import styles from './CalendarScreen.module.css';

interface SpanStepperProps {
  readonly span: 'month' | 'week' | 'day';
  readonly on: PlainDate;
  readonly today: PlainDate;
  readonly onChange: (on: PlainDate) => void;
}

const STEP = { month: 28, week: 7, day: 1 } as const;

const spanText = (span: SpanStepperProps['span'], on: PlainDate): string => {
  if (span === 'day') return weekdayAndDay(on);
  const monday = mondayOf(on);
  if (span === 'month') return `${day(monday)} – ${fullDay(addDays(monday, 41))}`;
  const week = isoWeekOf(on);
  return `${week} ${weekDates(week)}`;
};

/** Which days are looked at: earlier, later, or today. */
export const SpanStepper = ({ span, on, today, onChange }: SpanStepperProps) => (
  <Group className={styles['stepper'] ?? ''} aria-label="Days shown">
    <Button aria-label={`Previous ${span}`} onPress={() => onChange(addDays(on, -STEP[span]))}>
      <ChevronLeft aria-hidden />
    </Button>
    <p aria-live="polite">{spanText(span, on)}</p>
    <Button aria-label={`Next ${span}`} onPress={() => onChange(addDays(on, STEP[span]))}>
      <ChevronRight aria-hidden />
    </Button>
    {on !== today && (
      <Button look="quiet" onPress={() => onChange(today)}>
        Today
      </Button>
    )}
  </Group>
);
