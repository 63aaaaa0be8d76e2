import { Fragment } from 'react';
import { plannedSetOf } from '../../domain/typeIn/plannedSet.ts';
import { readLine, type LineProblem, type TypedLine } from '../../domain/typeIn/typedLine.ts';
import type { MassUnit } from '../../domain/kernel/quantity.ts';
import { readDay } from '../../domain/typeIn/typedDay.ts';
import { useApp } from '../app/appContext.ts';
import { appName } from '../appName.ts';
import { counted, weekdayAndDay } from '../format.ts';
import { targetParts } from '../print/sheetColumns.ts';
import { planWords } from './boxWords.ts';
import type { BoxPlace, LinePlace, SessionState, SessionToType, SessionTyping, SheetToType } from './typing.ts';
import styles from './SessionPanel.module.css';

type PrintedRow = SessionToType['rows'][number];
type PrintedLine = PrintedRow['lines'][number];
export type PrintedChange = SheetToType['changes'][number];

interface SessionPanelProps {
  readonly at: number;
  readonly session: SessionToType;
  readonly typing: SessionTyping;
  readonly unit: MassUnit;
  /** Of this session: what the plan says now. */
  readonly changes: readonly PrintedChange[];
  readonly accepted: ReadonlySet<string>;
  readonly onLine: (place: LinePlace, change: (line: TypedLine) => TypedLine) => void;
  readonly onSession: (change: Partial<SessionTyping>) => void;
  readonly onFocus: (place: BoxPlace) => void;
}

const STATES: readonly { readonly state: SessionState; readonly word: string }[] = [
  { state: 'done', word: 'Done' },
  { state: 'notDone', word: 'Not done' },
  { state: 'open', word: 'Not yet' },
];

export const lineKey = ({ session, row, line }: LinePlace): string => `${session} ${row} ${line}`;

/** One session as it stands on paper: an exercise a row, its boxes to the right of the target. */
export const SessionPanel = (props: SessionPanelProps) => {
  const { at, session, typing, changes } = props;
  const added = changes.filter(({ change }) => change === 'new');
  return (
    <section className={styles['panel']} aria-label={session.name} data-session={at}>
      <PanelHead {...props} />
      {typing.state === 'done' ? (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th colSpan={2} scope="col">
                Exercise
              </th>
              <th scope="col">Target</th>
              <th scope="col">Sets done</th>
              <th scope="col">RPE</th>
              <th scope="col">Notes</th>
            </tr>
          </thead>
          {session.rows.map((row, place) => (
            <tbody key={row.label} className={styles['row']}>
              {row.lines.map((line, number) => (
                <Line
                  key={`${line.target} ${number}`}
                  {...props}
                  place={{ session: at, row: place, line: number }}
                  row={row}
                  line={line}
                  change={number === 0 ? changes.find((one) => one.label === row.label) : undefined}
                />
              ))}
            </tbody>
          ))}
        </table>
      ) : (
        <p className={styles['closed']}>
          {typing.state === 'notDone' ? 'Not done: nothing of it is recorded.' : 'Not yet: nothing is known of it.'}
        </p>
      )}
      {added.length > 0 && typing.state === 'done' && (
        <p className={styles['note']}>
          Not on this paper, but planned now: {added.map(({ label, now }) => `${label} ${now ?? ''}`).join('; ')}
        </p>
      )}
    </section>
  );
};

const PanelHead = ({ at, session, typing, onSession }: SessionPanelProps) => {
  const { today } = useApp();
  const day = readDay(typing.on, session.plannedOn);
  const { typed, besides } = session;
  return (
    <header className={styles['head']}>
      <h3>
        {session.name} <span className="quiet">planned {weekdayAndDay(session.plannedOn)}</span>
      </h3>
      <fieldset className={styles['states']}>
        <legend className="visuallyHidden">{session.name}: done or not</legend>
        {STATES.map(({ state, word }) => (
          <label key={state} className={typing.state === state ? styles['chosen'] : ''}>
            <input
              type="radio"
              name={`state ${at} ${session.athleteId}`}
              data-field="state"
              checked={typing.state === state}
              onChange={() => onSession({ state })}
            />
            {word}
          </label>
        ))}
      </fieldset>
      {typing.state === 'done' && (
        <label className={styles['day']}>
          <span>on</span>
          <input
            type="text"
            className={`${styles['box']} ${styles['dayBox']}`}
            data-field="day"
            aria-label={`${session.name}: day on which it was done, as thu, 19 or +1`}
            aria-invalid={!day.ok}
            placeholder={weekdayAndDay(session.plannedOn)}
            value={typing.on}
            maxLength={20}
            autoComplete="off"
            onChange={({ target }) => onSession({ on: target.value })}
          />
          <span role="status" className={day.ok && day.value <= today ? '' : styles['look']}>
            {!day.ok && `■ expected ${day.error.expected}`}
            {day.ok && typing.on.trim() !== '' && weekdayAndDay(day.value)}
            {day.ok && day.value > today && ' ▲ lies ahead'}
          </span>
        </label>
      )}
      {typed !== undefined && (
        <span className={styles['mark']}>
          ✓ {typed.state === 'done' ? 'recorded already; saving changes it' : 'marked as not done'}
          {typed.others > 0 && `; ${counted(typed.others, 'set')} of other exercises stay as they are`}
        </span>
      )}
      {typed === undefined && besides.length > 0 && typing.state === 'done' && (
        <span className={styles['look']}>
          ▲ also recorded that day: {besides.map(({ title, source }) => `${title} (${appName(source)})`).join(', ')}.
          Perhaps the same.
        </span>
      )}
    </header>
  );
};

interface LineProps extends SessionPanelProps {
  readonly place: LinePlace;
  readonly row: PrintedRow;
  readonly line: PrintedLine;
  readonly change: PrintedChange | undefined;
}

const EMPTY: TypedLine = { boxes: [], rpe: '', notes: '' };

const problemWords = (problem: LineProblem): string =>
  `${problem.box === 'rpe' ? 'RPE' : `Set ${problem.box + 1}`}, “${problem.found}”: expected ${problem.expected}`;

const Line = (props: LineProps) => {
  const { typing, place, row, line, unit, change, accepted, onLine, onFocus } = props;
  const typed = typing.rows[place.row]?.lines[place.line] ?? EMPTY;
  const reading = readLine(line, typed, unit);
  const plan = plannedSetOf(line);
  const planned = planWords(plan, unit);
  const isByFeel = plan?.takesLoad === true && reading.boxes.flat().some(({ loadKg }) => loadKg === undefined);
  const name = `${row.label} ${row.exercise}`;
  const problemsId = `problems-${lineKey(place).replaceAll(' ', '-')}`;
  const told = toldBefore(typed, reading.boxes);
  return (
    <>
      <tr data-line>
        {place.line === 0 && <NameCells row={row} isAccepted={accepted.has(lineKey(place))} />}
        <td className={styles['target']}>
          <Target target={line.target} />
          {line.plates !== undefined && <span className={styles['plates']}>{line.plates} a side</span>}
          {isByFeel && <span className={styles['now']}>▲ no load was planned: type it</span>}
          {change?.change === 'changed' && <span className={styles['now']}>▲ now {change.now}</span>}
          {change?.change === 'gone' && <span className={styles['now']}>▲ no longer planned</span>}
        </td>
        <td className={styles['setsCell']}>
          <div className={styles['boxes']}>
            {typed.boxes.map((text, box) => (
              <input
                // A box has no identity but its place.
                key={`box-${box}`}
                type="text"
                className={styles['box']}
                data-field="box"
                data-first={box === 0 ? true : undefined}
                aria-label={`${name}, set ${box + 1}${planned === '' ? '' : `, planned ${planned}`}`}
                aria-invalid={reading.problems.some((problem) => problem.box === box)}
                aria-describedby={reading.problems.length > 0 ? problemsId : 'typing-echo'}
                placeholder={told[box] === true ? '↤' : planned}
                value={text}
                maxLength={200}
                spellCheck={false}
                autoComplete="off"
                onFocus={() => onFocus({ ...place, box })}
                onChange={({ target }) =>
                  onLine(place, (one) => ({
                    ...one,
                    boxes: one.boxes.map((other, index) => (index === box ? target.value : other)),
                  }))
                }
              />
            ))}
          </div>
        </td>
        <td>
          <input
            type="text"
            className={`${styles['box']} ${styles['rpe']}`}
            data-field="rpe"
            aria-label={`${name}, RPE`}
            aria-invalid={reading.problems.some((problem) => problem.box === 'rpe')}
            placeholder={line.rpeCap === undefined ? '' : `≤${line.rpeCap}`}
            value={typed.rpe}
            maxLength={20}
            autoComplete="off"
            onFocus={() => onFocus({ ...place, box: 0 })}
            onChange={({ target }) => onLine(place, (one) => ({ ...one, rpe: target.value }))}
          />
        </td>
        <td>
          <input
            type="text"
            className={`${styles['box']} ${styles['notes']}`}
            data-field="notes"
            aria-label={`${name}, notes`}
            value={typed.notes}
            maxLength={500}
            autoComplete="off"
            onFocus={() => onFocus({ ...place, box: 0 })}
            onChange={({ target }) => onLine(place, (one) => ({ ...one, notes: target.value }))}
          />
        </td>
      </tr>
      {reading.problems.length > 0 && (
        <tr>
          <td colSpan={6} className={styles['problem']} id={problemsId}>
            {reading.problems.map((problem) => (
              <Fragment key={`${problem.box} ${problem.found}`}>■ {problemWords(problem)}. </Fragment>
            ))}
          </td>
        </tr>
      )}
    </>
  );
};

/** Its parts may stand on lines of their own, but none is torn apart. */
const Target = ({ target }: { readonly target: string }) => {
  const [dose, load, basis] = targetParts(target);
  // A comma stays with what it follows.
  const comma = basis.startsWith(',') ? ',' : '';
  return (
    <strong>
      <span className={styles['whole']}>{`${`${dose} ${load}`.trim()}${comma}`}</span>{' '}
      <span className={styles['whole']}>{basis.slice(comma.length).trim()}</span>
    </strong>
  );
};

/** Which empty boxes a box before them has told: `5,5,4` in the first fills three. */
const toldBefore = (typed: TypedLine, boxes: readonly (readonly unknown[])[]): readonly boolean[] => {
  let left = 0;
  return typed.boxes.map((text, box) => {
    if (text.trim() !== '') {
      left = text.includes('--') ? Number.POSITIVE_INFINITY : Math.max(0, (boxes[box]?.length ?? 0) - 1);
      return false;
    }
    left -= 1;
    return left >= 0;
  });
};

const NameCells = ({ row, isAccepted }: { readonly row: PrintedRow; readonly isAccepted: boolean }) => (
  <>
    <td rowSpan={row.lines.length} className={styles['label']}>
      {row.label}
    </td>
    <th scope="row" rowSpan={row.lines.length} className={styles['name']}>
      {row.exercise}
      {isAccepted && (
        <span className={styles['tick']}>
          <span aria-hidden> ✓</span>
          <span className="visuallyHidden"> accepted</span>
        </span>
      )}
    </th>
  </>
);
