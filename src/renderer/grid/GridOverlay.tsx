import type { Program } from '../../domain/programs/program.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { day } from '../format.ts';
import type { ActionGroup } from '../kit/ActionMenu.tsx';
import { BlockDialog, KeysDialog, NoteDialog } from './GridDialogs.tsx';
import { CopyWeekDialog } from './CopyWeekDialog.tsx';
import { MoveSessionDialog, SessionDialog } from './SessionDialogs.tsx';
import { TextDialog } from './TextDialog.tsx';
import { sessionOf } from './gridModel.ts';
import { weeksIn } from './selectedWeeks.ts';
import type { Grid } from './useGrid.ts';

export type Overlay = 'keys' | 'note' | 'block' | 'session' | 'moveSession' | 'copyWeek' | 'text';

interface GridOverlayProps {
  readonly overlay: Overlay;
  readonly label: string;
  readonly fixedDays: readonly string[] | undefined;
  readonly grid: Grid;
  readonly program: Program;
  readonly groups: readonly ActionGroup[];
  readonly onClose: () => void;
}

/** The dialog a command of the grid opened, about the active cell. */
export const GridOverlay = (props: GridOverlayProps) => {
  const { overlay, grid, program, groups, onClose } = props;
  const week = grid.selection.active.column + 1;
  const line = grid.activeLine;
  switch (overlay) {
    case 'keys':
      return <KeysDialog groups={groups} onClose={onClose} />;
    case 'note': {
      if (line?.kind !== 'row') return null;
      const { session, label, slots } = line.row;
      const monday = weeksOf(program)[week - 1]?.startsOn;
      return (
        <NoteDialog
          title={`Note on ${label}, week ${week}${monday === undefined ? '' : ` (${day(monday)})`}`}
          note={slots[week - 1]?.note ?? ''}
          onSave={(text) => {
            grid.apply([{ kind: 'note', week, session, label, text }], `Note on ${label}`);
            onClose();
          }}
          onClose={onClose}
        />
      );
    }
    case 'block':
      return (
        <BlockDialog
          program={program}
          week={week}
          onSave={(edit) => {
            grid.apply([edit], `Block ${edit.name}`);
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'session':
      return (
        <SessionDialog
          program={program}
          onSave={(session) => {
            grid.addSession(session);
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'copyWeek':
      return (
        <CopyWeekDialog
          weeks={weeksIn(grid)}
          count={grid.model.columns.length}
          onCopy={(edits, called) => {
            grid.apply(edits, called);
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'text':
      return (
        <TextDialog
          label={props.label}
          program={program}
          exercises={grid.exercises}
          fixedDays={props.fixedDays}
          onApply={(edit, called) => grid.apply([edit], called)}
          onClose={onClose}
        />
      );
    case 'moveSession': {
      const session = sessionOf(line);
      if (session === undefined) return null;
      return (
        <MoveSessionDialog
          program={program}
          session={session}
          weeks={weeksIn(grid)}
          firstOpenWeek={grid.firstOpenWeek}
          onMove={(edits, called) => {
            grid.apply(edits, called);
            onClose();
          }}
          onClose={onClose}
        />
      );
    }
  }
};
