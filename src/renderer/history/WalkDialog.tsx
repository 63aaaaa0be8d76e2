import type { ReactNode } from 'react';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted, entryDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { localDayOf, timeOf } from './localTime.ts';
import { athleteWords, type HistoryStep, type Whose } from './stepWords.ts';
import styles from './History.module.css';

/** A walk over several steps that is to be confirmed. */
export type Walk =
  | { readonly kind: 'undoTo'; readonly step: HistoryStep; readonly whose: Whose | undefined }
  | { readonly kind: 'redoTo'; readonly step: HistoryStep }
  | { readonly kind: 'takeBack'; readonly step: HistoryStep; readonly whose: Whose };

interface WalkDialogProps<W extends Walk = Walk> {
  readonly walk: W;
  readonly onClose: () => void;
}

/** What exactly will be taken back or done again, by name, before it is. */
export const WalkDialog = ({ walk, onClose }: WalkDialogProps) => {
  switch (walk.kind) {
    case 'undoTo':
      return <UndoToDialog walk={walk} onClose={onClose} />;
    case 'redoTo':
      return <RedoToDialog walk={walk} onClose={onClose} />;
    case 'takeBack':
      return <TakeBackDialog walk={walk} onClose={onClose} />;
  }
};

const MOST = 2000;

/** Every step that stands since one of them, whoever they are of, and which of them are one athlete's. */
const useStandingFrom = (step: number, whose: Whose | undefined) => {
  const since = { fromStep: step, limit: MOST };
  const all = useAsk(client.history.list, since);
  const own = useAsk(
    client.history.list,
    { ...since, ...(whose === undefined ? {} : { athleteId: whose.athleteId }) },
    { isWanted: whose !== undefined },
  );
  if (all.state !== 'ready' || (whose !== undefined && own.state !== 'ready')) return undefined;
  const ownSteps = new Set(own.state === 'ready' ? own.value.steps.map((one) => one.step) : []);
  const steps = all.value.steps.filter((one) => !one.isUndone);
  return {
    steps,
    /** What is undone is newer than all of them. */
    unlisted: all.value.count - all.value.steps.length,
    others: whose === undefined ? [] : steps.filter((one) => !ownSteps.has(one.step)),
  };
};

const UndoToDialog = ({ walk, onClose }: WalkDialogProps<Extract<Walk, { kind: 'undoTo' }>>) => {
  const { step, whose } = walk;
  const undoTo = useCommand(client.history.undoTo);
  const redoTo = useCommand(client.history.redoTo);
  const standing = useStandingFrom(step.step, whose);
  const steps = standing?.steps;
  const newest = steps?.[0]?.step;
  const others = standing?.others ?? [];
  const run = async (): Promise<void> => {
    const reply = await undoTo.run({ step: step.step });
    if (!reply.ok) return;
    const { steps: many, kept } = reply.value;
    const keptWords = kept > 0 ? ` ${counted(kept, 'entry', 'entries')} edited since stayed.` : '';
    tell({
      tone: 'done',
      text: `${counted(many, 'step')} taken back.${keptWords}`,
      action:
        newest === undefined ? undefined : { label: 'Do them again', run: () => void redoTo.run({ step: newest }) },
    });
    onClose();
  };
  return (
    <WalkFrame
      title={`Go back to before “${step.label}”`}
      steps={steps}
      unlisted={standing?.unlisted ?? 0}
      act={(many) => `Take back ${counted(many, 'step')}`}
      isRunning={undoTo.isRunning}
      onRun={() => void run()}
      onClose={onClose}
    >
      {whose !== undefined && others.length > 0 && (
        <p className={styles['warning']}>
          ▲ History is one line: {counted(others.length, 'of these steps is', 'of these steps are')} not of {whose.name}
          , and {others.length === 1 ? 'is' : 'are'} taken back with the rest.
        </p>
      )}
      <p>
        Everything in this list is taken back, the newest first. Redo brings it again, until you change something else.
      </p>
    </WalkFrame>
  );
};

const RedoToDialog = ({ walk, onClose }: WalkDialogProps<Extract<Walk, { kind: 'redoTo' }>>) => {
  const { step } = walk;
  const redoTo = useCommand(client.history.redoTo);
  const answer = useAsk(client.history.list, { limit: MOST });
  const steps =
    answer.state === 'ready'
      ? answer.value.steps.filter((one) => one.isUndone && one.step <= step.step).toReversed()
      : undefined;
  const run = async (): Promise<void> => {
    const reply = await redoTo.run({ step: step.step });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `${counted(reply.value.steps, 'step')} done again.` });
    onClose();
  };
  return (
    <WalkFrame
      title={`Do again up to “${step.label}”`}
      steps={steps}
      act={(many) => `Do ${counted(many, 'step')} again`}
      isRunning={redoTo.isRunning}
      onRun={() => void run()}
      onClose={onClose}
    >
      <p>Everything in this list is done again, in this order.</p>
    </WalkFrame>
  );
};

const WHY = {
  others: 'it changed other athletes too',
  shared: 'it changed something that all share, such as an exercise, a template or an import',
  job: 'an import or a sample is taken back only as a whole',
} as const;

const TakeBackDialog = ({ walk, onClose }: WalkDialogProps<Extract<Walk, { kind: 'takeBack' }>>) => {
  const { step, whose } = walk;
  const { athleteId, name } = whose;
  const takeBack = useCommand(client.history.takeBack);
  const answer = useAsk(client.history.previewTakeBack, { athleteId, step: step.step });
  const preview = answer.state === 'ready' ? answer.value : undefined;
  const inTheWay = preview?.inTheWay ?? [];
  const run = async (): Promise<void> => {
    const many = preview?.steps.length ?? 0;
    const called = `Take back ${counted(many, 'step')} of ${name}`;
    const reply = await takeBack.run({ athleteId, step: step.step, called: called.slice(0, 120) });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `${counted(reply.value.steps, 'step')} of ${name} taken back.` });
    onClose();
  };
  return (
    <WalkFrame
      title={`${name} as before “${step.label}”`}
      steps={preview?.steps}
      act={(many) => `Take back ${counted(many, 'step')} of ${name}`}
      isRunning={takeBack.isRunning}
      isImpossible={inTheWay.length > 0}
      onRun={() => void run()}
      onClose={onClose}
    >
      {answer.state === 'failed' && <p>{answer.message}</p>}
      {inTheWay.length > 0 ? (
        <>
          <p className={styles['warning']}>
            ▲ This cannot be done for {name} alone: {counted(inTheWay.length, 'step stands', 'steps stand')} in the way.
          </p>
          <ul className={styles['inTheWay']} aria-label="In the way">
            {inTheWay.map((one) => (
              <li key={one.step.step}>
                <strong>{one.step.label}</strong> <span className="quiet">{WHY[one.why]}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          Only these steps of {name} are taken back; what was done for others in the meantime stays. It is a step of its
          own: undo takes it back again.
        </p>
      )}
    </WalkFrame>
  );
};

interface WalkFrameProps {
  readonly title: string;
  /** In the order in which they are walked; absent while they are asked for. */
  readonly steps: readonly HistoryStep[] | undefined;
  /** Further steps, older than those that are listed. */
  readonly unlisted?: number;
  readonly act: (many: number) => string;
  readonly isRunning: boolean;
  readonly isImpossible?: boolean;
  readonly onRun: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const WalkFrame = (props: WalkFrameProps) => {
  const { title, steps, unlisted = 0, act, isRunning, isImpossible, onRun, onClose, children } = props;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="main"
            isDisabled={steps === undefined || steps.length === 0 || isRunning || isImpossible === true}
            onPress={onRun}
          >
            {act((steps?.length ?? 0) + unlisted)}
          </Button>
        </>
      }
    >
      <div className={styles['walk']}>
        {children}
        {steps !== undefined && isImpossible !== true && (
          <ol className={styles['walked']} aria-label="Steps">
            {steps.map((step) => (
              <Walked key={step.step} step={step} />
            ))}
            {unlisted > 0 && <li>and {counted(unlisted, 'older step')}</li>}
          </ol>
        )}
      </div>
    </Dialog>
  );
};

const Walked = ({ step }: { readonly step: HistoryStep }) => {
  const { today } = useApp();
  const date = localDayOf(step.at);
  return (
    <li>
      <span className="quiet">
        {date === undefined ? '' : date === today ? 'today' : entryDay(date, today)} {timeOf(step.at)}
      </span>
      <span>{step.label}</span>
      <span className="quiet">{athleteWords(step)}</span>
    </li>
  );
};
