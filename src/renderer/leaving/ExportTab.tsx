import { useState } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import { useJob } from '../client/useJob.ts';
import { count, counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import { FolderField } from './FolderField.tsx';
import styles from './Leaving.module.css';

type Receipt = OutputOf<Contract['leaving']['exportAll']>;

/** Everything in formats that other programs read. */
export const ExportTab = () => {
  const [folder, setFolder] = useState('');
  const { run, progress } = useJob(client.leaving.exportAll);
  const [fault, setFault] = useState<string>();
  const [receipt, setReceipt] = useState<Receipt>();
  const write = async (): Promise<void> => {
    setFault(undefined);
    setReceipt(undefined);
    const reply = await run({ path: folder.trim() }, { isQuiet: true });
    if (reply.ok) setReceipt(reply.value);
    else setFault(errorText(reply.error));
  };
  const isReady = folder.trim() !== '' && progress === undefined;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void write();
      }}
    >
      <p className="quiet">
        Writes a folder with everything you have: a table of each kind for a spreadsheet, each athlete’s sets, runs and
        measurements as lists that import desks read, and one JSON file that Ironstride takes back without loss. A page
        in it says what every name means. Nothing in it is sealed; nothing here is changed.
      </p>
      <FolderField
        value={folder}
        error={fault}
        onChange={(path) => {
          setFolder(path);
          setFault(undefined);
        }}
      />
      <div className={styles['actions']}>
        <Button look="main" type="submit" isDisabled={!isReady}>
          Export everything
        </Button>
      </div>
      {progress !== undefined && <JobProgress what="Writing" progress={progress} />}
      {receipt !== undefined && <Written receipt={receipt} />}
    </form>
  );
};

const Written = ({ receipt: { path, files } }: { readonly receipt: Receipt }) => {
  const tables = files.filter(({ file }) => /^csv[\\/]/u.test(file));
  const lists = files.filter(({ file }) => /^athletes[\\/]/u.test(file));
  return (
    <>
      <p role="status">
        <StatusMark level="ok" /> {counted(files.length, 'file')} in <code className={styles['path']}>{path}</code>:{' '}
        ironstride.json, {counted(tables.length, 'table')} and {counted(lists.length, 'list')} of athletes.
      </p>
      <details className={styles['more']}>
        <summary>Rows in each table</summary>
        <ul className={styles['tables']}>
          {tables.map(({ file, rows }) => (
            <li key={file}>
              <span>{file.replace(/^csv[\\/]/u, '')}</span> <span className={styles['number']}>{count(rows)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};
