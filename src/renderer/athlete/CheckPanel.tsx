import { useRef, useState } from 'react';
import { Wrench } from 'lucide-react';
import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { SEVERITIES, type Severity } from '../../domain/check/finding.ts';
import { CHECK_RULES } from '../../domain/check/register.ts';
import { SCIENCE_REGISTER } from '../../domain/science/register.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { slotId } from './checkPlaces.ts';
import { weeksText } from './checkWords.ts';
import type { ProgramView } from './ProgramTab.tsx';
import styles from './CheckPanel.module.css';

type Finding = OutputOf<Contract['programs']['check']>['checked'][number]['findings'][number];

const WORDS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  fault: ['fault', 'faults'],
  warning: ['warning', 'warnings'],
  note: ['note', 'notes'],
};

const countText = (severity: Severity, count: number): string => `${count} ${WORDS[severity][count === 1 ? 0 : 1]}`;

/** Undefined until the check has answered. */
const useFindings = ({ athleteId, programId }: ProgramView): readonly Finding[] | undefined => {
  const answer = useAsk(client.programs.check, { athleteId, programId });
  return answer.state === 'ready' ? (answer.value.checked[0]?.findings ?? []) : undefined;
};

/** A long list would push the program itself out of sight. */
const MOST_SHOWN = 5;

const isShown = (severity: Severity, count: number): boolean => severity !== 'note' && count <= MOST_SHOWN;

/** The program check of one program: what it has to say, the worst first, and one key to set each right. */
export const CheckPanel = ({ program }: { readonly program: ProgramView }) => {
  const findings = useFindings(program);
  const panel = useRef<HTMLElement>(null);
  if (findings === undefined)
    return (
      <p aria-busy className={`quiet ${styles['waiting']}`}>
        Checking the program…
      </p>
    );
  const groups = SEVERITIES.map((severity) => ({
    severity,
    found: findings.filter((finding) => finding.severity === severity),
  })).filter(({ found }) => found.length > 0);
  return (
    // What was fixed is gone, and its button with it: the keyboard goes on from here.
    <section ref={panel} tabIndex={-1} className={styles['panel']} aria-label="Program check">
      <h3 className={styles['title']}>
        Program check
        {groups.length === 0 && <span className="quiet">Nothing to remark</span>}
      </h3>
      {groups.map(({ severity, found }) => (
        <details key={severity} className={styles['group']} open={isShown(severity, found.length)}>
          <summary className={styles[severity]}>{countText(severity, found.length)}</summary>
          <ul>
            {found.map((finding) => (
              <FindingRow
                key={`${finding.rule} ${finding.week} ${finding.session} ${finding.label} ${finding.reason}`}
                finding={finding}
                program={program}
                onFixed={() => panel.current?.focus()}
              />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
};

/** The first slot that a finding is about. */
const slotOf = ({ blocks }: ProgramView, { week, session, label }: Finding): HTMLElement | undefined => {
  const sessions = blocks.flatMap((block) => block.weeks).find(({ ordinal }) => ordinal === week)?.sessions ?? [];
  const found = sessions.find(({ name }) => name === session) ?? sessions[0];
  const slot = found?.slots.find((one) => one.label === label) ?? found?.slots[0];
  if (found === undefined || slot === undefined) return undefined;
  return document.getElementById(slotId(found.sessionId, slot.label)) ?? undefined;
};

const placeText = ({ week, alsoWeeks, session, label }: Finding): string =>
  [week === undefined ? 'The program' : weeksText([week, ...alsoWeeks]), session, label]
    .filter((part) => part !== undefined)
    .join(' · ');

interface FindingRowProps {
  readonly finding: Finding;
  readonly program: ProgramView;
  readonly onFixed: () => void;
}

const FindingRow = ({ finding, program, onFixed }: FindingRowProps) => {
  const { reason, fix, week } = finding;
  const [isOpen, setOpen] = useState(false);
  const rule = CHECK_RULES.find(({ id }) => id === finding.rule);
  const jump = (): void => {
    const slot = slotOf(program, finding);
    slot?.focus({ preventScroll: true });
    slot?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <li className={styles['finding']}>
      {week === undefined ? (
        <span className={`quiet ${styles['reason']}`}>{placeText(finding)}</span>
      ) : (
        <button type="button" className={styles['place']} onClick={jump}>
          {placeText(finding)}
        </button>
      )}
      <p className={styles['reason']}>
        {reason}.{' '}
        {rule !== undefined && (
          <button type="button" className={styles['why']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            Why<span className="visuallyHidden"> {rule.name}</span>
          </button>
        )}
      </p>
      {fix !== undefined && <FixButton fix={fix} program={program} onFixed={onFixed} />}
      {isOpen && rule !== undefined && (
        <p className={styles['because']}>
          {rule.what} {rule.why} <RuleNumber rule={rule.rule} />
        </p>
      )}
    </li>
  );
};

/** Where the register of the science has the rule, its number leads there. */
const RuleNumber = ({ rule }: { readonly rule: string }) =>
  SCIENCE_REGISTER.some((one) => one.rule === rule) ? (
    <Link href={`/science/rules?rule=${rule}`} aria-label={`Rule ${rule}`}>
      {rule}
    </Link>
  ) : (
    <span>{rule}</span>
  );

interface FixButtonProps {
  readonly fix: NonNullable<Finding['fix']>;
  readonly program: ProgramView;
  readonly onFixed: () => void;
}

/** The longest name a step of history takes. */
const NAME_LENGTH = 80;

const FixButton = ({ fix, program, onFixed }: FixButtonProps) => {
  const edit = useCommand(client.programs.edit);
  const { programId, revision } = program;
  const apply = async (): Promise<void> => {
    const called = `Fix: ${fix.label}`.slice(0, NAME_LENGTH);
    const reply = await edit.run({ programId, revision, edits: [...fix.edits], called });
    if (!reply.ok) return;
    onFixed();
    tell({ tone: 'done', text: `${called}. Undo brings the program back as it was.` });
  };
  return (
    <Button look="quiet" onPress={() => void apply()} isDisabled={edit.isRunning}>
      <Wrench aria-hidden /> Fix: {fix.label}
    </Button>
  );
};

/** How many findings a week has, on its head; nothing where there are none. */
export const FindingCount = ({ program, week }: { readonly program: ProgramView; readonly week: number }) => {
  const found = (useFindings(program) ?? []).filter((one) => one.week === week || one.alsoWeeks.includes(week));
  const worst = SEVERITIES.find((severity) => found.some((one) => one.severity === severity));
  if (worst === undefined) return null;
  return (
    <span className={`${styles['count']} ${styles[worst]}`}>
      {found.length} {found.length === 1 ? 'finding' : 'findings'}
      <span className="visuallyHidden">, worst: {WORDS[worst][0]}</span>
    </span>
  );
};
