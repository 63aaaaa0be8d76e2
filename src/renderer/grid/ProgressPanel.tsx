import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import type { Program } from '../../domain/programs/program.ts';
import { Button } from '../kit/Button.tsx';
import type { Finding } from './gridMarks.ts';
import type { Strengths } from './resolveCell.ts';
import type { Grid } from './useGrid.ts';

interface ProgressPanelProps {
  readonly grid: Grid;
  readonly program: Program;
  readonly strengths: Strengths;
  readonly checkAs: (edits: readonly ProgramEdit[]) => Promise<readonly Finding[]>;
  readonly onGhosts: (ghosts: ReadonlyMap<string, string>) => void;
  readonly onClose: () => void;
}

export const ProgressPanel = ({ onClose }: ProgressPanelProps) => <Button onPress={onClose}>Close</Button>;
