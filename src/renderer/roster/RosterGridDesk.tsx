import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Keyboard } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { previewCell } from '../../domain/programs/previewCell.ts';
import { modKey } from '../app/keys.ts';
import { counted } from '../format.ts';
import { CellInput, readingOf, type Echo } from '../grid/CellInput.tsx';
import { actionForKey, isText } from '../grid/gridKeys.ts';
import { loadWords, plateWords } from '../grid/resolveCell.ts';
import type { Place } from '../grid/selection.ts';
import { ActionMenu, type ActionGroup } from '../kit/ActionMenu.tsx';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { GridStrip } from './GridStrip.tsx';
import { RosterGridKeys } from './RosterGridKeys.tsx';
import { RosterGridTable } from './RosterGridTable.tsx';
import { blockedBecause, editIn, setsIn, textIn, type RosterGridView } from './rosterGridModel.ts';
import { useRosterGrid, type NotWritten, type RosterGridState } from './useRosterGrid.ts';
import { weekWord } from './weekWord.ts';
import styles from './RosterGrid.module.css';

interface RosterGridDeskProps {
  readonly view: RosterGridView;
  readonly rows: RosterGridView['rows'];
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly today: PlainDate;
}

const actionsOf = (grid: RosterGridState): ActionGroup => {
  const { rectangle } = grid;
  const cells = (rectangle.toLine - rectangle.fromLine + 1) * (rectangle.toColumn - rectangle.fromColumn + 1);
  const isInWeeks = rectangle.toColumn >= 0;
  return {
    title: counted(cells, 'cell'),
    actions: [
      { id: 'fillDown', label: 'Fill down', keys: `${modKey} D`, isEnabled: isInWeeks, run: () => grid.fill('down') },
      {
        id: 'fillRight',
        label: 'Fill right',
        keys: `${modKey} R`,
        isEnabled: isInWeeks,
        run: () => grid.fill('right'),
      },
      { id: 'clear', label: 'Clear', keys: 'Del', isEnabled: isInWeeks, run: grid.clear },
    ],
  };
};

/** The roster grid as it is worked in: keys, clipboard, the cell being written and what it comes to. */
export const RosterGridDesk = ({ view, rows, exercises, today }: RosterGridDeskProps) => {
  const grid = useRosterGrid(view, rows, exercises);
  const [, go] = useLocation();
  const focus = useRef<HTMLDivElement>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const { activeLine: line, editing, selection, rectangle } = grid;
  const { active } = selection;
  const group = actionsOf(grid);

  const openEditor = (text?: string): void => {
    if (line === undefined) return;
    if (active.column < 0) {
      if (text === undefined) go(`/athlete/${line.row.athleteId}/program`);
      return;
    }
    const blocked = blockedBecause(line, active.column);
    if (blocked === undefined) {
      grid.open({ initial: text ?? textIn(line, active.column), isReplacing: text !== undefined });
    } else {
      tell({ tone: 'problem', text: `This cell of ${line.row.athlete.name} stays as it is: ${blocked}.` });
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== focus.current) return;
    const key = actionForKey(event);
    if (key === undefined) {
      // The search of the roster is one key away here too.
      if (!isText(event) || event.key === '/') return;
      event.preventDefault();
      event.stopPropagation();
      return openEditor(event.key);
    }
    const act = actOf(key);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const actOf = (key: NonNullable<ReturnType<typeof actionForKey>>): (() => void) | undefined => {
    switch (key.kind) {
      case 'step': {
        const page = Math.max(1, Math.floor((focus.current?.clientHeight ?? 300) / 44) - 3);
        return () => grid.step(key.line * (key.isPage === true ? page : 1), key.column, key);
      }
      case 'home':
        return () => grid.select({ line: key.isAll ? 0 : active.line, column: -1 }, key.isStretching);
      case 'end':
        return () =>
          grid.select(
            { line: key.isAll ? grid.lines.length - 1 : active.line, column: grid.columns - 1 },
            key.isStretching,
          );
      case 'all':
        return grid.selectAll;
      case 'edit':
        return () => openEditor();
      case 'escape':
        return () => {
          grid.dropLeft();
          grid.select(active, false);
        };
      case 'keys':
        return () => setShowsKeys(true);
      case 'action': {
        const action = group.actions.find((one) => one.id === key.id);
        return action === undefined ? undefined : () => (action.isEnabled ? action.run() : undefined);
      }
      case 'menu':
      case 'fix':
      case 'finding':
        return undefined;
    }
  };

  const onClipboard = (event: ClipboardEvent, kind: 'copy' | 'cut' | 'paste'): void => {
    if (event.target !== focus.current) return;
    event.preventDefault();
    if (kind === 'paste') return grid.paste(event.clipboardData.getData('text/plain'));
    event.clipboardData.setData('text/plain', grid.copy());
    if (kind === 'cut') grid.clear();
  };

  const echoOf = (text: string): Echo => {
    const edit = line === undefined ? undefined : editIn(line, active.column, text);
    const slot = line === undefined || edit === undefined ? undefined : previewCell(line.program, edit);
    const sets = line === undefined ? [] : setsIn(line, active.column, slot);
    const load = [loadWords(sets), plateWords(sets)].filter((word) => word !== '').join(', ');
    return { ...readingOf(text), load, findings: [] };
  };

  const backToGrid = (): void => focus.current?.focus();
  const monday = view.mondays[active.column];
  return (
    <div className={styles['desk']}>
      {grid.left.length > 0 && (
        <NotWrittenPanel left={grid.left} mondays={view.mondays} onClose={grid.dropLeft} onFocus={backToGrid} />
      )}
      <RosterGridTable
        label={`${view.subject?.name ?? ''} across the roster`}
        subjectKind={view.subject?.kind ?? 'lift'}
        grid={grid}
        mondays={view.mondays}
        today={today}
        focusRef={focus}
        editor={
          editing === undefined || line === undefined || monday === undefined ? undefined : (
            <CellInput
              label={`${line.row.athlete.name}, ${line.row.exercise}, ${weekWord(monday)}`}
              initial={editing.initial}
              isReplacing={editing.isReplacing}
              echoOf={echoOf}
              onCommit={(text, after) => {
                grid.commit(text, after);
                if (after !== 'stay') backToGrid();
              }}
              onCancel={() => {
                grid.close();
                backToGrid();
              }}
            />
          )
        }
        onOpen={(place: Place) => {
          if (place.line === active.line && place.column === active.column) openEditor();
        }}
        onKeyDown={onKeyDown}
        onClipboard={onClipboard}
      />
      <GridStrip
        line={line}
        column={active.column}
        monday={monday}
        cells={(rectangle.toLine - rectangle.fromLine + 1) * (rectangle.toColumn - rectangle.fromColumn + 1)}
        isSaving={grid.isSaving}
      >
        <ActionMenu label="What can be done with the cells" groups={[group]}>
          Cells
        </ActionMenu>
        <Button look="quiet" onPress={() => setShowsKeys(true)} aria-label="Keys of the grid">
          <Keyboard aria-hidden />
        </Button>
      </GridStrip>
      {showsKeys && (
        <RosterGridKeys
          actions={group.actions}
          onClose={() => {
            setShowsKeys(false);
            requestAnimationFrame(backToGrid);
          }}
        />
      )}
    </div>
  );
};

interface NotWrittenPanelProps {
  readonly left: readonly NotWritten[];
  readonly mondays: RosterGridView['mondays'];
  readonly onClose: () => void;
  readonly onFocus: () => void;
}

const SHOWN = 4;

/** What could not be written: shown with its text and its reason until it is let go. */
const NotWrittenPanel = ({ left, mondays, onClose, onFocus }: NotWrittenPanelProps) => (
  <section className={styles['left']} aria-label="Not written" role="status">
    <p>
      <strong>{counted(left.length, 'cell was', 'cells were')} not written.</strong> Everything else is in the grid.
    </p>
    <ul>
      {left.slice(0, SHOWN).map((one) => {
        const monday = mondays[one.column];
        const where = [one.athlete, monday === undefined ? '' : weekWord(monday)]
          .filter((word) => word !== '')
          .join(', ');
        return (
          <li key={`${one.line} ${one.column}`}>
            {where} <code>{one.text === '' ? '(empty)' : one.text.slice(0, 60)}</code>{' '}
            <span className="quiet">{one.reason}</span>
          </li>
        );
      })}
      {left.length > SHOWN && <li className="quiet">and {left.length - SHOWN} more</li>}
    </ul>
    <div className={styles['leftActions']}>
      <Button
        onPress={() =>
          void navigator.clipboard
            .writeText(left.map(({ text }) => text).join('\n'))
            .then(() => tell({ tone: 'done', text: `${counted(left.length, 'text')} copied.` }))
        }
      >
        Copy these texts
      </Button>
      <Button
        look="quiet"
        onPress={() => {
          onClose();
          onFocus();
        }}
      >
        Let them go
      </Button>
    </div>
  </section>
);
