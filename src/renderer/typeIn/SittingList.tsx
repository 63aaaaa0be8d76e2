import { Link } from 'wouter';
import { errorText } from '../../contract/errorText.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { markUndone, useSitting, type TypedIn } from './sitting.ts';
import styles from './TypeInScreen.module.css';

/**
 * Takes one sheet of this sitting back. The newest step of all is undone; an older one is taken back for its athlete alone, when no
 * later step of theirs stands on it.
 */
export const useUndo = () => {
  const undo = useCommand(client.history.undo);
  const takeBack = useCommand(client.history.takeBack);
  return async ({ id, step, athleteId, name, sheetCode }: TypedIn): Promise<void> => {
    if (step === undefined) return;
    const called =
      sheetCode === undefined ? `Take back the session of ${name}` : `Take back sheet ${sheetCode} for ${name}`;
    const [all, own] = await Promise.all([
      client.history.list({ limit: 1 }),
      client.history.list({ athleteId, limit: 50 }),
    ]);
    const isNewest = all.ok && all.value.steps[0]?.step === step && !all.value.steps[0].isUndone;
    const later = own.ok ? own.value.steps.filter((one) => one.step > step && !one.isUndone) : [];
    if (!isNewest && later.length > 0) {
      tell({
        tone: 'problem',
        text: `Not taken back: ${name} was changed since (${later.map(({ label }) => label).join('; ')}). The history takes several steps back.`,
      });
      return;
    }
    const reply = isNewest
      ? await undo.run({}, { isQuiet: true })
      : await takeBack.run({ athleteId, step, called: called.slice(0, 120) }, { isQuiet: true });
    if (!reply.ok) {
      tell({ tone: 'problem', text: errorText(reply.error) });
      return;
    }
    markUndone(id);
    tell({ tone: 'done', text: `Taken back: what was typed in for ${name}.` });
  };
};

/** What was typed in since the window was opened, the newest first, each with its way back. */
export const SittingList = () => {
  const sitting = useSitting();
  const undo = useUndo();
  // A step undone in any other way is undone here too.
  const history = useAsk(client.history.list, { limit: 200 });
  const undone = new Set(
    history.state === 'ready' ? history.value.steps.filter(({ isUndone }) => isUndone).map(({ step }) => step) : [],
  );
  const isGone = (one: TypedIn): boolean => one.isUndone || (one.step !== undefined && undone.has(one.step));
  const standing = sitting.filter((one) => !isGone(one));
  return (
    <section className={styles['sitting']} aria-label="Typed in now">
      <h2>Typed in now</h2>
      {sitting.length === 0 ? (
        <p className="quiet">Sheets appear here as they are saved, each with its undo.</p>
      ) : (
        <p className="quiet">{counted(standing.length, 'sheet')}</p>
      )}
      <ol>
        {sitting.map((one) => (
          <li key={one.id} className={isGone(one) ? styles['undone'] : ''}>
            <span>
              <Link href={`/athlete/${one.athleteId}/log`}>
                <bdi>{one.name}</bdi>
              </Link>
              <span className="quiet">
                {' '}
                {one.sheetCode ?? 'without paper'}
                <br />
                {isGone(one) ? 'taken back' : one.what}
              </span>
            </span>
            {one.step !== undefined && !isGone(one) && (
              <Button look="quiet" aria-label={`Undo sheet of ${one.name}`} onPress={() => void undo(one)}>
                Undo
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
