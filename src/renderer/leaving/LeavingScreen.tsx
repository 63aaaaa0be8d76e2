import { Link, useSearch } from 'wouter';
import { TabbedHead } from '../kit/PageTabs.tsx';
import { EraseTab } from './EraseTab.tsx';
import { ExportTab } from './ExportTab.tsx';
import { HandOverTab } from './HandOverTab.tsx';
import { MoveTab } from './MoveTab.tsx';
import { OpenTab } from './OpenTab.tsx';
import styles from './Leaving.module.css';

const TABS = [
  { key: 'open', label: 'Open a file' },
  { key: 'hand-over', label: 'Hand athletes over' },
  { key: 'move', label: 'Move to another computer' },
  { key: 'export', label: 'Export everything' },
  { key: 'erase', label: 'Erase an athlete' },
] as const;

const Tab = ({ tab }: { readonly tab: string }) => {
  // Whom an address names is chosen, also when the tab already shows somebody else.
  const named = useSearch();
  switch (tab) {
    case 'hand-over':
      return <HandOverTab key={named} />;
    case 'move':
      return <MoveTab />;
    case 'export':
      return <ExportTab />;
    case 'erase':
      return <EraseTab key={named} />;
    default:
      return <OpenTab />;
  }
};

/** What leaves the desk, what comes onto it from another, and what is erased for good. */
export const LeavingScreen = ({ tab }: { readonly tab: string }) => (
  <div>
    <TabbedHead title="Leaving and moving" base="/leaving" tabs={TABS} here={tab} />
    <div className={styles['screen']}>
      <p>
        <Link href="/settings">Settings</Link>
      </p>
      <Tab tab={tab} />
    </div>
  </div>
);
