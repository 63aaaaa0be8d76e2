import { useRef, useState, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteId, ProgramId } from '../../domain/kernel/ids.ts';
import { PROGRESSIONS } from '../../domain/progression/progressionOf.ts';
import type { ProposalVerdict } from '../../domain/progression/proposal.ts';
import { useHistoryWalk } from '../app/useHistoryWalk.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted, weekdayAndDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Explanation } from '../kit/Explanation.tsx';
import { Checkbox, Select } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './AutopilotPanel.module.css';

type Next = NonNullable<OutputOf<Contract['programs']['proposals']>['next']>;
type Slot = Next['slots'][number];
type Edits = NonNullable<Slot['proposal']>['edits'];

const VERDICT: Readonly<Record<ProposalVerdict, { readonly mark: string; readonly word: string }>> = {
  raise: { mark: '↑', word: 'raise' },
  harderExercise: { mark: '↑', word: 'harder exercise' },
  lower: { mark: '↓', word: 'lower' },
  easierExercise: { mark: '↓', word: 'easier exercise' },
  otherExercise: { mark: '⇄', word: 'swap this week' },
  leaveOut: { mark: '✕', word: 'leave out' },
  hold: { mark: '=', word: 'hold' },
  asPlanned: { mark: '·', word: 'as planned' },
};

/** Where the keyboard goes on after results are in. */
export const NEXT_SESSION_ID = 'next-session';

const editsOf = ({ proposal }: Slot): Edits => proposal?.edits ?? [];

interface AutopilotPanelProps {
  readonly athleteId: AthleteId;
  /** Absent: of the athlete's programs the one whose next session comes first. */
  readonly programId?: ProgramId;
  /** The athlete's name, where several stand below each other. */
  readonly whose?: string;
}

/** What each slot of the next session should do by its own rule; nothing changes until the coach accepts it. */
export const AutopilotPanel = ({ athleteId, programId, whose }: AutopilotPanelProps) => {
  const answer = useAsk(client.programs.proposals, { athleteId, ...(programId === undefined ? {} : { programId }) });
  if (answer.state !== 'ready' || answer.value.next === undefined) return null;
  const { next } = answer.value;
  return <NextSession key={`${next.sessionId} ${next.revision}`} next={next} whose={whose} />;
};

const NextSession = ({ next, whose }: { readonly next: Next; readonly whose: string | undefined }) => {
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const panel = useRef<HTMLElement>(null);
  const save = useEdit(next, () => panel.current?.focus());
  const changed = next.slots.filter((slot) => editsOf(slot).length > 0);
  const rest = next.slots.filter((slot) => editsOf(slot).length === 0);
  const accepted = changed.filter(({ label }) => !refused.has(label));
  const toggle = (label: string, isTicked: boolean): void => {
    const left = new Set(refused);
    if (isTicked) left.delete(label);
    else left.add(label);
    setRefused(left);
  };
  const accept = (): Promise<void> => {
    const proposals = counted(accepted.length, 'proposal');
    return save.run(accepted.flatMap(editsOf), `Accept ${proposals}`, `${proposals} accepted.`);
  };
  return (
    // What was accepted is gone, and its button with it: the keyboard goes on from here.
    <section
      ref={panel}
      id={whose === undefined ? NEXT_SESSION_ID : undefined}
      tabIndex={-1}
      className={styles['panel']}
      aria-label={whose === undefined ? 'Next session' : `Next session of ${whose}`}
    >
      <header className={styles['head']}>
        <h3>
          Next session{' '}
          <span className="quiet">{`${next.session}, ${weekdayAndDay(next.date)}, week ${next.week}`}</span>
        </h3>
        {changed.length > 0 && (
          <Button onPress={() => void accept()} isDisabled={accepted.length === 0 || save.isRunning}>
            <Check aria-hidden /> Accept {accepted.length}
          </Button>
        )}
      </header>
      {changed.length === 0 && <p className="quiet">{nothingToAccept(next)}</p>}
      {changed.length > 0 && (
        <ul className={styles['rows']}>
          {changed.map((slot) => (
            <SlotRow key={slot.label} slot={slot} next={next} onChoose={save.run}>
              <Checkbox
                aria-label={`Accept ${slot.label} ${slot.exercise}`}
                isSelected={!refused.has(slot.label)}
                onChange={(isTicked) => toggle(slot.label, isTicked)}
              >
                <span className={styles['label']}>{slot.label}</span>
              </Checkbox>
            </SlotRow>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <details className={styles['rest']}>
          <summary>{restText(rest, changed.length > 0)}</summary>
          <ul className={styles['rows']}>
            {rest.map((slot) => (
              <SlotRow key={slot.label} slot={slot} next={next} onChoose={save.run}>
                <span className={styles['label']}>{slot.label}</span>
              </SlotRow>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const nothingToAccept = ({ slots }: Next): string =>
  slots.every(({ proposal }) => proposal === undefined)
    ? 'Nothing of this session has been lifted yet. Once results are in, each lift proposes how it goes on.'
    : 'Nothing to change: the plan stands.';

const restText = (rest: readonly Slot[], hasOthers: boolean): string => {
  const lifts = counted(rest.length, hasOthers ? 'other lift' : 'lift');
  const unlifted = rest.filter(({ proposal }) => proposal === undefined).length;
  if (unlifted === rest.length) return `${lifts} not lifted yet`;
  const standing = `${lifts} as planned or held`;
  return unlifted === 0 ? standing : `${standing}, ${unlifted} of them not lifted yet`;
};

interface SlotRowProps {
  readonly slot: Slot;
  readonly next: Next;
  readonly onChoose: (edits: Edits, called: string, done: string) => Promise<void>;
  readonly children: ReactNode;
}

const SlotRow = ({ slot, next, onChoose, children }: SlotRowProps) => {
  const [isOpen, setOpen] = useState(false);
  const { proposal, exercise } = slot;
  const { mark, word } = VERDICT[proposal?.verdict ?? 'asPlanned'];
  return (
    <li className={styles['row']}>
      {children}
      <span>{exercise}</span>
      <span className={styles['cells']}>
        <code>{slot.now}</code>
        {proposal !== undefined && editsOf(slot).length > 0 && (
          <>
            <span aria-hidden> → </span>
            <span className="visuallyHidden"> becomes </span>
            {proposal.exercise !== undefined && <strong>{proposal.exercise} </strong>}
            <code className={styles['proposed']}>{proposal.text === 'x' ? 'left out' : proposal.text}</code>
          </>
        )}
      </span>
      <span className={`${styles['verdict']} ${styles[proposal?.verdict ?? 'asPlanned']}`}>
        {proposal === undefined ? (
          <span className="quiet">not lifted yet</span>
        ) : (
          <>
            <span aria-hidden>{mark}</span> {word}
          </>
        )}
      </span>
      <button type="button" className={styles['why']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Why<span className="visuallyHidden"> {`${slot.label} ${exercise}`}</span>
      </button>
      {isOpen && (
        <div className={styles['reasons']}>
          {proposal !== undefined && <Explanation lines={[...proposal.why, ...raisedLines(proposal)]} />}
          <GoesOnBy slot={slot} session={next.session} onChoose={onChoose} />
        </div>
      )}
    </li>
  );
};

const LEVER_NAME = { VOLUME: 'Volume', INTENSITY: 'Intensity', SELECTION: 'Exercise', TIME: 'Time' } as const;

const raisedLines = ({ raised }: NonNullable<Slot['proposal']>) =>
  raised.map(({ lever, by }) => ({ label: `Raises ${LEVER_NAME[lever].toLowerCase()}`, value: by, rule: 'R2.10' }));

/** No rule of the coach's own: the slot goes on by what it is. */
const BY_ITSELF = 'byItself';

interface GoesOnByProps {
  readonly slot: Slot;
  readonly session: string;
  readonly onChoose: SlotRowProps['onChoose'];
}

/** How the slot goes on: chosen by the coach for the whole program, or by what the slot is. */
const GoesOnBy = ({ slot, session, onChoose }: GoesOnByProps) => {
  const { label, isChosen, progression } = slot;
  const current = PROGRESSIONS.find(({ kind }) => kind === progression);
  const choose = async (value: string): Promise<void> => {
    const chosen = PROGRESSIONS.find(({ kind }) => kind === value);
    const edit = { kind: 'progression' as const, session, label };
    const edits = [chosen === undefined ? edit : { ...edit, progression: chosen.kind }];
    const name = chosen === undefined ? 'what it is' : chosen.name.toLowerCase();
    await onChoose(edits, `${label} goes on by ${name}`, `${label} goes on by ${name} from here.`);
  };
  return (
    <div className={styles['rule']}>
      <Select
        label="Goes on by"
        value={isChosen ? progression : BY_ITSELF}
        onChange={(value) => void choose(value)}
        choices={[
          { value: BY_ITSELF, label: isChosen ? 'What the slot is' : `What the slot is: ${current?.name ?? ''}` },
          ...PROGRESSIONS.map(({ kind, name, does }) => ({ value: kind, label: name, hint: does })),
        ]}
      />
      <p className="quiet">{current?.does}</p>
    </div>
  );
};

/** Saves edits of the program on its revision and tells of it, with the way back. */
const useEdit = ({ programId, revision }: Next, onSaved: () => void) => {
  const edit = useCommand(client.programs.edit);
  const { undo } = useHistoryWalk();
  const run = async (edits: Edits, called: string, done: string): Promise<void> => {
    const reply = await edit.run({ programId, revision, edits, called });
    if (!reply.ok) return;
    tell({ tone: 'done', text: done, action: { label: 'Undo', run: () => void undo() } });
    onSaved();
  };
  return { run, isRunning: edit.isRunning };
};
