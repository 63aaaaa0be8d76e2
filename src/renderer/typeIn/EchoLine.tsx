import { plannedSetOf } from '../../domain/typeIn/plannedSet.ts';
import { readLine } from '../../domain/typeIn/typedLine.ts';
import { useAsk } from '../client/useAsk.ts';
import { client } from '../wire.ts';
import { echoOf, type EchoParts } from './boxWords.ts';
import type { AthleteToType, BoxPlace, SessionToType, Typing } from './typing.ts';
import styles from './TypeInScreen.module.css';

interface EchoLineProps {
  readonly athlete: AthleteToType;
  readonly sessions: readonly SessionToType[];
  readonly typing: Typing;
  /** The box under the cursor. */
  readonly at: BoxPlace | undefined;
  readonly problem: string | undefined;
}

/** What the box under the cursor means. Nothing where its line is not understood: there it is said beside it. */
const useEcho = ({ athlete, sessions, typing, at }: EchoLineProps) => {
  const library = useAsk(client.exercises.list, {});
  const row = at === undefined ? undefined : sessions[at.session]?.rows[at.row];
  const line = at === undefined ? undefined : row?.lines[at.line];
  const typed = at === undefined ? undefined : typing[at.session]?.rows[at.row]?.lines[at.line];
  if (at === undefined || row === undefined || line === undefined || typed === undefined) return undefined;
  const reading = readLine(line, typed, athlete.massUnit);
  if (reading.problems.length > 0) return undefined;
  const sets = reading.boxes[at.box] ?? [];
  const planned = plannedSetOf(line);
  const what = `${row.label}, set ${at.box + 1}:`;
  if (sets.length === 0 && typed.boxes[at.box]?.trim() === '') {
    const untold: EchoParts = { reading: planned === undefined ? 'nothing yet' : 'told by a box before it', more: [] };
    return { what, parts: untold };
  }
  const exercise =
    library.state === 'ready' ? library.value.exercises.find(({ key }) => key === row.exerciseKey) : undefined;
  return { what, parts: echoOf(sets, planned, exercise, athlete) };
};

/** The echo of what is typed, or what stands in the way of saving. */
export const EchoLine = (props: EchoLineProps) => {
  const echo = useEcho(props);
  const { problem } = props;
  return (
    <p className={styles['echo']} id="typing-echo" role="status">
      {problem !== undefined && <span className={styles['act']}>■ {problem} </span>}
      {echo !== undefined && (
        <>
          <span className="quiet">{echo.what}</span> <strong>{echo.parts.reading}</strong>
          {echo.parts.more.map((part) => (
            <span key={part} className="quiet">
              {' '}
              · {part}
            </span>
          ))}
          {echo.parts.warning !== undefined && <span className={styles['look']}> ▲ {echo.parts.warning}</span>}
        </>
      )}
    </p>
  );
};
