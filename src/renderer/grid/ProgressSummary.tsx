import { counted } from '../format.ts';
import type { Finding } from './gridMarks.ts';
import { absentTexts, aloneTexts, heldTexts, leversText, newFindings, weekEditsText } from './progressWords.ts';
import type { ProgressAnswer } from './useProgress.ts';
import { weeksText } from './weeksText.ts';
import styles from './ProgressPanel.module.css';

interface ProgressSummaryProps {
  /** Why nothing would be written. */
  readonly fault: string | undefined;
  readonly answer: ProgressAnswer;
  readonly now: readonly Finding[] | undefined;
  readonly rows: number;
  /** Weeks of those chosen that are done. */
  readonly doneWeeks: number;
  readonly nameOf: (exerciseKey: string) => string;
}

const SHOWN_FINDINGS = 3;

const SEVERITY_MARK = { fault: '■', warning: '▲', note: '' } as const;

const Findings = ({ now, then }: { readonly now: readonly Finding[]; readonly then: readonly Finding[] }) => {
  const fresh = newFindings(now, then);
  const gone = newFindings(then, now);
  const fewer = gone.length === 0 ? '' : ` ${counted(gone.length, 'finding')} of now would be gone.`;
  if (fresh.length === 0) return <li>The check finds nothing new.{fewer}</li>;
  return (
    <li>
      The check would find {counted(fresh.length, 'new thing')}.{fewer}
      <ul className={styles['found']}>
        {fresh.slice(0, SHOWN_FINDINGS).map((finding) => (
          <li key={`${finding.rule} ${finding.week} ${finding.session} ${finding.label} ${finding.reason}`}>
            <span className={styles[finding.severity]} aria-hidden>
              {SEVERITY_MARK[finding.severity]}
            </span>{' '}
            {finding.week !== undefined && `${weeksText([finding.week, ...finding.alsoWeeks])}: `}
            {finding.reason}.
          </li>
        ))}
        {fresh.length > SHOWN_FINDINGS && <li className="quiet">and {fresh.length - SHOWN_FINDINGS} more</li>}
      </ul>
    </li>
  );
};

/** In words: how much would be written, what it raises, what the check would say, and what is left as it is. */
export const ProgressSummary = (props: ProgressSummaryProps) => {
  const { fault, answer, now, rows, doneWeeks, nameOf } = props;
  const { progress, ghosts, findings } = answer;
  if (fault !== undefined || !progress.ok) {
    return (
      <p className={styles['failed']} role="status">
        {fault}
      </p>
    );
  }
  const { weeks, edits, alone, held, absent, passedOver } = progress.value;
  const written = `${counted(ghosts.size, 'cell')} over ${counted(weeks.length, 'week')}, from ${counted(rows, 'row')}.`;
  return (
    // Scrolled by keyboard as well: much can be left alone or held.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['summary']} tabIndex={0} role="group" aria-label="What would be written">
      <div role="status">
        <ul>
          <li>
            <strong>{edits.length === 0 ? 'Nothing would change.' : written}</strong>{' '}
            {edits.length > 0 && leversText(ghosts)} {weekEditsText(edits).join(' ')}
            {doneWeeks > 0 &&
              ` ${doneWeeks === 1 ? '1 week is done and stays as it is' : `${doneWeeks} weeks are done and stay as they are`}.`}
            {passedOver.length > 0 &&
              ` ${weeksText(passedOver)} ${passedOver.length === 1 ? 'stays as it is' : 'stay as they are'}: a test, a taper or a race.`}
          </li>
          {edits.length > 0 && (findings === undefined || now === undefined) && <li className="quiet">Checking…</li>}
          {edits.length > 0 && findings !== undefined && now !== undefined && <Findings now={now} then={findings} />}
          {[...absentTexts(absent), ...aloneTexts(alone, nameOf), ...heldTexts(held, nameOf)].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};
