import { useState } from 'react';
import { PHASES, type Phase, type Program } from '../../domain/programs/program.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { counted } from '../format.ts';
import type { ActionGroup } from '../kit/ActionMenu.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Checkbox, Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import type { LeftOver } from './gridEdits.ts';
import { MOVING_KEYS } from './gridKeys.ts';
import { ShorthandList } from './ShorthandList.tsx';
import type { Grid } from './useGrid.ts';
import styles from './GridDialogs.module.css';

/** Every key of the grid, and what can be typed into a cell. */
export const KeysDialog = ({
  groups,
  onClose,
}: {
  readonly groups: readonly ActionGroup[];
  readonly onClose: () => void;
}) => (
  <Dialog title="Keys of the grid" isOpen onClose={onClose} size="large">
    <div className={styles['keys']}>
      <section>
        <h3>Moving and writing</h3>
        <dl>
          {MOVING_KEYS.map(({ keys, means }) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>Doing</h3>
        <dl>
          {groups
            .flatMap((group) => group.actions)
            .filter((action) => action.keys !== undefined)
            .map((action) => (
              <div key={action.id}>
                <dt>{action.keys}</dt>
                <dd>{action.label}</dd>
              </div>
            ))}
        </dl>
      </section>
      <section>
        <h3>What a cell can say</h3>
        <ShorthandList />
      </section>
    </div>
  </Dialog>
);

interface NoteDialogProps {
  readonly title: string;
  readonly note: string;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

/** The coach's own note on a cell. */
export const NoteDialog = ({ title, note, onSave, onClose }: NoteDialogProps) => {
  const [text, setText] = useState(note);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => onSave(text)} isDisabled={text.length > 500}>
            Save note
          </Button>
        </>
      }
    >
      <TextField
        label="Note"
        hint="For you. What the athlete should read goes into the cell in quotes."
        isLong
        shouldFocus
        value={text}
        onChange={setText}
        error={text.length > 500 ? 'At most 500 letters' : undefined}
      />
    </Dialog>
  );
};

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  prep: 'Preparation',
  build: 'Build',
  season: 'Racing season',
  taper: 'Taper',
};

type BlockEdit = Extract<ProgramEdit, { readonly kind: 'block' }>;

interface BlockDialogProps {
  readonly program: Program;
  readonly week: number;
  readonly onSave: (edit: BlockEdit) => void;
  readonly onClose: () => void;
}

const blockAround = (program: Program, week: number) => {
  let first = 1;
  for (const block of program.blocks) {
    if (week < first + block.weeks.length) return { block, first };
    first += block.weeks.length;
  }
  return undefined;
};

/** Name and goal of the block round a week, or a new block from that week on. */
export const BlockDialog = ({ program, week, onSave, onClose }: BlockDialogProps) => {
  const around = blockAround(program, week);
  const [startsHere, setStartsHere] = useState(false);
  const [name, setName] = useState(around?.block.name ?? '');
  const [goal, setGoal] = useState(around?.block.goal ?? '');
  const [phase, setPhase] = useState<Phase | 'none'>(around?.block.phase ?? 'none');
  const mayStart = around !== undefined && around.first !== week;
  const isReady = name.trim() !== '' && name.length <= 80 && goal.length <= 120;
  const save = (): void => {
    if (!isReady) return;
    const heading = { name: name.trim(), goal: goal.trim(), ...(phase === 'none' ? {} : { phase }) };
    onSave({ kind: 'block', week, startsHere, ...heading });
  };
  return (
    <Dialog
      title={`Block of week ${week}`}
      isOpen
      onClose={onClose}
      onSubmit={save}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" isDisabled={!isReady} onPress={save}>
            {startsHere ? 'Begin block' : 'Save block'}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {mayStart && (
          <Checkbox isSelected={startsHere} onChange={setStartsHere}>
            A new block begins with week {week}
          </Checkbox>
        )}
        <TextField label="Name" value={name} onChange={setName} shouldFocus />
        <TextField label="Goal, in at most six words" hint="Printed on the sheet." value={goal} onChange={setGoal} />
        <Select
          label="Where it stands in the running year"
          value={phase}
          onChange={(value) => setPhase(PHASES.find((one) => one === value) ?? 'none')}
          choices={[
            { value: 'none', label: 'Not said' },
            ...PHASES.map((one) => ({ value: one, label: PHASE_WORDS[one] })),
          ]}
        />
      </div>
    </Dialog>
  );
};

const SHOWN = 6;

interface LeftOverPanelProps {
  readonly left: readonly LeftOver[];
  readonly grid: Grid;
  readonly onClose: () => void;
}

/** What a paste or a cell could not write: shown and kept until it is put somewhere or let go. */
export const LeftOverPanel = ({ left, grid, onClose }: LeftOverPanelProps) => {
  const weeks = grid.model.columns.length;
  const missing = Math.max(0, ...left.map(({ column }) => column + 1 - weeks));
  const beyond = left.filter(({ column }) => column >= weeks);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(left.map(({ text }) => text).join('\n'));
    tell({ tone: 'done', text: `${counted(left.length, 'text')} copied.` });
  };
  return (
    <section className={styles['left']} aria-label="Not written" role="status">
      <p>
        <strong>{counted(left.length, 'text was', 'texts were')} not written.</strong> Everything else is in the grid.
      </p>
      <ul>
        {left.slice(0, SHOWN).map((one) => (
          <li key={`${one.line} ${one.column} ${one.text}`}>
            <code>{one.text === '' ? '(empty)' : one.text.slice(0, 60)}</code>{' '}
            <span className="quiet">
              {one.column < 0 ? 'exercise' : `week ${one.column + 1}`}: {one.reason}
            </span>
          </li>
        ))}
        {left.length > SHOWN && <li className="quiet">and {left.length - SHOWN} more</li>}
      </ul>
      <div className={styles['actions']}>
        {missing > 0 && missing <= 52 && (
          <Button
            onPress={() => {
              const isDone = grid.apply(
                [{ kind: 'insertWeeks', after: weeks, count: missing, weekKind: 'build' }],
                `Add ${counted(missing, 'week')}`,
              );
              if (isDone) grid.writeLater(beyond, `Paste ${counted(beyond.length, 'cell')}`);
            }}
          >
            Add {counted(missing, 'week')} and write them
          </Button>
        )}
        <Button onPress={() => void copy()}>Copy these texts</Button>
        <Button look="quiet" onPress={onClose}>
          Let them go
        </Button>
      </div>
    </section>
  );
};
