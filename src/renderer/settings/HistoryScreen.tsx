import { useAsk } from '../client/useAsk.ts';
import { useHistoryWalk } from '../app/useHistoryWalk.ts';
import { moment } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import styles from './SettingsScreen.module.css';

const STEPS = 200;

/** What was changed, newest first. Undo walks back through it, also after a restart. */
export const HistoryScreen = () => {
  const answer = useAsk(client.history.list, { limit: STEPS });
  const walk = useHistoryWalk();
  if (answer.state === 'waiting') return <Waiting what="history" rows={12} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { steps, canUndo, canRedo } = answer.value;
  return (
    <div className={styles['screen']}>
      <h1>History</h1>
      <div className={styles['actions']}>
        <Button onPress={() => void walk.undo()} isDisabled={canUndo === undefined}>
          {canUndo === undefined ? 'Nothing to undo' : `Undo: ${canUndo}`}
        </Button>
        <Button onPress={() => void walk.redo()} isDisabled={canRedo === undefined}>
          {canRedo === undefined ? 'Nothing to redo' : `Redo: ${canRedo}`}
        </Button>
      </div>
      {steps.length === 0 ? (
        <Empty title="Nothing has been changed yet">Every change appears here under its name and can be undone.</Empty>
      ) : (
        <ol className={styles['steps']}>
          {steps.map((step) => (
            <li key={step.step} className={styles['step']}>
              <span className="quiet">{moment(step.at)}</span>
              <span className={step.isUndone ? styles['undone'] : ''}>
                {step.label}
                {step.athlete === undefined ? '' : ` · ${step.athlete}`}
              </span>
              <span className="quiet">{step.isUndone ? 'undone' : ''}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
};
