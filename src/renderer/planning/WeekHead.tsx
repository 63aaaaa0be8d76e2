import { isoWeekOf } from '../../domain/kernel/plainDate.ts';
import { weekDates } from '../kit/weekSteps.ts';
import { isTaper, weekRunning, type BoardRow } from './planModel.ts';

/** The head of a row that is a week. */
export const WeekHead = ({ row }: { readonly row: BoardRow }) => {
  const week = isoWeekOf(row.monday);
  const running = weekRunning(row);
  return (
    <>
      {week}
      <p>{weekDates(week)}</p>
      {running !== '' && <p>{running}</p>}
      {isTaper(row.athlete, row.monday) && <p>taper</p>}
    </>
  );
};
