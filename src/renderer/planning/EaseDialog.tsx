import { useState } from 'react';
import type { ProgramId } from '../../domain/kernel/ids.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted, day, distance } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Select } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { CalendarAthlete } from './planModel.ts';
import styles from './PlanDesk.module.css';

interface EaseDialogProps {
  readonly athlete: CalendarAthlete;
  readonly programId: ProgramId;
  readonly program: string;
  readonly onClose: () => void;
}

const STEP = 10;

/** One slider for a block: how much lifting gives way where planned running rises; every set that goes is shown first. */
export const EaseDialog = ({ athlete, programId, program, onClose }: EaseDialogProps) => {
  const [block, setBlock] = useState(1);
  const [percent, setPercent] = useState(100);
  const order = { programId, block, share: percent / 100 };
  const reading = useAsk(client.calendar.previewEasing, order);
  const ease = useCommand(client.calendar.easeLifting);
  const view = reading.state === 'ready' ? reading.value : undefined;
  const unit = athlete.distanceUnit;
  const save = async (): Promise<void> => {
    if (view === undefined) return;
    const reply = await ease.run({ ...order, revision: view.revision });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `Lifting is eased in ${counted(reply.value.weeks, 'week')}.` });
    onClose();
  };
  return (
    <Dialog
      title={`Ease ${program} where running rises`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="main"
            isDisabled={view === undefined || view.weeks.length === 0 || ease.isRunning}
            onPress={() => void save()}
          >
            {`Ease ${counted(view?.weeks.length ?? 0, 'week')}`}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Select
          label="Block"
          value={String(block)}
          onChange={(next) => setBlock(Number(next))}
          choices={(view?.blocks ?? []).map((one) => ({ value: String(one.block), label: one.name }))}
        />
        <label className={styles['slider']}>
          <span>
            Lifting gives way to {percent} % of a rise <span className="unit">0: not at all, 100: as much</span>
          </span>
          <input
            type="range"
            min={0}
            max={100}
            step={STEP}
            value={percent}
            onChange={(event) => setPercent(Number(event.target.value))}
          />
        </label>
      </div>
      {reading.state === 'waiting' && <Waiting what="what would change" />}
      {reading.state === 'failed' && <Failed message={reading.message} />}
      {view !== undefined && (
        <p className="quiet">
          {view.usualM === 0
            ? 'No distances are planned in this block: write them in the usual week or day by day.'
            : `Usual in this block: ${distance(view.usualM, unit)} ${unit} and ${counted(view.usualSets, 'set')} for the legs a week. Loads stay; assistance gives way first, a third of the sets at most.`}
        </p>
      )}
      {view?.weeks.length === 0 && view.usualM > 0 && <p>No week that is still to come has to give way.</p>}
      {view?.weeks.map((week) => (
        <section key={week.week} className={styles['who']} aria-label={`Week ${week.week}`}>
          <h3>
            Week {week.week}, {day(week.startsOn)}: {distance(week.runM, unit)} {unit}, +{Math.round(week.risePercent)}{' '}
            %; {week.setsBefore} → {week.setsAfter} sets
          </h3>
          <p>
            {week.cells
              .map((cell) => `${cell.session} ${cell.label} ${cell.exercise} ${cell.setsBefore} → ${cell.setsAfter}`)
              .join('; ')}
          </p>
        </section>
      ))}
    </Dialog>
  );
};
