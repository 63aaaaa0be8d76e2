import { useState } from 'react';
import type { Settings } from '../../contract/schemas/app.ts';
import { useApp } from '../app/appContext.ts';
import { Link } from 'wouter';
import { AllAtOnce } from '../client/AllAtOnce.tsx';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Select, TextField } from '../kit/Fields.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { UnitSelects } from '../dialogs/UnitSelects.tsx';
import { AboutSection } from './AboutSection.tsx';
import { LeavingSection } from './LeavingSection.tsx';
import { LogoField } from './LogoField.tsx';
import { PlacementSection } from './PlacementSection.tsx';
import { WatchedFolderSection } from './WatchedFolderSection.tsx';
import styles from './SettingsScreen.module.css';

export const SettingsScreen = () => {
  const app = useApp();
  const [draft, setDraft] = useState<Settings>(app.settings);
  const save = useCommand(client.app.saveSettings);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(app.settings);
  const set = (change: Partial<Settings>): void => setDraft({ ...draft, ...change });
  /** How it looks is seen at once; the rest is saved together. */
  const setNow = (change: Partial<Settings>): void => {
    set(change);
    void save.run({ ...app.settings, ...change });
  };
  return (
    <AllAtOnce>
      <div className={styles['screen']}>
        <h1>Settings</h1>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save.run(draft).then((reply) => {
              if (reply.ok) tell({ tone: 'done', text: 'Settings saved.' });
            });
          }}
        >
          <section className={styles['section']} aria-label="Coach">
            <h2>On every sheet</h2>
            <div className={styles['grid']}>
              <TextField label="Coach’s name" value={draft.coachName} onChange={(coachName) => set({ coachName })} />
              <TextField
                label="Coach’s phone"
                type="tel"
                value={draft.coachPhone}
                onChange={(coachPhone) => set({ coachPhone })}
              />
              <Select
                label="Paper"
                value={draft.paper}
                onChange={(paper) => set({ paper })}
                choices={[
                  { value: 'a4', label: 'A4' },
                  { value: 'letter', label: 'US Letter' },
                  { value: 'legal', label: 'US Legal' },
                ]}
              />
            </div>
            <LogoField logo={draft.logo} onChange={(logo) => set({ logo })} />
          </section>
          <section className={styles['section']} aria-label="Units">
            <h2>Units for new athletes</h2>
            <div className={styles['grid']}>
              <UnitSelects massUnit={draft.massUnit} distanceUnit={draft.distanceUnit} onChange={set} />
            </div>
          </section>
          <Button look="main" type="submit" isDisabled={!isChanged || save.isRunning}>
            Save settings
          </Button>
        </form>
        <section className={styles['section']} aria-label="Look">
          <h2>Look</h2>
          <div className={styles['grid']}>
            <Select
              label="Light or dark"
              value={app.settings.theme}
              onChange={(theme) => setNow({ theme })}
              choices={[
                { value: 'system', label: 'As the computer' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
            />
            <Select
              label="Rows"
              value={app.settings.density}
              onChange={(density) => setNow({ density })}
              choices={[
                { value: 'comfortable', label: 'Comfortable' },
                { value: 'compact', label: 'Compact' },
              ]}
            />
          </div>
        </section>
        <PlacementSection />
        <WatchedFolderSection />
        <DataSection />
        <LeavingSection />
        <AboutSection />
      </div>
    </AllAtOnce>
  );
};

const DataSection = () => {
  const app = useApp();
  const shell = useAsk(client.shell.describe, {});
  const [isChecking, setChecking] = useState(false);
  const showFolder = useCommand(client.shell.showDataFolder);
  return (
    <section className={styles['section']} aria-label="Data">
      <h2>Data</h2>
      <p>
        Everything is in one file on this computer: <code className={styles['path']}>{app.databaseFile}</code>
      </p>
      <p className="quiet">
        Ironstride {app.version}. It never uses a network. The file is not encrypted: use your computer’s disk
        encryption.
      </p>
      <BackupLine />
      <div className={styles['actions']}>
        {shell.state === 'ready' && shell.value.canShowFolder && (
          <Button onPress={() => void showFolder.run({})}>Show the folder</Button>
        )}
        <Button onPress={() => setChecking(true)}>Check the file</Button>
      </div>
      {isChecking && <Checks />}
    </section>
  );
};

/** When the newest backup was made, and the way to all of them. */
const BackupLine = () => {
  const list = useAsk(client.backups.list, {});
  if (list.state !== 'ready') return null;
  const newest = list.value.backups.find(({ state }) => state === 'sound');
  const words = newest === undefined ? 'No backup yet.' : `Newest backup: ${fullDay(newest.madeOn)}.`;
  const failure = list.value.failure ?? list.value.lastCopy?.failure;
  return (
    <p className={styles['backup']}>
      {words} <Link href="/backups">Backups and restoring</Link>
      {failure !== undefined && (
        <>
          {' '}
          <StatusMark level="act" /> the last one, or its copy elsewhere, was not made
        </>
      )}
    </p>
  );
};

const Checks = () => {
  const answer = useAsk(client.app.verify, {});
  if (answer.state === 'waiting') return <p role="status">Checking every page and every sum …</p>;
  if (answer.state === 'failed') return <p role="alert">{answer.message}</p>;
  return (
    <ul className={styles['checks']} role="status">
      {answer.value.checks.map((check) => (
        <li key={check.name}>
          <StatusMark level={check.ok ? 'ok' : 'act'} /> {check.name}: {check.detail}
          {check.advice !== undefined && <p className={styles['advice']}>{check.advice}</p>}
        </li>
      ))}
    </ul>
  );
};
