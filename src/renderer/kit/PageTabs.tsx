import { Link } from 'wouter';
import styles from './PageTabs.module.css';

interface PageTabsProps {
  /** The address the tabs stand under, without a closing slash. */
  readonly base: string;
  readonly tabs: readonly { readonly key: string; readonly label: string }[];
  readonly here: string;
  /** What the row of tabs is called when it is read aloud. */
  readonly label: string;
}

/** The pages of one screen, each with its own address. */
export const PageTabs = ({ base, tabs, here, label }: PageTabsProps) => (
  <nav className={styles['tabs']} aria-label={label}>
    {tabs.map((tab) => (
      <Link
        key={tab.key}
        href={`${base}/${tab.key}`}
        className={`${styles['tab']} ${tab.key === here ? styles['here'] : ''}`}
        aria-current={tab.key === here ? 'page' : undefined}
      >
        {tab.label}
      </Link>
    ))}
  </nav>
);

/** The head of a screen that is nothing but its pages: its name, and the tabs beside it. */
export const TabbedHead = ({ title, ...tabs }: Omit<PageTabsProps, 'label'> & { readonly title: string }) => (
  <header className={styles['head']}>
    <h1>{title}</h1>
    <PageTabs {...tabs} label={`${title} pages`} />
  </header>
);
