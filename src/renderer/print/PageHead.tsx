import type { ReactNode } from 'react';
import { Logo } from './Logo.tsx';
import styles from './PageHead.module.css';

interface PageHeadProps {
  readonly title: string;
  /** Facts under the title; what is missing leaves no dot behind. */
  readonly facts: readonly (string | undefined)[];
  readonly children?: ReactNode;
}

/** What a page is, whose and of when; at its right what the layout puts there. */
export const PageHead = ({ title, facts, children }: PageHeadProps) => (
  <header className={styles['head']}>
    <Logo className={styles['logo'] ?? ''} />
    <div className={styles['what']}>
      <h1 className={styles['title']} dir="auto">
        {title}
      </h1>
      <p className={styles['line']}>{facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}</p>
    </div>
    {children}
  </header>
);
