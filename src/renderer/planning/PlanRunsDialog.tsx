import { useRef, useState } from 'react';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { readPlannedRuns, type WrittenDay } from '../../domain/running/plannedRunsText.ts';
import { plannedWorkouts, type PlannedWorkouts } from '../../domain/running/plannedWorkouts.ts';
import type { WrittenRun } from '../../domain/running/runningPlan.ts';
import { useCommand } from '../client/useCommand.ts';
import { clock, counted, distance, weekdayAndDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import type { CalendarAthlete } from './planModel.ts';
import styles from './PlanDesk.module.css';

interface PlanRunsDialogProps {
  readonly athlete: CalendarAthlete;
  readonly monday: PlainDate;
  readonly onClose: () => void;
}

const EXAMPLE =
  'A day a line: Tue Q 12 km 55 min RPE 7 6x800 · Wed E 50 min pm · Fri rest · 6 Dec L 24 + E 5 pm. Or paste rows of a spreadsheet, seven days each; or a file, a day a line: 2026-12-01;Q;12 km;;6x800.';

const runText = (run: WrittenRun, unit: 'km' | 'mi'): string =>
  [
    run.kind,
    run.distanceM === undefined ? '' : `${distance(run.distanceM, unit)} ${unit}`,
    run.durationS === undefined ? '' : clock(run.durationS),
    run.targetRpe === undefined ? '' : `RPE ${run.targetRpe}`,
    run.timeOfDay ?? '',
    run.title ?? '',
  ]
    .filter((word) => word !== '')
    .join(' ');

const dayText = ({ runs }: WrittenDay, unit: 'km' | 'mi'): string =>
  runs.length === 0 ? 'no run' : runs.map((run) => runText(run, unit)).join(' + ');

/** The same days again, week after week. */
const repeatedDays = (days: readonly WrittenDay[], weeks: number): readonly WrittenDay[] => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return days;
  const length = daysBetween(mondayOf(first.on), mondayOf(last.on)) / 7 + 1;
  return Array.from({ length: weeks }, (_, at) =>
    days.map((one) => ({ ...one, on: addDays(one.on, 7 * length * at) })),
  ).flat();
};

const toldOf = ({ lines, earlier, otherSports }: PlannedWorkouts, monday: PlainDate): string => {
  const left = [
    earlier === 0 ? '' : `${counted(earlier, 'run')} before ${weekdayAndDay(monday)}`,
    otherSports === 0 ? '' : `${counted(otherSports, 'workout')} of other sports`,
  ].filter((part) => part !== '');
  const leftOut = left.length === 0 ? '' : ` Left out: ${left.join(' and ')}.`;
  return lines.length === 0
    ? `No run is planned in this file from ${weekdayAndDay(monday)} on.${leftOut}`
    : `${counted(lines.length, 'day')} from the file.${leftOut} E, Q and L are read from the titles: look them through.`;
};

/** Runs typed or pasted, read while they are typed: what was understood, and line by line what was not. */
export const PlanRunsDialog = ({ athlete, monday, onClose }: PlanRunsDialogProps) => {
  const [text, setText] = useState('');
  const [times, setTimes] = useState<number>();
  /** What was made of a file of workouts. */
  const [told, setTold] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const written = await chosen.text();
    const workouts = plannedWorkouts(written, monday);
    setText(workouts === undefined ? written : workouts.lines.join('\n'));
    setTold(workouts === undefined ? undefined : toldOf(workouts, monday));
  };
  const plan = useCommand(client.calendar.planRuns);
  const { days, problems } = readPlannedRuns(text, { monday, unit: athlete.distanceUnit });
  const all = repeatedDays(days, times ?? 1);
  const isReady = all.length > 0 && problems.length === 0 && all.length <= 400;
  const save = async (): Promise<void> => {
    if (!isReady) return;
    const wanted = all.map(({ on, runs }) => ({ on, runs: runs.map((run) => ({ ...run })) }));
    const reply = await plan.run({ athleteId: athlete.athleteId, days: wanted });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `The running of ${counted(reply.value.days, 'day')} is planned.` });
    onClose();
  };
  return (
    <Dialog
      title={`Plan the running of ${athlete.name}`}
      isOpen
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" isDisabled={!isReady || plan.isRunning} onPress={() => void save()}>
            {`Plan ${counted(all.length, 'day')}`}
          </Button>
        </>
      }
    >
      <div className={styles['runs']}>
        <div>
          <TextField
            label={`Runs, weekdays from ${weekdayAndDay(monday)}`}
            isLong
            value={text}
            onChange={setText}
            shouldFocus
            hint={EXAMPLE}
          />
          <input
            ref={file}
            type="file"
            className="visuallyHidden"
            tabIndex={-1}
            aria-label="File of runs"
            accept=".csv,.tsv,.txt,text/plain,text/csv"
            onChange={(event) => void take(event.target.files?.[0])}
          />
          <div>
            <Button onPress={() => file.current?.click()}>From a file…</Button>
          </div>
          <NumberField
            label="So many times, one after the other"
            value={times ?? 1}
            onChange={setTimes}
            minValue={1}
            maxValue={26}
          />
          {told !== undefined && <p role="status">{told}</p>}
          <p className="quiet">Days that are not written keep the usual week.</p>
        </div>
        <div className={styles['read']} aria-live="polite">
          {problems.map(({ line, field, found, expected }) => (
            <p key={`${line} ${field} ${found}`}>
              <StatusMark level="act" /> Line {line}, {field}: found “{found}”; expected {expected}.
            </p>
          ))}
          {days.length === 0 && problems.length === 0 && <p className="quiet">Nothing is written yet.</p>}
          {days.map((one) => (
            <p key={one.on}>
              <span className={styles['day']}>{weekdayAndDay(one.on)}</span> {dayText(one, athlete.distanceUnit)}
            </p>
          ))}
        </div>
      </div>
    </Dialog>
  );
};
