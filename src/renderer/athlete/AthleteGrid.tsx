import { useCallback, useMemo } from 'react';
import { errorText } from '../../contract/errorText.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { useApp } from '../app/appContext.ts';
import { queryCache } from '../client/queryCache.ts';
import { useAsk } from '../client/useAsk.ts';
import { distance } from '../format.ts';
import { GridDesk } from '../grid/GridDesk.tsx';
import { cellKey, type Finding, type Origin } from '../grid/gridMarks.ts';
import { strengthsOf, type OpenProgram } from '../grid/resolveCell.ts';
import { useProgramDocument, type SendReply } from '../grid/useProgramDocument.ts';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';

interface AthleteGridProps {
  readonly view: AthleteView;
  readonly open: OpenProgram;
}

/** One athlete's program in the grid. */
export const AthleteGrid = ({ view, open }: AthleteGridProps) => {
  const library = useAsk(client.exercises.list, {});
  if (library.state === 'failed') return <Failed message={library.message} />;
  if (library.state === 'waiting') return <Waiting what="grid" rows={14} />;
  return <OpenGrid key={open.programId} view={view} open={open} exercises={library.value.exercises} />;
};

interface OpenGridProps {
  readonly view: AthleteView;
  readonly open: OpenProgram;
  readonly exercises: readonly Exercise[];
}

const NOTHING_FOUND: readonly Finding[] = [];

const OpenGrid = ({ view, open, exercises }: OpenGridProps) => {
  const { today } = useApp();
  const { athleteId, programId } = open;
  const checked = useAsk(client.programs.check, { athleteId, programId });
  const findings = checked.state === 'ready' ? (checked.value.checked[0]?.findings ?? NOTHING_FOUND) : undefined;
  const byKey = useMemo(() => new Map(exercises.map((one) => [one.key, one])), [exercises]);
  const { athlete, afterBreak, strength } = open;
  // Of these alone: with every edit the program is another, and what is known of the athlete is not.
  const strengths = useMemo(
    () => strengthsOf({ athlete, afterBreak, strength }, byKey),
    [athlete, afterBreak, strength, byKey],
  );
  const origins = useMemo(
    (): ReadonlyMap<string, Origin> =>
      new Map((open.origins ?? []).map((one) => [cellKey(one.week, one.session, one.label), one.origin])),
    [open.origins],
  );
  const send = useCallback(
    async (revision: number, edits: readonly ProgramEdit[], called: string): Promise<SendReply> => {
      const reply = await client.programs.edit({ programId, revision, edits: [...edits], called: called.slice(0, 80) });
      if (reply.ok) return { ok: true, revision: reply.value.revision };
      return { ok: false, message: errorText(reply.error), isStale: reply.error.tag === 'StaleRevision' };
    },
    [programId],
  );
  const reopen = useCallback(() => {
    void queryCache.invalidateQueries({ queryKey: [client.programs.grid.path] });
  }, []);
  const source = useMemo(
    () => ({ program: open.program, revision: open.revision, send, reopen }),
    [open.program, open.revision, send, reopen],
  );
  const document = useProgramDocument(source);
  const checkAs = useCallback(
    async (edits: readonly ProgramEdit[]): Promise<readonly Finding[]> => {
      const reply = await client.programs.check({ athleteId, programId, edits: [...edits] });
      return reply.ok ? (reply.value.checked[0]?.findings ?? NOTHING_FOUND) : NOTHING_FOUND;
    },
    [athleteId, programId],
  );
  const unit = view.details.distanceUnit;
  const runTextOf = useCallback(
    ({ plannedRunM }: OpenProgram['weeks'][number]): string | undefined =>
      plannedRunM === 0 ? undefined : `${distance(plannedRunM, unit)} ${unit}`,
    [unit],
  );
  return (
    <GridDesk
      label={`${open.program.name}, ${open.athlete.name}`}
      document={document}
      exercises={exercises}
      strengths={strengths}
      open={open}
      findings={findings}
      origins={origins}
      checkAs={checkAs}
      runTextOf={runTextOf}
      today={today}
    />
  );
};
