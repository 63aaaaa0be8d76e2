import { LEAST_PASSPHRASE } from '../../contract/schemas/leaving.ts';
import { TextField } from '../kit/Fields.tsx';
import styles from './Leaving.module.css';

export interface TypedTwice {
  readonly first: string;
  readonly second: string;
}

export const NOTHING_TYPED: TypedTwice = { first: '', second: '' };

/** What is wrong with a new passphrase; `undefined` when it can be used, and of one that is not wanted. */
export const passphraseFault = ({ first, second }: TypedTwice): string | undefined => {
  if (first === '' && second === '') return undefined;
  if (first.length < LEAST_PASSPHRASE) return `${first.length} of at least ${LEAST_PASSPHRASE} characters so far.`;
  return first === second ? undefined : 'The two are not the same.';
};

interface PassphraseFieldsProps {
  readonly typed: TypedTwice;
  readonly onChange: (typed: TypedTwice) => void;
  readonly isOptional: boolean;
}

/** A new passphrase, twice, because nobody sees what is typed. */
export const PassphraseFields = ({ typed, onChange, isOptional }: PassphraseFieldsProps) => {
  const fault = passphraseFault(typed);
  const isShort = typed.first !== '' && typed.first.length < LEAST_PASSPHRASE;
  return (
    <div className={styles['pair']}>
      <TextField
        label={isOptional ? 'Passphrase (may be left out)' : 'Passphrase'}
        type="password"
        value={typed.first}
        onChange={(first) => onChange({ ...typed, first })}
        error={isShort ? fault : undefined}
        hint={`At least ${LEAST_PASSPHRASE} characters. Four or five words that do not belong together are good.`}
      />
      <TextField
        label="The same again"
        type="password"
        value={typed.second}
        onChange={(second) => onChange({ ...typed, second })}
        error={!isShort && typed.second !== '' ? fault : undefined}
      />
    </div>
  );
};
