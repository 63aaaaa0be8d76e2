import { useState, type ReactNode } from 'react';
import { Button } from '../kit/Button.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { FolderField } from './FolderField.tsx';
import { NOTHING_TYPED, PassphraseFields, passphraseFault } from './PassphraseFields.tsx';
import { usePacking, type Order, type Packed } from './usePacking.ts';
import styles from './Leaving.module.css';

interface PackFormProps {
  /** What the file is and, where there is a choice, of whom. */
  readonly children: ReactNode;
  /** What goes into the file; absent while that is not chosen yet. */
  readonly what: Order['what'] | undefined;
  readonly isSealOptional: boolean;
  /** What the button says. */
  readonly action: string;
  /** What is said of the file once it is written. */
  readonly told: (made: Packed) => ReactNode;
}

/** Makes one file that Ironstride opens elsewhere: its passphrase, its folder, and what came of it. */
export const PackForm = ({ children, what, isSealOptional, action, told }: PackFormProps) => {
  const [folder, setFolder] = useState('');
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const { run, progress, fault, made, forgetFault } = usePacking();
  const hasPassphrase = passphraseFault(typed) === undefined && (isSealOptional || typed.first !== '');
  const isReady = what !== undefined && folder.trim() !== '' && hasPassphrase && progress === undefined;
  const pack = async (): Promise<void> => {
    if (!isReady) return;
    const passphrase = typed.first === '' ? {} : { passphrase: typed.first };
    if (await run({ what, path: folder.trim(), ...passphrase })) setTyped(NOTHING_TYPED);
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void pack();
      }}
    >
      {children}
      <PassphraseFields typed={typed} onChange={setTyped} isOptional={isSealOptional} />
      <FolderField
        value={folder}
        error={fault}
        onChange={(path) => {
          setFolder(path);
          forgetFault();
        }}
      />
      <div className={styles['actions']}>
        <Button look="main" type="submit" isDisabled={!isReady}>
          {action}
        </Button>
      </div>
      {progress !== undefined && <JobProgress what="Making the file" progress={progress} />}
      {made !== undefined && <p role="status">{told(made)}</p>}
    </form>
  );
};
