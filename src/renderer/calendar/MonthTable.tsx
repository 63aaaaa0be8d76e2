import { addDays, isoWeekOf, WEEKDAYS, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { counted, day as dayText, weekdayName } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import type { CalendarView } from '../planning/planModel.ts';
import styles from './CalendarScreen.module.css';

interface MonthTableProps {
  readonly view: CalendarView;
  readonly monday: PlainDate;
  readonly onDay: (on: PlainDate) => void;
  readonly onWeek: (on: PlainDate) => void;
}

const WEEKS = 6;

/** What many athletes have on one day, counted; races by name. */
const dayOfMany = ({ athletes }: CalendarView, on: PlainDate) => {
  const lifts = athletes.flatMap((one) => one.lifts.filter((lift) => lift.on === on));
  const keyRuns = athletes.flatMap((one) =>
    one.runs.filter((run) => run.on === on && run.kind !== 'easy' && run.kind !== 'race'),
  );
  const races = athletes.flatMap(({ name, races: all }) =>
    all.filter(({ racedOn }) => racedOn === on).map((race) => `${race.priority} ${race.name}: ${name}`),
  );
  const away = athletes.filter((one) => one.away.some(({ from, to }) => from <= on && on <= to)).length;
  return { lifts: lifts.length, keyRuns: keyRuns.length, races, away };
};

/** Six weeks of many athletes: how many lift and run hard each day, and who races. */
export const MonthTable = ({ view, monday, onDay, onWeek }: MonthTableProps) => (
  <table className={styles['month']}>
    <thead>
      <tr>
        <th scope="col">Week</th>
        {WEEKDAYS.map((weekday) => (
          <th key={weekday} scope="col">
            {weekdayName(weekday)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {Array.from({ length: WEEKS }, (_, at) => addDays(monday, 7 * at)).map((first) => (
        <tr key={first}>
          <th scope="row">
            <Button look="quiet" onPress={() => onWeek(first)}>
              {isoWeekOf(first)}
            </Button>
          </th>
          {WEEKDAYS.map((weekday) => {
            const on = addDays(first, weekday - 1);
            const { lifts, keyRuns, races, away } = dayOfMany(view, on);
            return (
              <td key={weekday} className={on === view.today ? styles['today'] : undefined}>
                <Button look="quiet" onPress={() => onDay(on)}>
                  {dayText(on)}
                </Button>
                {lifts > 0 && <p>{counted(lifts, 'lift')}</p>}
                {keyRuns > 0 && <p>{counted(keyRuns, 'key run')}</p>}
                {away > 0 && <p>{away} away</p>}
                {races.slice(0, 3).map((race) => (
                  <p key={race} className={styles['race']}>
                    {race}
                  </p>
                ))}
                {races.length > 3 && <p>{counted(races.length - 3, 'more race')}</p>}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);
