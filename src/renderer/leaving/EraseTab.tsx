import { useState } from 'react';
import { useSearch } from 'wouter';
import { useAsk } from '../client/useAsk.ts';
import { Select } from '../kit/Fields.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { EraseForm } from './EraseForm.tsx';
import styles from './Leaving.module.css';

/** Chooses whom to erase; what goes is shown before. */
export const EraseTab = () => {
  const asked = new URLSearchParams(useSearch()).get('athlete') ?? undefined;
  const [chosen, setChosen] = useState(asked);
  const list = useAsk(client.athletes.list, {});
  if (list.state === 'waiting') return <Waiting what="the roster" />;
  if (list.state === 'failed') return <Failed message={list.message} />;
  const { athletes } = list.value;
  if (athletes.length === 0)
    return <Empty title="Nobody to erase">There is nobody on the roster, archived ones included.</Empty>;
  const choices = athletes.map(({ athleteId, name, isArchived }) => ({
    value: String(athleteId),
    label: name,
    ...(isArchived ? { hint: 'archived' } : {}),
  }));
  const whom = athletes.find(({ athleteId }) => String(athleteId) === chosen);
  return (
    <div className={styles['form']}>
      <p className="quiet">
        For somebody who asks you to forget them. Everything of theirs is deleted, from the history of changes too, and
        the file is written anew so that nothing of it can be read out of it. There is no undo. To put somebody aside,
        archive them on the roster instead.
      </p>
      <div className={styles['whom']}>
        <Select label="Whom" value={whom === undefined ? undefined : chosen} onChange={setChosen} choices={choices} />
      </div>
      {whom !== undefined && (
        <EraseForm key={whom.athleteId} athleteId={whom.athleteId} onErased={() => setChosen(undefined)} />
      )}
    </div>
  );
};
