import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { errorText } from '../../contract/errorText.ts';
import { readSheetCode } from '../../domain/sheets/sheetCode.ts';
import { useCommand } from '../client/useCommand.ts';
import { modKey } from '../app/keys.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { client } from '../wire.ts';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { EchoLine } from './EchoLine.tsx';
import { FootTable } from './FootTable.tsx';
import {
  focusAcross,
  focusFirstBox,
  focusFirstProblem,
  focusFoot,
  focusNextFootField,
  focusNextLine,
  focusState,
  isMod,
  sessionAt,
} from './formKeys.ts';
import { lineKey, SessionPanel, type PrintedChange } from './SessionPanel.tsx';
import { addTypedIn } from './sitting.ts';
import {
  firstToType,
  fits,
  hasProblems,
  isSameTyping,
  orderOf,
  withLine,
  withSession,
  type AthleteToType,
  type BoxPlace,
  type SessionToType,
  type SessionTyping,
  type Typing,
} from './typing.ts';
import styles from './TypeInScreen.module.css';

interface AthletePartProps {
  readonly athlete: AthleteToType;
  readonly sessions: readonly SessionToType[];
  readonly changes: readonly PrintedChange[];
  /** Absent: without paper. */
  readonly sheetCode: string | undefined;
  readonly first: Typing;
  readonly onSaved: () => void;
  readonly onLeave: () => void;
}

const savedWords = (recorded: number, sets: number, notDone: number): string =>
  [
    recorded > 0 ? `${counted(recorded, 'session')}, ${counted(sets, 'set')}` : '',
    notDone > 0 ? `${notDone} not done` : '',
  ]
    .filter((part) => part !== '')
    .join(', ') || 'nothing new';

/** The step that a save has left: the newest, if it has left one. */
const useSave = ({ athlete, sessions, sheetCode, first }: AthletePartProps) => {
  const { run, isRunning } = useCommand(client.typeIn.save);
  const save = async (typing: Typing): Promise<string | undefined> => {
    const order = orderOf(typing, first, sessions);
    if (order.length === 0 && sessions.some(({ typed }) => typed !== undefined)) return undefined;
    if (order.length === 0) return 'No session is marked as done or not done, so there is nothing to record.';
    const { athleteId, name } = athlete;
    const reply = await run(
      { athleteId, athlete: name, sessions: order, ...(sheetCode === undefined ? {} : { sheetCode }) },
      { isQuiet: true },
    );
    if (!reply.ok) return errorText(reply.error);
    const { recorded, sets, notDone } = reply.value;
    const history = recorded + notDone === 0 ? undefined : await client.history.list({ athleteId, limit: 1 });
    const step = history?.ok === true ? history.value.steps[0]?.step : undefined;
    addTypedIn({ sheetCode, step }, { athleteId, name, what: savedWords(recorded, sets, notDone) });
    return undefined;
  };
  return { save, isRunning };
};

/** One athlete's part of a sheet: every box as planned until something is typed. */
export const AthletePart = (props: AthletePartProps) => {
  const { athlete, sessions, changes, sheetCode, first, onSaved, onLeave } = props;
  const key = `${sheetCode ?? 'plan'} ${athlete.athleteId} ${sessions.map(({ sessionId, plannedOn }) => sessionId ?? plannedOn).join(' ')}`;
  const [kept] = useState(() => {
    const draft = draftOf(key);
    return draft !== undefined && fits(draft, sessions) ? draft : undefined;
  });
  const [typing, setTyping] = useState<Typing>(kept ?? first);
  const [isKept, setKept] = useState(kept !== undefined);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<BoxPlace>();
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  // Enter pressed twice is faster than the window is drawn.
  const isSaving = useRef(false);
  const { save, isRunning } = useSave(props);
  const begin = useRef(firstToType(typing, sessions));
  useEffect(() => void focusFirstBox(form.current, begin.current), []);

  const change = (next: Typing): void => {
    setTyping(next);
    setProblem(undefined);
    if (isSameTyping(next, first)) dropDraft(key);
    else keepDraft(key, next);
  };
  const onSession = (place: number, part: Partial<SessionTyping>): void => change(withSession(typing, place, part));

  const finish = async (): Promise<void> => {
    if (isSaving.current) return;
    if (hasProblems(typing, sessions, athlete.massUnit)) {
      focusFirstProblem(form.current);
      return setProblem('Something is not understood yet; nothing was recorded. What you typed is kept.');
    }
    isSaving.current = true;
    const refused = await save(typing).finally(() => {
      isSaving.current = false;
    });
    if (refused !== undefined) return setProblem(refused);
    dropDraft(key);
    return onSaved();
  };

  /** Everything left as planned: on to the foot, or to what stands in the way. */
  const acceptAll = (): void => {
    setAccepted(new Set(allLines(sessions)));
    if (hasProblems(typing, sessions, athlete.massUnit)) {
      focusFirstProblem(form.current);
      setProblem('Something is not understood yet; what you typed is kept.');
    } else if (!focusFoot(form.current)) void finish();
  };

  const toggleNotDone = (session: number): void => {
    onSession(session, { state: typing[session]?.state === 'notDone' ? 'done' : 'notDone' });
    // Its boxes come or go: the keyboard goes on from its state.
    requestAnimationFrame(() => form.current !== null && focusState(form.current, session));
  };

  /** Enter in a set box, or beside one: the line is as it should be, unless it is not understood. */
  const acceptLine = (root: HTMLElement, target: HTMLElement): void => {
    if (target.getAttribute('aria-invalid') !== 'true') {
      if (at !== undefined && target.dataset['field'] !== 'day') setAccepted(new Set([...accepted, lineKey(at)]));
      focusNextLine(root, target);
    } else if (target instanceof HTMLInputElement && readSheetCode(target.value) !== undefined) {
      setProblem(
        `“${target.value}” is the code of a sheet. Save this one first, or press Esc: what is typed here is kept.`,
      );
    }
  };

  const onEnter = (root: HTMLElement, target: HTMLElement): void => {
    const field = target.dataset['field'];
    if (field === 'foot') {
      if (!focusNextFootField(root, target)) void finish();
    } else if (field === 'state') {
      if (!focusNextLine(root, target)) void finish();
    } else acceptLine(root, target);
  };

  /** Keys of the form itself, in whatever field. False: the field's own. */
  const onHeldKey = (event: KeyboardEvent, target: HTMLElement): boolean => {
    if (event.key === 'Enter' && isMod(event)) {
      if (target.dataset['field'] === 'foot') void finish();
      else acceptAll();
    } else if (event.key === 'Escape') onLeave();
    else if (event.altKey && event.code === 'KeyN') toggleNotDone(sessionAt(target));
    else return false;
    return true;
  };

  const onPlainKey = (event: KeyboardEvent, target: HTMLElement, root: HTMLElement): boolean => {
    const field = target.dataset['field'];
    if (field === undefined || event.shiftKey || event.altKey || isMod(event)) return false;
    if (event.key === 'Enter') {
      onEnter(root, target);
      return true;
    }
    if (event.key === 'ArrowDown') return focusAcross(root, target, 1);
    return event.key === 'ArrowUp' && focusAcross(root, target, -1);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const { target } = event;
    if (event.nativeEvent.isComposing || !(target instanceof HTMLElement) || form.current === null) return;
    if (onHeldKey(event, target) || onPlainKey(event, target, form.current)) event.preventDefault();
  };

  return (
    // A form's keys: what is pressed in any of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={styles['part']}
      aria-label={`Results of ${athlete.name}`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      {isKept && (
        <p className={styles['banner']}>
          What you typed here before is still there and not saved yet.
          <Button
            look="quiet"
            onPress={() => {
              change(first);
              setKept(false);
              focusFirstBox(form.current, begin.current);
            }}
          >
            Start over
          </Button>
        </p>
      )}
      <div className={styles['panels']}>
        {sessions.map((session, place) => {
          const one = typing[place];
          return one === undefined ? null : (
            <SessionPanel
              key={`${session.programId} ${session.weekOrdinal} ${session.name}`}
              at={place}
              session={session}
              typing={one}
              unit={athlete.massUnit}
              changes={changes.filter(
                (it) =>
                  it.athleteId === athlete.athleteId &&
                  it.session === session.name &&
                  it.plannedOn === session.plannedOn,
              )}
              accepted={accepted}
              onLine={(where, with_) => change(withLine(typing, where, with_))}
              onSession={(part) => onSession(place, part)}
              onFocus={setAt}
            />
          );
        })}
        <FootTable sessions={sessions} typing={typing} onSession={onSession} onFocus={() => setAt(undefined)} />
      </div>
      <footer className={styles['bar']}>
        <EchoLine athlete={athlete} sessions={sessions} typing={typing} at={at} problem={problem} />
        <Button onPress={acceptAll}>
          Rest as planned <kbd className={styles['key']}>{modKey} ↵</kbd>
        </Button>
        <Button look="main" type="submit" isDisabled={isRunning}>
          Save
        </Button>
      </footer>
    </form>
  );
};

const allLines = (sessions: readonly SessionToType[]): readonly string[] =>
  sessions.flatMap(({ rows }, session) =>
    rows.flatMap(({ lines }, row) => lines.map((_, line) => lineKey({ session, row, line }))),
  );
