import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Explanation.module.css';

/** One link of the chain from what is known to a number, and the rule that says so. */
export interface ExplanationLine {
  readonly label: string;
  readonly value: string;
  readonly rule?: string | undefined;
}

interface ExplanationProps {
  readonly lines: readonly ExplanationLine[];
  /** Further lines of the screen's own, as `dt` and `dd` in a `div`. */
  readonly children?: ReactNode;
}

/** Why a number is this number: each link with the rule it rests on, one press away. */
export const Explanation = ({ lines, children }: ExplanationProps) => (
  <dl className={styles['why']}>
    {lines.map(({ label, value, rule }) => (
      <div key={label}>
        <dt>
          {label}
          {rule !== undefined && (
            <Link href={`/science/rules?rule=${rule}`} className={styles['rule']} aria-label={`Rule ${rule}`}>
              {rule}
            </Link>
          )}
        </dt>
        <dd>{value}</dd>
      </div>
    ))}
    {children}
  </dl>
);
