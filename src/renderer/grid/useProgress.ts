import { useEffect, useMemo, useState } from 'react';
import type { Result } from '../../domain/kernel/result.ts';
import { editProgram } from '../../domain/programs/editProgram.ts';
import type { Program } from '../../domain/programs/program.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { progressProgram, type Progress, type ProgressFault } from '../../domain/programs/progress.ts';
import type { ProgressPattern } from '../../domain/programs/progressPattern.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import type { Ghost, Ghosts } from './GhostCell.tsx';
import { ghostKey } from './GridRow.tsx';
import { cellKey, findingsByCell, risesByCell, type Finding } from './gridMarks.ts';
import { cellText, rowLineKey, type RowLine } from './gridModel.ts';
import type { Strengths } from './resolveCell.ts';

export interface ProgressQuestion {
  readonly program: Program;
  readonly rows: readonly RowLine['row'][];
  readonly fromWeek: number;
  readonly toWeek: number;
  readonly firstOpenWeek: number;
  readonly pattern: ProgressPattern;
  readonly strengths: Strengths;
  readonly checkAs: (edits: readonly ProgramEdit[]) => Promise<readonly Finding[]>;
}

export interface ProgressAnswer {
  readonly progress: Result<Progress, ProgressFault>;
  /** Cells whose text changes, with what each raises and what the check says of it. */
  readonly ghosts: Ghosts;
  /** The check of the program as it would be; `undefined` until it has answered for just this. */
  readonly findings: readonly Finding[] | undefined;
}

/** Everything that is written in a program, by line and week. */
const texts = (program: Program): ReadonlyMap<string, { readonly text: string; readonly cell: string }> =>
  new Map(
    weeksOf(program).flatMap((week, index) =>
      week.sessions.flatMap(({ name: session, slots }) =>
        slots.map((slot) => {
          const line = rowLineKey({ session, label: slot.label, exerciseKey: slot.exerciseKey });
          const cell = cellKey(index + 1, session, slot.label);
          return [ghostKey(line, index + 1), { text: cellText(slot), cell }] as const;
        }),
      ),
    ),
  );

/** How long a coach pauses before the check is asked about what would be written. */
const CHECK_AFTER_MS = 200;

const NOTHING: readonly ProgramEdit[] = [];

/** What the check says of some edits; an answer to an older question is dropped. */
const useCheckOf = (
  edits: readonly ProgramEdit[],
  checkAs: ProgressQuestion['checkAs'],
): readonly Finding[] | undefined => {
  const [answer, setAnswer] = useState<{
    readonly of: readonly ProgramEdit[];
    readonly findings: readonly Finding[];
  }>();
  useEffect(() => {
    if (edits.length === 0) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void checkAs(edits).then((findings) => {
        if (isWanted) setAnswer({ of: edits, findings });
      });
    }, CHECK_AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [edits, checkAs]);
  return answer?.of === edits ? answer.findings : undefined;
};

const ghostsOf = (
  before: Program,
  after: Program,
  strengths: Strengths,
  findings: readonly Finding[] | undefined,
): Ghosts => {
  const old = texts(before);
  const next = texts(after);
  const rises = risesByCell(after, strengths.exerciseAt);
  const found = findingsByCell(findings ?? []);
  const ghosts = new Map<string, Ghost>();
  for (const [key, { text, cell }] of next) {
    if (old.get(key)?.text === text) continue;
    ghosts.set(key, { text, rises: rises.get(cell) ?? [], findings: found.get(cell) ?? [] });
  }
  for (const key of old.keys()) if (!next.has(key)) ghosts.set(key, { text: '', rises: [], findings: [] });
  return ghosts;
};

/** What a pattern would write, raise and meet with in the check; nothing is written. */
export const useProgress = (question: ProgressQuestion): ProgressAnswer => {
  const { program, rows, fromWeek, toWeek, firstOpenWeek, pattern, strengths, checkAs } = question;
  const progress = useMemo(
    () =>
      progressProgram({
        program,
        rows,
        fromWeek,
        toWeek,
        firstOpenWeek,
        pattern,
        exerciseAt: strengths.exerciseAt,
      }),
    [program, rows, fromWeek, toWeek, firstOpenWeek, pattern, strengths],
  );
  const edits = progress.ok ? progress.value.edits : NOTHING;
  const findings = useCheckOf(edits, checkAs);
  const after = useMemo(() => {
    const edited = editProgram(program, edits);
    return edited.ok ? edited.value.program : program;
  }, [program, edits]);
  const ghosts = useMemo(() => ghostsOf(program, after, strengths, findings), [program, after, strengths, findings]);
  return { progress, ghosts, findings };
};
