import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import type { ProgramId } from '../../domain/kernel/ids.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Select } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { AthleteGrid } from './AthleteGrid.tsx';
import type { AthleteView } from './AthleteScreen.tsx';
import { NoProgram } from './NoProgram.tsx';
import styles from './ProgramTab.module.css';

interface ProgramTabProps {
  readonly view: AthleteView;
  readonly onAssign: () => void;
}

/** The program in the grid. */
export const ProgramTab = ({ view, onAssign }: ProgramTabProps) => {
  const [chosen, setChosen] = useState<ProgramId>();
  const answer = useAsk(client.programs.grid, {
    athleteId: view.athleteId,
    ...(chosen === undefined ? {} : { programId: chosen }),
  });
  const remove = useCommand(client.programs.remove);
  if (answer.state === 'waiting') return <Waiting what="program" rows={14} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { open, programs } = answer.value;
  if (open === undefined) return <NoProgram view={view} onAssign={onAssign} />;
  const takeAway = async (): Promise<void> => {
    const reply = await remove.run({ programId: open.programId });
    if (!reply.ok) return;
    setChosen(undefined);
    tell({ tone: 'done', text: 'Program removed. Undo brings it back.' });
  };
  const listed = programs.find(({ programId }) => programId === open.programId);
  return (
    <div className={styles['tab']}>
      <header className={styles['head']}>
        <h2>{open.program.name}</h2>
        <span className="quiet">
          class {open.athlete.entryClass}
          {listed !== undefined && ` · ${fullDay(listed.startsOn)} to ${fullDay(listed.endsOn)}`}
        </span>
        {programs.length > 1 && (
          <Select
            label="Program"
            isLabelHidden
            value={String(open.programId)}
            onChange={(id) => setChosen(programs.find((one) => String(one.programId) === id)?.programId)}
            choices={programs.map((one) => ({
              value: String(one.programId),
              label: `${one.name}, from ${fullDay(one.startsOn)}`,
            }))}
          />
        )}
        <span className={styles['tools']}>
          <Link href={`/athlete/${view.athleteId}/weeks`}>Next session, gates and proposals</Link>
          <Button look="quiet" onPress={() => void takeAway()}>
            <Trash2 aria-hidden /> Remove program
          </Button>
        </span>
      </header>
      <AthleteGrid view={view} programId={open.programId} />
    </div>
  );
};
