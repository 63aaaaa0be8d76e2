import { useState } from 'react';
import { useLocation } from 'wouter';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { printTypedSets, readTypedSets, type TypedSet } from '../../domain/training/typedSets.ts';
import { setsText } from '../../domain/sheets/sheetText.ts';
import { ENGLISH_SHEET } from '../../domain/sheets/sheetWords.ts';
import { errorText } from '../../contract/errorText.ts';
import { useApp } from '../app/appContext.ts';
import { useCommand } from '../client/useCommand.ts';
import { NEXT_SESSION_ID } from '../grid/AutopilotPanel.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, TextField } from '../kit/Fields.tsx';
import { Why } from '../kit/Why.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import type { ProgramSlot, Session } from './WeeksTab.tsx';
import styles from './EntryDialog.module.css';

/** What the sheet asked for, as if it had been done: only deviations are typed. A load by feel is left for the coach. */
const asPlanned = (slot: ProgramSlot): readonly TypedSet[] =>
  slot.prescriptions.flatMap(({ prescription, resolved }) =>
    Array.from({ length: prescription.sets }, (): TypedSet => ({
      ...(prescription.holdS === undefined
        ? { reps: prescription.reps ?? prescription.contacts ?? 1 }
        : { holdS: prescription.holdS }),
      ...(resolved.loadKg === undefined ? {} : { loadKg: resolved.loadKg }),
    })),
  );

/** The loads that stand in a line before anything is typed, each with its reasons. */
const PlannedLoads = ({ slot }: { readonly slot: ProgramSlot }) => (
  <p className="quiet">
    {slot.prescriptions.map(({ prescription, resolved: { load, unit, explanation } }, place) => {
      const sets = setsText(prescription, slot.isUnilateral, ENGLISH_SHEET);
      const what = load === undefined ? sets : `${sets} @ ${load} ${unit}`;
      return (
        <span key={`${what} ${place}`}>
          {place > 0 && ', '}
          <Why what={what} lines={explanation}>
            {what}
          </Why>
        </span>
      );
    })}
  </p>
);

interface RecordSessionDialogProps {
  readonly view: AthleteView;
  readonly session: Session;
  readonly onClose: () => void;
}

/** A planned session typed back from its sheet: every line stands as planned until something else is typed. */
export const RecordSessionDialog = ({ view, session, onClose }: RecordSessionDialogProps) => {
  const { today } = useApp();
  const unit = view.details.massUnit;
  const record = useCommand(client.log.recordSession);
  const [on, setOn] = useState<string>(session.date > today ? today : session.date);
  const [minutes, setMinutes] = useState<number | undefined>(session.minutes);
  const [notes, setNotes] = useState('');
  const [typed, setTyped] = useState<readonly string[]>(() =>
    session.slots.map((slot) => printTypedSets(asPlanned(slot), unit)),
  );
  const [problem, setProblem] = useState<string>();
  const readings = typed.map((text) => readTypedSets(text, unit));

  const [, go] = useLocation();
  const showNext = (): void => {
    go(`/athlete/${view.athleteId}/weeks`);
    document.getElementById(NEXT_SESSION_ID)?.focus();
  };

  const save = async (): Promise<void> => {
    const day = parsePlainDate(on);
    if (day === undefined) return setProblem('Choose the day it was done.');
    if (readings.some((reading) => !reading.ok))
      return setProblem('One line is not understood yet; nothing was recorded.');
    const sets = session.slots.flatMap((slot, place) => {
      const reading = readings[place];
      if (reading === undefined || !reading.ok) return [];
      return reading.value.map(({ holdS, ...set }) => ({
        exerciseKey: slot.exerciseKey,
        ...set,
        ...(holdS === undefined ? {} : { durationS: holdS }),
      }));
    });
    if (sets.length === 0) return setProblem('Every line is empty, so there is nothing to record.');
    const result = {
      title: session.name,
      sessionId: session.sessionId,
      sets,
      ...(minutes === undefined ? {} : { durationS: minutes * 60 }),
      ...(notes.trim() === '' ? {} : { notes: notes.trim() }),
    };
    const reply = await record.run({ athleteId: view.athleteId, on: day, result }, { isQuiet: true });
    if (!reply.ok) return setProblem(errorText(reply.error));
    tell({
      tone: 'done',
      text: `${session.name} recorded.`,
      action: { label: 'Next session', run: showNext },
    });
    return onClose();
  };

  return (
    <Dialog
      title={`Record ${session.name}`}
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
          <Button look="main" type="submit" form="record-session" isDisabled={record.isRunning}>
            Record session
          </Button>
        </>
      }
    >
      <form
        id="record-session"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles['form']}>
          <TextField label="Day" type="date" value={on} onChange={setOn} />
          <NumberField
            label="Time taken"
            unit="min"
            value={minutes}
            onChange={setMinutes}
            minValue={0}
            maxValue={600}
          />
        </div>
        <p className={styles['note']}>
          As planned, until you type otherwise: <code>5x92.5@8</code> is reps × load in {unit} @ RPE,{' '}
          <code>3*5x80</code> three alike. Empty means not done.
        </p>
        {session.slots.map((slot, place) => {
          const reading = readings[place];
          return (
            <div key={slot.label} className={styles['slot']}>
              <TextField
                label={`${slot.label} ${slot.exercise}`}
                value={typed[place] ?? ''}
                onChange={(text) => setTyped(typed.map((one, index) => (index === place ? text : one)))}
                error={
                  reading === undefined || reading.ok
                    ? undefined
                    : `“${reading.error.found}” is not understood: expected ${reading.error.expected}`
                }
              />
              <PlannedLoads slot={slot} />
            </div>
          );
        })}
        <TextField label="Notes" value={notes} onChange={setNotes} isLong />
      </form>
    </Dialog>
  );
};
