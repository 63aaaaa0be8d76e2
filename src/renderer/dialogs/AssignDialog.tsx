import { useState } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted, fullDay, weekdayName } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Select } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './AssignDialog.module.css';

type Preview = OutputOf<Contract['programs']['previewAssignment']>['athletes'][number];
type Conflict = Preview['conflicts'][number];

const conflictText = (conflict: Conflict): string => {
  switch (conflict.tag) {
    case 'archived':
      return 'archived';
    case 'overlaps':
      return `already in ${conflict.program} until ${fullDay(conflict.endsOn)}`;
    case 'raceInStart':
      return `${conflict.race} on ${fullDay(conflict.racedOn)}, in the first two weeks`;
    case 'noDayFree':
      return 'no day with half an hour for lifting';
  }
};

const TEMPLATE_KEY = 'start-ramp';
const WEEKS_AHEAD = 9;

interface AssignDialogProps {
  readonly athleteIds: readonly AthleteId[];
  readonly onClose: () => void;
}

/** Assigns the start ramp to one or many, after showing what each of them would get. */
export const AssignDialog = ({ athleteIds, onClose }: AssignDialogProps) => {
  const { today } = useApp();
  const monday = mondayOf(today);
  const starts = Array.from({ length: WEEKS_AHEAD }, (_, index) => addDays(monday, (index - 1) * 7));
  const [startsOn, setStartsOn] = useState<PlainDate>(monday === today ? monday : addDays(monday, 7));
  const order = { athleteIds: [...athleteIds], templateKey: TEMPLATE_KEY, startsOn };
  const preview = useAsk(client.programs.previewAssignment, order, { isWanted: athleteIds.length > 0 });
  const assign = useCommand(client.programs.assign);
  const possible = preview.state === 'ready' ? preview.value.athletes.filter((one) => one.canAssign).length : 0;

  const run = async (): Promise<void> => {
    const reply = await assign.run(order);
    if (!reply.ok) return;
    const { assigned, passedOver } = reply.value;
    const left = passedOver.length === 0 ? '' : ` ${counted(passedOver.length, 'athlete')} kept what they have.`;
    tell({ tone: 'done', text: `Start ramp assigned to ${counted(assigned, 'athlete')}.${left}` });
    onClose();
  };

  return (
    <Dialog
      title="Assign the start ramp"
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => void run()} isDisabled={possible === 0 || assign.isRunning}>
            Assign to {counted(possible, 'athlete')}
          </Button>
        </>
      }
    >
      <div className={styles['order']}>
        <Select
          label="Starts on Monday"
          value={startsOn}
          onChange={setStartsOn}
          choices={starts.map((start) => ({
            value: start,
            label: fullDay(start),
            ...(start === monday ? { hint: 'this week' } : start < monday ? { hint: 'last week' } : {}),
          }))}
        />
        <p className="quiet">
          Class A starts at week 1, B at week 3, C at week 5. Lifts are chosen from what each athlete can use, days from
          their usual running week.
        </p>
      </div>
      {preview.state === 'waiting' && <Waiting what="preview" />}
      {preview.state === 'failed' && <Failed message={preview.message} />}
      {preview.state === 'ready' && <PreviewTable athletes={preview.value.athletes} />}
    </Dialog>
  );
};

const PreviewTable = ({ athletes }: { readonly athletes: readonly Preview[] }) => (
  <table className={styles['table']}>
    <thead>
      <tr>
        <th scope="col">Athlete</th>
        <th scope="col">Ramp</th>
        <th scope="col">Days</th>
        <th scope="col">Main lifts</th>
        <th scope="col">Before you assign</th>
      </tr>
    </thead>
    <tbody>
      {athletes.map((one) => (
        <tr key={one.athleteId} className={one.canAssign ? '' : styles['left']}>
          <td>{one.athlete}</td>
          <td>
            {one.entryClass}, from week {one.startsAtWeek}
            <span className="quiet">
              {' '}
              · {one.weeks} wk, to {fullDay(one.endsOn)}
            </span>
          </td>
          <td>
            {one.days
              .toSorted((a, b) => a - b)
              .map(weekdayName)
              .join(', ')}
          </td>
          <td>{one.lifts.slice(0, 2).join(', ')}</td>
          <td>
            <Remarks one={one} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Remarks = ({ one }: { readonly one: Preview }) => {
  const remarks = [
    ...one.conflicts.map((conflict) => ({
      level: one.canAssign ? ('look' as const) : ('act' as const),
      text: conflictText(conflict),
    })),
    ...(one.withoutEstimate.length > 0
      ? [{ level: 'none' as const, text: `no estimate yet: ${one.withoutEstimate.join(', ')} (loads by feel)` }]
      : []),
  ];
  if (remarks.length === 0) return <StatusMark level="ok" />;
  return (
    <ul>
      {remarks.map(({ level, text }) => (
        <li key={text}>
          <StatusMark level={level} /> {text}
        </li>
      ))}
    </ul>
  );
};
