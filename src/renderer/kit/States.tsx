import { useEffect, useState, type ReactNode } from 'react';
import styles from './States.module.css';

/** Grey bars where rows will be, but only when it takes long enough to be noticed. */
export const Waiting = ({ rows = 6, what }: { readonly rows?: number; readonly what: string }) => {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['waiting']} aria-busy="true" aria-label={`Opening ${what}`} role="status">
      {isLate && Array.from({ length: rows }, (_, row) => <div key={row} className={styles['bar']} />)}
    </div>
  );
};

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Nothing here yet: why, and what to do about it. */
export const Empty = ({ title, children, actions }: EmptyProps) => (
  <div className={styles['empty']}>
    <h2>{title}</h2>
    {children !== undefined && <div className={styles['why']}>{children}</div>}
    {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
  </div>
);

/** A screen that could not be shown. */
export const Failed = ({ message, children }: { readonly message: string; readonly children?: ReactNode }) => (
  <div className={styles['empty']} role="alert">
    <h2>This could not be opened</h2>
    <p className={styles['why']}>{message}</p>
    {children}
  </div>
);
