import { useState } from 'react';
import { copyWeeks } from '../../domain/programs/copyWeeks.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, Select } from '../kit/Fields.tsx';
import { weeksText, type WeekRange } from './selectedWeeks.ts';
import styles from './GridDialogs.module.css';

interface CopyWeekDialogProps {
  readonly weeks: WeekRange;
  /** Weeks of the program. */
  readonly count: number;
  readonly onCopy: (edits: readonly ProgramEdit[], called: string) => void;
  readonly onClose: () => void;
}

type As = 'values' | 'written' | 'relative';

/** Weeks copied to anywhere in the program, in full, as written, or as the week before. */
export const CopyWeekDialog = ({ weeks, count, onCopy, onClose }: CopyWeekDialogProps) => {
  const [after, setAfter] = useState<number | undefined>(count);
  const [times, setTimes] = useState<number | undefined>(1);
  const [as, setAs] = useState<As>('values');
  const length = weeks.toWeek - weeks.fromWeek + 1;
  const isReady = after !== undefined && times !== undefined;
  const copy = (): void => {
    if (!isReady) return;
    onCopy(copyWeeks({ ...weeks, after, times, as }), `Copy ${weeksText(weeks)}`);
  };
  return (
    <Dialog
      title={`Copy ${weeksText(weeks)}`}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" isDisabled={!isReady} onPress={copy}>
            Add {counted(length * (times ?? 1), 'week')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <NumberField
          label="After week"
          hint="0 puts them before the first."
          value={after}
          onChange={setAfter}
          minValue={0}
          maxValue={count}
        />
        <NumberField label="Times" value={times} onChange={setTimes} minValue={1} maxValue={26} />
        <Select
          label="Cells"
          value={as}
          onChange={(value) => setAs(value === 'written' || value === 'relative' ? value : 'values')}
          choices={[
            { value: 'values', label: 'In full: relative cells become what they come to' },
            { value: 'written', label: 'As they are written' },
            { value: 'relative', label: 'All as the week before (=)' },
          ]}
        />
      </div>
    </Dialog>
  );
};
