import { ChevronRight, Redo2, Undo2, UserRound } from 'lucide-react';
import { Link } from 'wouter';
import { useAsk } from '../client/useAsk.ts';
import { Button } from '../kit/Button.tsx';
import { client } from '../wire.ts';
import type { Walk } from './WalkDialog.tsx';
import { timeOf } from './localTime.ts';
import { athleteWords, changeWords, type HistoryStep, type Whose } from './stepWords.ts';
import styles from './History.module.css';

interface StepRowProps {
  readonly step: HistoryStep;
  readonly whose: Whose | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onWalk: (walk: Walk) => void;
}

/** One step: when, what, for whom; opened, what it changed and how to go back to before it. */
export const StepRow = ({ step, whose, isOpen, onToggle, onWalk }: StepRowProps) => (
  <li className={`${styles['step']} ${isOpen ? styles['opened'] : ''}`}>
    <button type="button" className={styles['stepHead']} aria-expanded={isOpen} onClick={onToggle}>
      <ChevronRight aria-hidden size={14} className={styles['chevron']} />
      <span className={styles['time']}>{timeOf(step.at)}</span>
      <span className={`${styles['label']} ${step.isUndone ? styles['undone'] : ''}`}>{step.label}</span>
      <span className={styles['athletes']}>{athleteWords(step)}</span>
      <span className={styles['mark']}>{step.isUndone ? 'undone' : ''}</span>
    </button>
    {isOpen && (
      <div className={styles['contents']}>
        <Contents step={step} />
        <div className={styles['actions']}>
          {step.isUndone ? (
            <Button onPress={() => onWalk({ kind: 'redoTo', step })}>
              <Redo2 aria-hidden /> Do again up to here…
            </Button>
          ) : (
            <Button onPress={() => onWalk({ kind: 'undoTo', step, whose })}>
              <Undo2 aria-hidden /> Go back to before this…
            </Button>
          )}
          {whose !== undefined && !step.isUndone && (
            <Button onPress={() => onWalk({ kind: 'takeBack', step, whose })}>
              <UserRound aria-hidden /> Only {whose.name}, from here on…
            </Button>
          )}
        </div>
      </div>
    )}
  </li>
);

/** What the step changed, in numbers of things a coach knows. */
const Contents = ({ step }: { readonly step: HistoryStep }) => {
  const answer = useAsk(client.history.open, { step: step.step });
  if (answer.state === 'waiting') return null;
  if (answer.state === 'failed') return <p>{answer.message}</p>;
  const { changes } = answer.value;
  return (
    <>
      <ul className={styles['changes']}>
        {changes.map((change) => (
          <li key={change.thing}>{changeWords(change)}</li>
        ))}
        {changes.length === 0 && <li className="quiet">Nothing that is counted here</li>}
      </ul>
      {step.athletes.length > 0 && (
        <p className={styles['links']}>
          {step.athletes.map(({ athleteId, name }) => (
            <Link key={athleteId} href={`/athlete/${athleteId}`}>
              {name}
            </Link>
          ))}
        </p>
      )}
    </>
  );
};
