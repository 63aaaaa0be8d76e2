import { ProgressBar } from 'react-aria-components';
import type { Progress } from '../../contract/derive.ts';
import { Button } from './Button.tsx';
import styles from './JobProgress.module.css';

interface JobProgressProps {
  readonly what: string;
  readonly progress: Progress;
  readonly onCancel?: (() => void) | undefined;
}

/** How far a long job is, in a bar and in words. */
export const JobProgress = ({ what, progress: { done, total, doing }, onCancel }: JobProgressProps) => (
  <div className={styles['job']}>
    <ProgressBar
      aria-label={what}
      value={done}
      maxValue={Math.max(total, 1)}
      isIndeterminate={total === 0}
      valueLabel={doing}
      className={styles['progress'] ?? ''}
    >
      {({ percentage }) => (
        <>
          <span className={styles['words']}>
            {what}
            {doing !== '' && <span className="quiet"> · {doing}</span>}
          </span>
          <span className={styles['track']}>
            <span className={styles['fill']} style={{ width: `${percentage ?? 30}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
    {onCancel !== undefined && <Button onPress={onCancel}>Cancel</Button>}
  </div>
);
