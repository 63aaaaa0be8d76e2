import { useCallback, useMemo, useState } from 'react';
import { ArrowLeft, Dumbbell, Share2 } from 'lucide-react';
import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import { standardGym } from '../../domain/athletes/athlete.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { TEMPLATE_MONDAY, templateEdits } from '../../domain/programs/templateProgram.ts';
import { queryCache } from '../client/queryCache.ts';
import { useAsk } from '../client/useAsk.ts';
import { AssignDialog } from '../dialogs/AssignDialog.tsx';
import { PushDialog } from '../dialogs/PushDialog.tsx';
import { GridDesk } from '../grid/GridDesk.tsx';
import type { Finding, Origin } from '../grid/gridMarks.ts';
import type { Strengths } from '../grid/resolveCell.ts';
import { useProgramDocument, type SendReply } from '../grid/useProgramDocument.ts';
import { Button } from '../kit/Button.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { TemplateReach } from './TemplateReach.tsx';
import styles from './TemplateEditor.module.css';

/** One of the coach's own templates in the grid. */
export const TemplateEditor = ({ templateKey }: { readonly templateKey: string }) => {
  const answer = useAsk(client.templates.open, { templateKey });
  const library = useAsk(client.exercises.list, {});
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  if (library.state === 'failed') return <Failed message={library.message} />;
  if (answer.state === 'waiting' || library.state === 'waiting' || answer.value.key !== templateKey)
    return <Waiting what="template" rows={14} />;
  return <OpenTemplate key={templateKey} template={answer.value} exercises={library.value.exercises} />;
};

interface OpenTemplateProps {
  readonly template: OutputOf<Contract['templates']['open']>;
  readonly exercises: readonly Exercise[];
}

const NOTHING_CHANGED: ReadonlyMap<string, Origin> = new Map();
const NOTHING_FOUND: readonly Finding[] = [];
const NO_RUNNING = (): undefined => undefined;

/** Nobody in particular: no estimate, an ordinary gym. */
const nobody = (exercises: ReadonlyMap<string, Exercise>): Strengths => ({
  athlete: { name: '', massUnit: 'kg', gym: standardGym('kg'), entryClass: 'C' },
  afterBreak: undefined,
  known: new Map(),
  exerciseAt: (key) => exercises.get(key),
});

const OpenTemplate = ({ template, exercises }: OpenTemplateProps) => {
  const { key, name, isOwn, revision, program } = template;
  const [opened, setOpened] = useState<'assign' | 'push'>();
  const list = useAsk(client.athletes.list, {});
  const checked = useAsk(client.programs.checkTemplate, { templateKey: key });
  const findings =
    checked.state === 'ready' ? checked.value.findings : checked.state === 'failed' ? NOTHING_FOUND : undefined;
  const strengths = useMemo(() => nobody(new Map(exercises.map((one) => [one.key, one]))), [exercises]);
  const send = useCallback(
    async (at: number, edits: readonly ProgramEdit[], called: string): Promise<SendReply> => {
      const reply = await client.templates.edit({
        templateKey: key,
        revision: at,
        edits: [...edits],
        called: called.slice(0, 80),
      });
      if (reply.ok) return { ok: true, revision: reply.value.revision };
      return { ok: false, message: errorText(reply.error), isStale: reply.error.tag === 'StaleRevision' };
    },
    [key],
  );
  const reopen = useCallback(() => {
    void queryCache.invalidateQueries({ queryKey: [client.templates.open.path] });
  }, []);
  const source = useMemo(() => ({ program, revision, send, reopen }), [program, revision, send, reopen]);
  const stored = useProgramDocument(source);
  const document = useMemo(
    () => ({
      ...stored,
      apply: (edits: readonly ProgramEdit[], called: string) =>
        stored.apply(templateEdits(stored.program, edits), called),
    }),
    [stored],
  );
  const checkAs = useCallback(
    async (edits: readonly ProgramEdit[]): Promise<readonly Finding[]> => {
      const reply = await client.programs.checkTemplate({ templateKey: key, edits: [...edits] });
      return reply.ok ? reply.value.findings : NOTHING_FOUND;
    },
    [key],
  );
  const everyone = list.state === 'ready' ? list.value.athletes.filter((one) => !one.isArchived) : [];
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <Link href={`/library/programs/${encodeURIComponent(key)}`} className={styles['back']}>
          <ArrowLeft aria-hidden size={15} /> Library
        </Link>
        <h1>{name}</h1>
        <span className={styles['actions']}>
          {isOwn && (
            <Button onPress={() => setOpened('push')}>
              <Share2 aria-hidden /> Push…
            </Button>
          )}
          <Button look="main" onPress={() => setOpened('assign')} isDisabled={everyone.length === 0}>
            <Dumbbell aria-hidden /> Assign…
          </Button>
        </span>
      </header>
      {isOwn ? (
        <GridDesk
          label={`${name}, template`}
          document={document}
          exercises={exercises}
          strengths={strengths}
          open={undefined}
          findings={findings}
          origins={NOTHING_CHANGED}
          checkAs={checkAs}
          runTextOf={NO_RUNNING}
          today={TEMPLATE_MONDAY}
          fixedDays={template.fixedDays}
          reachOf={(slot, exercise) => <TemplateReach templateKey={key} slot={slot} exercise={exercise} />}
        />
      ) : (
        <p>This template ships with Ironstride and stays as it is. Duplicate it in the library and change the copy.</p>
      )}
      {opened === 'assign' && (
        <AssignDialog
          athleteIds={everyone.map((one) => one.athleteId)}
          templateKey={key}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened === 'push' && <PushDialog templateKey={key} name={name} onClose={() => setOpened(undefined)} />}
    </div>
  );
};
