import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { daysBetween, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { MassUnit } from '../../domain/kernel/quantity.ts';
import type { LeverRise } from '../../domain/programs/levers.ts';
import type { Slot } from '../../domain/programs/program.ts';
import { printPrescription } from '../../domain/programs/shorthand.ts';
import { useAsk } from '../client/useAsk.ts';
import { ago, countdown, day, load } from '../format.ts';
import { client } from '../wire.ts';
import { ResolvedSets } from './ResolvedSets.tsx';
import { setsWords } from './setsWords.ts';
import type { Finding, Origin } from './gridMarks.ts';
import type { OpenProgram, ResolvedSet } from './resolveCell.ts';
import styles from './GridSide.module.css';

const LEVER_NAME: Readonly<Record<LeverRise['lever'], string>> = {
  VOLUME: 'Volume',
  INTENSITY: 'Intensity',
  SELECTION: 'Exercise',
  TIME: 'Time',
};

const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  changed: 'Changed here: a push of the template leaves it unless you tick it.',
  own: 'Added here: the template does not have it.',
  orphaned: 'The template no longer has it.',
};

interface GridSideProps {
  readonly slot: Slot | undefined;
  readonly week: number;
  readonly label: string;
  readonly exercise: Exercise | undefined;
  readonly sets: readonly ResolvedSet[];
  readonly rises: readonly LeverRise[];
  readonly findings: readonly Finding[];
  readonly origin: Origin | undefined;
  readonly fault: string | undefined;
  readonly noGym: string | undefined;
  readonly open: OpenProgram | undefined;
  readonly today: PlainDate;
  readonly runText: string | undefined;
  /** Of a template: for whom the cell comes to what. */
  readonly reach: ReactNode;
  readonly children: ReactNode;
}

const Head = ({ slot, week, label, exercise }: Pick<GridSideProps, 'slot' | 'week' | 'label' | 'exercise'>) => (
  <header>
    <h2 className={styles['name']}>
      {label}{' '}
      {exercise !== undefined && (
        <Link href={`/library/exercises/${encodeURIComponent(exercise.key)}`}>{exercise.name}</Link>
      )}
    </h2>
    {week > 0 && (
      <p className="quiet">
        Week {week}
        {slot !== undefined && slot.prescriptions.length > 0 && (
          <>: {slot.prescriptions.map(printPrescription).join(', ')}</>
        )}
        {slot?.written?.kind === 'skipped' && ': left out on purpose'}
        {slot === undefined && ': not done'}
      </p>
    )}
    {exercise?.isArchived === true && (
      <p className="quiet">Archived: it stays here, and is no longer offered elsewhere.</p>
    )}
    {slot?.written?.kind === 'unread' && (
      <p className={styles['fault']}>“{slot.written.text}” is not understood. It is kept as typed.</p>
    )}
  </header>
);

/** What a coach wants to see beside a cell: load and why, what it raises, what speaks against it, how it went lately. */
export const GridSide = (props: GridSideProps) => {
  const { slot, rises, findings, origin, fault, noGym, open, exercise, children } = props;
  return (
    <aside className={styles['side']} aria-label="The focused cell">
      <Head {...props} />
      {fault !== undefined && <p className={styles['fault']}>{fault}.</p>}
      {rises.length > 0 && (
        <ul className={styles['rises']} aria-label="Levers raised">
          {rises.map(({ lever, by }) => (
            <li key={lever}>
              ↑ {LEVER_NAME[lever]} <span className="quiet">{by}</span>
            </li>
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <ul className={styles['findings']} aria-label="Findings">
          {findings.map((finding) => (
            <li key={`${finding.rule} ${finding.reason}`} className={styles[finding.severity]}>
              {finding.reason}.
            </li>
          ))}
        </ul>
      )}
      <ResolvedSets sets={props.sets} />
      {slot?.note !== undefined && <p className={styles['note']}>Note: {slot.note}</p>}
      {origin !== undefined && <p className="quiet">{ORIGIN_WORDS[origin]}</p>}
      {noGym !== undefined && (
        <p className="quiet">
          No gym: <strong>{noGym}</strong>
        </p>
      )}
      {open !== undefined && exercise !== undefined && (
        <Beside
          athleteId={open.athleteId}
          exerciseKey={exercise.key}
          unit={open.athlete.massUnit}
          today={props.today}
          runText={props.runText}
        />
      )}
      {props.reach}
      {children}
    </aside>
  );
};

interface BesideProps {
  readonly athleteId: OpenProgram['athleteId'];
  readonly exerciseKey: string;
  readonly unit: MassUnit;
  readonly today: PlainDate;
  readonly runText: string | undefined;
}

const Beside = ({ athleteId, exerciseKey, unit, today, runText }: BesideProps) => {
  const answer = useAsk(client.programs.beside, { athleteId, exerciseKey });
  if (answer.state !== 'ready') return null;
  const { trend, results, pain, nextRace } = answer.value;
  return (
    <dl className={styles['beside']}>
      <div>
        <dt>e1RM</dt>
        <dd>
          {trend === undefined ? (
            <span className="quiet">no estimate yet</span>
          ) : (
            <>
              {Math.round(Number(load(trend.trendKg, unit)))} {unit}{' '}
              <span className="quiet">
                ({Math.round(Number(load(trend.lowKg, unit)))}–{Math.round(Number(load(trend.highKg, unit)))}),{' '}
                {day(trend.performedOn)}
              </span>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Last</dt>
        <dd>
          {results.length === 0 && <span className="quiet">never lifted</span>}
          {results.map((result) => (
            <p key={result.on}>
              {setsWords(result.sets, unit)} <span className="quiet">{ago(result.on, today)}</span>
            </p>
          ))}
        </dd>
      </div>
      {pain !== undefined && (
        <div>
          <dt>Pain</dt>
          <dd className={styles['warning']}>
            {pain.score} of 10 <span className="quiet">{ago(pain.on, today)}</span>
          </dd>
        </div>
      )}
      {runText !== undefined && (
        <div>
          <dt>Running</dt>
          <dd>{runText} this week</dd>
        </div>
      )}
      {nextRace !== undefined && (
        <div>
          <dt>Race</dt>
          <dd>
            {nextRace.name} ({nextRace.priority}) in {countdown(daysBetween(today, nextRace.racedOn))}
          </dd>
        </div>
      )}
    </dl>
  );
};
