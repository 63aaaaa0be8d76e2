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

const named = ({ sheetCode, parts }: TypedIn): string =>
  parts.length === 1 && parts[0] !== undefined ? parts[0].name : `sheet ${sheetCode ?? ''}`;

/** Why an older sheet cannot be taken back by itself; undefined when it can. */
const inTheWayOf = async ({ parts, step }: TypedIn): Promise<string | undefined> => {
  const [only] = parts;
  if (only === undefined || parts.length > 1) return 'other things were done since, and it holds several athletes';
  const own = await client.history.list({ athleteId: only.athleteId, limit: 50 });
  const later = own.ok ? own.value.steps.filter((one) => one.step > (step ?? 0) && !one.isUndone) : [];
  if (later.length === 0) return undefined;
  return `${only.name} was changed since (${later.map(({ label }) => label).join('; ')})`;
};

/**
 * Takes one sheet of this sitting back. The newest step of all is undone; an older one is taken back for its athlete alone, when no
 * later step of theirs stands on it.
 */
export const useUndo = () => {
  const undo = useCommand(client.history.undo);
  const takeBack = useCommand(client.history.takeBack);

  /** What went wrong, if something did. */
  const attempt = async (sheet: TypedIn, step: number): Promise<string | undefined> => {
    const all = await client.history.list({ limit: 1 });
    const [newest] = all.ok ? all.value.steps : [];
    if (newest?.step === step && !newest.isUndone) {
      const undone = await undo.run({}, { isQuiet: true });
      return undone.ok ? undefined : errorText(undone.error);
    }
    const why = await inTheWayOf(sheet);
    const [only] = sheet.parts;
    if (why !== undefined || only === undefined) {
      return `Not taken back: ${why ?? 'nothing was typed'}. The history takes several steps back.`;
    }
    const { sheetCode } = sheet;
    const called =
      sheetCode === undefined
        ? `Take back the session of ${only.name}`
        : `Take back sheet ${sheetCode} for ${only.name}`;
    const taken = await takeBack.run(
      { athleteId: only.athleteId, step, called: called.slice(0, 120) },
      { isQuiet: true },
    );
    return taken.ok ? undefined : errorText(taken.error);
  };

  return async (sheet: TypedIn): Promise<void> => {
    if (sheet.step === undefined) return;
    const problem = await attempt(sheet, sheet.step);
    if (problem !== undefined) return tell({ tone: 'problem', text: problem });
    markUndone(sheet.id);
    return tell({ tone: 'done', text: `Taken back: what was typed in for ${named(sheet)}.` });
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
              {one.parts.length > 1 && (
                <span className="quiet">
                  {one.sheetCode}, {counted(one.parts.length, 'athlete')}
                  {isGone(one) && ', taken back'}
                  <br />
                </span>
              )}
              {one.parts.map((part) => (
                <span key={part.athleteId} className={styles['typedPart']}>
                  <Link href={`/athlete/${part.athleteId}/log`}>
                    <bdi>{part.name}</bdi>
                  </Link>
                  <span className="quiet">
                    {' '}
                    {one.parts.length === 1 && (one.sheetCode ?? 'without paper')}
                    <br />
                    {isGone(one) ? 'taken back' : part.what}
                  </span>
                </span>
              ))}
            </span>
            {one.step !== undefined && !isGone(one) && (
              <Button
                look="quiet"
                aria-label={one.parts.length === 1 ? `Undo sheet of ${named(one)}` : `Undo ${named(one)}`}
                onPress={() => void undo(one)}
              >
                Undo
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
