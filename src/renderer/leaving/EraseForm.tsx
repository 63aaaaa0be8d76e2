import { useState } from 'react';
import { BACKUP_POLICY } from '../../domain/backups/backupRotation.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import { useAsk } from '../client/useAsk.ts';
import { useJob } from '../client/useJob.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox, TextField } from '../kit/Fields.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './Leaving.module.css';

type View = OutputOf<Contract['leaving']['eraseView']>;

interface EraseFormProps {
  readonly athleteId: AthleteId;
  readonly onErased: () => void;
}

export const EraseForm = ({ athleteId, onErased }: EraseFormProps) => {
  const answer = useAsk(client.leaving.eraseView, { athleteId });
  if (answer.state === 'waiting') return <Waiting what="what there is" rows={3} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  return <Confirm athleteId={athleteId} view={answer.value} onErased={onErased} />;
};

const Confirm = ({ athleteId, view, onErased }: EraseFormProps & { readonly view: View }) => {
  const [typed, setTyped] = useState('');
  const [removesBackups, setRemoves] = useState(false);
  const [fault, setFault] = useState<string>();
  const { run, progress } = useJob(client.leaving.erase);
  const backups = view.backups.automatic + view.backups.others;
  const erase = async (): Promise<void> => {
    const order = { athleteId, name: typed, backups: removesBackups ? 'remove' : 'keep' } as const;
    const reply = await run(order, { isQuiet: true });
    if (!reply.ok) return setFault(errorText(reply.error));
    const { backupsLeft } = reply.value;
    tell({
      tone: 'done',
      text:
        backupsLeft === 0
          ? 'Erased for good.'
          : `Erased for good. ${counted(backupsLeft, 'backup')} still ${backupsLeft === 1 ? 'holds' : 'hold'} them.`,
    });
    return onErased();
  };
  const isSure = typed.trim() === view.name && progress === undefined;
  return (
    <form
      className={styles['erase']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSure) void erase();
      }}
    >
      <WhatGoes view={view} />
      {(backups > 0 || view.backups.keptAside > 0) && (
        <Checkbox isSelected={removesBackups} onChange={setRemoves}>
          Delete{' '}
          {backups === 0
            ? 'the files kept aside'
            : backups === 1
              ? 'that backup'
              : `those ${counted(backups, 'backup')}`}{' '}
          too, and make a new one of what is left
        </Checkbox>
      )}
      <TextField
        label={`Type “${view.name}” to erase them for good`}
        value={typed}
        error={fault}
        onChange={(next) => {
          setTyped(next);
          setFault(undefined);
        }}
      />
      <div className={styles['actions']}>
        <Button look="danger" type="submit" isDisabled={!isSure}>
          Erase for good
        </Button>
      </div>
      {progress !== undefined && <JobProgress what="Erasing" progress={progress} />}
    </form>
  );
};

const WhatGoes = ({ view: { name, counts, steps, backups, copyFolder } }: { readonly view: View }) => (
  <dl className={styles['goes']}>
    <dt>Goes</dt>
    <dd>
      {name}’s profile and notes, {counted(counts.programs, 'program')}, {counted(counts.sessions, 'session')} with{' '}
      {counted(counts.sets, 'set')}, {counted(counts.runs, 'run')}, {counted(counts.checkIns, 'check-in')}, plans,
      printed sheets, and what files of theirs were read as.
    </dd>
    <dt>History</dt>
    <dd>
      {steps.own > 0 && `${counted(steps.own, 'step')} of theirs alone ${steps.own === 1 ? 'goes' : 'go'}. `}
      {steps.shared > 0 &&
        `Of ${counted(steps.shared, 'step')} of others too the others’ part stays, as far as it can be told apart; where it cannot, that step and all before it can no longer be undone.`}{' '}
      What is undone now can no longer be redone.
    </dd>
    <dt>Backups</dt>
    <dd>
      {backups.automatic + backups.others === 0 ? (
        'There are none.'
      ) : (
        <>
          <StatusMark level="look" /> {counted(backups.automatic + backups.others, 'backup')} made before may hold them
          still; restoring one brings them back.{' '}
          {backups.automatic > 0 &&
            `${backups.automatic} of them are automatic and go one after another, the last after ${BACKUP_POLICY.months} months in which you work. `}
          {backups.others > 0 &&
            `${counted(backups.others, 'backup')} made by hand or before something ${backups.others === 1 ? 'stays' : 'stay'} until you delete them.`}
        </>
      )}
      {backups.keptAside > 0 && ` Beside the database lie ${counted(backups.keptAside, 'file')} kept after damage.`}
    </dd>
    <dt>Not touched</dt>
    <dd>
      {copyFolder === undefined ? '' : `Copies of backups in ${copyFolder}: delete those yourself. `}What you wrote
      about them in other athletes’ notes, files you exported or imported, and paper.
    </dd>
  </dl>
);
