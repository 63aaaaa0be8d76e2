import { Link } from 'wouter';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { TIMES_OF_DAY, type TimeOfDay } from '../../domain/placement/placedWeek.ts';
import {
  dayFacts,
  doneBesides,
  nextRace,
  runWords,
  type CalendarAthlete,
  type CalendarView,
} from '../planning/planModel.ts';
import styles from './CalendarScreen.module.css';

interface DayTableProps {
  readonly view: CalendarView;
  readonly on: PlainDate;
}

const halfOf = (athlete: CalendarAthlete, on: PlainDate, timeOfDay: TimeOfDay): readonly string[] => [
  ...athlete.runs.filter((run) => run.on === on && run.timeOfDay === timeOfDay).map((run) => runWords(run, athlete)),
  ...athlete.lifts
    .filter((lift) => lift.on === on && lift.timeOfDay === timeOfDay)
    .map((lift) =>
      [
        `lift ${lift.name}, ${lift.minutes} min`,
        lift.isDone ? 'done' : '',
        lift.reason === undefined ? '' : `(${lift.reason})`,
      ]
        .filter((word) => word !== '')
        .join(' '),
    ),
];

const hasSomething = (athlete: CalendarAthlete, on: PlainDate): boolean =>
  TIMES_OF_DAY.some((timeOfDay) => halfOf(athlete, on, timeOfDay).length > 0) ||
  dayFacts(athlete, on).length + doneBesides(athlete, on).length > 0;

/** A coach's sheet for one day: who runs and who lifts, morning and evening. */
export const DayTable = ({ view, on }: DayTableProps) => {
  const busy = view.athletes.filter((athlete) => hasSomething(athlete, on));
  const free = view.athletes.filter((athlete) => !hasSomething(athlete, on));
  return (
    <>
      <table className={styles['day']}>
        <thead>
          <tr>
            <th scope="col">Athlete</th>
            <th scope="col">Morning</th>
            <th scope="col">Evening</th>
            <th scope="col">To know</th>
          </tr>
        </thead>
        <tbody>
          {busy.map((athlete) => (
            <tr key={athlete.athleteId}>
              <th scope="row">
                <Link href={`/athlete/${athlete.athleteId}/plan`}>{athlete.name}</Link>
              </th>
              {TIMES_OF_DAY.map((timeOfDay) => (
                <td key={timeOfDay}>{halfOf(athlete, on, timeOfDay).join('; ')}</td>
              ))}
              <td className="quiet">
                {[...doneBesides(athlete, on), ...dayFacts(athlete, on), nextRace(athlete, view.today) ?? '']
                  .filter((word) => word !== '')
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {busy.length === 0 && <p className={styles['more']}>Nobody runs or lifts on this day.</p>}
      {free.length > 0 && busy.length > 0 && (
        <p className={styles['more']}>Free: {free.map(({ name }) => name).join(', ')}.</p>
      )}
    </>
  );
};
