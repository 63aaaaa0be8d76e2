import { useState } from 'react';
import type { EntryClass } from '../../domain/programs/program.ts';
import type { Template } from './ProgramsTab.tsx';
import styles from './RampTable.module.css';

/** The start ramp week by week, for the entry class that is chosen. */
export const RampTable = ({ classes }: { readonly classes: Template['classes'] }) => {
  const [entryClass, setEntryClass] = useState<EntryClass>('A');
  const shown = classes.find((one) => one.entryClass === entryClass);
  return (
    <>
      <div className={styles['classes']} role="group" aria-label="Entry class">
        {classes.map((one) => (
          <button
            key={one.entryClass}
            type="button"
            className={styles['class']}
            aria-pressed={entryClass === one.entryClass}
            onClick={() => setEntryClass(one.entryClass)}
          >
            {one.entryClass}: {one.meaning}
          </button>
        ))}
      </div>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col">Block</th>
            <th scope="col">Lifts a week</th>
            <th scope="col">Session A, each of two lower lifts</th>
            <th scope="col">Session B</th>
            <th scope="col">RPE at most</th>
            <th scope="col">Raised</th>
          </tr>
        </thead>
        <tbody>
          {shown?.weeks.map((week) => (
            <tr key={week.number} className={week.kind === 'deload' ? styles['deload'] : ''}>
              <td>{week.number}</td>
              <td>{week.block}</td>
              <td>{week.sessions}</td>
              <td>{week.heavy}</td>
              <td>{week.second === '' ? '–' : week.second}</td>
              <td>{week.rpeCap}</td>
              <td>
                {week.kind === 'deload' ? (
                  'deload'
                ) : week.lever === '' ? (
                  ''
                ) : (
                  <span className={styles['lever']}>↑ {week.lever}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
