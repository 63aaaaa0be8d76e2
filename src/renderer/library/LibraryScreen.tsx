import { TabbedHead } from '../kit/PageTabs.tsx';
import { ExercisesTab } from './ExercisesTab.tsx';
import { ProgramsTab } from './ProgramsTab.tsx';
import styles from './LibraryScreen.module.css';

const TABS = [
  { key: 'programs', label: 'Programs' },
  { key: 'exercises', label: 'Exercises' },
] as const;

interface LibraryScreenProps {
  readonly tab: string;
  /** The program or exercise that the address names, by its key. */
  readonly item: string | undefined;
}

/** What programs and sessions are made of. */
export const LibraryScreen = ({ tab, item }: LibraryScreenProps) => (
  <div className={styles['filled']}>
    <TabbedHead title="Library" base="/library" tabs={TABS} here={tab} />
    {tab === 'exercises' ? <ExercisesTab exerciseKey={item} /> : <ProgramsTab templateKey={item} />}
  </div>
);
