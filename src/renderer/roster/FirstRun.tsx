import { useState } from 'react';
import { FileInput, UserPlus, Users } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Link, useLocation } from 'wouter';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { AddAthleteDialog } from './AddAthleteDialog.tsx';
import styles from './FirstRun.module.css';

const SAMPLE = { athletes: 24, years: 2, seed: 1 };

interface FirstRunProps {
  /** Whoever came here wants to add somebody. */
  readonly opensAdding: boolean;
  readonly onOpened: () => void;
}

/** An empty desk with three doors. */
export const FirstRun = ({ opensAdding, onOpened }: FirstRunProps) => {
  const [, go] = useLocation();
  const [hasChosen, setChosen] = useState(false);
  const isAdding = hasChosen || opensAdding;
  const [doing, setDoing] = useState<string>();
  const sample = useCommand(client.app.createSample);

  const openSample = async (): Promise<void> => {
    setDoing('Making the sample roster');
    const reply = await sample.run(SAMPLE, {
      onProgress: ({ done, total }) => setDoing(`Making the sample roster: ${done} of ${total} athletes`),
    });
    setDoing(undefined);
    if (reply.ok)
      tell({
        tone: 'done',
        text: `${counted(reply.value.athletes, 'sample athlete')} on the roster. Undo takes them away.`,
      });
  };

  const doors = [
    {
      Icon: Users,
      title: 'Open the sample roster',
      text: '24 invented runners with two years of runs, lifts and races. Every screen has something to show.',
      run: () => void openSample(),
    },
    {
      Icon: FileInput,
      title: 'Import my athletes',
      text: 'Drop what their watches and apps export, or a list of names. You see what will happen before it does.',
      run: () => go('/import'),
    },
    {
      Icon: UserPlus,
      title: 'Add an athlete',
      text: 'A name is enough to start. Equipment, races and the running week come later.',
      run: () => setChosen(true),
    },
  ] as const;

  const close = (): void => {
    setChosen(false);
    if (opensAdding) onOpened();
  };

  return (
    <div className={styles['screen']}>
      <h1 className={styles['title']}>An empty desk</h1>
      <p className={styles['lead']}>
        Heavy strength that fits around running. Everything stays on this computer, and everything can be undone.
      </p>
      <div className={styles['doors']}>
        {doors.map(({ Icon, title, text, run }) => (
          <AriaButton key={title} className={styles['door'] ?? ''} onPress={run} isDisabled={doing !== undefined}>
            <Icon aria-hidden size={22} strokeWidth={1.6} />
            <span className={styles['doorTitle']}>{title}</span>
            <span className="quiet">{text}</span>
          </AriaButton>
        ))}
      </div>
      <p className={styles['other']}>
        Coming from another computer? <Link href="/leaving/open">Open its file</Link>, or{' '}
        <Link href="/backups">restore a backup</Link>.
      </p>
      <p className={styles['doing']} role="status">
        {doing ?? ''}
      </p>
      {isAdding && <AddAthleteDialog onClose={close} />}
    </div>
  );
};
