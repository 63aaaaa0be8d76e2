import { memo, useRef, useState } from 'react';
import { Wrench } from 'lucide-react';
import { Link } from 'wouter';
import { SEVERITIES, type Severity } from '../../domain/check/finding.ts';
import { CHECK_RULES } from '../../domain/check/register.ts';
import { SCIENCE_REGISTER } from '../../domain/science/register.ts';
import { Button } from '../kit/Button.tsx';
import type { Finding } from './gridMarks.ts';
import { weeksText } from './weeksText.ts';
import styles from './FindingList.module.css';

export const SEVERITY_WORDS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  fault: ['fault', 'faults'],
  warning: ['warning', 'warnings'],
  note: ['note', 'notes'],
};

const countText = (severity: Severity, count: number): string =>
  `${count} ${SEVERITY_WORDS[severity][count === 1 ? 0 : 1]}`;

/** A long list would push the program itself out of sight. */
const MOST_SHOWN = 5;

const isShown = (severity: Severity, count: number): boolean => severity !== 'note' && count <= MOST_SHOWN;

interface FindingListProps {
  /** Absent until the check has answered. */
  readonly findings: readonly Finding[] | undefined;
  readonly onJump: (finding: Finding) => void;
  readonly onFix: (fix: NonNullable<Finding['fix']>) => Promise<boolean>;
}

/** What the program check has to say, the worst first, and one key to set each right. */
export const FindingList = memo(({ findings, onJump, onFix }: FindingListProps) => {
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
  // What was fixed is gone, and its button with it: the keyboard goes on from here.
  const fix = async (one: NonNullable<Finding['fix']>): Promise<void> => {
    if (await onFix(one)) panel.current?.focus();
  };
  return (
    <section ref={panel} tabIndex={-1} className={styles['panel']} aria-label="Program check">
      <h3 className={styles['title']}>
        Program check
        {groups.length === 0 && <span className="quiet">Nothing to remark</span>}
      </h3>
      {groups.map(({ severity, found }) => (
        <FindingGroup key={severity} severity={severity} found={found} onJump={onJump} onFix={fix} />
      ))}
    </section>
  );
});
FindingList.displayName = 'FindingList';

interface FindingGroupProps {
  readonly severity: Severity;
  readonly found: readonly Finding[];
  readonly onJump: (finding: Finding) => void;
  readonly onFix: (fix: NonNullable<Finding['fix']>) => Promise<void>;
}

/** So many are drawn at first: a long program can have hundreds. */
const DRAWN = 40;

/** One severity: its findings are drawn when it is opened, the first of them at first. */
const FindingGroup = ({ severity, found, onJump, onFix }: FindingGroupProps) => {
  const [isOpen, setOpen] = useState(isShown(severity, found.length));
  const [isWhole, setWhole] = useState(false);
  const drawn = isWhole ? found : found.slice(0, DRAWN);
  return (
    <details
      className={styles['group']}
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles[severity]}>{countText(severity, found.length)}</summary>
      {isOpen && (
        <ul>
          {drawn.map((finding) => (
            <FindingRow
              key={`${finding.rule} ${finding.week} ${finding.session} ${finding.label} ${finding.reason}`}
              finding={finding}
              onJump={onJump}
              onFix={onFix}
            />
          ))}
        </ul>
      )}
      {isOpen && drawn.length < found.length && (
        <Button look="quiet" onPress={() => setWhole(true)}>
          Show all {found.length}
        </Button>
      )}
    </details>
  );
};

const placeText = ({ week, alsoWeeks, session, label }: Finding): string =>
  [week === undefined ? 'The program' : weeksText([week, ...alsoWeeks]), session, label]
    .filter((part) => part !== undefined)
    .join(' · ');

interface FindingRowProps {
  readonly finding: Finding;
  readonly onJump: (finding: Finding) => void;
  readonly onFix: (fix: NonNullable<Finding['fix']>) => Promise<void>;
}

const FindingRow = ({ finding, onJump, onFix }: FindingRowProps) => {
  const { reason, fix, week } = finding;
  const [isOpen, setOpen] = useState(false);
  const [isFixing, setFixing] = useState(false);
  const rule = CHECK_RULES.find(({ id }) => id === finding.rule);
  return (
    <li className={styles['finding']}>
      {week === undefined ? (
        <span className={`quiet ${styles['reason']}`}>{placeText(finding)}</span>
      ) : (
        <button type="button" className={styles['place']} onClick={() => onJump(finding)}>
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
      {fix !== undefined && (
        <Button
          look="quiet"
          isDisabled={isFixing}
          onPress={() => {
            setFixing(true);
            void onFix(fix).finally(() => setFixing(false));
          }}
        >
          <Wrench aria-hidden /> Fix: {fix.label}
        </Button>
      )}
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

/** The longest name a step of history takes. */
const NAME_LENGTH = 80;

export const fixName = (fix: NonNullable<Finding['fix']>): string => `Fix: ${fix.label}`.slice(0, NAME_LENGTH);
