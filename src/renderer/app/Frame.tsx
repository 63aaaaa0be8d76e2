import { useEffect, useState, type ReactNode } from 'react';
import {
  CalendarDays,
  CalendarRange,
  FileInput,
  FlaskConical,
  History,
  Lightbulb,
  LibraryBig,
  Printer,
  Redo2,
  Search,
  Settings,
  Undo2,
  Users,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useAsk } from '../client/useAsk.ts';
import { counted, weekdayAndDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { client } from '../wire.ts';
import { useApp } from './appContext.ts';
import { Palette } from './Palette.tsx';
import { modKey, useKeys } from './keys.ts';
import { useHistoryWalk } from './useHistoryWalk.ts';
import { newFilesIn, useWatchedFolder } from './watchedFolder.ts';
import styles from './Frame.module.css';

const PLACES = [
  { path: '/roster', label: 'Roster', Icon: Users },
  { path: '/calendar', label: 'Calendar', Icon: CalendarDays },
  { path: '/library', label: 'Library', Icon: LibraryBig },
  { path: '/import', label: 'Import', Icon: FileInput },
  { path: '/sheets', label: 'Sheets', Icon: Printer },
  { path: '/insights', label: 'Insights', Icon: Lightbulb },
  { path: '/science', label: 'Science', Icon: FlaskConical },
  { path: '/history', label: 'History', Icon: History },
  { path: '/settings', label: 'Settings', Icon: Settings },
] as const;

const isHere = (location: string, path: string): boolean =>
  location.startsWith(path) ||
  (path === '/roster' && location.startsWith('/athlete')) ||
  (path === '/settings' && (location.startsWith('/backups') || location.startsWith('/leaving')));

/** The rail is narrow. */
const MOST_COUNTED = 99;

/** Files of the watched folder that wait on the import desk. */
const NewFiles = ({ files }: { readonly files: number }) => (
  <>
    {' '}
    <span className={styles['count']} aria-hidden>
      {files > MOST_COUNTED ? `${MOST_COUNTED}+` : files}
    </span>
    <span className="visuallyHidden"> {counted(files, 'new file')}</span>
  </>
);

const Rail = () => {
  const [location] = useLocation();
  const waiting = newFilesIn(useWatchedFolder());
  return (
    <nav className={styles['rail']} aria-label="Screens">
      <Link href="/roster" className={styles['mark']} aria-label="Ironstride, to the roster">
        <svg viewBox="0 0 32 32" width={26} height={26} aria-hidden>
          <rect width="32" height="32" rx="7" fill="var(--accent)" />
          <path
            d="M6 16h20M9 10v12M23 10v12M12.5 8v16M19.5 8v16"
            stroke="var(--on-accent)"
            strokeWidth="2.4"
            strokeLinecap="round"
          />
        </svg>
      </Link>
      <ul>
        {PLACES.map(({ path, label, Icon }) => (
          <li key={path}>
            <Link
              href={path}
              className={`${styles['place']} ${isHere(location, path) ? styles['here'] : ''}`}
              aria-current={isHere(location, path) ? 'page' : undefined}
            >
              <Icon aria-hidden size={18} strokeWidth={1.75} />
              <span>
                {label}
                {path === '/import' && waiting > 0 && <NewFiles files={waiting} />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const UndoButtons = () => {
  const history = useAsk(client.history.list, { limit: 1 });
  const walk = useHistoryWalk();
  const canUndo = history.state === 'ready' ? history.value.canUndo : undefined;
  const canRedo = history.state === 'ready' ? history.value.canRedo : undefined;
  return (
    <div className={styles['undo']}>
      <Button
        look="quiet"
        isDisabled={canUndo === undefined}
        onPress={() => void walk.undo()}
        aria-label={canUndo === undefined ? 'Nothing to undo' : `Undo: ${canUndo}`}
      >
        <Undo2 aria-hidden />
        {canUndo !== undefined && <span className={styles['undoLabel']}>{canUndo}</span>}
      </Button>
      <Button
        look="quiet"
        isDisabled={canRedo === undefined}
        onPress={() => void walk.redo()}
        aria-label={canRedo === undefined ? 'Nothing to redo' : `Redo: ${canRedo}`}
      >
        <Redo2 aria-hidden />
      </Button>
    </div>
  );
};

/** The desk round every screen: rail, palette, undo, today. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const app = useApp();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const walk = useHistoryWalk();
  const [, go] = useLocation();
  useKeys({
    'Mod+I': () => go('/sheets/type-in'),
    'Mod+K': () => setPaletteOpen(true),
    'Mod+Z': () => void walk.undo(),
    'Mod+Shift+Z': () => void walk.redo(),
    'Mod+Y': () => void walk.redo(),
  });
  useEffect(() => {
    document.title = 'Ironstride';
  }, []);
  return (
    <div className={styles['desk']}>
      <a
        href="#main"
        className={styles['skip']}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        To the screen
      </a>
      <Rail />
      <div className={styles['rest']}>
        <header className={styles['top']}>
          <Button look="plain" onPress={() => setPaletteOpen(true)}>
            <Search aria-hidden />
            <span className={styles['find']}>Find athlete, screen or action</span>
            <kbd className={styles['key']}>{modKey} K</kbd>
          </Button>
          <UndoButtons />
          <p className={styles['today']}>
            <CalendarRange aria-hidden size={14} />
            {weekdayAndDay(app.today)} · {app.week.slice(5)}
          </p>
        </header>
        <main id="main" tabIndex={-1} className={styles['main']}>
          {children}
        </main>
      </div>
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
    </div>
  );
};
