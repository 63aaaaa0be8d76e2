import { useState } from 'react';
import { WEEKDAYS, type Weekday } from '../../domain/kernel/plainDate.ts';
import { putSessionOn } from '../../domain/programs/moveSession.ts';
import type { Program } from '../../domain/programs/program.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { weekdayName } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, Select, TextField } from '../kit/Fields.tsx';
import type { DraftSession } from './gridModel.ts';
import { weeksText, type WeekRange } from './selectedWeeks.ts';
import styles from './GridDialogs.module.css';

const DAY_CHOICES = WEEKDAYS.map((one) => ({ value: String(one), label: weekdayName(one) }));

const weekdayOf = (value: string): Weekday => WEEKDAYS.find((one) => String(one) === value) ?? 2;

interface SessionDialogProps {
  readonly program: Program;
  readonly onSave: (session: DraftSession) => void;
  readonly onClose: () => void;
}

/** A session to be filled: it is stored with its first cell. */
export const SessionDialog = ({ program, onSave, onClose }: SessionDialogProps) => {
  const taken = new Set(weeksOf(program).flatMap((week) => week.sessions.map((session) => session.name)));
  const free = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `Strength ${letter}`).find((one) => !taken.has(one));
  const [name, setName] = useState(free ?? '');
  const [weekday, setWeekday] = useState<Weekday>(taken.size === 0 ? 2 : 5);
  const [minutes, setMinutes] = useState<number | undefined>(45);
  const isTaken = taken.has(name.trim());
  return (
    <Dialog
      title="New session"
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="main"
            isDisabled={name.trim() === '' || isTaken || minutes === undefined}
            onPress={() => onSave({ name: name.trim(), weekday, minutes: minutes ?? 45 })}
          >
            Add session
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          shouldFocus
          error={isTaken ? 'The program has a session of this name' : undefined}
        />
        <Select
          label="Day"
          value={String(weekday)}
          onChange={(value) => setWeekday(WEEKDAYS.find((one) => String(one) === value) ?? 2)}
          choices={WEEKDAYS.map((one) => ({ value: String(one), label: weekdayName(one) }))}
        />
        <NumberField label="Minutes" value={minutes} onChange={setMinutes} minValue={5} maxValue={240} unit="min" />
      </div>
    </Dialog>
  );
};

interface MoveSessionDialogProps {
  readonly program: Program;
  readonly session: string;
  readonly weeks: WeekRange;
  readonly firstOpenWeek: number;
  readonly onMove: (edits: readonly ProgramEdit[], called: string) => void;
  readonly onClose: () => void;
}

type Scope = 'these' | 'onward' | 'all';

/** A session to another day: in the weeks selected, from there on, or in all weeks that are still to come. */
export const MoveSessionDialog = (props: MoveSessionDialogProps) => {
  const { program, session, weeks, firstOpenWeek, onMove, onClose } = props;
  const all = weeksOf(program);
  const now = all[weeks.fromWeek - 1]?.sessions.find(({ name }) => name === session)?.weekday;
  const [weekday, setWeekday] = useState<Weekday>(now ?? 2);
  const [scope, setScope] = useState<Scope>('these');
  const ranges: Readonly<Record<Scope, WeekRange>> = {
    these: { ...weeks, fromWeek: Math.max(firstOpenWeek, weeks.fromWeek) },
    onward: { fromWeek: Math.max(firstOpenWeek, weeks.fromWeek), toWeek: all.length },
    all: { fromWeek: firstOpenWeek, toWeek: all.length },
  };
  const edits = putSessionOn(program, session, ranges[scope], weekday);
  const count = edits.length;
  return (
    <Dialog
      title={`Move ${session}`}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="main"
            isDisabled={count === 0}
            onPress={() => onMove(edits, `${session} to ${weekdayName(weekday)} in ${weeksText(ranges[scope])}`)}
          >
            {count === 0 ? 'Nothing to move' : `Move in ${count === 1 ? '1 week' : `${count} weeks`}`}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Select
          label="To"
          value={String(weekday)}
          onChange={(value) => setWeekday(weekdayOf(value))}
          choices={DAY_CHOICES}
        />
        <Select
          label="In"
          value={scope}
          onChange={(value) => setScope(value === 'onward' || value === 'all' ? value : 'these')}
          choices={[
            { value: 'these', label: weeksText(weeks).replace('w', 'W') },
            { value: 'onward', label: `From week ${ranges.onward.fromWeek} on` },
            { value: 'all', label: firstOpenWeek === 1 ? 'All weeks' : 'All weeks still to come' },
          ]}
        />
        {firstOpenWeek > weeks.fromWeek && <p className="quiet">Weeks that have passed stay as they were.</p>}
      </div>
    </Dialog>
  );
};
