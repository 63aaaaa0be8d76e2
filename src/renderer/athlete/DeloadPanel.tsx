import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { ProgramView } from './WeeksTab.tsx';
import styles from './GatePanel.module.css';

type Due = NonNullable<OutputOf<Contract['programs']['deloadDue']>['due']>;

const REASON: Readonly<Record<Due['reasons'][number], string>> = {
  scheduled: 'six weeks without an easier one',
  twoAmberDays: 'two days of the last seven were amber or red',
  red: 'the newest check-in is red',
  substantialProblem: 'a substantial health problem was reported',
  strengthFalling: 'strength is down by more than 5 % since the block began',
};

/** A deload that is due and that the plan does not have: said with its reasons, done only when the coach says so. */
export const DeloadPanel = ({ program }: { readonly program: ProgramView }) => {
  const { programId, revision } = program;
  const answer = useAsk(client.programs.deloadDue, { programId });
  const deload = useCommand(client.programs.deloadWeek);
  const due = answer.state === 'ready' ? answer.value.due : undefined;
  if (due === undefined) return null;
  const make = async (): Promise<void> => {
    const reply = await deload.run({ programId, revision, week: due.week });
    if (reply.ok) tell({ tone: 'done', text: `Week ${due.week} is a deload now. Undo makes it as it was.` });
  };
  return (
    <section className={styles['gates']} aria-label="Deload">
      <div className={styles['gate']}>
        <div>
          <h3>
            <StatusMark level="look" /> A deload is due in week {due.week}, {fullDay(due.startsOn)}
          </h3>
          <ul className={styles['reasons']}>
            {due.reasons.map((reason) => (
              <li key={reason}>{REASON[reason]}</li>
            ))}
          </ul>
          <p className="quiet">
            Half the sets, a tenth less load, RPE 7 at most, half the jumps. Running stays as it is.
          </p>
        </div>
        <Button onPress={() => void make()} isDisabled={deload.isRunning}>
          Make week {due.week} a deload
        </Button>
      </div>
    </section>
  );
};
