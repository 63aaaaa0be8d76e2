import { useState } from 'react';
import { massToKg, roundTo } from '../../domain/kernel/quantity.ts';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { errorText } from '../../contract/errorText.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { ComboBox } from '../kit/ComboBox.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import styles from './EntryDialog.module.css';

/** A one-rep max that was tested: the surest thing there is to know about a lift. */
export const TestDialog = ({ view, onClose }: { readonly view: AthleteView; readonly onClose: () => void }) => {
  const { today } = useApp();
  const unit = view.details.massUnit;
  const list = useAsk(client.exercises.list, {});
  const record = useCommand(client.log.recordTest);
  const [on, setOn] = useState<string>(today);
  const [exerciseKey, setExerciseKey] = useState<string>();
  const [load, setLoad] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const lifts = (list.state === 'ready' ? list.value.exercises : []).filter((exercise) =>
    exercise.loadMode.includes('kg'),
  );

  const save = async (): Promise<void> => {
    const day = parsePlainDate(on);
    if (day === undefined || exerciseKey === undefined || load === undefined || load <= 0) {
      return setProblem('A test needs a day, a lift and the load that went up once.');
    }
    const test = { exerciseKey, loadKg: roundTo(massToKg(unit, load), 2) };
    const reply = await record.run({ athleteId: view.athleteId, on: day, test }, { isQuiet: true });
    if (!reply.ok) return setProblem(errorText(reply.error));
    tell({ tone: 'done', text: 'Test recorded. The trend follows it.' });
    return onClose();
  };

  return (
    <Dialog
      title={`Test day of ${view.details.name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" type="submit" form="test-day" isDisabled={record.isRunning}>
            Record test
          </Button>
        </>
      }
    >
      <form
        id="test-day"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles['wide']}>
          <ComboBox
            label="Lift"
            value={exerciseKey}
            placeholder="Type its name"
            choices={lifts.map((exercise) => ({ value: exercise.key, label: exercise.name }))}
            onChange={setExerciseKey}
          />
        </div>
        <NumberField
          label="One-rep max"
          unit={unit}
          value={load}
          onChange={setLoad}
          minValue={0}
          maxValue={unit === 'kg' ? 600 : 1300}
        />
        <TextField label="Day" type="date" value={on} onChange={setOn} error={problem} />
      </form>
      <p className={styles['note']}>
        A tested maximum speaks for its day instead of that day’s sets. Nobody under 18 is tested to a maximum: use sets
        of five or more.
      </p>
    </Dialog>
  );
};
