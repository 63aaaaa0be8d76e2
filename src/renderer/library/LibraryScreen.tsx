import { Link } from 'wouter';
import { ExercisesTab } from './ExercisesTab.tsx';
import { ProgramsTab } from './ProgramsTab.tsx';
import styles from './LibraryScreen.module.css';

const TABS = [
  { key: 'programs', label: 'Programs' },
  { key: 'exercises', label: 'Exercises' },
] as const;

/** What programs and sessions are made of. */
export const LibraryScreen = ({ tab }: { readonly tab: string }) => (
  <div className={tab === 'exercises' ? styles['filled'] : ''}>
    <header className={styles['head']}>
      <h1>Library</h1>
      <nav className={styles['tabs']} aria-label="Library pages">
        {TABS.map(({ key, label }) => (
          <Link
            key={key}
            href={`/library/${key}`}
            className={`${styles['tab']} ${tab === key ? styles['here'] : ''}`}
            aria-current={tab === key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
    </header>
    {tab === 'exercises' ? <ExercisesTab /> : <ProgramsTab />}
  </div>
);
