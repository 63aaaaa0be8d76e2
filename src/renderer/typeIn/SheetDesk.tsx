import { useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import { mondayOf } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { count, counted, fullDay, weekdayAndDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Empty } from '../kit/States.tsx';
import { AthletePart } from './AthletePart.tsx';
import type { PrintedChange } from './SessionPanel.tsx';
import { firstTyping, typingToday, type AthleteToType, type SessionToType, type SheetToType } from './typing.ts';
import styles from './TypeInScreen.module.css';

interface SheetDeskProps {
  readonly view: SheetToType;
  /** The next code is asked for. */
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

const isTyped = ({ sessions }: AthleteToType): boolean => sessions.every(({ typed }) => typed !== undefined);

/** A sheet as it lies on the table, athlete by athlete when it holds several. */
export const SheetDesk = ({ view, onDone, onLeave }: SheetDeskProps) => {
  const { today } = useApp();
  const there = view.athletes.filter(({ isArchived, sessions }) => !isArchived && sessions.length > 0);
  const archived = view.athletes.filter(({ isArchived }) => isArchived);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      there.findIndex((athlete) => !isTyped(athlete)),
    ),
  );
  const [saved, setSaved] = useState<ReadonlySet<number>>(new Set());
  const athlete = there[at];
  if (athlete === undefined) return null;
  const step = (by: number): void => setAt(Math.min(Math.max(0, at + by), there.length - 1));
  const onSaved = (): void => {
    const done = new Set([...saved, athlete.athleteId]);
    setSaved(done);
    const isLeft = (one: AthleteToType): boolean => !done.has(one.athleteId) && !isTyped(one);
    const next = there.findIndex((one, place) => place > at && isLeft(one));
    const other = next < 0 ? there.findIndex(isLeft) : next;
    if (other < 0) onDone();
    else setAt(other);
  };
  const sheetCode = view.sheet?.sheetCode;
  return (
    <div className={styles['sheet']}>
      <header className={styles['sheetHead']}>
        <h2>
          <bdi>{athlete.name}</bdi>
        </h2>
        {there.length > 1 && (
          <span className={styles['steps']}>
            <Button look="quiet" aria-label="Previous athlete" isDisabled={at === 0} onPress={() => step(-1)}>
              <ChevronLeft aria-hidden />
            </Button>
            <span className="quiet">{`${count(at + 1)} of ${count(there.length)}`}</span>
            <Button look="quiet" aria-label="Next athlete" isDisabled={at === there.length - 1} onPress={() => step(1)}>
              <ChevronRight aria-hidden />
            </Button>
          </span>
        )}
        {view.sheet !== undefined && (
          <p className="quiet">
            {view.sheet.title} · sheet {view.sheet.sheetCode}, version {view.sheet.version}, printed{' '}
            {fullDay(view.sheet.printedOn)}
            {view.sheet.isNoGym && ' · without a gym'}
          </p>
        )}
      </header>
      {archived.length > 0 && (
        <p className={styles['banner']}>
          ▲ {archived.map(({ name }) => name).join(', ')} {archived.length === 1 ? 'is' : 'are'} archived and left out.
          Bring them back first to type in theirs.
        </p>
      )}
      <Changes view={view} athlete={athlete} />
      <AthletePart
        key={`${sheetCode ?? ''} ${athlete.athleteId}`}
        athlete={athlete}
        sessions={athlete.sessions}
        changes={view.changes}
        sheetCode={sheetCode}
        first={firstTyping(athlete.sessions, today)}
        onSaved={onSaved}
        onLeave={onLeave}
      />
    </div>
  );
};

const changeWords = ({ label, before, now, change }: PrintedChange): string => {
  if (change === 'new') return `${label} is new: ${now ?? ''}`;
  if (change === 'gone') return `${label} is no longer planned; printed: ${before ?? ''}`;
  return `${label}: printed ${before ?? ''}; now ${now ?? ''}`;
};

/** What has changed in the plan since the paper was printed. It is typed in as it stands on paper all the same. */
const Changes = ({ view, athlete }: { readonly view: SheetToType; readonly athlete: AthleteToType }) => {
  const changes = view.changes.filter(({ athleteId }) => athleteId === athlete.athleteId);
  const isOld = view.sheet?.isNewest === false;
  if (changes.length === 0 && !isOld) return null;
  return (
    <div className={styles['banner']}>
      <p>
        ▲ {isOld ? 'A newer version of this sheet has been printed. ' : ''}
        {changes.length === 0
          ? 'The plan is as it was.'
          : `${counted(changes.length, 'row')} of the plan ${changes.length === 1 ? 'has' : 'have'} changed since this was printed.`}{' '}
        As planned means as on this paper.
      </p>
      {changes.length > 0 && (
        <details open>
          <summary>What has changed</summary>
          <ul>
            {changes.map((one) => (
              <li key={`${one.session} ${one.plannedOn} ${one.label}`}>
                {one.session} {changeWords(one)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

/** The session to begin with: today's, else the first of the week that is not recorded. */
const chosenFirst = (sessions: readonly SessionToType[], today: string): number => {
  const todays = sessions.findIndex(({ plannedOn }) => plannedOn === today);
  const left = sessions.findIndex(({ typed }) => typed === undefined);
  return Math.max(0, todays < 0 ? left : todays);
};

/** The same view without paper: an athlete stands in the gym, and today's session is typed as it is lifted. */
export const TodayDesk = ({ view, onDone, onLeave }: SheetDeskProps) => {
  const { today } = useApp();
  const [athlete] = view.athletes;
  const [at, setAt] = useState(() => chosenFirst(athlete?.sessions ?? [], today));
  const session = athlete?.sessions[at];
  if (athlete === undefined || session === undefined) {
    return (
      <Empty
        title={`Nothing is planned for ${athlete?.name ?? 'this athlete'} this week`}
        actions={<Link href={`/athlete/${athlete?.athleteId ?? ''}/program`}>To the program</Link>}
      >
        A session can be typed in when the program has one in the week of {weekdayAndDay(mondayOf(today))}.
      </Empty>
    );
  }
  return (
    <div className={styles['sheet']}>
      <header className={styles['sheetHead']}>
        <h2>
          <bdi>{athlete.name}</bdi>
        </h2>
        <p className="quiet">without paper, as it is planned now</p>
        <fieldset className={styles['choice']}>
          <legend className="visuallyHidden">Session</legend>
          {athlete.sessions.map((one, place) => (
            <label key={`${one.programId} ${one.name}`} className={place === at ? styles['chosen'] : ''}>
              <input type="radio" name="session" checked={place === at} onChange={() => setAt(place)} />
              {one.name}, {one.plannedOn === today ? 'today' : weekdayAndDay(one.plannedOn)}
              {one.typed !== undefined && ' ✓'}
            </label>
          ))}
        </fieldset>
      </header>
      <AthletePart
        key={`${session.programId} ${session.name}`}
        athlete={athlete}
        sessions={[session]}
        changes={[]}
        sheetCode={undefined}
        first={typingToday(session, today)}
        onSaved={onDone}
        onLeave={onLeave}
      />
    </div>
  );
};
