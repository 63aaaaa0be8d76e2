import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

interface DataTableProps {
  /** What the columns are called, each by another name. */
  readonly columns: readonly string[];
  /** There are many columns: they stand closer together. */
  readonly isClose?: boolean;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table to read, as wide as what is in it; in a narrow window it is scrolled sideways. */
export const DataTable = ({ columns, isClose = false, children }: DataTableProps) => (
  <div className={styles['wide']}>
    <table className={`${styles['table']} ${isClose ? styles['close'] : ''}`}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
