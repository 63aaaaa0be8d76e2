import { useEffect, useRef, useState } from 'react';
import { Button } from '../kit/Button.tsx';
import styles from './TypeInScreen.module.css';

interface CodeFieldProps {
  /** The code that is open, or was refused. */
  readonly code: string;
  readonly problem: string | undefined;
  /** Changes whenever the next code is asked for. */
  readonly asked: string;
  readonly onCode: (code: string) => void;
}

/** Asks for a sheet's code. A scanner types it, with Enter behind it, as a person would. */
export const CodeField = ({ code, problem, asked, onCode }: CodeFieldProps) => {
  const [typed, setTyped] = useState(code);
  const [last, setLast] = useState(code);
  const field = useRef<HTMLInputElement>(null);
  if (last !== code) {
    setLast(code);
    setTyped(code);
  }
  const isEmpty = code === '';
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked, problem, isEmpty]);
  return (
    <form
      className={styles['code']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onCode(typed.trim());
      }}
    >
      <label>
        <span>Sheet code</span>
        <input
          ref={field}
          type="text"
          value={typed}
          maxLength={40}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="characters"
          placeholder="K7F2QA"
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? 'code-hint' : 'code-problem'}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <Button look="main" type="submit">
        Open
      </Button>
      {problem === undefined ? (
        <p id="code-hint" className="quiet">
          Typed or scanned; it stands at the foot of the sheet.
        </p>
      ) : (
        <p id="code-problem" role="alert" className={styles['act']}>
          ■ {problem}
        </p>
      )}
    </form>
  );
};
