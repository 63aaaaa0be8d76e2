import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { needsText } from '../../domain/exercises/equipment.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { printCell, readCell, type CellMark } from '../../domain/programs/shorthand.ts';
import { findExercises } from '../app/findExercises.ts';
import styles from './CellInput.module.css';

/** Where the focus goes after a cell is written. */
export type After = 'stay' | 'down' | 'up' | 'right' | 'left';

/** What is understood of what is typed, and what it comes to for the athlete. */
export interface Echo {
  readonly reading: string;
  readonly isUnderstood: boolean;
  readonly load: string;
  readonly findings: readonly string[];
}

const markText = ({ found, expected, choices }: CellMark): string =>
  choices === undefined ? `“${found}”: expected ${expected}` : `“${found}” could be ${choices.join(' or ')}`;

/** The reading of a cell as it is typed. */
export const readingOf = (typed: string): Pick<Echo, 'reading' | 'isUnderstood'> => {
  const { cell, marks } = readCell(typed);
  if (marks.length > 0) return { reading: marks.map(markText).join('; '), isUnderstood: false };
  if (cell.kind === 'none') return { reading: 'not done this week', isUnderstood: true };
  if (cell.kind === 'skipped') return { reading: 'left out on purpose', isUnderstood: true };
  return { reading: printCell(cell), isUnderstood: true };
};

interface CellInputProps {
  readonly label: string;
  readonly initial: string;
  /** Begun by typing: arrows write the cell and move on. Otherwise they move in the text. */
  readonly isReplacing: boolean;
  readonly echoOf?: ((typed: string) => Echo) | undefined;
  /** Hears every keystroke, for what takes longer to say. */
  readonly onTyped?: ((typed: string) => void) | undefined;
  readonly onCommit: (text: string, after: After) => void;
  readonly onCancel: () => void;
}

const AFTER_KEY: Readonly<Record<string, readonly [plain: After, shifted: After]>> = {
  Enter: ['down', 'up'],
  Tab: ['right', 'left'],
};

const AFTER_ARROW: Readonly<Record<string, After>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** An input that has the focus, the cursor behind what stands there. However it is left, that happens once. */
const useTyping = (initial: string) => {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);
  const finish = (act: () => void): void => {
    if (isOver.current) return;
    isOver.current = true;
    act();
  };
  return { input, finish };
};

/** A cell while it is written: what is typed, and beneath it what that means. */
export const CellInput = (props: CellInputProps) => {
  const { label, initial, isReplacing, echoOf, onTyped, onCommit, onCancel } = props;
  const [typed, setTyped] = useState(initial);
  const { input, finish } = useTyping(initial);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const after = isReplacing ? AFTER_ARROW[event.key] : undefined;
    const keyed = AFTER_KEY[event.key]?.[event.shiftKey ? 1 : 0];
    if (event.key === 'Escape') finish(onCancel);
    else if (keyed !== undefined) finish(() => onCommit(typed, keyed));
    else if (after !== undefined) finish(() => onCommit(typed, after));
    else return;
    event.preventDefault();
  };
  const echo = echoOf?.(typed);
  return (
    <div className={styles['editor']}>
      <input
        ref={input}
        className={`${styles['input']} ${echo?.isUnderstood === false ? styles['unread'] : ''}`}
        aria-label={label}
        aria-invalid={echo?.isUnderstood === false}
        aria-describedby={echo === undefined ? undefined : 'grid-echo'}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        maxLength={1000}
        onChange={(event) => {
          setTyped(event.target.value);
          onTyped?.(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish(() => onCommit(typed, 'stay'))}
      />
      {echo !== undefined && (
        <div className={styles['echo']} id="grid-echo" role="status">
          <span className={echo.isUnderstood ? '' : styles['mark']}>{echo.reading}</span>
          {echo.load !== '' && <strong className={styles['load']}>{echo.load}</strong>}
          {echo.findings.map((finding) => (
            <span key={finding} className={styles['finding']}>
              ▲ {finding}
            </span>
          ))}
        </div>
      )}
    </div>
  );
};

interface ExerciseInputProps {
  readonly label: string;
  readonly initial: string;
  readonly exercises: readonly Exercise[];
  /** Those that this athlete's equipment allows come first; the others say what they need. */
  readonly canDo: (exercise: Exercise) => boolean;
  readonly onCommit: (exerciseKey: string) => void;
  readonly onCancel: () => void;
}

const SHOWN = 9;

/** The pattern a coach types before the exercise: `squat`, `hinge`. */
const found = (typed: string, exercises: readonly Exercise[]): readonly Exercise[] => {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return exercises;
  const [first = '', ...rest] = wanted.split(/\s+/u);
  const ofPattern = exercises.filter((one) => one.pattern.startsWith(first));
  const among =
    ofPattern.length > 0 ? findExercises(ofPattern, { typed: rest.join(' '), pattern: 'all', needs: '*' }) : [];
  const byName = findExercises(exercises, { typed, pattern: 'all', needs: '*' });
  // A name that says it all comes before the pattern it is part of.
  const exact = byName.filter((one) => one.name.toLowerCase() === wanted);
  return [...new Set([...exact, ...among, ...byName])];
};

/** Which exercise stands in a row: typed by pattern or name, chosen with the arrows. */
export const ExerciseInput = (props: ExerciseInputProps) => {
  const { label, initial, exercises, canDo, onCommit, onCancel } = props;
  const [typed, setTyped] = useState(initial);
  const [chosen, setChosen] = useState(0);
  const { input, finish } = useTyping(initial);
  const list = useMemo(() => {
    const all = found(typed, exercises);
    return [...all.filter(canDo), ...all.filter((one) => !canDo(one))].slice(0, SHOWN);
  }, [typed, exercises, canDo]);
  const at = list[Math.min(chosen, list.length - 1)];
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, list.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, chosen - 1));
    else if (event.key === 'Escape') finish(onCancel);
    else if ((event.key === 'Enter' || event.key === 'Tab') && at !== undefined) finish(() => onCommit(at.key));
    else return;
    event.preventDefault();
  };
  return (
    <div className={`${styles['editor']} ${styles['wide']}`}>
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls="grid-exercises"
        aria-activedescendant={at === undefined ? undefined : `grid-exercise-${at.key}`}
        className={styles['input']}
        placeholder="Pattern or name"
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish(onCancel)}
      />
      <div id="grid-exercises" role="listbox" aria-label="Exercises" className={styles['list']}>
        {list.length === 0 && <p className="quiet">No exercise is called so. Your own are added in the library.</p>}
        {list.map((one) => (
          <div
            key={one.key}
            id={`grid-exercise-${one.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={one === at}
            className={`${styles['option']} ${one === at ? styles['chosen'] : ''}`}
            onMouseDown={(event) => {
              event.preventDefault();
              finish(() => onCommit(one.key));
            }}
          >
            <span>{one.name}</span>
            <span className="quiet">{canDo(one) ? one.pattern : `needs ${needsText(one)}`}</span>
          </div>
        ))}
      </div>
    </div>
  );
};
