import type { Answer, ResultWords } from '../../domain/science/rule.ts';
import { precise } from './precise.ts';
import styles from './ScienceScreen.module.css';

/** `reduceAndCheck` is a name for programs; people read `reduce and check`. */
const inWords = (name: string): string =>
  /^[a-z]+(?:[A-Z][a-z]+)+$/.test(name) ? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : name;

const plainly = (value: unknown): string => {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return precise(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plainly).join(' · ');
  return typeof value === 'string' ? inWords(value) : JSON.stringify(value);
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

type Named = Readonly<Record<string, unknown>>;

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamedList = (value: unknown): value is readonly Named[] =>
  Array.isArray(value) && value.length > 0 && value.every(isNamed);

/** Records that all have the same parts, one a row. */
const NamedRows = ({ rows, parts }: { readonly rows: readonly Named[]; readonly parts: ResultWords['parts'] }) => {
  const names = Object.keys(rows[0] ?? {});
  return (
    <Rows
      rows={rows.map((row) => names.map((name) => row[name]))}
      columns={names.map((name) => parts?.[name] ?? name)}
    />
  );
};

/** An answer of a rule: a number with its unit, a word, a record by its parts, or a table. */
export const ResultView = ({ value, words }: { readonly value: Answer; readonly words: ResultWords }) => {
  if (words.columns !== undefined && Array.isArray(value)) {
    return value.length === 0 ? <p>none</p> : <Rows rows={value} columns={words.columns} />;
  }
  if (words.parts !== undefined && isNamedList(value)) return <NamedRows rows={value} parts={words.parts} />;
  if (words.parts !== undefined && typeof value === 'object') {
    return (
      <dl className={styles['parts']}>
        {Object.entries(value).map(([name, part]) => (
          <div key={name}>
            <dt>{words.parts?.[name] ?? name}</dt>
            <dd>{isNamedList(part) ? <NamedRows rows={part} parts={words.parts} /> : plainly(part)}</dd>
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
