import type { Answer, ResultWords } from '../../domain/science/rule.ts';
import { precise } from './precise.ts';
import styles from './ScienceScreen.module.css';

/** `reduceAndCheck` is a name for programs; people read `reduce and check`. */
const inWords = (name: string): string =>
  /^[a-z]+(?:[A-Z][a-z]+)+$/.test(name) ? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : name;

const plainly = (value: unknown): string => {
  if (typeof value === 'number') return precise(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plainly).join(' · ');
  return inWords(String(value));
};

const Rows = ({ rows, columns }: { readonly rows: readonly unknown[]; readonly columns: readonly string[] }) => (
  <table className={styles['table']}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={JSON.stringify(row)}>
          {(Array.isArray(row) ? row : [row]).map((cell, at) => (
            <td key={columns[at]} className="number">
              {plainly(cell)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** An answer of a rule: a number with its unit, a word, a record by its parts, or a table. */
export const ResultView = ({ value, words }: { readonly value: Answer; readonly words: ResultWords }) => {
  if (words.columns !== undefined && Array.isArray(value)) {
    return value.length === 0 ? <p>none</p> : <Rows rows={value} columns={words.columns} />;
  }
  if (words.parts !== undefined && typeof value === 'object') {
    return (
      <dl className={styles['parts']}>
        {Object.entries(value).map(([name, part]) => (
          <div key={name}>
            <dt>{words.parts?.[name] ?? name}</dt>
            <dd>{plainly(part)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <p className={styles['value']}>
      {plainly(value)}
      {typeof value === 'number' && words.unit !== undefined && <span className="unit"> {words.unit}</span>}
    </p>
  );
};
