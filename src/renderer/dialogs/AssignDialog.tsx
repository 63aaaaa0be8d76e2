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
import { Checkbox, Select } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './AssignDialog.module.css';

type Preview = OutputOf<Contract['programs']['previewAssignment']>['athletes'][number];
type Conflict = Preview['conflicts'][number];
type Template = OutputOf<Contract['programs']['templates']>['templates'][number];

const conflictText = (conflict: Conflict): string => {
  switch (conflict.tag) {
    case 'archived':
      return 'archived';
    case 'overlaps':
      return `already in ${conflict.program} until ${fullDay(conflict.endsOn)}`;
    case 'raceInStart':
      return `${conflict.race} on ${fullDay(conflict.racedOn)}, in the first two weeks`;
    case 'noRace':
      return 'no race ahead to lay it back from';
    case 'raceTooSoon':
      return `${conflict.race} on ${fullDay(conflict.racedOn)} comes before it could begin`;
    case 'noDayFree':
      return 'no day with half an hour for lifting';
  }
};

const START_RAMP = 'start-ramp';
const WEEKS_AHEAD = 9;

interface AssignDialogProps {
  readonly athleteIds: readonly AthleteId[];
  /** Chosen to begin with; the start ramp when nothing is said. */
  readonly templateKey?: string;
  readonly onClose: () => void;
}

const lengthText = (template: Template): string => {
  const weeks = template.blocks.reduce((sum, block) => sum + block.weekKinds.length, 0);
  return weeks === 0 ? 'by entry class' : `${weeks} weeks`;
};

const aboutText = (template: Template | undefined, withRamp: boolean): string => {
  if (template === undefined) return '';
  if (template.key === START_RAMP) {
    return 'Class A starts at week 1, B at week 3, C at week 5. Lifts are chosen from what each athlete can use, days from their usual running week.';
  }
  const lead = template.leadsWithRamp && withRamp ? ' Classes A and B do the start ramp first, up to its week 8.' : '';
  return `${template.summary}${lead}`;
};

/** Assigns a program to one or many, after showing what each of them would get. */
export const AssignDialog = ({ athleteIds, templateKey: given, onClose }: AssignDialogProps) => {
  const { today } = useApp();
  const monday = mondayOf(today);
  const starts = Array.from({ length: WEEKS_AHEAD }, (_, index) => addDays(monday, (index - 1) * 7));
  const templates = useAsk(client.programs.templates, {});
  const [templateKey, setTemplateKey] = useState(given ?? START_RAMP);
  const [startsOn, setStartsOn] = useState<PlainDate>(monday === today ? monday : addDays(monday, 7));
  const [anchor, setAnchor] = useState<'start' | 'race'>('start');
  const [withRamp, setWithRamp] = useState(true);
  const [leftOut, setLeftOut] = useState<ReadonlySet<AthleteId>>(new Set());
  const known = templates.state === 'ready' ? templates.value.templates : [];
  const template = known.find((one) => one.key === templateKey);
  const order = { templateKey, startsOn, anchor, withRamp: withRamp && template?.leadsWithRamp === true };
  const preview = useAsk(
    client.programs.previewAssignment,
    { ...order, athleteIds: [...athleteIds] },
    { isWanted: athleteIds.length > 0 },
  );
  const assign = useCommand(client.programs.assign);
  const wanted =
    preview.state === 'ready'
      ? preview.value.athletes.filter((one) => one.canAssign && !leftOut.has(one.athleteId))
      : [];

  const run = async (): Promise<void> => {
    const reply = await assign.run({ ...order, athleteIds: wanted.map((one) => one.athleteId) });
    if (!reply.ok) return;
    const { assigned, passedOver } = reply.value;
    const left = passedOver.length === 0 ? '' : ` ${counted(passedOver.length, 'athlete')} kept what they have.`;
    tell({ tone: 'done', text: `${template?.name ?? 'Program'} assigned to ${counted(assigned, 'athlete')}.${left}` });
    onClose();
  };

  return (
    <Dialog
      title="Assign a program"
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => void run()} isDisabled={wanted.length === 0 || assign.isRunning}>
            Assign to {counted(wanted.length, 'athlete')}
          </Button>
        </>
      }
    >
      <div className={styles['order']}>
        <Select
          label="Program"
          value={templateKey}
          onChange={setTemplateKey}
          choices={known.map((one) => ({ value: one.key, label: one.name, hint: lengthText(one) }))}
        />
        <Select
          label="Laid out"
          value={anchor}
          onChange={(value) => setAnchor(value === 'race' ? 'race' : 'start')}
          choices={[
            { value: 'start', label: 'From a Monday on' },
            { value: 'race', label: 'Back from each athlete’s next race' },
          ]}
        />
        <Select
          label={anchor === 'race' ? 'Begins on this Monday or later' : 'Starts on Monday'}
          value={startsOn}
          onChange={setStartsOn}
          choices={starts.map((start) => ({
            value: start,
            label: fullDay(start),
            ...(start === monday ? { hint: 'this week' } : start < monday ? { hint: 'last week' } : {}),
          }))}
        />
        {template?.leadsWithRamp === true && (
          <Checkbox isSelected={withRamp} onChange={setWithRamp}>
            Start ramp first for classes A and B
          </Checkbox>
        )}
      </div>
      <p className={`quiet ${styles['about']}`}>{aboutText(template, withRamp)}</p>
      {preview.state === 'waiting' && <Waiting what="preview" />}
      {preview.state === 'failed' && <Failed message={preview.message} />}
      {preview.state === 'ready' && (
        <PreviewTable
          athletes={preview.value.athletes}
          leftOut={leftOut}
          onLeaveOut={(athleteId, isOut) => {
            const next = new Set(leftOut);
            if (isOut) next.add(athleteId);
            else next.delete(athleteId);
            setLeftOut(next);
          }}
        />
      )}
    </Dialog>
  );
};

interface PreviewTableProps {
  readonly athletes: readonly Preview[];
  readonly leftOut: ReadonlySet<AthleteId>;
  readonly onLeaveOut: (athleteId: AthleteId, isOut: boolean) => void;
}

const rampText = (one: Preview): string => {
  if (one.rampWeeks > 0) return `${one.entryClass}, ramp for ${one.rampWeeks} weeks first`;
  return one.startsAtWeek === 1 ? one.entryClass : `${one.entryClass}, from week ${one.startsAtWeek}`;
};

const PreviewTable = ({ athletes, leftOut, onLeaveOut }: PreviewTableProps) => (
  <table className={styles['table']}>
    <thead>
      <tr>
        <th scope="col">Athlete</th>
        <th scope="col">Class</th>
        <th scope="col">Days</th>
        <th scope="col">Main lifts</th>
        <th scope="col">Before you assign</th>
      </tr>
    </thead>
    <tbody>
      {athletes
        // Whom it can be given to comes first; the others stay to be seen, with the reason.
        .toSorted((a, b) => Number(b.canAssign) - Number(a.canAssign))
        .map((one) => (
          <tr key={one.athleteId} className={one.canAssign ? '' : styles['left']}>
            <td>
              <Checkbox
                isSelected={one.canAssign && !leftOut.has(one.athleteId)}
                isDisabled={!one.canAssign}
                onChange={(isIn) => onLeaveOut(one.athleteId, !isIn)}
              >
                {one.athlete}
              </Checkbox>
            </td>
            <td>
              {rampText(one)}
              <span className="quiet">
                {' '}
                · {one.weeks} wk, {fullDay(one.startsOn)} to {fullDay(one.endsOn)}
                {one.race !== undefined && `, for ${one.race.name}`}
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
    ...one.swaps.map(({ from, to }) => ({
      level: 'none' as const,
      text: to === undefined ? `${from} left out: nothing to do it with` : `${to} for ${from}`,
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
