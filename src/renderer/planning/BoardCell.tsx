import type { DragEvent } from 'react';
import { placeKey, type JudgedPlace, type PlaceLevel } from '../../domain/placement/placeInCalendar.ts';
import { placeText } from '../../domain/placement/placementWords.ts';
import { isAwayOn } from '../../domain/running/runningPlan.ts';
import { distance } from '../format.ts';
import {
  dayFacts,
  doneBesides,
  fateWord,
  LEVEL_SHAPES,
  LEVEL_WORDS,
  placeOf,
  runLetter,
  runWords,
  shortName,
  type BoardRow,
  type CalendarAthlete,
  type LiftHere,
  type PlannedRunHere,
  type Spot,
} from './planModel.ts';
import type { Carried, Hand, Judged } from './usePlanBoard.ts';
import styles from './PlanBoard.module.css';

const RunChip = ({ run, athlete }: { readonly run: PlannedRunHere; readonly athlete: CalendarAthlete }) => {
  const word = fateWord(run);
  return (
    <span className={`${styles['run']} ${run.kind === 'easy' ? '' : styles['key']}`} title={runWords(run, athlete)}>
      <b>{run.kind === 'race' ? (run.priority ?? 'R') : runLetter(run)}</b>
      {run.kind === 'race' ? ` ${run.title ?? ''}` : ''}
      {run.distanceM === undefined || run.kind === 'race' ? '' : ` ${distance(run.distanceM, athlete.distanceUnit)}`}
      {word !== '' && <span className={styles['fate']}> {word}</span>}
    </span>
  );
};

interface LiftChipProps {
  readonly lift: LiftHere;
  readonly judged: JudgedPlace | undefined;
  readonly isCarried: boolean;
  readonly onGrab: () => void;
  readonly onEnd: () => void;
}

const LiftChip = ({ lift, judged, isCarried, onGrab, onEnd }: LiftChipProps) => {
  const level: PlaceLevel = judged?.level ?? 'ok';
  const start = (event: DragEvent): void => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', lift.name);
    onGrab();
  };
  return (
    <span
      className={`${styles['lift']} ${isCarried ? styles['carried'] : ''} ${lift.isDone ? styles['done'] : ''}`}
      draggable={!lift.isDone}
      onDragStart={start}
      onDragEnd={onEnd}
      title={`${lift.name}, ${lift.minutes} min, ${lift.program}`}
    >
      {!lift.isDone && lift.isLower && (
        <span className={`${styles['shape']} ${styles[level]}`}>{LEVEL_SHAPES[level]}</span>
      )}
      <span className={styles['name']}>{shortName(lift.name)}</span>
      {lift.isDone ? <span className={styles['fate']}>done</span> : null}
      {lift.reason !== undefined && (
        <span className={styles['fate']} title={`Placed against a rule: ${lift.reason}`}>
          “{lift.reason}”
        </span>
      )}
    </span>
  );
};

interface BoardCellProps {
  readonly row: BoardRow;
  readonly spot: Spot;
  /** What is carried, where it is of this row, and what is said of it. */
  readonly carried: Carried | undefined;
  readonly judged: Judged | undefined;
  readonly isFocus: boolean;
  readonly hand: Hand;
  /** How the lifts stand, by session. */
  readonly standing: ReadonlyMap<number, JudgedPlace>;
  readonly isToday: boolean;
}

/** A half of a day of one athlete. While one of their lifts is carried it says what would become of it here. */
export const BoardCell = ({ row, spot, carried, judged, isFocus, hand, standing, isToday }: BoardCellProps) => {
  const { athlete } = row;
  const place = placeOf(row, spot);
  const isAt = (one: { readonly on: string; readonly timeOfDay: string }): boolean =>
    one.on === place.on && one.timeOfDay === place.timeOfDay;
  const runs = athlete.runs.filter(isAt);
  const lifts = athlete.lifts.filter(isAt);
  const facts = dayFacts(athlete, place.on);
  const besides = spot.half === 0 ? doneBesides(athlete, place.on) : [];
  const isAway = isAwayOn(athlete.away, place.on) !== undefined;
  const here = judged?.get(placeKey(place));
  const isOver = carried !== undefined && isAt(carried.over);
  const words = [
    placeText(place),
    ...runs.map((run) => runWords(run, athlete)),
    ...lifts.map(({ sessionId, name, isDone, reason }) => {
      const level = standing.get(sessionId)?.level;
      const how = isDone ? 'done' : level === undefined ? '' : LEVEL_WORDS[level];
      return [`lift ${name}`, how, reason ?? ''].filter((word) => word !== '').join(', ');
    }),
    ...besides,
    ...facts,
    ...(here === undefined ? [] : [LEVEL_WORDS[here.level]]),
  ];
  const className = [
    styles['half'],
    isToday ? styles['today'] : '',
    facts.length > 0 ? styles['closed'] : '',
    here === undefined ? '' : `${styles['judged']} ${styles[`${here.level}Wash`]}`,
    isOver ? styles['over'] : '',
  ].join(' ');
  return (
    <td
      data-spot={`${spot.row}:${spot.half}:${spot.day}`}
      tabIndex={isFocus ? 0 : -1}
      className={className}
      onFocus={() => hand.focus(spot)}
      onDragOver={(event) => {
        if (carried === undefined) return;
        event.preventDefault();
        if (!isOver) hand.carryOver(place);
      }}
      onDrop={(event) => {
        event.preventDefault();
        hand.drop(place);
      }}
    >
      <span className="visuallyHidden">{words.join(', ')}</span>
      <div aria-hidden>
        {here !== undefined && (
          <span className={`${styles['level']} ${styles[here.level]}`}>{LEVEL_SHAPES[here.level]}</span>
        )}
        {runs.map((run, at) => (
          <RunChip key={at} run={run} athlete={athlete} />
        ))}
        {lifts.map((lift) => (
          <LiftChip
            key={lift.sessionId}
            lift={lift}
            judged={standing.get(lift.sessionId)}
            isCarried={carried?.lift.sessionId === lift.sessionId}
            onGrab={() => hand.grab(spot, lift)}
            onEnd={hand.letGo}
          />
        ))}
        {besides.map((one) => (
          <span key={one} className={styles['besides']} title={one}>
            {one}
          </span>
        ))}
        {spot.half === 0 && facts.length > 0 && (
          <span className={styles['fact']} title={facts.join('. ')}>
            {isAway ? facts[0] : 'No leg lifts'}
          </span>
        )}
      </div>
    </td>
  );
};
