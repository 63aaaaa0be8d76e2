import type { StripDay } from '../../domain/sheets/runStrip.ts';
import styles from './RunStrip.module.css';

/** Monday to Sunday along the top: the run, the lift, and what keeps them apart. */
export const RunStrip = ({ days }: { readonly days: readonly StripDay[] }) => (
  <ol className={styles['strip']}>
    {days.map((day) => (
      <li key={day.date} className={`${styles['day']} ${day.lifts.length > 0 ? styles['withLift'] : ''}`}>
        <p className={styles['date']}>
          <strong>{day.weekday}</strong> <span>{day.dateText}</span>
        </p>
        <p className={styles['run']}>
          <span>{day.runText}</span> <strong>{day.runLetter}</strong>
        </p>
        {day.lifts.map((lift) => (
          <p key={lift} className={styles['lift']}>
            {lift}
          </p>
        ))}
        {day.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </li>
    ))}
  </ol>
);
