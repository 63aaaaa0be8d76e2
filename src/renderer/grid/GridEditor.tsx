import type { Exercise } from '../../domain/exercises/exercise.ts';
import { canDo, NO_GYM_ITEMS } from '../../domain/exercises/noGym.ts';
import { previewCell } from '../../domain/programs/previewCell.ts';
import type { Program } from '../../domain/programs/program.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { tell } from '../kit/notices.ts';
import { CellInput, ExerciseInput, readingOf, type Echo } from './CellInput.tsx';
import { labelForNewRow } from './gridCommands.ts';
import { rowLineKey } from './gridModel.ts';
import { typedEdit } from './gridPlaces.ts';
import { loadWords, plateWords, resolveCell, type OpenProgram, type Strengths } from './resolveCell.ts';
import type { Grid } from './useGrid.ts';
import type { TypedFindings } from './useTypedFindings.ts';

interface EditorContext {
  readonly grid: Grid;
  readonly program: Program;
  readonly strengths: Strengths;
  readonly open: OpenProgram | undefined;
  readonly typed: TypedFindings;
  readonly focusGrid: () => void;
}

/** What a text would mean in the active cell, and what it comes to on the athlete's bar. */
const echoOf = ({ grid, program, strengths, open, typed }: EditorContext, text: string): Echo => {
  const findings = typed.found;
  const edit = typedEdit(grid, text);
  const monday = edit === undefined ? undefined : weeksOf(program)[edit.week - 1]?.startsOn;
  const slot = edit === undefined ? undefined : previewCell(program, edit);
  if (open === undefined || edit === undefined || monday === undefined || slot === undefined)
    return { ...readingOf(text), load: '', findings };
  const sets = resolveCell(strengths, slot, { week: edit.week, session: edit.session, monday });
  const load = [loadWords(sets), plateWords(sets)].filter((word) => word !== '').join(', ');
  return { ...readingOf(text), load, findings };
};

const commit = ({ grid, typed, focusGrid }: EditorContext, text: string, after: Parameters<Grid['move']>[0]): void => {
  const { active } = grid.selection;
  typed.clear();
  const line = grid.activeLine;
  const where = line?.kind === 'row' ? `${line.row.label} of week ${active.column + 1}` : 'a session';
  if (text !== grid.textAt(active)) grid.write([{ ...active, text }], `Edit ${where}`);
  grid.move(after);
  if (after !== 'stay') focusGrid();
};

const addRow = (grid: Grid, session: string, exerciseKey: string): void => {
  const label = labelForNewRow(grid, session);
  if (label === undefined) tell({ tone: 'problem', text: 'A session holds 26 groups of exercises at most.' });
  else grid.addRow({ session, label, exerciseKey });
};

const chooseExercise = ({ grid, focusGrid }: EditorContext, exerciseKey: string): void => {
  const line = grid.activeLine;
  grid.close();
  focusGrid();
  if (line?.kind === 'add') return addRow(grid, line.session, exerciseKey);
  if (line?.kind !== 'row' || line.row.exerciseKey === exerciseKey) return undefined;
  const { session, label, slots } = line.row;
  const isStored = slots.some((slot, place) => slot !== undefined && place + 1 >= grid.firstOpenWeek);
  if (!isStored) {
    grid.forgetRow(line.row);
    return grid.addRow({ session, label, exerciseKey });
  }
  grid.apply([{ kind: 'exercise', fromWeek: grid.firstOpenWeek, session, label, exerciseKey }], `Change ${label}`);
  return grid.goToKey(rowLineKey({ session, label, exerciseKey }));
};

/** What is drawn in the active cell while it is written: the shorthand with its echo, or the finder of exercises. */
export const GridEditor = (context: EditorContext) => {
  const { grid, open, typed, focusGrid } = context;
  const line = grid.activeLine;
  const { editing } = grid;
  if (editing === undefined || line === undefined) return null;
  const { column } = grid.selection.active;
  const cancel = (): void => {
    typed.clear();
    grid.close();
    focusGrid();
  };
  if (line.kind === 'add' || (line.kind === 'row' && column < 0)) {
    const equipment = open?.athlete.gym.equipment;
    const isPossible = (exercise: Exercise): boolean =>
      equipment === undefined || canDo(exercise, [...equipment, ...NO_GYM_ITEMS]);
    return (
      <ExerciseInput
        label={line.kind === 'add' ? `New exercise in ${line.session}` : 'Exercise'}
        initial={editing.initial}
        exercises={grid.exercises.filter((one) => one.isArchived !== true)}
        canDo={isPossible}
        onCommit={(exerciseKey) => chooseExercise(context, exerciseKey)}
        onCancel={cancel}
      />
    );
  }
  return (
    <CellInput
      label={line.kind === 'row' ? `${line.row.label}, week ${column + 1}` : 'Session'}
      initial={editing.initial}
      isReplacing={editing.isReplacing}
      echoOf={line.kind === 'row' ? (text) => echoOf(context, text) : undefined}
      onTyped={(text) => {
        const edit = typedEdit(grid, text);
        if (edit !== undefined && readingOf(text).isUnderstood) typed.ask(edit);
        else typed.clear();
      }}
      onCommit={(text, after) => commit(context, text, after)}
      onCancel={cancel}
    />
  );
};
