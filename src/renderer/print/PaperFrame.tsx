// Print has fonts of its own, one file a weight: a variable font reaches a PDF as drawings of its letters.
import '@fontsource/inter/400.css';
import '@fontsource/inter/700.css';
import type { ReactNode } from 'react';
import type { Paper } from './paper.ts';
import styles from './PaperFrame.module.css';

interface PaperFrameProps {
  readonly paper: Paper;
  readonly side?: 'portrait' | 'landscape';
  /** Whose page it is and of when. */
  readonly label: string;
  /** A single short session may take more room. */
  readonly isRoomy?: boolean;
  readonly children: ReactNode;
}

/** A page with the paper round it. The paper and its margins are there on the screen only, because a printer has its own. */
export const PaperFrame = ({ paper, side = 'portrait', label, isRoomy = false, children }: PaperFrameProps) => (
  <div className={styles['paper']} data-paper={paper} data-side={side}>
    <article className={styles['page']} data-roomy={isRoomy} aria-label={label}>
      {children}
    </article>
  </div>
);
