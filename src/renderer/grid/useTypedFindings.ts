import { useCallback, useRef, useState } from 'react';
import type { CellEdit, ProgramEdit } from '../../domain/programs/programEdit.ts';
import type { Finding } from './gridMarks.ts';

/** Always the same nothing: to say it again draws nothing anew. */
const NOTHING: readonly string[] = [];

/** How long a coach pauses before the check is asked about what is being typed. */
const CHECK_AFTER_MS = 150;

/** What the check says of a cell as it is being typed; nothing until it has answered for the newest text. */
export const useTypedFindings = (checkAs: (edits: readonly ProgramEdit[]) => Promise<readonly Finding[]>) => {
  const [found, setFound] = useState(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    asked.current += 1;
    setFound(NOTHING);
  }, []);
  const ask = useCallback(
    (edit: CellEdit): void => {
      clear();
      const mine = asked.current;
      timer.current = setTimeout(() => {
        void checkAs([edit]).then((findings) => {
          if (mine !== asked.current) return;
          const here = findings.filter(
            (one) =>
              one.session === edit.session &&
              one.label === edit.label &&
              (one.week === edit.week || one.alsoWeeks.includes(edit.week)),
          );
          setFound(here.map(({ reason }) => reason));
        });
      }, CHECK_AFTER_MS);
    },
    [checkAs, clear],
  );
  return { found, ask, clear };
};

export type TypedFindings = ReturnType<typeof useTypedFindings>;
