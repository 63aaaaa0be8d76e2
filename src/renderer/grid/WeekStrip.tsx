import { WEEKDAYS, type Weekday } from '../../domain/kernel/plainDate.ts';
import { weekdayName } from '../format.ts';
import type { OpenProgram } from './resolveCell.ts';
import styles from './WeekStrip.module.css';

interface WeekStripProps {
  readonly weekday: Weekday;
  /** Absent in a template: nobody's running is known. */
  readonly week: OpenProgram['weeks'][number] | undefined;
}

const runOn = (week: WeekStripProps['week'], weekday: number): 'quality' | 'long' | undefined => {
  if (week?.qualityDays.includes(weekday) === true) return 'quality';
  return week?.longDays.includes(weekday) === true ? 'long' : undefined;
};

const RUN_WORDS = { quality: ', quality run', long: ', long run' } as const;

/** Seven days, the session on one of them, key runs beneath: dragged along it, the session changes its day. */
export const WeekStrip = ({ weekday, week }: WeekStripProps) => (
  <span className={styles['strip']} aria-hidden>
    {WEEKDAYS.map((day) => {
      const run = runOn(week, day);
      return (
        <span
          key={day}
          data-day={day}
          className={`${styles['day']} ${day === weekday ? styles['lift'] : ''} ${run === undefined ? '' : styles[run]}`}
          title={`${weekdayName(day)}${run === undefined ? '' : RUN_WORDS[run]}${
            day === weekday ? '. Drag to another day; with Shift from this week on' : ''
          }`}
        />
      );
    })}
  </span>
);
