import { count, counted } from '../format.ts';
import type { ImportReading } from './deskFiles.ts';
import styles from './ProblemTable.module.css';

/** What was not taken as it stands, line by line; what is not listed here is counted. */
export const ProblemTable = ({ reading }: { readonly reading: ImportReading }) => (
  <>
    {/* A long list scrolls in its own window: then the arrow keys must reach it. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <section className={styles['scroller']} tabIndex={0} aria-label={`Problems in ${reading.file}`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['line']}>
              Line
            </th>
            <th scope="col">Field</th>
            <th scope="col">Found</th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          {reading.problems.map(({ line, field, found, expected }) => (
            <tr key={`${line} ${field} ${found} ${expected}`}>
              <td className={styles['line']}>{count(line)}</td>
              <td>{field}</td>
              <td className={styles['found']}>{found}</td>
              <td>{expected}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    {reading.problemCount > reading.problems.length && (
      <p className="quiet">
        The first {count(reading.problems.length)} of {counted(reading.problemCount, 'problem')} are listed.
      </p>
    )}
  </>
);
