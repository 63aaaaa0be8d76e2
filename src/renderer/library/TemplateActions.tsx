import { useState } from 'react';
import { Copy, History, Pencil, Share2, Tag, Trash2 } from 'lucide-react';
import { useLocation } from 'wouter';
import { useCommand } from '../client/useCommand.ts';
import { PushDialog } from '../dialogs/PushDialog.tsx';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { NewTemplateDialog } from '../dialogs/NewTemplateDialog.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import type { Template } from './ProgramsTab.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';

const START_RAMP = 'start-ramp';

/** What can be done with a template: what ships is duplicated, one's own is also changed, pushed and removed. */
export const TemplateActions = ({ template }: { readonly template: Template }) => {
  const [, go] = useLocation();
  const [opened, setOpened] = useState<'describe' | 'duplicate' | 'push' | 'versions'>();
  const remove = useCommand(client.templates.remove);
  const { key, name, isOwn } = template;
  const close = (): void => setOpened(undefined);
  const edit = (of: string): void => go(`/library/programs/${encodeURIComponent(of)}/edit`);
  const takeAway = async (): Promise<void> => {
    const reply = await remove.run({ templateKey: key });
    if (!reply.ok) return;
    go('/library/programs');
    tell({ tone: 'done', text: `${name} removed. Athletes keep their copies; undo brings it back.` });
  };
  if (key === START_RAMP) return null;
  return (
    <>
      {isOwn && (
        <>
          <Button onPress={() => edit(key)}>
            <Pencil aria-hidden /> Edit in the grid
          </Button>
          <Button look="quiet" onPress={() => setOpened('describe')}>
            <Tag aria-hidden /> Describe…
          </Button>
          <Button look="quiet" onPress={() => setOpened('push')}>
            <Share2 aria-hidden /> Push…
          </Button>
          <Button look="quiet" onPress={() => setOpened('versions')}>
            <History aria-hidden /> Versions…
          </Button>
        </>
      )}
      <Button look="quiet" onPress={() => setOpened('duplicate')}>
        <Copy aria-hidden /> Duplicate…
      </Button>
      {isOwn && (
        <Button look="quiet" onPress={() => void takeAway()}>
          <Trash2 aria-hidden /> Remove
        </Button>
      )}
      {opened === 'duplicate' && (
        <NewTemplateDialog
          from={{ kind: 'template', templateKey: key }}
          name={`${name}, my way`}
          onClose={close}
          onMade={edit}
        />
      )}
      {opened === 'describe' && (
        <DescribeDialog templateKey={key} name={name} about={template.summary} onClose={close} />
      )}
      {opened === 'push' && <PushDialog templateKey={key} name={name} onClose={close} />}
      {opened === 'versions' && <VersionsDialog templateKey={key} onClose={close} />}
    </>
  );
};
