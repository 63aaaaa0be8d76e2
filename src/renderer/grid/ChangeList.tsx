import type { Exercise } from '../../domain/exercises/exercise.ts';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import type { ProgramChange } from '../../domain/programs/programDiff.ts';
import { fullDay } from '../format.ts';
import styles from './ChangeList.module.css';

const SHOWN = 200;

interface ChangeListProps {
  readonly changes: readonly ProgramChange[];
  readonly exercises: readonly Exercise[];
}

/** Everything that is otherwise in the second of two programs, what was before what comes. */
export const ChangeList = ({ changes, exercises }: ChangeListProps) => {
  const nameOf = (key: string): string => exercises.find((one) => one.key === key)?.name ?? key;
  return (
    <ul className={styles['changes']}>
      {changes.slice(0, SHOWN).map((one) => (
        <ChangeLine key={changeKey(one)} change={one} nameOf={nameOf} />
      ))}
      {changes.length > SHOWN && <li className="quiet">and {changes.length - SHOWN} more</li>}
    </ul>
  );
};

/** A day is told as people tell it. */
const factText = (text: string): string => {
  const date = parsePlainDate(text);
  if (date !== undefined) return fullDay(date);
  return text === '' ? 'none' : text;
};

const changeKey = (change: ProgramChange): string =>
  change.kind === 'fact' ? change.what : `${change.week} ${change.session} ${change.label}`;

interface ChangeLineProps {
  readonly change: ProgramChange;
  readonly nameOf: (key: string) => string;
}

const ChangeLine = ({ change, nameOf }: ChangeLineProps) => {
  if (change.kind === 'fact') {
    return (
      <li>
        {change.what}: <del>{factText(change.before)}</del> → <ins>{factText(change.after)}</ins>
      </li>
    );
  }
  const { week, session, label, before, after } = change;
  const isOther = before !== undefined && after !== undefined && before.exerciseKey !== after.exerciseKey;
  const said = (cell: typeof before): string =>
    cell === undefined ? 'not done' : isOther ? `${nameOf(cell.exerciseKey)} ${cell.text}` : cell.text;
  return (
    <li>
      Week {week} · {session} {label}{' '}
      <span className="quiet">{nameOf(after?.exerciseKey ?? before?.exerciseKey ?? '')}</span>:{' '}
      <del>{said(before)}</del> → <ins>{said(after)}</ins>
    </li>
  );
};
