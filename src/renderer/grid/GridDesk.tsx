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
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { Slot, Week } from '../../domain/programs/program.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { noGymOf } from '../../domain/programs/travelWeek.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { ContextMenu, type Action, type ActionGroup } from '../kit/ActionMenu.tsx';
import { Button } from '../kit/Button.tsx';
import { Empty } from '../kit/States.tsx';
import { FindingList, fixName } from './FindingList.tsx';
import { LeftOverPanel } from './GridDialogs.tsx';
import { NO_GHOSTS, type Ghosts } from './GhostCell.tsx';
import { GridEditor } from './GridEditor.tsx';
import type { ColumnFacts } from './GridHead.tsx';
import { GridOverlay, type Overlay } from './GridOverlay.tsx';
import { GridSide } from './GridSide.tsx';
import { GridToolbar } from './GridToolbar.tsx';
import { ProgramGrid } from './ProgramGrid.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import { copyInto, pasteText } from './gridClipboard.ts';
import { fillTo, gridCommands, type GridDialogs } from './gridCommands.ts';
import { handleGridKey, openEditor } from './handleGridKey.ts';
import {
  cellKey,
  faultsByCell,
  findingsByCell,
  findingsByWeek,
  risesByCell,
  weekRises,
  weekSum,
  type Finding,
  type GridMarks,
  type Origin,
} from './gridMarks.ts';
import { groupsKeeper } from './keptModel.ts';
import { jumpTo } from './gridPlaces.ts';
import { loadWords, resolveCell, type OpenProgram, type Strengths } from './resolveCell.ts';
import { putOnDay } from './sessionCommands.ts';
import { useGrid } from './useGrid.ts';
import type { ProgramDocument } from './useProgramDocument.ts';
import { useRowWords } from './useRowWords.ts';
import { useTypedFindings } from './useTypedFindings.ts';
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
  /** Of a template: the sessions that have a day of their own. */
  readonly fixedDays?: readonly string[] | undefined;
  /** Of a template: for whom a cell comes to what. */
  readonly reachOf?: ((slot: Slot, exercise: Exercise) => ReactNode) | undefined;
  /** Buttons of the screen's own, at the right of the toolbar. */
  readonly tools?: ReactNode;
}

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
  const notWorkedOut = useDeferredValue(document.faults);
  const [keep] = useState(groupsKeeper<Finding>);
  const faults = useMemo(() => faultsByCell(notWorkedOut), [notWorkedOut]);
  const rises = useMemo(() => risesByCell(program, strengths.exerciseAt), [program, strengths]);
  const found = useMemo(
    () => ({ findings: keep(findingsByCell(findings ?? [])), findingsOfWeek: findingsByWeek(findings ?? []) }),
    [keep, findings],
  );
  return useMemo(() => ({ ...found, rises, origins, faults }), [found, rises, origins, faults]);
};

/** What stands over each week, by column. */
const useColumnFacts = (
  { open, strengths, runTextOf }: GridDeskProps,
  weeks: readonly Week[],
  rises: GridMarks['rises'],
  nowAt: number,
): ((column: number) => ColumnFacts) =>
  useCallback(
    (column: number): ColumnFacts => {
      const week = weeks[column];
      const known = open?.weeks[column];
      const sum = week === undefined ? undefined : weekSum(week, column + 1, strengths);
      return {
        runText: known === undefined ? undefined : runTextOf(known),
        week: known,
        lowerHardSets: sum?.lowerHardSets ?? 0,
        minutes: sum?.minutes ?? 0,
        levers: week === undefined ? [] : weekRises(week, column + 1, rises),
        isNow: open !== undefined && column === nowAt,
      };
    },
    [weeks, open, rises, strengths, runTextOf, nowAt],
  );

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
  const [opened, setOpened] = useState<Overlay | 'progress'>();
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number }>();
  const menuAnchor = useRef<HTMLSpanElement>(null);
  const [showsLoads, setShowsLoads] = useState(false);
  const [isNoGym, setNoGym] = useState(false);
  const [ghosts, setGhosts] = useState<Ghosts>(NO_GHOSTS);
  const words = useRowWords(exercises, strengths, isNoGym);
  const facts = useColumnFacts(props, weeks, marks.rises, nowAt);

  const focusGrid = useCallback(() => focus.current?.focus(), []);
  const dialogs = useMemo(
    (): GridDialogs => ({
      onProgress: () => setOpened('progress'),
      onText: () => setOpened('text'),
      onKeys: () => setOpened('keys'),
      onNote: () => setOpened('note'),
      onBlock: () => setOpened('block'),
      onSession: () => setOpened('session'),
      onMoveSession: () => setOpened('moveSession'),
      onCopyWeek: () => setOpened('copyWeek'),
    }),
    [],
  );
  // What the toolbar and the list of findings call stays the same while somebody types: they are not drawn again with every key.
  const latest = useRef({ grid, program });
  useEffect(() => {
    latest.current = { grid, program };
  });
  const groupsNow = useCallback(() => gridCommands({ ...latest.current, dialogs }), [dialogs]);
  const onJump = useCallback(
    (finding: Finding) => {
      jumpTo(latest.current.grid, finding);
      focusGrid();
    },
    [focusGrid],
  );
  const onFix = useCallback(
    (fix: NonNullable<Finding['fix']>) => Promise.resolve(latest.current.grid.apply(fix.edits, fixName(fix))),
    [],
  );
  const backToGrid = useCallback(() => {
    setOpened(undefined);
    setGhosts(NO_GHOSTS);
    requestAnimationFrame(focusGrid);
  }, [focusGrid]);
  const loadOf = useCallback(
    (slot: Slot, session: string, week: number): string => {
      const monday = weeks[week - 1]?.startsOn;
      return monday === undefined ? '' : loadWords(resolveCell(strengths, slot, { week, session, monday }));
    },
    [strengths, weeks],
  );

  const groups = (): readonly ActionGroup[] => gridCommands({ grid, program, dialogs });
  const actionsNow = (): readonly Action[] => groups().flatMap((group) => group.actions);
  const onKeyDown = (event: KeyboardEvent): void =>
    handleGridKey(
      {
        grid,
        marks,
        findings: props.findings,
        actionsNow,
        focus,
        onEscape: backToGrid,
        onKeys: dialogs.onKeys,
        onMenu: setMenuAt,
      },
      event,
    );
  const onClipboard = (event: ClipboardEvent, kind: 'copy' | 'cut' | 'paste'): void => {
    if (event.target !== focus.current) return;
    event.preventDefault();
    if (kind === 'paste') return pasteText(grid, event.clipboardData.getData('text/plain'));
    copyInto(event.clipboardData, grid);
    if (kind === 'cut')
      actionsNow()
        .find((one) => one.id === 'clear')
        ?.run();
    return undefined;
  };

  const { active } = grid.selection;
  const line = grid.activeLine;
  const row = line?.kind === 'row' ? line.row : undefined;
  const slot = row?.slots[active.column];
  const exercise = row === undefined ? undefined : words.exerciseOf(row);
  const key = row === undefined ? '' : cellKey(active.column + 1, row.session, row.label);
  const monday = weeks[active.column]?.startsOn;
  const knownWeek = open?.weeks[active.column];
  return (
    <div className={styles['desk']}>
      <GridToolbar
        groupsNow={groupsNow}
        dialogs={dialogs}
        showsLoads={open === undefined ? undefined : showsLoads}
        onShowLoads={setShowsLoads}
        isNoGym={isNoGym}
        onNoGym={setNoGym}
        isSaving={document.isSaving}
      >
        {props.tools}
      </GridToolbar>
      {grid.left.length > 0 && <LeftOverPanel left={grid.left} grid={grid} onClose={grid.dropLeft} />}
      {opened === 'progress' && (
        <ProgressPanel
          grid={grid}
          program={program}
          strengths={strengths}
          open={open}
          findings={props.findings}
          checkAs={props.checkAs}
          onGhosts={setGhosts}
          onClose={backToGrid}
        />
      )}
      <div className={styles['columns']}>
        <div className={styles['main']}>
          {grid.model.lines.length === 0 ? (
            <Empty
              title="Nothing is written yet"
              actions={
                <>
                  <Button look="main" onPress={dialogs.onSession}>
                    New session…
                  </Button>
                  <Button onPress={dialogs.onText}>Begin with a text…</Button>
                </>
              }
            >
              A session is a group of rows, an exercise a row, a week a column. Then type: 3x5@80, 3x4-6 RIR2, =, +2.5.
            </Empty>
          ) : (
            <ProgramGrid
              label={props.label}
              model={grid.model}
              marks={marks}
              facts={facts}
              known={open?.weeks}
              nameOf={words.nameOf}
              patternOf={words.patternOf}
              textOf={words.textOf}
              ghosts={ghosts}
              loadOf={showsLoads ? loadOf : undefined}
              selection={grid.selection}
              onSelect={grid.select}
              onOpen={(place) => {
                grid.select(place, false);
                openEditor(grid);
              }}
              editor={
                grid.editing === undefined ? undefined : (
                  <GridEditor
                    grid={grid}
                    program={program}
                    strengths={strengths}
                    open={open}
                    typed={typed}
                    focusGrid={focusGrid}
                  />
                )
              }
              onKeyDown={onKeyDown}
              onClipboard={onClipboard}
              onFill={(to) => fillTo(grid, to)}
              onDay={(at, weekday, isOnward) => putOnDay({ grid, program, dialogs }, at, weekday, isOnward)}
              onMenu={setMenuAt}
              isNarrow={isNarrow}
              isDated={open !== undefined}
              focusRef={focus}
            />
          )}
        </div>
        <GridSide
          slot={slot}
          week={active.column + 1}
          label={row?.label ?? (line?.kind === 'session' ? line.session.name : 'New row')}
          exercise={exercise}
          sets={
            open === undefined || slot === undefined || row === undefined || monday === undefined
              ? []
              : resolveCell(strengths, slot, { week: active.column + 1, session: row.session, monday })
          }
          rises={marks.rises.get(key) ?? []}
          findings={marks.findings.get(key) ?? []}
          origin={marks.origins.get(key)}
          fault={marks.faults.get(key)}
          noGym={row === undefined ? undefined : noGymOf(row, exercises)?.name}
          open={open}
          today={today}
          runText={knownWeek === undefined ? undefined : props.runTextOf(knownWeek)}
          reach={slot === undefined || exercise === undefined ? undefined : props.reachOf?.(slot, exercise)}
        >
          <FindingList findings={props.findings} onJump={onJump} onFix={onFix} />
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
          groups={groups()}
          anchor={menuAnchor}
          onClose={() => {
            setMenuAt(undefined);
            requestAnimationFrame(() => {
              if (opened === undefined) focusGrid();
            });
          }}
        />
      )}
      {opened !== undefined && opened !== 'progress' && (
        <GridOverlay
          overlay={opened}
          label={props.label}
          fixedDays={props.fixedDays}
          grid={grid}
          program={program}
          groups={groups()}
          onClose={backToGrid}
        />
      )}
    </div>
  );
};
