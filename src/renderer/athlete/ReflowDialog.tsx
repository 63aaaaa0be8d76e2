import { useState } from 'react';
import type { ProgramId, RaceId } from '../../domain/kernel/ids.ts';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted, fullDay } from '../format.ts';
import { ChangeList } from '../grid/ChangeList.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Select } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './ReflowDialog.module.css';

type Preview = OutputOf<Contract['programs']['reflowPreview']>;
type Reflow = NonNullable<Preview['reflow']>;

/** What laying back comes to, in a sentence. */
const reflowText = ({ how, weeks, startsOn, endsOn }: Reflow): string => {
  switch (how) {
    case 'fits':
      return `It ends in the week of the race already, on ${fullDay(endsOn)}. Nothing changes.`;
    case 'moved':
      return `It has not begun, and moves by ${counted(weeks, 'week')}: from ${fullDay(startsOn)} to ${fullDay(endsOn)}.`;
    case 'shortened':
      return `There are ${counted(weeks, 'week')} too many until then. The next ones are left out; those close to the race stay.`;
    case 'lengthened':
      return `There are ${counted(weeks, 'week')} more until then. The work of the next week that builds is done again; what was done stays.`;
    case 'tooSoon':
      return 'The race comes before the program could end. Shorten it in the grid, or choose another race.';
  }
};

interface ReflowDialogProps {
  readonly programId: ProgramId;
  readonly onClose: () => void;
}

/** A program laid back from a race: what would change is shown before it does. */
export const ReflowDialog = ({ programId, onClose }: ReflowDialogProps) => {
  const [chosen, setChosen] = useState<RaceId>();
  const answer = useAsk(client.programs.reflowPreview, {
    programId,
    ...(chosen === undefined ? {} : { raceId: chosen }),
  });
  const layBack = useCommand(client.programs.reflow);
  const reflow = answer.state === 'ready' ? answer.value.reflow : undefined;
  const isAimed = answer.state === 'ready' && reflow !== undefined && answer.value.anchor === reflow.raceId;
  const canRun = reflow !== undefined && reflow.how !== 'tooSoon' && (reflow.how !== 'fits' || !isAimed);
  const run = async (): Promise<void> => {
    if (answer.state !== 'ready' || reflow === undefined) return;
    const reply = await layBack.run({ programId, revision: answer.value.revision, raceId: reflow.raceId });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `Laid back from the race: it ends on ${fullDay(reflow.endsOn)}. Undo takes it back.` });
    onClose();
  };
  return (
    <Dialog
      title="Lay back from a race"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" isDisabled={!canRun || layBack.isRunning} onPress={() => void run()}>
            {reflow?.how === 'fits' ? 'Aim at this race' : 'Lay it back'}
          </Button>
        </>
      }
    >
      {answer.state === 'waiting' && <Waiting what="races" />}
      {answer.state === 'failed' && <Failed message={answer.message} />}
      {answer.state === 'ready' && (
        <div className={styles['body']}>
          {answer.value.races.length === 0 ? (
            <p>No race is ahead. Races are entered on the profile.</p>
          ) : (
            <Select
              label="Race"
              value={String(reflow?.raceId ?? '')}
              onChange={(value) =>
                setChosen(
                  answer.state === 'ready'
                    ? answer.value.races.find((one) => String(one.raceId) === value)?.raceId
                    : undefined,
                )
              }
              choices={[
                ...(reflow === undefined ? [{ value: '', label: 'Choose a race' }] : []),
                ...answer.value.races.map((race) => ({
                  value: String(race.raceId),
                  label: `${race.name}, ${fullDay(race.racedOn)}`,
                  hint: race.priority,
                })),
              ]}
            />
          )}
          {reflow !== undefined && <p>{reflowText(reflow)}</p>}
          {reflow !== undefined && reflow.changes.length > 0 && <Changes reflow={reflow} />}
        </div>
      )}
    </Dialog>
  );
};

const Changes = ({ reflow }: { readonly reflow: Reflow }) => {
  const library = useAsk(client.exercises.list, {});
  if (library.state !== 'ready') return null;
  return (
    <section aria-label="What would change" className={styles['changes']}>
      <h3>{counted(reflow.changes.length, 'place would change', 'places would change')}</h3>
      <ChangeList changes={reflow.changes} exercises={library.value.exercises} />
    </section>
  );
};
