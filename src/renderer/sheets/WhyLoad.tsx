import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { SheetLine } from '../../domain/sheets/weekSheet.ts';
import { Explanation } from '../kit/Explanation.tsx';
import styles from './WhyLoad.module.css';

interface WhyLoadProps {
  readonly line: SheetLine;
  readonly children: ReactNode;
}

/** The target on the page, which opens its explanation. It takes no more room than the print does. */
export const WhyLoad = ({ line, children }: WhyLoadProps) => {
  if (line.why.length === 0) return children;
  return (
    <DialogTrigger>
      <Button className={styles['target'] ?? ''} aria-label={`Why ${line.target}`}>
        {children}
      </Button>
      <Popover className={styles['popover'] ?? ''}>
        <Dialog aria-label={`Why ${line.target}`} className={styles['dialog'] ?? ''}>
          <h3>{line.target}</h3>
          <Explanation lines={line.why} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
