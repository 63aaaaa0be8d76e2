import type { UsualDay } from '../../domain/athletes/athlete.ts';
import { distanceIn, distanceToM, roundTo, type DistanceUnit } from '../../domain/kernel/quantity.ts';
import { weekdayName } from '../format.ts';
import { NumberField, Select } from '../kit/Fields.tsx';
import { RUN_CHOICES } from '../dialogs/athleteChoices.ts';
import styles from './ProfileTab.module.css';

interface UsualWeekFormProps {
  readonly days: readonly UsualDay[];
  readonly distanceUnit: DistanceUnit;
  readonly onChange: (days: readonly UsualDay[]) => void;
}

/** The ordinary week: printed as the run strip, and what lifting days are chosen round. */
export const UsualWeekForm = ({ days, distanceUnit, onChange }: UsualWeekFormProps) => {
  const set = (weekday: number, change: Partial<UsualDay>): void =>
    onChange(days.map((day) => (day.weekday === weekday ? { ...day, ...change } : day)));
  return (
    <section className={styles['section']} aria-label="Usual week">
      <h2>Usual running week</h2>
      <table className={styles['week']}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Run</th>
            <th scope="col">Distance, {distanceUnit}</th>
            <th scope="col">Time for lifting, min</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.weekday}>
              <th scope="row">{weekdayName(day.weekday)}</th>
              <td>
                <Select
                  label={`Run on ${weekdayName(day.weekday)}`}
                  isLabelHidden
                  value={day.run}
                  onChange={(run) => set(day.weekday, { run, ...(run === 'rest' ? { distanceM: undefined } : {}) })}
                  choices={RUN_CHOICES}
                />
              </td>
              <td>
                <NumberField
                  label=""
                  aria-label={`Distance on ${weekdayName(day.weekday)}`}
                  value={day.distanceM === undefined ? undefined : roundTo(distanceIn(distanceUnit, day.distanceM), 1)}
                  onChange={(distance) =>
                    set(day.weekday, {
                      distanceM:
                        distance === undefined || distance <= 0 ? undefined : distanceToM(distanceUnit, distance),
                    })
                  }
                  minValue={0}
                  maxValue={200}
                />
              </td>
              <td>
                <NumberField
                  label=""
                  aria-label={`Minutes for lifting on ${weekdayName(day.weekday)}`}
                  value={day.liftMinutes}
                  onChange={(minutes) => set(day.weekday, { liftMinutes: minutes ?? 0 })}
                  minValue={0}
                  maxValue={240}
                  step={5}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
