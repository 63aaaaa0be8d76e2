import { useState } from 'react';
import { useSearch } from 'wouter';
import { useAsk } from '../client/useAsk.ts';
import { counted } from '../format.ts';
import { Checkbox, TextField } from '../kit/Fields.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import { PackForm } from './PackForm.tsx';
import styles from './Leaving.module.css';

type Listed = readonly { readonly athleteId: number; readonly name: string; readonly isArchived: boolean }[];

/** One or several athletes for another coach, sealed. */
export const HandOverTab = () => {
  const list = useAsk(client.athletes.list, {});
  if (list.state === 'waiting') return <Waiting what="the roster" />;
  if (list.state === 'failed') return <Failed message={list.message} />;
  if (list.value.athletes.length === 0)
    return (
      <Empty title="Nobody to hand over">Athletes you add to the roster can be handed to another coach here.</Empty>
    );
  return <HandOverForm athletes={list.value.athletes} />;
};

const HandOverForm = ({ athletes }: { readonly athletes: Listed }) => {
  const asked = Number(new URLSearchParams(useSearch()).get('athlete'));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(asked > 0 ? [asked] : []));
  const [sought, setSought] = useState('');
  const found = athletes.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  const toggle = (athleteId: number, isIn: boolean): void => {
    const next = new Set(chosen);
    if (isIn) next.add(athleteId);
    else next.delete(athleteId);
    setChosen(next);
  };
  return (
    <PackForm
      what={chosen.size === 0 ? undefined : { kind: 'athletes', athleteIds: [...chosen] }}
      isSealOptional={false}
      action={chosen.size === 0 ? 'Make the file' : `Make the file for ${counted(chosen.size, 'athlete')}`}
      told={({ path }) => (
        <>
          <StatusMark level="ok" /> Sealed in <code className={styles['path']}>{path}</code>. Nobody can open it without
          the passphrase, not even you.
        </>
      )}
    >
      <p className="quiet">
        Makes one file with everything of these athletes: profile, notes, programs, planned and done training,
        check-ins. It is sealed; tell the other coach the passphrase by another way than the file, on the telephone for
        example. Printed sheets, templates and what your import desk has learnt stay here, and so do the athletes
        themselves.
      </p>
      <fieldset className={styles['who']}>
        <legend>Who</legend>
        {athletes.length > 8 && <TextField label="Find by name" value={sought} onChange={setSought} />}
        <div className={styles['names']}>
          {found.map(({ athleteId, name, isArchived }) => (
            <Checkbox key={athleteId} isSelected={chosen.has(athleteId)} onChange={(isIn) => toggle(athleteId, isIn)}>
              <span className={styles['name']}>
                {name}
                {isArchived && <span className="quiet"> archived</span>}
              </span>
            </Checkbox>
          ))}
          {found.length === 0 && <p className="quiet">Nobody’s name has “{sought.trim()}” in it.</p>}
        </div>
      </fieldset>
    </PackForm>
  );
};
