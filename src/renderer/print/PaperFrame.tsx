import type { ReactNode } from 'react';
import type { Paper } from './paper.ts';
import styles from './PaperFrame.module.css';

/** The paper round a page, with its margins: on the screen only, because a printer has its own. */
export const PaperFrame = ({ paper, children }: { readonly paper: Paper; readonly children: ReactNode }) => (
  <div className={styles['paper']} data-paper={paper}>
    {children}
  </div>
);
