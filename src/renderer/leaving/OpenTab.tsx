import { useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useLocation, useSearch } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { InputOf, OutputOf } from '../../contract/derive.ts';
import { errorText } from '../../contract/errorText.ts';
import { useJob } from '../client/useJob.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { TextField } from '../kit/Fields.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { tell } from '../kit/notices.ts';
import { client, uploadFile } from '../wire.ts';
import { PackPreview } from './PackPreview.tsx';
import styles from './Leaving.module.css';

type From = InputOf<Contract['leaving']['previewPack']>['from'];
export type Preview = OutputOf<Contract['leaving']['previewPack']>;

interface Chosen {
  readonly called: string;
  readonly from: From;
}

/** Chooses a file, asks for its passphrase if it has one, and shows what is in it before anything is taken in. */
const usePack = () => {
  const [chosen, setChosen] = useState<Chosen>();
  const [needsPassphrase, setNeeds] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<string>();
  const [preview, setPreview] = useState<Preview>();
  const peek = useJob(client.leaving.previewPack);
  const takeIn = useJob(client.leaving.openPack);

  const look = async (file: Chosen, withPassphrase: string): Promise<void> => {
    setFault(undefined);
    const given = withPassphrase === '' ? {} : { passphrase: withPassphrase };
    const reply = await peek.run({ from: file.from, ...given }, { isQuiet: true });
    if (reply.ok) return setPreview(reply.value);
    if (reply.error.tag === 'PassphraseNeeded' && !needsPassphrase) return setNeeds(true);
    return setFault(errorText(reply.error));
  };
  const choose = async (file: Chosen): Promise<void> => {
    setChosen(file);
    setPreview(undefined);
    setNeeds(false);
    setPassphrase('');
    await look(file, '');
  };
  return {
    chosen,
    choose,
    look,
    needsPassphrase,
    passphrase,
    setPassphrase,
    fault,
    setFault,
    preview,
    takeIn: takeIn.run,
    progress: peek.progress ?? takeIn.progress,
  };
};

/** The way in for files that another desk has made. */
export const OpenTab = () => {
  const pack = usePack();
  const { chosen, choose, preview, progress, fault } = pack;
  const named = new URLSearchParams(useSearch()).get('file') ?? '';
  const asked = useRef('');
  useEffect(() => {
    // Opened from outside: the file is looked into at once.
    if (named === '' || asked.current === named) return;
    asked.current = named;
    void choose({ called: named.split(/[\\/]/u).at(-1) ?? named, from: { kind: 'file', path: named } });
  });
  const send = async (files: FileList | null): Promise<void> => {
    const [file] = files ?? [];
    if (file === undefined) return;
    try {
      await choose({ called: file.name, from: { kind: 'upload', token: await uploadFile(file) } });
    } catch {
      pack.setFault(`${file.name} could not be read by the window. Choose it again.`);
    }
  };
  return (
    <div className={styles['form']}>
      <p className="quiet">
        Opens a file ending in .ironstride that another coach has handed over, or that holds your own desk from another
        computer; also the ironstride.json of an export. You see what is in it before anything is taken in.
      </p>
      <div className={styles['actions']}>
        <FileTrigger acceptedFileTypes={['.ironstride', '.json']} onSelect={(files) => void send(files)}>
          <Button look={chosen === undefined ? 'main' : 'plain'}>Choose a file</Button>
        </FileTrigger>
        {chosen !== undefined && <span className={styles['called']}>{chosen.called}</span>}
      </div>
      {pack.needsPassphrase && preview === undefined && chosen !== undefined && (
        <Passphrase
          value={pack.passphrase}
          fault={fault}
          isBusy={progress !== undefined}
          onChange={(typed) => {
            pack.setPassphrase(typed);
            pack.setFault(undefined);
          }}
          onOpen={() => void pack.look(chosen, pack.passphrase)}
        />
      )}
      {progress !== undefined && (
        <JobProgress what={preview === undefined ? 'Opening' : 'Taking in'} progress={progress} />
      )}
      {fault !== undefined && (!pack.needsPassphrase || preview !== undefined) && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
      {preview !== undefined && chosen !== undefined && (
        <TakeIn key={chosen.called} pack={pack} chosen={chosen} preview={preview} />
      )}
    </div>
  );
};

interface PassphraseProps {
  readonly value: string;
  readonly fault: string | undefined;
  readonly isBusy: boolean;
  readonly onChange: (typed: string) => void;
  readonly onOpen: () => void;
}

const Passphrase = ({ value, fault, isBusy, onChange, onOpen }: PassphraseProps) => (
  <form
    className={styles['passphrase']}
    onSubmit={(event) => {
      event.preventDefault();
      if (value !== '' && !isBusy) onOpen();
    }}
  >
    <TextField
      label="Passphrase of this file"
      type="password"
      value={value}
      onChange={onChange}
      error={fault}
      shouldFocus
      hint="The one that whoever made the file has told you. Capitals and spaces count."
    />
    <div className={styles['actions']}>
      <Button look="main" type="submit" isDisabled={value === '' || isBusy}>
        Open
      </Button>
    </div>
  </form>
);

interface TakeInProps {
  readonly pack: ReturnType<typeof usePack>;
  readonly chosen: Chosen;
  readonly preview: Preview;
}

const TakeIn = ({ pack, chosen, preview }: TakeInProps) => {
  const [, go] = useLocation();
  const [isBeside, setBeside] = useState(false);
  const takeIn = async (): Promise<void> => {
    pack.setFault(undefined);
    const passphrase = pack.passphrase === '' ? {} : { passphrase: pack.passphrase };
    const reply = await pack.takeIn({ from: chosen.from, ...passphrase, isBeside }, { isQuiet: true });
    if (!reply.ok) return pack.setFault(errorText(reply.error));
    const { athletes } = reply.value;
    const [first] = athletes;
    tell({
      tone: 'done',
      text:
        athletes.length === 1 && first !== undefined
          ? `${first.name} is here.`
          : `${counted(athletes.length, 'athlete')} are here.`,
    });
    return go(athletes.length === 1 && first !== undefined ? `/athlete/${first.athleteId}` : '/roster');
  };
  return (
    <PackPreview
      preview={preview}
      isBeside={isBeside}
      onBeside={setBeside}
      isBusy={pack.progress !== undefined}
      onTakeIn={() => void takeIn()}
    />
  );
};
