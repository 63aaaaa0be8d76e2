import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { FileText, Keyboard, TrendingUp } from 'lucide-react';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { canDo, NO_GYM_ITEMS } from '../../domain/exercises/noGym.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { unloaded } from '../../domain/programs/adaptProgram.ts';
import { readTsv, writeTsv } from '../../domain/programs/clipboard.ts';
import { previewCell } from '../../domain/programs/previewCell.ts';
import type { Slot } from '../../domain/programs/program.ts';
import type { ProgramRow } from '../../domain/programs/programRows.ts';
import type { CellEdit, ProgramEdit } from '../../domain/programs/programEdit.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import { noGymOf } from '../../domain/programs/travelWeek.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { workOut } from '../../domain/programs/workOut.ts';
import { counted, day } from '../format.ts';
import { ActionMenu, ContextMenu } from '../kit/ActionMenu.tsx';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { CellInput, ExerciseInput, readingOf, type Echo } from './CellInput.tsx';
import { FindingList, fixName } from './FindingList.tsx';
import { BlockDialog, KeysDialog, LeftOverPanel, NoteDialog, SessionDialog } from './GridDialogs.tsx';
import type { ColumnFacts } from './GridHead.tsx';
import { ProgramGrid } from './ProgramGrid.tsx';
import { GridSide } from './GridSide.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import { fillTo, gridCommands, labelForNewRow, type GridDialogs } from './gridCommands.ts';
import { pasteWrites } from './gridEdits.ts';
import {
  cellKey,
  faultsByCell,
  findingsByCell,
  findingsByWeek,
  risesByCell,
  weekSum,
  type Finding,
  type GridMarks,
  type Origin,
} from './gridMarks.ts';
import { cellText, rowLineKey } from './gridModel.ts';
import { actionForKey, isText } from './gridKeys.ts';
import { loadWords, plateWords, resolveCell, type OpenProgram, type Strengths } from './resolveCell.ts';
import { useGrid, type Grid } from './useGrid.ts';
import type { ProgramDocument } from './useProgramDocument.ts';
import styles from './GridDesk.module.css';

interface GridDeskProps {
  readonly label: string;
  readonly document: ProgramDocument;
  readonly exercises: readonly Exercise[];
  readonly strengths: Strengths;
  /** The athlete it is for; absent in a template. */
  readonly open: OpenProgram | undefined;
  readonly findings: readonly Finding[] | undefined;
  readonly origins: ReadonlyMap<string, Origin>;
  /** The check of the program as some edits would make it. */
  readonly checkAs: (edits: readonly ProgramEdit[]) => Promise<readonly Finding[]>;
  readonly runTextOf: (week: OpenProgram['weeks'][number]) => string | undefined;
  readonly today: PlainDate;
  readonly onText?: (() => void) | undefined;
  /** Buttons of the screen's own, at the right of the toolbar. */
  readonly tools?: ReactNode;
}

type Opened = 'progress' | 'keys' | 'note' | 'block' | 'session';

const NARROW = '(max-width: 1200px)';

const useIsNarrow = (): boolean => {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const list = matchMedia(NARROW);
    const listen = (): void => setNarrow(list.matches);
    list.addEventListener('change', listen);
    return () => list.removeEventListener('change', listen);
  }, []);
  return isNarrow;
};

const useMarks = (props: GridDeskProps): GridMarks => {
  const { document, findings, origins, strengths } = props;
  // What is typed is drawn first; what it means for the rest of the program follows.
  const program = useDeferredValue(document.program);
  const faults = useMemo(() => faultsByCell(workOut(program).faults), [program]);
  const rises = useMemo(() => risesByCell(program, strengths.exerciseAt), [program, strengths]);
  return useMemo(
    () => ({
      findings: findingsByCell(findings ?? []),
      findingsOfWeek: findingsByWeek(findings ?? []),
      rises,
      origins,
      faults,
    }),
    [findings, rises, origins, faults],
  );
};

/** How long a coach pauses before the check is asked about what is being typed. */
const CHECK_AFTER_MS = 150;

/** What the check says of a cell as it is being typed; nothing until it has answered for the newest text. */
const useTypedFindings = (checkAs: GridDeskProps['checkAs']) => {
  const [found, setFound] = useState<readonly string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    asked.current += 1;
    setFound([]);
  }, []);
  const ask = useCallback(
    (edit: CellEdit): void => {
      clear();
      const mine = asked.current;
      timer.current = setTimeout(() => {
        void checkAs([edit]).then((findings) => {
          if (mine !== asked.current) return;
          const here = findings.filter(
            (one) =>
              one.session === edit.session &&
              one.label === edit.label &&
              (one.week === edit.week || one.alsoWeeks.includes(edit.week)),
          );
          setFound(here.map(({ reason }) => reason));
        });
      }, CHECK_AFTER_MS);
    },
    [checkAs, clear],
  );
  return { found, ask, clear };
};

/** The edit that typing into the active cell would be. */
const typedEdit = (grid: Grid, text: string): CellEdit | undefined => {
  const line = grid.activeLine;
  if (line?.kind !== 'row' || grid.selection.active.column < 0) return undefined;
  const { session, label, exerciseKey } = line.row;
  return { kind: 'cell', week: grid.selection.active.column + 1, session, label, exerciseKey, text };
};

/** The program as a spreadsheet: written, checked and resolved while one types. */
export const GridDesk = (props: GridDeskProps) => {
  const { document, exercises, strengths, open, today } = props;
  const { program } = document;
  const weeks = useMemo(() => weeksOf(program), [program]);
  const nowAt = weeks.findIndex((week) => today <= addDays(week.startsOn, 6));
  const firstOpen = open === undefined ? 0 : nowAt < 0 ? weeks.length : nowAt;
  const grid = useGrid(document, exercises, firstOpen + 1, Math.min(firstOpen, weeks.length - 1));
  const marks = useMarks(props);
  const typed = useTypedFindings(props.checkAs);
  const isNarrow = useIsNarrow();
  const focus = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number }>();
  const menuAnchor = useRef<HTMLSpanElement>(null);
  const [showsLoads, setShowsLoads] = useState(false);
  const [isNoGym, setNoGym] = useState(false);
  const [ghosts, setGhosts] = useState<ReadonlyMap<string, string>>(NO_GHOSTS);

  const backToGrid = useCallback(() => {
    setOpened(undefined);
    setGhosts(NO_GHOSTS);
    requestAnimationFrame(() => focus.current?.focus());
  }, []);

  const exerciseOf = useCallback(
    (row: ProgramRow): Exercise | undefined =>
      isNoGym ? noGymOf(row, exercises) : strengths.exerciseAt(row.exerciseKey),
    [isNoGym, exercises, strengths],
  );
  const nameOf = useCallback(
    (row: ProgramRow): string => exerciseOf(row)?.name ?? (isNoGym ? 'left out: needs a gym' : row.exerciseKey),
    [exerciseOf, isNoGym],
  );
  const patternOf = useCallback((row: ProgramRow): string => exerciseOf(row)?.pattern ?? '', [exerciseOf]);
  const textOf = useCallback(
    (row: ProgramRow, slot: Slot): string => {
      const rung = exerciseOf(row);
      if (!isNoGym || rung === undefined || rung.key === row.exerciseKey) return cellText(slot);
      return printCell({ kind: 'sets', prescriptions: slot.prescriptions.map((one) => unloaded(one, rung)) });
    },
    [exerciseOf, isNoGym],
  );
  const loadOf = useCallback(
    (slot: Slot, session: string, week: number): string => {
      const monday = weeks[week - 1]?.startsOn;
      return monday === undefined ? '' : loadWords(resolveCell(strengths, slot, { week, session, monday }));
    },
    [strengths, weeks],
  );

  const dialogs: GridDialogs = {
    onProgress: () => setOpened('progress'),
    onText: props.onText,
    onKeys: () => setOpened('keys'),
    onNote: () => setOpened('note'),
    onBlock: () => setOpened('block'),
    onSession: () => setOpened('session'),
  };
  const groups = gridCommands({ grid, program, dialogs });
  const actions = groups.flatMap((group) => group.actions);

  const openEditor = (text: string | undefined): void => {
    const { active } = grid.selection;
    if (grid.activeLine?.kind === 'add' && active.column >= 0) grid.select({ ...active, column: -1 }, false);
    const present = grid.activeLine?.kind === 'add' || active.column < 0 ? '' : grid.textAt(active);
    const isName = grid.activeLine?.kind === 'session' && active.column < 0;
    grid.open({
      initial: text ?? (isName ? grid.textAt(active) : present),
      isReplacing: text !== undefined,
    });
  };

  const nextFinding = (by: 1 | -1): void => {
    const list = (props.findings ?? []).filter(({ week }) => week !== undefined);
    const at = list.findIndex((finding) => finding.week === grid.selection.active.column + 1);
    const next = list[(at + by + list.length) % list.length];
    if (next !== undefined) jumpTo(grid, next);
  };

  const fixHere = (): void => {
    const edit = typedEdit(grid, '');
    const here = edit === undefined ? [] : (marks.findings.get(cellKey(edit.week, edit.session, edit.label)) ?? []);
    const fix = here.find((finding) => finding.fix !== undefined)?.fix;
    if (fix === undefined) tell({ tone: 'problem', text: 'Nothing in this cell has a fix of one key.' });
    else grid.apply(fix.edits, fixName(fix));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== focus.current) return;
    const key = actionForKey(event);
    if (key === undefined && !isText(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === undefined) return openEditor(grid.activeLine?.kind === 'row' && event.key === '/' ? '' : event.key);
    switch (key.kind) {
      case 'step': {
        const page = Math.max(1, Math.floor((focus.current?.clientHeight ?? 300) / 32) - 4);
        return grid.step(key.line * (key.isPage === true ? page : 1), key.column, key);
      }
      case 'home':
        return grid.select({ line: key.isAll ? 0 : grid.selection.active.line, column: -1 }, key.isStretching);
      case 'end':
        return grid.select(
          {
            line: key.isAll ? grid.model.lines.length - 1 : grid.selection.active.line,
            column: grid.model.columns.length - 1,
          },
          key.isStretching,
        );
      case 'all':
        grid.select({ line: 0, column: 0 }, false);
        return grid.select({ line: grid.model.lines.length - 1, column: grid.model.columns.length - 1 }, true);
      case 'edit':
        return openEditor(undefined);
      case 'escape':
        grid.dropLeft();
        setGhosts(NO_GHOSTS);
        return grid.select(grid.selection.active, false);
      case 'menu':
        return setMenuAt(placeOfActive(focus.current, grid));
      case 'finding':
        return nextFinding(key.by);
      case 'fix':
        return fixHere();
      case 'keys':
        return setOpened('keys');
      case 'action': {
        const action = actions.find((one) => one.id === key.id);
        if (action?.isEnabled === true) action.run();
      }
    }
  };

  const onClipboard = (event: ClipboardEvent, kind: 'copy' | 'cut' | 'paste'): void => {
    if (event.target !== focus.current) return;
    event.preventDefault();
    const { rectangle } = grid;
    if (kind === 'paste') {
      const rows = readTsv(event.clipboardData.getData('text/plain'));
      if (rows.length === 0) return;
      const isRow = (line: number): boolean => grid.model.lines[line]?.kind === 'row';
      const writes = pasteWrites(rows, rectangle, isRow, grid.model.lines.length);
      grid.write(writes, `Paste ${counted(writes.length, 'cell')}`);
      return;
    }
    const rows: string[][] = [];
    for (let line = rectangle.fromLine; line <= rectangle.toLine; line += 1) {
      const isSingle = rectangle.fromLine === rectangle.toLine;
      if (!isSingle && grid.model.lines[line]?.kind !== 'row') continue;
      const row: string[] = [];
      for (let column = rectangle.fromColumn; column <= rectangle.toColumn; column += 1)
        row.push(grid.textAt({ line, column }));
      rows.push(row);
    }
    event.clipboardData.setData('text/plain', writeTsv(rows));
    if (kind === 'cut') actions.find((one) => one.id === 'clear')?.run();
  };

  const commit = (text: string, after: Parameters<Grid['move']>[0]): void => {
    const { active } = grid.selection;
    typed.clear();
    const line = grid.activeLine;
    const where = line?.kind === 'row' ? `${line.row.label} of week ${active.column + 1}` : 'a session';
    if (text !== grid.textAt(active)) grid.write([{ ...active, text }], `Edit ${where}`);
    grid.move(after);
    if (after !== 'stay') focus.current?.focus();
  };

  const chooseExercise = (exerciseKey: string): void => {
    const line = grid.activeLine;
    grid.close();
    focus.current?.focus();
    if (line?.kind === 'add') {
      const label = labelForNewRow(grid, line.session);
      if (label === undefined) tell({ tone: 'problem', text: 'A session holds 26 groups of exercises at most.' });
      else grid.addRow({ session: line.session, label, exerciseKey });
      return;
    }
    if (line?.kind !== 'row' || line.row.exerciseKey === exerciseKey) return;
    const { session, label, slots } = line.row;
    const isStored = slots.some((slot, place) => slot !== undefined && place + 1 >= grid.firstOpenWeek);
    if (!isStored) {
      grid.forgetRow(line.row);
      grid.addRow({ session, label, exerciseKey });
      return;
    }
    grid.apply([{ kind: 'exercise', fromWeek: grid.firstOpenWeek, session, label, exerciseKey }], `Change ${label}`);
    grid.goToKey(rowLineKey({ session, label, exerciseKey }));
  };

  const equipment = open?.athlete.gym.equipment;
  const isPossible = useCallback(
    (exercise: Exercise): boolean => equipment === undefined || canDo(exercise, [...equipment, ...NO_GYM_ITEMS]),
    [equipment],
  );

  const echoOf = (text: string): Echo => {
    const edit = typedEdit(grid, text);
    const monday = edit === undefined ? undefined : weeks[edit.week - 1]?.startsOn;
    const slot = edit === undefined ? undefined : previewCell(program, edit);
    const sets =
      slot === undefined || edit === undefined || monday === undefined
        ? []
        : resolveCell(strengths, slot, { week: edit.week, session: edit.session, monday });
    const load = open === undefined ? '' : [loadWords(sets), plateWords(sets)].filter((word) => word !== '').join(', ');
    return { ...readingOf(text), load, findings: typed.found };
  };

  const { active } = grid.selection;
  const line = grid.activeLine;
  const isPicking = line !== undefined && line.kind !== 'session' && active.column < 0;
  const editor =
    grid.editing === undefined || line === undefined ? undefined : isPicking || line.kind === 'add' ? (
      <ExerciseInput
        label={line.kind === 'add' ? `New exercise in ${line.session}` : 'Exercise'}
        initial={grid.editing.initial}
        exercises={exercises}
        canDo={isPossible}
        onCommit={chooseExercise}
        onCancel={() => {
          grid.close();
          focus.current?.focus();
        }}
      />
    ) : (
      <CellInput
        label={line.kind === 'row' ? `${line.row.label}, week ${active.column + 1}` : 'Session'}
        initial={grid.editing.initial}
        isReplacing={grid.editing.isReplacing}
        echoOf={line.kind === 'row' ? echoOf : undefined}
        onTyped={(text) => {
          const edit = typedEdit(grid, text);
          if (edit !== undefined && readingOf(text).isUnderstood) typed.ask(edit);
          else typed.clear();
        }}
        onCommit={commit}
        onCancel={() => {
          typed.clear();
          grid.close();
          focus.current?.focus();
        }}
      />
    );

  const facts = useCallback(
    (column: number): ColumnFacts => {
      const week = weeks[column];
      const known = open?.weeks[column];
      const levers = new Set(
        (week?.sessions ?? []).flatMap((session) =>
          session.slots.flatMap((slot) =>
            (marks.rises.get(cellKey(column + 1, session.name, slot.label)) ?? []).map(({ lever }) => lever),
          ),
        ),
      );
      const sum = week === undefined ? undefined : weekSum(week, column + 1, strengths);
      return {
        runText: known === undefined ? undefined : props.runTextOf(known),
        week: known,
        lowerHardSets: sum?.lowerHardSets ?? 0,
        minutes: sum?.minutes ?? 0,
        levers: [...levers],
        isNow: open !== undefined && column === nowAt,
      };
    },
    [weeks, open, marks.rises, strengths, props, nowAt],
  );

  const slot = line?.kind === 'row' ? line.row.slots[active.column] : undefined;
  const key = line?.kind === 'row' ? cellKey(active.column + 1, line.row.session, line.row.label) : '';
  const monday = weeks[active.column]?.startsOn;
  const knownWeek = open?.weeks[active.column];
  return (
    <div className={styles['desk']}>
      <div className={styles['bar']} role="toolbar" aria-label="Grid">
        {groups.slice(0, 3).map((group, place) => (
          <ActionMenu
            key={['Cells', 'Rows', 'Week'][place]}
            label={group.title}
            groups={place === 2 ? groups.slice(2) : [group]}
          >
            {['Cells', 'Rows', 'Week'][place]}
          </ActionMenu>
        ))}
        <Button look="quiet" onPress={dialogs.onProgress}>
          <TrendingUp aria-hidden /> Progress…
        </Button>
        {props.onText !== undefined && (
          <Button look="quiet" onPress={props.onText}>
            <FileText aria-hidden /> As text…
          </Button>
        )}
        {open !== undefined && (
          <Button look="quiet" aria-pressed={showsLoads} onPress={() => setShowsLoads(!showsLoads)}>
            Loads
          </Button>
        )}
        <Button look="quiet" aria-pressed={isNoGym} onPress={() => setNoGym(!isNoGym)}>
          No gym
        </Button>
        <Button look="quiet" onPress={() => setOpened('keys')} aria-label="Keys of the grid">
          <Keyboard aria-hidden />
        </Button>
        <span className={styles['saving']} role="status">
          {document.isSaving ? 'Saving…' : ''}
        </span>
        {props.tools !== undefined && <span className={styles['tools']}>{props.tools}</span>}
      </div>
      {grid.left.length > 0 && <LeftOverPanel left={grid.left} grid={grid} onClose={grid.dropLeft} />}
      {opened === 'progress' && (
        <ProgressPanel
          grid={grid}
          program={program}
          strengths={strengths}
          checkAs={props.checkAs}
          onGhosts={setGhosts}
          onClose={backToGrid}
        />
      )}
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <ProgramGrid
            label={props.label}
            model={grid.model}
            marks={marks}
            facts={facts}
            nameOf={nameOf}
            patternOf={patternOf}
            textOf={textOf}
            ghosts={ghosts}
            loadOf={showsLoads ? loadOf : undefined}
            selection={grid.selection}
            onSelect={grid.select}
            onOpen={(place) => {
              grid.select(place, false);
              openEditor(undefined);
            }}
            editor={editor}
            onKeyDown={onKeyDown}
            onClipboard={onClipboard}
            onFill={(to) => fillTo(grid, to)}
            onMenu={setMenuAt}
            isNarrow={isNarrow}
            focusRef={focus}
          />
        </div>
        <GridSide
          slot={slot}
          week={active.column + 1}
          label={line?.kind === 'row' ? line.row.label : line?.kind === 'session' ? line.session.name : 'New row'}
          exercise={line?.kind === 'row' ? exerciseOf(line.row) : undefined}
          sets={
            open === undefined || slot === undefined || line?.kind !== 'row' || monday === undefined
              ? []
              : resolveCell(strengths, slot, { week: active.column + 1, session: line.row.session, monday })
          }
          rises={marks.rises.get(key) ?? []}
          findings={marks.findings.get(key) ?? []}
          origin={marks.origins.get(key)}
          fault={marks.faults.get(key)}
          noGym={line?.kind === 'row' ? noGymOf(line.row, exercises)?.name : undefined}
          open={open}
          today={today}
          runText={knownWeek === undefined ? undefined : props.runTextOf(knownWeek)}
        >
          <FindingList
            findings={props.findings}
            onJump={(finding) => {
              jumpTo(grid, finding);
              focus.current?.focus();
            }}
            onFix={(fix) => Promise.resolve(grid.apply(fix.edits, fixName(fix)))}
          />
        </GridSide>
      </div>
      <span
        ref={menuAnchor}
        className={styles['anchor']}
        style={{ left: menuAt?.x ?? 0, top: menuAt?.y ?? 0 }}
        aria-hidden
      />
      {menuAt !== undefined && (
        <ContextMenu
          label="What can be done here"
          groups={groups}
          anchor={menuAnchor}
          onClose={() => {
            setMenuAt(undefined);
            requestAnimationFrame(() => {
              if (opened === undefined) focus.current?.focus();
            });
          }}
        />
      )}
      {opened === 'keys' && <KeysDialog groups={groups} onClose={backToGrid} />}
      {opened === 'note' && line?.kind === 'row' && (
        <NoteDialog
          title={`Note on ${line.row.label}, week ${active.column + 1}${monday === undefined ? '' : ` (${day(monday)})`}`}
          note={slot?.note ?? ''}
          onSave={(text) => {
            const { session, label } = line.row;
            grid.apply([{ kind: 'note', week: active.column + 1, session, label, text }], `Note on ${label}`);
            backToGrid();
          }}
          onClose={backToGrid}
        />
      )}
      {opened === 'block' && (
        <BlockDialog
          program={program}
          week={active.column + 1}
          onSave={(edit) => {
            grid.apply([edit], `Block ${edit.name}`);
            backToGrid();
          }}
          onClose={backToGrid}
        />
      )}
      {opened === 'session' && (
        <SessionDialog
          program={program}
          onSave={(session) => {
            grid.addSession(session);
            backToGrid();
          }}
          onClose={backToGrid}
        />
      )}
    </div>
  );
};

const NO_GHOSTS: ReadonlyMap<string, string> = new Map();

/** To the cell a finding is about, or the first of its week. */
const jumpTo = (grid: Grid, { week, session, label }: Finding): void => {
  const line = grid.model.lines.findIndex(
    (one) =>
      one.kind === 'row' &&
      (session === undefined || one.row.session === session) &&
      (label === undefined || one.row.label === label),
  );
  grid.select({ line: Math.max(0, line), column: (week ?? 1) - 1 }, false);
};

const placeOfActive = (scroller: HTMLElement | null, grid: Grid): { readonly x: number; readonly y: number } => {
  const { line, column } = grid.selection.active;
  const cell = scroller?.querySelector(`#cell-${line}-${column}`) ?? scroller;
  const box = cell?.getBoundingClientRect();
  return { x: box?.left ?? 0, y: box?.bottom ?? 0 };
};
