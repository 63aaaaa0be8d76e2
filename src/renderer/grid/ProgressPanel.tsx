import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import type { ProgressPattern } from '../../domain/programs/progressPattern.ts';
import type { Program } from '../../domain/programs/program.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { TextField, type Choice } from '../kit/Fields.tsx';
import { RadioRow } from '../kit/RadioRow.tsx';
import { tell } from '../kit/notices.ts';
import { NO_GHOSTS, type Ghosts } from './GhostCell.tsx';
import { PatternFields } from './PatternFields.tsx';
import { ProgressSummary } from './ProgressSummary.tsx';
import type { Finding } from './gridMarks.ts';
import type { RowLine } from './gridModel.ts';
import { firstForm, numberIn, patternOf, weeksFault, type ProgressForm } from './progressForm.ts';
import { selectedRows, selectedWeeks } from './progressSelection.ts';
import { faultText } from './progressWords.ts';
import type { OpenProgram, Strengths } from './resolveCell.ts';
import type { Grid } from './useGrid.ts';
import { useProgress } from './useProgress.ts';
import styles from './ProgressPanel.module.css';

interface ProgressPanelProps {
  readonly grid: Grid;
  readonly program: Program;
  readonly strengths: Strengths;
  /** The athlete it is for; absent in a template. */
  readonly open: OpenProgram | undefined;
  /** What the check says now; absent while it is asked. */
  readonly findings: readonly Finding[] | undefined;
  readonly checkAs: (edits: readonly ProgramEdit[]) => Promise<readonly Finding[]>;
  readonly onGhosts: (ghosts: Ghosts) => void;
  readonly onClose: () => void;
}

const PATTERNS: readonly Choice<ProgressPattern['kind']>[] = [
  { value: 'load', label: '+ load' },
  { value: 'percent', label: '+ %' },
  { value: 'double', label: 'Reps, then load' },
  { value: 'wave', label: 'Wave' },
  { value: 'ramp', label: 'Start ramp' },
  { value: 'block', label: 'Blocks' },
  { value: 'taper', label: 'Taper to a race' },
];

const NO_ROWS: readonly RowLine['row'][] = [];

const firstSlot = (row: RowLine['row'] | undefined, fromWeek: number) =>
  row?.slots.slice(0, fromWeek).findLast((slot) => slot !== undefined && slot.prescriptions.length > 0);

/** What is selected, the same value as long as it holds the same. */
const useSelected = ({ model, rectangle, firstOpenWeek }: Grid) => {
  const { fromLine, toLine, fromColumn, toColumn } = rectangle;
  return useMemo(() => {
    const grid = { model, rectangle: { fromLine, toLine, fromColumn, toColumn }, firstOpenWeek };
    return { rows: selectedRows(grid), ...selectedWeeks(grid) };
  }, [model, fromLine, toLine, fromColumn, toColumn, firstOpenWeek]);
};

/** Esc anywhere in the panel closes it; a list that is open closes first, for it lies outside. */
const useEscape = (onClose: () => void) => {
  const panel = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const { current } = panel;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    current?.addEventListener('keydown', onKey);
    return () => current?.removeEventListener('keydown', onKey);
  }, [onClose]);
  return panel;
};

/** How the selected rows go on: seen in the grid as it is chosen, written by Enter as one step. */
export const ProgressPanel = (props: ProgressPanelProps) => {
  const { grid, program, strengths, open, onGhosts, onClose } = props;
  const selected = useSelected(grid);
  const races = useMemo(() => (open?.weeks ?? []).flatMap((week) => week.races), [open]);
  const [form, setForm] = useState<ProgressForm>(() =>
    firstForm(program, firstSlot(selected.rows[0], selected.fromWeek), strengths.athlete.massUnit, races),
  );
  const [typedFrom, setTypedFrom] = useState<string>();
  const [typedTo, setTypedTo] = useState<string>();
  const from = typedFrom ?? String(selected.fromWeek);
  const to = typedTo ?? String(selected.toWeek);
  const [fromWeek, toWeek] = [numberIn(from), numberIn(to)];
  const { firstOpenWeek } = grid;
  const weeks = Math.max(0, toWeek - Math.max(fromWeek, firstOpenWeek) + 1) || 0;
  const typedFault = weeksFault(form, from, to);
  const pattern = useMemo(() => patternOf(form, program, races, weeks), [form, program, races, weeks]);
  const answer = useProgress({
    program,
    rows: typedFault === undefined ? selected.rows : NO_ROWS,
    fromWeek,
    toWeek,
    firstOpenWeek,
    pattern,
    strengths,
    checkAs: props.checkAs,
  });
  const panel = useEscape(onClose);
  const { progress, ghosts } = answer;
  useEffect(() => onGhosts(ghosts), [ghosts, onGhosts]);
  useEffect(() => () => onGhosts(NO_GHOSTS), [onGhosts]);

  const count = grid.model.columns.length;
  const fault = typedFault ?? (progress.ok ? undefined : faultText(progress.error, count, firstOpenWeek));
  const isReady = progress.ok && progress.value.edits.length > 0;
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (!progress.ok || !isReady) return;
    if (!grid.apply(progress.value.edits, `Progress ${counted(progress.value.weeks.length, 'week')}`)) return;
    tell({ tone: 'done', text: `${counted(ghosts.size, 'cell')} written, in one step of undo.` });
    onClose();
  };
  const change = (part: Partial<ProgressForm>): void => setForm((before) => ({ ...before, ...part }));
  return (
    <form ref={panel} className={styles['panel']} aria-label="Progress" onSubmit={apply}>
      <RadioRow
        label="Progress by"
        value={form.kind}
        onChange={(kind) => change({ kind })}
        choices={PATTERNS}
        shouldFocus
      />
      <div className={styles['fields']}>
        <PatternFields form={form} onChange={change} races={races} weeks={weeks} />
        <div className={styles['weeks']}>
          <div className={styles['week']}>
            <TextField label="From week" value={from} onChange={setTypedFrom} />
          </div>
          <div className={styles['week']}>
            <TextField label="To week" value={to} onChange={setTypedTo} />
          </div>
        </div>
      </div>
      <div className={styles['actions']}>
        <Button onPress={onClose}>Close</Button>
        <Button look="main" type="submit" isDisabled={!isReady}>
          {isReady && ghosts.size === 0 ? 'Mark the weeks' : `Write ${counted(isReady ? ghosts.size : 0, 'cell')}`}
        </Button>
      </div>
      <ProgressSummary
        fault={fault}
        answer={answer}
        now={props.findings}
        rows={selected.rows.length}
        doneWeeks={Math.max(0, Math.min(toWeek, firstOpenWeek - 1) - fromWeek + 1) || 0}
        nameOf={(key) => strengths.exerciseAt(key)?.name ?? key}
      />
    </form>
  );
};
