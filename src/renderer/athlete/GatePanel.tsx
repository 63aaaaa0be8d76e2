import { RotateCcw } from 'lucide-react';
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

type Gate = OutputOf<Contract['programs']['gates']>['gates'][number];

const WHAT: Readonly<Record<Gate['gate'], string>> = {
  G1: 'from once to twice a week',
  G2: 'on to heavy work',
};

const OUTCOME: Readonly<Record<Gate['outcome'], string>> = {
  pass: 'Everything asked for is there: go on.',
  fail: 'Not yet.',
  unknown: 'Nothing known speaks against it. You decide.',
};

/** The gates of the start ramp that stand before the coach now, and the week once more where one stays shut. */
export const GatePanel = ({ program }: { readonly program: ProgramView }) => {
  const answer = useAsk(client.programs.gates, { programId: program.programId });
  if (answer.state !== 'ready' || answer.value.gates.length === 0) return null;
  return (
    <section className={styles['gates']} aria-label="Gates of the start ramp">
      {answer.value.gates.map((gate) => (
        <GateRow key={gate.gate} gate={gate} program={program} />
      ))}
    </section>
  );
};

const GateRow = ({ gate, program }: { readonly gate: Gate; readonly program: ProgramView }) => {
  const repeat = useCommand(client.programs.repeatWeek);
  const { programId, revision } = program;
  const again = async (): Promise<void> => {
    const reply = await repeat.run({ programId, revision, week: gate.week - 1 });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `Week ${gate.week - 1} comes once more; everything later moves a week on.` });
  };
  return (
    <div className={styles['gate']}>
      <div>
        <h3>
          <StatusMark level={gate.outcome === 'pass' ? 'ok' : gate.outcome === 'fail' ? 'act' : 'look'} /> Gate before
          week {gate.week}, {fullDay(gate.startsOn)}: {WHAT[gate.gate]}
        </h3>
        <p>{OUTCOME[gate.outcome]}</p>
        {gate.against.length > 0 && (
          <ul className={styles['reasons']}>
            {gate.against.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {gate.unknown.length > 0 && (
          <p className="quiet">
            Not known: {gate.unknown.map((text) => text.replace(/^not known: /u, '')).join(', ')}.
          </p>
        )}
        {gate.next === 'coachReview' && (
          <p>Repeated {gate.repeats} times already: look at the plan itself before repeating again.</p>
        )}
      </div>
      {gate.outcome !== 'pass' && (
        <Button onPress={() => void again()} isDisabled={repeat.isRunning}>
          <RotateCcw aria-hidden /> Repeat week {gate.week - 1}
        </Button>
      )}
    </div>
  );
};
