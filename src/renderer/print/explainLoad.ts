import { createContext, type ReactNode } from 'react';
import type { SheetLine } from '../../domain/sheets/sheetRow.ts';

interface LoadExplainerProps {
  readonly line: SheetLine;
  readonly children: ReactNode;
}

/** On the screen a load can be asked why it is what it is; on paper it cannot, and nothing is drawn for it. */
export const LoadExplainer = createContext<((props: LoadExplainerProps) => ReactNode) | undefined>(undefined);
