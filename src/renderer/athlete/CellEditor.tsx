import { useState } from 'react';
import type { ProgramId } from '../../domain/kernel/ids.ts';
import { printCell, readCell, type CellMark } from '../../domain/programs/shorthand.ts';
import { errorText } from '../../contract/errorText.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { ShorthandHelp } from './ShorthandHelp.tsx';
import styles from './CellEditor.module.css';

/** A cell of one program, and where it stands. */
export interface CellPlace {
  readonly programId: ProgramId;
  readonly revision: number;
  readonly week: number;
  readonly session: string;
  readonly label: string;
}

interface CellEditorProps {
  readonly place: CellPlace;
  readonly cell: string;
  /** The sets the cell comes to, where it is relative to another week. */
  readonly comesTo: string;
}

const markText = ({ found, expected, choices }: CellMark): string =>
  choices === undefined ? `“${found}”: expected ${expected}` : `“${found}” could be ${choices.join(' or ')}`;

/** What a cell comes to as it is typed: its reading in full, or what is not understood. */
const echoOf = (typed: string): { readonly text: string; readonly isUnderstood: boolean } => {
  const { cell, marks } = readCell(typed);
  if (marks.length > 0) return { text: marks.map(markText).join('; '), isUnderstood: false };
  if (cell.kind === 'none') return { text: 'not done this week', isUnderstood: true };
  if (cell.kind === 'skipped') return { text: 'left out on purpose', isUnderstood: true };
  return { text: printCell(cell), isUnderstood: true };
};

/** The prescription in shorthand, to be changed where it stands. What is not understood is kept as typed, and said. */
export const CellEditor = ({ place, cell, comesTo }: CellEditorProps) => {
  const [typed, setTyped] = useState(cell);
  const [problem, setProblem] = useState<string>();
  const edit = useCommand(client.programs.edit);
  const echo = echoOf(typed);
  const isChanged = typed.trim() !== cell;
  const save = async (): Promise<void> => {
    const { programId, revision, week, session, label } = place;
    const reply = await edit.run(
      { programId, revision, edits: [{ kind: 'cell', week, session, label, text: typed }] },
      { isQuiet: true },
    );
    if (!reply.ok) return setProblem(errorText(reply.error));
    const [fault] = reply.value.faults;
    setProblem(undefined);
    return tell(
      fault === undefined
        ? { tone: 'done', text: `${label} of week ${week} changed.` }
        : { tone: 'problem', text: `Week ${fault.week}, ${fault.session} ${fault.label}: ${fault.reason}.` },
    );
  };
  return (
    <form
      className={styles['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) void save();
      }}
    >
      <TextField label="Cell" value={typed} onChange={setTyped} error={problem} />
      <p className={echo.isUnderstood ? 'quiet' : styles['mark']} role="status">
        {isChanged || comesTo === '' ? echo.text : comesTo}
      </p>
      {isChanged && (
        <div className={styles['actions']}>
          <Button type="submit" isDisabled={edit.isRunning}>
            {echo.isUnderstood ? 'Change' : 'Keep as typed'}
          </Button>
          <Button look="quiet" onPress={() => setTyped(cell)}>
            Put back
          </Button>
        </div>
      )}
      <ShorthandHelp />
    </form>
  );
};
