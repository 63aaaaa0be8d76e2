import { memo, type ReactNode } from 'react';
import { FileText, Keyboard, TrendingUp } from 'lucide-react';
import { ActionMenu, type ActionGroup } from '../kit/ActionMenu.tsx';
import { Button } from '../kit/Button.tsx';
import type { GridDialogs } from './gridCommands.ts';
import styles from './GridDesk.module.css';

interface GridToolbarProps {
  readonly groupsNow: () => readonly ActionGroup[];
  readonly dialogs: GridDialogs;
  /** Absent where nobody's loads are known. */
  readonly showsLoads: boolean | undefined;
  readonly onShowLoads: (shows: boolean) => void;
  readonly isNoGym: boolean;
  readonly onNoGym: (isNoGym: boolean) => void;
  readonly isSaving: boolean;
  /** Buttons of the screen's own. */
  readonly children: ReactNode;
}

const MENUS = ['Cells', 'Rows', 'Session', 'Week'] as const;

/** What can be done with the selection, and how the grid is looked at. Not drawn again while the selection moves. */
export const GridToolbar = memo((props: GridToolbarProps) => {
  const { groupsNow, dialogs, showsLoads, isNoGym, isSaving, children } = props;
  return (
    <div className={styles['bar']} role="toolbar" aria-label="Grid">
      {MENUS.map((menu, place) => (
        <ActionMenu
          key={menu}
          label={menu}
          groups={() => (menu === 'Week' ? groupsNow().slice(place) : groupsNow().slice(place, place + 1))}
        >
          {menu}
        </ActionMenu>
      ))}
      <Button look="quiet" onPress={dialogs.onProgress}>
        <TrendingUp aria-hidden /> Progress…
      </Button>
      <Button look="quiet" onPress={dialogs.onText}>
        <FileText aria-hidden /> As text…
      </Button>
      {showsLoads !== undefined && (
        <Button look="quiet" aria-pressed={showsLoads} onPress={() => props.onShowLoads(!showsLoads)}>
          Loads
        </Button>
      )}
      <Button look="quiet" aria-pressed={isNoGym} onPress={() => props.onNoGym(!isNoGym)}>
        No gym
      </Button>
      <Button look="quiet" onPress={dialogs.onKeys} aria-label="Keys of the grid">
        <Keyboard aria-hidden />
      </Button>
      <span className={styles['saving']} role="status">
        {isSaving ? 'Saving…' : ''}
      </span>
      {children !== undefined && <span className={styles['tools']}>{children}</span>}
    </div>
  );
});
GridToolbar.displayName = 'GridToolbar';
