import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ProgramId } from '../../domain/kernel/ids.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { NewTemplateDialog } from '../dialogs/NewTemplateDialog.tsx';
import { counted, fullDay } from '../format.ts';
import type { OpenProgram } from '../grid/resolveCell.ts';
import { ActionMenu } from '../kit/ActionMenu.tsx';
import { Button } from '../kit/Button.tsx';
import { Select } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { AthleteGrid } from './AthleteGrid.tsx';
import type { AthleteView } from './AthleteScreen.tsx';
import { NewProgramDialog } from './NewProgramDialog.tsx';
import { NoProgram } from './NoProgram.tsx';
import { ReflowDialog } from './ReflowDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import styles from './ProgramTab.module.css';

interface ProgramTabProps {
  readonly view: AthleteView;
  readonly onAssign: () => void;
}

type Opened = 'template' | 'race' | 'write' | 'rename';

/** The program in the grid. */
export const ProgramTab = ({ view, onAssign }: ProgramTabProps) => {
  const [chosen, setChosen] = useState<ProgramId>();
  const [opened, setOpened] = useState<Opened>();
  const [, go] = useLocation();
  const answer = useAsk(client.programs.grid, {
    athleteId: view.athleteId,
    ...(chosen === undefined ? {} : { programId: chosen }),
  });
  const remove = useCommand(client.programs.remove);
  if (answer.state === 'waiting') return <Waiting what="program" rows={14} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { open, programs } = answer.value;
  // While another athlete's program is on its way, the last one's is no answer.
  if (open !== undefined && open.athleteId !== view.athleteId) return <Waiting what="program" rows={14} />;
  if (open === undefined) return <NoProgram view={view} onAssign={onAssign} onMade={setChosen} />;
  const close = (): void => setOpened(undefined);
  const takeAway = async (): Promise<void> => {
    const reply = await remove.run({ programId: open.programId });
    if (!reply.ok) return;
    setChosen(undefined);
    tell({ tone: 'done', text: 'Program removed. Undo brings it back.' });
  };
  const listed = programs.find(({ programId }) => programId === open.programId);
  return (
    <div className={styles['tab']}>
      <header className={styles['head']}>
        <h2>{open.program.name}</h2>
        <span className="quiet">
          class {open.athlete.entryClass}
          {listed !== undefined && ` · ${fullDay(listed.startsOn)} to ${fullDay(listed.endsOn)}`}
          {open.anchor !== undefined && ` · for ${open.anchor.name}`}
        </span>
        {programs.length > 1 && (
          <Select
            label="Program"
            isLabelHidden
            value={String(open.programId)}
            onChange={(id) => setChosen(programs.find((one) => String(one.programId) === id)?.programId)}
            choices={programs.map((one) => ({
              value: String(one.programId),
              label: `${one.name}, from ${fullDay(one.startsOn)}`,
            }))}
          />
        )}
        <span className={styles['tools']}>
          <Link href={`/athlete/${view.athleteId}/weeks`}>Next session, gates and proposals</Link>
          <ActionMenu
            label="Program"
            groups={[
              {
                title: 'This program',
                actions: [
                  { id: 'rename', label: 'Rename…', isEnabled: true, run: () => setOpened('rename') },
                  { id: 'race', label: 'Lay back from a race…', isEnabled: true, run: () => setOpened('race') },
                  { id: 'template', label: 'Make a template…', isEnabled: true, run: () => setOpened('template') },
                  { id: 'write', label: 'Write another program…', isEnabled: true, run: () => setOpened('write') },
                  { id: 'remove', label: 'Remove program', isEnabled: true, run: () => void takeAway() },
                ],
              },
            ]}
          >
            Program
          </ActionMenu>
        </span>
      </header>
      <RaceMoved anchor={open.anchor} onLayBack={() => setOpened('race')} />
      <AthleteGrid view={view} open={open} />
      {opened === 'race' && <ReflowDialog programId={open.programId} onClose={close} />}
      {opened === 'rename' && <RenameDialog open={open} onClose={close} />}
      {opened === 'write' && <NewProgramDialog athleteId={view.athleteId} onClose={close} onMade={setChosen} />}
      {opened === 'template' && (
        <NewTemplateDialog
          from={{ kind: 'program', programId: open.programId }}
          name={`${open.program.name}, as for ${view.details.name}`}
          onClose={close}
          onMade={(key) => go(`/library/programs/${encodeURIComponent(key)}/edit`)}
        />
      )}
    </div>
  );
};

interface RaceMovedProps {
  readonly anchor: OpenProgram['anchor'];
  readonly onLayBack: () => void;
}

/** The race a program is laid back from is no longer in its last week. */
const RaceMoved = ({ anchor, onLayBack }: RaceMovedProps) => {
  if (anchor === undefined || anchor.weeksShort === 0) return null;
  const { name, racedOn, weeksShort } = anchor;
  const by = counted(Math.abs(weeksShort), 'week');
  return (
    <p className={styles['moved']} role="status">
      <span>
        ▲ {name} is on {fullDay(racedOn)}: the program ends {by} {weeksShort > 0 ? 'before' : 'after'} it.
      </span>
      <Button onPress={onLayBack}>Lay it back again…</Button>
    </p>
  );
};
