import { useState } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { InputOf } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { RED_FLAGS, type RedFlag } from '../../domain/wellness/checkIn.ts';
import { PAIN_REGIONS } from '../../domain/wellness/substitution.ts';
import { ILLNESSES } from '../../domain/wellness/trafficLight.ts';
import { useApp } from '../app/appContext.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Checkbox, NumberField, Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import { ILLNESS_WORDS, RED_FLAG_WORDS, REGION_WORDS } from './wellnessWords.ts';
import styles from './EntryDialog.module.css';

type Report = InputOf<Contract['log']['recordCheckIn']>['report'];

/** 1 very good, 7 very bad. */
const HOOPER = [
  { key: 'hooperSleep', label: 'Sleep' },
  { key: 'hooperFatigue', label: 'Fatigue' },
  { key: 'hooperStress', label: 'Stress' },
  { key: 'hooperSoreness', label: 'Soreness' },
] as const;

const NOT_SAID = '-';

const REGION_CHOICES = [
  { value: NOT_SAID, label: 'Not said' },
  ...PAIN_REGIONS.map((value) => ({ value, label: REGION_WORDS[value] })),
] as const;

const ILLNESS_CHOICES = [
  { value: NOT_SAID, label: 'Not said' },
  ...ILLNESSES.map((value) => ({ value, label: ILLNESS_WORDS[value] })),
] as const;

const said = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
};

interface PartProps {
  readonly report: Report;
  readonly set: (change: Partial<Report>) => void;
}

/** How an athlete says they are today: only what was said is filled in. */
export const CheckInDialog = ({ view, onClose }: { readonly view: AthleteView; readonly onClose: () => void }) => {
  const { today } = useApp();
  const record = useCommand(client.log.recordCheckIn);
  const [on, setOn] = useState<string>(today);
  const [report, setReport] = useState<Report>({});
  const [problem, setProblem] = useState<string>();
  const set = (change: Partial<Report>): void => setReport({ ...report, ...change });

  const save = async (): Promise<void> => {
    const day = parsePlainDate(on);
    if (day === undefined) return setProblem('Choose the day of the report.');
    const whole = { ...report, painSite: said(report.painSite), notes: said(report.notes) };
    const reply = await record.run({ athleteId: view.athleteId, on: day, report: whole }, { isQuiet: true });
    if (!reply.ok) return setProblem(errorText(reply.error));
    tell({ tone: 'done', text: 'Check-in recorded.' });
    return onClose();
  };

  return (
    <Dialog
      title={`Check-in of ${view.details.name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          {problem !== undefined && (
            <p role="alert" className={styles['problem']}>
              {problem}
            </p>
          )}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" type="submit" form="check-in" isDisabled={record.isRunning}>
            Record check-in
          </Button>
        </>
      }
    >
      <form
        id="check-in"
        className={styles['quarters']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label="Day" type="date" value={on} onChange={setOn} />
        <Body report={report} set={set} />
        <Pain report={report} set={set} />
        <RedFlags report={report} set={set} />
        <div className={styles['wide']}>
          <TextField label="In their words" value={report.notes ?? ''} onChange={(notes) => set({ notes })} isLong />
        </div>
      </form>
      <p className={styles['note']}>
        Pain above 5 of 10, at night, or that changes how they run is for a clinician. Ironstride never diagnoses.
      </p>
    </Dialog>
  );
};

const Body = ({ report, set }: PartProps) => (
  <>
    <NumberField
      label="Slept"
      unit="h"
      value={report.sleepH}
      onChange={(sleepH) => set({ sleepH })}
      minValue={0}
      maxValue={24}
      step={0.5}
    />
    <NumberField
      label="Leg soreness"
      unit="0–10"
      value={report.soreness}
      onChange={(soreness) => set({ soreness })}
      minValue={0}
      maxValue={10}
      step={1}
    />
    <Select
      label="Illness"
      value={report.illness ?? NOT_SAID}
      onChange={(value) => set({ illness: ILLNESSES.find((one) => one === value) })}
      choices={ILLNESS_CHOICES}
    />
    <fieldset className={styles['group']}>
      <legend>How was it: 1 very good, 7 very bad</legend>
      {HOOPER.map(({ key, label }) => (
        <NumberField
          key={key}
          label={label}
          unit="1–7"
          value={report[key]}
          onChange={(value) => set({ [key]: value })}
          minValue={1}
          maxValue={7}
          step={1}
        />
      ))}
    </fieldset>
  </>
);

const Pain = ({ report, set }: PartProps) => (
  <fieldset className={styles['group']}>
    <legend>Pain: 0 none, 10 the worst</legend>
    <NumberField
      label="At its worst"
      unit="0–10"
      value={report.painScore}
      onChange={(painScore) => set({ painScore })}
      minValue={0}
      maxValue={10}
      step={1}
    />
    <NumberField
      label="Next morning"
      unit="0–10"
      value={report.painNextMorning}
      onChange={(painNextMorning) => set({ painNextMorning })}
      minValue={0}
      maxValue={10}
      step={1}
    />
    <Select
      label="Region"
      value={report.painRegion ?? NOT_SAID}
      onChange={(value) => set({ painRegion: PAIN_REGIONS.find((one) => one === value) })}
      choices={REGION_CHOICES}
    />
    <TextField label="Side or words" value={report.painSite ?? ''} onChange={(painSite) => set({ painSite })} />
  </fieldset>
);

const RedFlags = ({ report, set }: PartProps) => {
  const flags = report.redFlags ?? [];
  const turn = (flag: RedFlag, isOn: boolean): void =>
    set({ redFlags: isOn ? [...flags, flag] : flags.filter((one) => one !== flag) });
  return (
    <details className={styles['flags']}>
      <summary>Red flags{flags.length === 0 ? '' : ` (${flags.length})`}</summary>
      <div role="group" aria-label="Red flags">
        {RED_FLAGS.map((flag) => (
          <Checkbox key={flag} isSelected={flags.includes(flag)} onChange={(isOn) => turn(flag, isOn)}>
            {RED_FLAG_WORDS[flag]}
          </Checkbox>
        ))}
      </div>
    </details>
  );
};
