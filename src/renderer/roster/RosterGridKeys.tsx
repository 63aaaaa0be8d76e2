import { MOVING_KEYS } from '../grid/gridKeys.ts';
import type { Action } from '../kit/ActionMenu.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import styles from './RosterGrid.module.css';

/** Keys of the program grid that mean nothing here. */
const ONLY_IN_PROGRAMS = new Set(['/', 'F8', 'Ctrl .', 'Shift F10', '[ and ]']);

interface RosterGridKeysProps {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

export const RosterGridKeys = ({ actions, onClose }: RosterGridKeysProps) => (
  <Dialog title="Keys of the roster grid" isOpen onClose={onClose}>
    <dl className={styles['keys']}>
      {[
        ...MOVING_KEYS.filter(({ keys }) => !ONLY_IN_PROGRAMS.has(keys)),
        ...actions.map(({ keys, label }) => ({ keys: keys ?? '', means: label })),
        { keys: 'Enter on a name', means: 'Open the athlete’s program' },
      ].map(({ keys, means }) => (
        <div key={`${keys} ${means}`}>
          <dt>{keys}</dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
