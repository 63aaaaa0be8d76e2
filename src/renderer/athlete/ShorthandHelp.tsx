import { ShorthandList } from '../grid/ShorthandList.tsx';
import styles from './CellEditor.module.css';

/** What can be typed, for whoever meets the shorthand for the first time. */
export const ShorthandHelp = () => (
  <details className={styles['help']}>
    <summary>What can be typed</summary>
    <ShorthandList />
  </details>
);
