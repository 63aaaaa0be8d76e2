import { ChevronDown, ChevronRight, Undo2 } from 'lucide-react';
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

const athletesOf = ({ files }: Earlier): string => {
  const names = [...new Set(files.flatMap(({ athlete }) => (athlete === '' ? [] : [athlete])))];
  if (names.length === 0) return counted(sumOf(files, 'athletes'), 'new athlete');
  return names.length > 2 ? counted(names.length, 'athlete') : names.join(', ');
};

type Amount = 'runs' | 'sets' | 'others' | 'wellness' | 'athletes';

const AMOUNTS = ['runs', 'sets', 'others', 'wellness'] as const;

const sumOf = (files: Earlier['files'], what: Amount): number => files.reduce((sum, file) => sum + file[what], 0);

/** One drop: a single file in a row of its own, several under a row that sums them up. */
const EarlierRows = ({ one }: { readonly one: Earlier }) => {
  const [isOpen, setOpen] = useState(false);
  const { files } = one;
  const isOne = files.length === 1;
  return (
    <tbody className={one.takenBackAt === undefined ? '' : styles['gone']}>
      {!isOne && (
        <tr>
          <td>{moment(one.importedAt)}</td>
          <td className={styles['file']}>
            <Button look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />} {counted(files.length, 'file')}
            </Button>
          </td>
          <td>{athletesOf(one)}</td>
          {AMOUNTS.map((what) => (
            <td key={what} className={styles['number']}>
              {count(sumOf(files, what))}
            </td>
          ))}
          <WayBack
            one={one}
            label="Take back all"
            name={`the import of ${counted(files.length, 'file')} from ${moment(one.importedAt)}`}
          />
        </tr>
      )}
      {(isOne || isOpen) &&
        files.map((file) => (
          <tr key={file.importId} className={file.takenBackAt === undefined || isOne ? '' : styles['gone']}>
            <td>{isOne && moment(one.importedAt)}</td>
            <td className={`${styles['file']} ${isOne ? '' : styles['member']}`}>{file.file}</td>
            <td>{file.athletes > 0 ? counted(file.athletes, 'new athlete') : file.athlete}</td>
            {AMOUNTS.map((what) => (
              <td key={what} className={styles['number']}>
                {count(file[what])}
              </td>
            ))}
            <WayBack one={file} label="Take back" name={`${file.file} from ${moment(one.importedAt)}`} />
          </tr>
        ))}
    </tbody>
  );
};

interface WayBackProps {
  readonly one: Pick<Earlier, 'importId' | 'takenBackAt'>;
  readonly label: string;
  readonly name: string;
}

/** The way back of a drop or of one of its files, or when it was gone. */
const WayBack = ({ one: { importId, takenBackAt }, label, name }: WayBackProps) => {
  const { takeBack, isRunning } = useTakeBack();
  return (
    <td className={styles['back']}>
      {takenBackAt === undefined ? (
        <Button
          look="quiet"
          isDisabled={isRunning}
          aria-label={`Take back ${name}`}
          onPress={() => void takeBack(importId)}
        >
          <Undo2 aria-hidden /> {label}
        </Button>
      ) : (
        `taken back ${moment(takenBackAt)}`
      )}
    </td>
  );
};
