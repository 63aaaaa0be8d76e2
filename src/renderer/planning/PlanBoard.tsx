import { memo, useMemo, type ComponentType } from 'react';
import { addDays, WEEKDAYS, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { judgeStanding, placeKey, type JudgedPlace } from '../../domain/placement/placeInCalendar.ts';
import { isInWeek } from '../../domain/placement/placementFacts.ts';
import type { PlacementPolicies } from '../../domain/placement/policies.ts';
import { weekdayName } from '../format.ts';
import { BoardCell } from './BoardCell.tsx';
import { judgedWords, LEVEL_SHAPES, placeOf, type BoardRow, type Spot } from './planModel.ts';
import type { Carried, Hand, Judged, PlanBoardState } from './usePlanBoard.ts';
import styles from './PlanBoard.module.css';

export type RowHead = ComponentType<{ readonly row: BoardRow }>;

interface PlanBoardProps {
  readonly label: string;
  readonly rows: readonly BoardRow[];
  readonly policies: PlacementPolicies;
  readonly today: PlainDate;
  readonly board: PlanBoardState;
  readonly onTable: (table: HTMLTableElement | null) => void;
  /** The Monday of the columns; absent where every row is another week. */
  readonly monday?: PlainDate;
  /** What stands at the head of a row. */
  readonly Head: RowHead;
}

/** How the lifts of a row stand, by session. */
const standingOf = ({ athlete, monday }: BoardRow, policies: PlacementPolicies): ReadonlyMap<number, JudgedPlace> =>
  new Map(
    athlete.lifts
      .filter((lift) => isInWeek(lift, monday) && !lift.isDone)
      .flatMap((lift) => {
        const judged = judgeStanding(athlete, monday, policies, lift);
        return judged === undefined ? [] : [[lift.sessionId, judged] as const];
      }),
  );

const HINT = 'Arrows move; Enter takes a lift, arrows carry it, Enter puts it down, Esc puts it back. Or drag it.';

/** The line under the eyes while something is carried: what is to be said before it is dropped. */
const LiveLine = ({
  rows,
  board,
  standing,
}: Pick<PlanBoardProps, 'rows' | 'board'> & { readonly standing: readonly ReadonlyMap<number, JudgedPlace>[] }) => {
  const { carried, judged, focus } = board;
  if (carried !== undefined) {
    const here = judged?.get(placeKey(carried.over));
    return (
      <p className={`${styles['live']} ${here === undefined ? '' : styles[`${here.level}Wash`]}`} role="status">
        {here === undefined ? (
          ''
        ) : (
          <>
            <span className={styles[here.level]} aria-hidden>
              {LEVEL_SHAPES[here.level]}
            </span>{' '}
            {judgedWords(carried.lift.name, carried.over, here)}
          </>
        )}
      </p>
    );
  }
  const row = rows[focus.row];
  const place = row === undefined ? undefined : placeOf(row, focus);
  const lift = row?.athlete.lifts.find(({ on, timeOfDay }) => on === place?.on && timeOfDay === place.timeOfDay);
  const stands = lift === undefined ? undefined : standing[focus.row]?.get(lift.sessionId);
  return (
    <p className={styles['live']} role="status">
      {lift === undefined || place === undefined || stands === undefined || stands.level === 'ok'
        ? HINT
        : `${judgedWords(lift.name, place, stands)}${lift.reason === undefined ? '' : ` Kept because: ${lift.reason}.`}`}
    </p>
  );
};

interface BoardWeekProps extends Pick<PlanBoardProps, 'today' | 'Head'> {
  readonly row: BoardRow;
  readonly at: number;
  readonly standing: ReadonlyMap<number, JudgedPlace>;
  readonly hand: Hand;
  /** Of this row alone, so that the others need not be drawn again at every key. */
  readonly focus: Spot | undefined;
  readonly carried: Carried | undefined;
  readonly judged: Judged | undefined;
}

const NOBODY: ReadonlyMap<number, JudgedPlace> = new Map();

/** A week of one athlete: its mornings, and its evenings below. */
const BoardWeek = memo(({ row, at, standing, today, Head, hand, focus, carried, judged }: BoardWeekProps) => (
  <>
    {[0, 1].map((half) => (
      <tr key={half} className={half === 0 ? styles['first'] : undefined}>
        {half === 0 && (
          <th scope="rowgroup" rowSpan={2} className={styles['head']}>
            <Head row={row} />
          </th>
        )}
        <th scope="row" className={styles['halfHead']}>
          {half === 0 ? 'AM' : 'PM'}
        </th>
        {WEEKDAYS.map((weekday) => (
          <BoardCell
            key={weekday}
            row={row}
            spot={{ row: at, half, day: weekday - 1 }}
            carried={carried}
            judged={judged}
            isFocus={focus?.half === half && focus.day === weekday - 1}
            hand={hand}
            standing={standing}
            isToday={addDays(row.monday, weekday - 1) === today}
          />
        ))}
      </tr>
    ))}
  </>
));
BoardWeek.displayName = 'BoardWeek';

/** Weeks as rows, the halves of their days as cells: what is run, what is lifted, what stands in the way. */
export const PlanBoard = ({ label, rows, policies, today, board, onTable, monday, Head }: PlanBoardProps) => {
  const standing = useMemo(() => rows.map((row) => standingOf(row, policies)), [rows, policies]);
  return (
    <div className={styles['board']}>
      <LiveLine rows={rows} board={board} standing={standing} />
      <div className={styles['scroll']}>
        <table
          ref={onTable}
          // Its cells are walked by arrows: it is a grid, and what is focused inside hears the keys.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={label}
          className={styles['table']}
          onKeyDown={board.onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className={styles['corner']}>
                <span className="visuallyHidden">Whose week</span>
              </th>
              <th scope="col" className={styles['halfHead']}>
                <span className="visuallyHidden">Half of the day</span>
              </th>
              {WEEKDAYS.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekdayName(weekday)}
                  {monday !== undefined && (
                    <span className="unit"> {Number(addDays(monday, weekday - 1).slice(8))}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const isCarrying = board.carried?.row === at;
              return (
                <BoardWeek
                  key={row.key}
                  row={row}
                  at={at}
                  standing={standing[at] ?? NOBODY}
                  today={today}
                  Head={Head}
                  hand={board.hand}
                  focus={board.focus.row === at ? board.focus : undefined}
                  carried={isCarrying ? board.carried : undefined}
                  judged={isCarrying ? board.judged : undefined}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
};
