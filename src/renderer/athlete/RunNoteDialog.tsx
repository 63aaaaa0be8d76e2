import { useState } from 'react';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import type { LogEntry } from './EntryLine.tsx';
import styles from './EntryDialog.module.css';

interface RunNoteDialogProps {
  readonly run: Extract<LogEntry, { readonly kind: 'run' }>;
  readonly view: AthleteView;
  readonly onClose: () => void;
}

/** What no app tells of a run: how hard it was, and how far pace and heart came apart. The guard asks for both. */
export const RunNoteDialog = ({ run, view, onClose }: RunNoteDialogProps) => {
  const [rpe, setRpe] = useState(run.rpe);
  const [decouplingPct, setDecoupling] = useState(run.decouplingPct);
  const note = useCommand(client.log.noteRun);
  const save = async (): Promise<void> => {
    const reply = await note.run({
      athleteId: view.athleteId,
      runId: run.runId,
      note: {
        ...(rpe === undefined ? {} : { rpe }),
        ...(decouplingPct === undefined ? {} : { decouplingPct }),
      },
    });
    if (!reply.ok) return;
    tell({ tone: 'done', text: 'Noted. The running guard looks again.' });
    onClose();
  };
  return (
    <Dialog
      title={`${run.title}, ${fullDay(run.performedOn)}`}
      isOpen
      size="small"
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" isDisabled={note.isRunning} onPress={() => void save()}>
            Note it
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <NumberField label="RPE of the whole run" value={rpe} onChange={setRpe} minValue={0} maxValue={10} step={0.5} />
        <NumberField
          label="Decoupling"
          unit="%"
          value={decouplingPct}
          onChange={setDecoupling}
          minValue={-50}
          maxValue={100}
          step={0.1}
        />
      </div>
      <p className={styles['note']}>
        Decoupling is how much less pace a heartbeat bought in the second half of a steady run: the software of the
        watch shows it, also as Pa:HR. The guard compares it on runs of an hour or more. What is noted here stays when
        the run comes again in a file.
      </p>
    </Dialog>
  );
};
