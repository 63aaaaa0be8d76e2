import { Undo2 } from 'lucide-react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { useAsk } from '../client/useAsk.ts';
import { count, counted, moment } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { useState } from 'react';
import { useTakeBack } from './useTakeBack.ts';
import styles from './EarlierImports.module.css';

type Earlier = OutputOf<Contract['imports']['list']>['imports'][number];

/** So many are shown before the coach asks for all. */
const SHOWN = 10;

/** What was imported before, newest first, each with its way back. */
export const EarlierImports = () => {
  const list = useAsk(client.imports.list, {});
  const [showsAll, setShowsAll] = useState(false);
  if (list.state === 'waiting') return <Waiting what="earlier imports" rows={3} />;
  if (list.state === 'failed') return <Failed message={list.message} />;
  const { imports } = list.value;
  if (imports.length === 0) return null;
  const shown = showsAll ? imports : imports.slice(0, SHOWN);
  return (
    <section className={styles['earlier']}>
      <h2>Earlier imports</h2>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">File</th>
            <th scope="col">Athlete</th>
            <th scope="col" className={styles['number']}>
              Runs
            </th>
            <th scope="col" className={styles['number']}>
              Sets
            </th>
            <th scope="col" className={styles['number']}>
              Other
            </th>
            <th scope="col" className={styles['number']}>
              Measured
            </th>
            <th scope="col">
              <span className="visuallyHidden">Way back</span>
            </th>
          </tr>
        </thead>
        {shown.map((one) => (
          <EarlierRows key={one.importId} one={one} />
        ))}
      </table>
      {imports.length > shown.length && (
        <Button look="quiet" onPress={() => setShowsAll(true)}>
          Show all {count(imports.length)}
        </Button>
      )}
    </section>
  );
};

const EarlierRows = ({ one }: { readonly one: Earlier }) => {
  const { takeBack, isRunning } = useTakeBack();
  const isGone = one.takenBackAt !== undefined;
  return (
    <tbody className={isGone ? styles['gone'] : ''}>
      {one.files.map((file, index) => (
        <tr key={`${file.file} ${file.athlete}`}>
          <td>{index === 0 && moment(one.importedAt)}</td>
          <td className={styles['file']}>{file.file}</td>
          <td>{file.athletes > 0 ? counted(file.athletes, 'new athlete') : file.athlete}</td>
          <td className={styles['number']}>{count(file.runs)}</td>
          <td className={styles['number']}>{count(file.sets)}</td>
          <td className={styles['number']}>{count(file.others)}</td>
          <td className={styles['number']}>{count(file.wellness)}</td>
          <td className={styles['back']}>
            {index === 0 && one.takenBackAt !== undefined && `taken back ${moment(one.takenBackAt)}`}
            {index === 0 && !isGone && (
              <Button
                look="quiet"
                isDisabled={isRunning}
                aria-label={`Take back the import of ${counted(one.files.length, 'file')} from ${moment(one.importedAt)}`}
                onPress={() => void takeBack(one.importId)}
              >
                <Undo2 aria-hidden /> Take back
              </Button>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
};
