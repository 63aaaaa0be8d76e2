import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Explanation, type ExplanationLine } from './Explanation.tsx';
import styles from './Why.module.css';

interface WhyProps {
  /** What is asked about, in words: `3×5 @ 60 kg`. */
  readonly what: string;
  readonly lines: readonly ExplanationLine[];
  /** On a page that is seen as it prints nothing may be drawn that does not print. */
  readonly isOnPaper?: boolean;
  readonly children: ReactNode;
}

/** A number that opens its explanation where it stands, and takes no more room than the number. */
export const Why = ({ what, lines, isOnPaper, children }: WhyProps) => {
  if (lines.length === 0) return children;
  return (
    <DialogTrigger>
      <Button className={`${styles['target']} ${isOnPaper === true ? '' : styles['marked']}`}>
        <span className="visuallyHidden">Why </span>
        {children}
      </Button>
      <Popover className={styles['popover'] ?? ''}>
        <Dialog aria-label={`Why ${what}`} className={styles['dialog'] ?? ''}>
          <h3>{what}</h3>
          <Explanation lines={lines} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
