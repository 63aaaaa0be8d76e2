import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted, moment } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './VersionsDialog.module.css';

interface VersionsDialogProps {
  readonly templateKey: string;
  readonly onClose: () => void;
}

/** Every version that was kept, and the way back to it. */
export const VersionsDialog = ({ templateKey, onClose }: VersionsDialogProps) => {
  const versions = useAsk(client.templates.versions, { templateKey });
  const open = useAsk(client.templates.open, { templateKey });
  const restore = useCommand(client.templates.restoreVersion);
  const goBack = async (version: number): Promise<void> => {
    if (open.state !== 'ready') return;
    const reply = await restore.run({ templateKey, revision: open.value.revision, version });
    if (reply.ok)
      tell({ tone: 'done', text: `Version ${version} stands again. What stood before is kept as a version.` });
  };
  return (
    <Dialog title="Versions" isOpen onClose={onClose} size="small" footer={<Button onPress={onClose}>Close</Button>}>
      <p className="quiet">A version is kept whenever the template is assigned or pushed.</p>
      {versions.state === 'waiting' && <Waiting what="versions" />}
      {versions.state === 'failed' && <Failed message={versions.message} />}
      {versions.state === 'ready' && versions.value.versions.length === 0 && <p>No version was kept yet.</p>}
      {versions.state === 'ready' && (
        <ul className={styles['versions']}>
          {versions.value.versions.map(({ version, madeAt, differs }) => (
            <li key={version}>
              <span>
                Version {version} <span className="quiet">{moment(madeAt)}</span>
              </span>
              <span className="quiet">{differs === 0 ? 'as it is now' : `${counted(differs, 'cell')} otherwise`}</span>
              <Button
                look="quiet"
                isDisabled={differs === 0 || restore.isRunning}
                aria-label={`Go back to version ${version}`}
                onPress={() => void goBack(version)}
              >
                Go back
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
};
