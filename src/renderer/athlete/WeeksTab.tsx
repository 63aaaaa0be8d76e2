import { useState, type ReactNode } from 'react';
import { Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { ProgramId } from '../../domain/kernel/ids.ts';
import { addDays } from '../../domain/kernel/plainDate.ts';
import { setsText } from '../../domain/sheets/sheetText.ts';
import { ENGLISH_SHEET } from '../../domain/sheets/sheetWords.ts';
import { useApp } from '../app/appContext.ts';
import { AllAtOnce } from '../client/AllAtOnce.tsx';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted, day, fullDay, weekdayName } from '../format.ts';
import { AutopilotPanel } from '../grid/AutopilotPanel.tsx';
import { Button } from '../kit/Button.tsx';
import { Select } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import { CheckPanel, FindingCount } from './CheckPanel.tsx';
import { slotId } from './checkPlaces.ts';
import { DeloadPanel } from './DeloadPanel.tsx';
import { NoProgram } from './NoProgram.tsx';
import { GatePanel } from './GatePanel.tsx';
import { PrescriptionStrip } from './PrescriptionStrip.tsx';
import { RecordSessionDialog } from './RecordSessionDialog.tsx';
import { SessionLoad } from './SessionLoad.tsx';
import styles from './WeeksTab.module.css';

export type ProgramView = NonNullable<OutputOf<Contract['programs']['forAthlete']>['program']>;
type Week = ProgramView['blocks'][number]['weeks'][number];
export type Session = Week['sessions'][number];
export type ProgramSlot = Session['slots'][number];

interface WeeksTabProps {
  readonly view: AthleteView;
  readonly onAssign: () => void;
}

/** The program week by week, every load resolved for this athlete's bar and plates. */
export const WeeksTab = ({ view, onAssign }: WeeksTabProps) => {
  const [programId, setProgramId] = useState<ProgramId>();
  const answer = useAsk(client.programs.forAthlete, {
    athleteId: view.athleteId,
    ...(programId === undefined ? {} : { programId }),
  });
  const remove = useCommand(client.programs.remove);
  const takeAway = async (id: ProgramId): Promise<void> => {
    const reply = await remove.run({ programId: id });
    if (!reply.ok) return;
    setProgramId(undefined);
    tell({ tone: 'done', text: 'Program removed. Undo brings it back.' });
  };
  if (answer.state === 'waiting') return <Waiting what="program" rows={12} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { program, programs } = answer.value;
  if (program === undefined) {
    return <NoProgram view={view} onAssign={onAssign} />;
  }
  return (
    <div className={styles['tab']}>
      <header className={styles['head']}>
        <h2>{program.name}</h2>
        <span className="quiet">
          class {program.entryClass} · {fullDay(program.startsOn)} to {fullDay(program.endsOn)}
        </span>
        {programs.length > 1 && (
          <Select
            label="Program"
            isLabelHidden
            value={String(program.programId)}
            onChange={(id) => setProgramId(programs.find((one) => String(one.programId) === id)?.programId)}
            choices={programs.map((one) => ({
              value: String(one.programId),
              label: `${one.name}, from ${fullDay(one.startsOn)}`,
            }))}
          />
        )}
        <span className={styles['tools']}>
          <Button look="quiet" onPress={() => void takeAway(program.programId)}>
            <Trash2 aria-hidden /> Remove program
          </Button>
        </span>
      </header>
      <AllAtOnce key={program.programId}>
        <Weeks program={program} view={view}>
          <DeloadPanel program={program} />
          <GatePanel program={program} />
          <AutopilotPanel athleteId={program.athleteId} programId={program.programId} />
          <CheckPanel program={program} />
        </Weeks>
      </AllAtOnce>
    </div>
  );
};

interface Focus {
  readonly week: number;
  readonly session: number;
  readonly slot: number;
}

interface WeeksProps {
  readonly program: ProgramView;
  readonly view: AthleteView;
  /** What has to be said before the weeks, beside the strip that stays in sight. */
  readonly children: ReactNode;
}

const Weeks = ({ program, view, children }: WeeksProps) => {
  const { today } = useApp();
  const weeks = program.blocks.flatMap((block) => block.weeks.map((week) => ({ block, week })));
  const isNow = (week: Week): boolean => week.startsOn <= today && today < addDays(week.startsOn, 7);
  const now = Math.max(
    0,
    weeks.findIndex(({ week }) => isNow(week)),
  );
  const [focus, setFocus] = useState<Focus>({ week: now, session: 0, slot: 0 });
  const [showsPast, setShowsPast] = useState(false);
  // Last week stays in sight: what comes next is judged by it.
  const past = Math.max(0, now - 1);
  const first = showsPast ? 0 : past;
  const focusedSession = weeks[focus.week]?.week.sessions[focus.session];
  const focused = focusedSession?.slots[focus.slot];
  return (
    <div className={styles['columns']}>
      <div>
        {children}
        {past > 0 && (
          <Button look="quiet" aria-expanded={showsPast} onPress={() => setShowsPast(!showsPast)}>
            {showsPast ? 'Hide past weeks' : `Show ${counted(past, 'past week')}`}
          </Button>
        )}
        <ol className={styles['weeks']} aria-label="Weeks">
          {weeks.slice(first).map(({ block, week }, index) => {
            const place = first + index;
            return (
              <li
                key={week.ordinal}
                className={`${styles['week']} ${isNow(week) ? styles['now'] : ''}`}
                data-week={week.isoWeek}
              >
                <header className={styles['weekHead']}>
                  <h3>
                    Week {week.ordinal}
                    {isNow(week) && <span className={styles['nowMark']}> this week</span>}
                  </h3>
                  <span className="quiet">
                    {week.isoWeek.slice(5)}, {day(week.startsOn)} – {day(addDays(week.startsOn, 6))}
                  </span>
                  <span className="quiet">{block.name}</span>
                  {week.kind === 'deload' && <span className={styles['deload']}>deload</span>}
                  <WeekLevers week={week} />
                  <FindingCount program={program} week={week.ordinal} />
                  <Link href={`/sheets?week=${week.isoWeek}&athletes=${view.athleteId}`} className={styles['sheet']}>
                    Sheet
                  </Link>
                </header>
                {week.sessions.map((session, sessionPlace) => (
                  <SessionRows
                    key={session.sessionId}
                    view={view}
                    session={session}
                    focusedSlot={focus.week === place && focus.session === sessionPlace ? focus.slot : undefined}
                    onFocus={(slot) => setFocus({ week: place, session: sessionPlace, slot })}
                  />
                ))}
              </li>
            );
          })}
        </ol>
      </div>
      <aside className={styles['side']} aria-label="The focused prescription" aria-live="polite">
        {focused === undefined ? (
          <p className="quiet">Choose an exercise to see why its load is what it is.</p>
        ) : (
          <PrescriptionStrip
            slot={focused}
            place={{
              programId: program.programId,
              revision: program.revision,
              week: weeks[focus.week]?.week.ordinal ?? 1,
              session: focusedSession?.name ?? '',
              label: focused.label,
            }}
          />
        )}
        {focusedSession !== undefined && <SessionLoad session={focusedSession} unit={view.details.massUnit} />}
      </aside>
    </div>
  );
};

const LEVER_WORD = { VOLUME: 'volume', INTENSITY: 'intensity', SELECTION: 'exercise', TIME: 'time' } as const;

/** The levers that any slot of a week raises; by how much stands with the slot. */
const WeekLevers = ({ week }: { readonly week: Week }) => {
  const raised = new Set(
    week.sessions.flatMap((session) => session.slots.flatMap((slot) => slot.rises.map((rise) => rise.lever))),
  );
  if (raised.size === 0) return null;
  return <span className={styles['lever']}>↑ {[...raised].map((lever) => LEVER_WORD[lever]).join(', ')}</span>;
};

interface SessionRowsProps {
  readonly view: AthleteView;
  readonly session: Session;
  readonly focusedSlot: number | undefined;
  readonly onFocus: (slot: number) => void;
}

const SessionRows = ({ view, session, focusedSlot, onFocus }: SessionRowsProps) => {
  const [isRecording, setRecording] = useState(false);
  const sharedCap = sharedRpeCap(session);
  return (
    <div className={styles['session']}>
      <p className={styles['sessionHead']}>
        <strong>{weekdayName(session.weekday)}</strong> {session.name}{' '}
        <span className="quiet">
          {session.minutes} min{sharedCap !== undefined && ` · RPE ≤ ${sharedCap}`}
        </span>
        {session.isDone ? (
          <span className={styles['done']}>✓ done</span>
        ) : (
          <button type="button" className={styles['record']} onClick={() => setRecording(true)}>
            Record…
          </button>
        )}
        {isRecording && <RecordSessionDialog view={view} session={session} onClose={() => setRecording(false)} />}
      </p>
      <ul>
        {session.slots.map((slot, place) => (
          <li key={slot.label}>
            <button
              type="button"
              id={slotId(session.sessionId, slot.label)}
              className={`${styles['slot']} ${focusedSlot === place ? styles['focused'] : ''}`}
              aria-pressed={focusedSlot === place}
              onClick={() => onFocus(place)}
              onFocus={() => onFocus(place)}
            >
              <span className={styles['label']}>{slot.label}</span>
              <span className={styles['exercise']}>{slot.exercise}</span>
              <span className={styles['dose']}>{doseText(slot, sharedCap)}</span>
              <span className={styles['rise']}>
                {slot.rises.length > 0 && (
                  <>
                    ↑<span className="visuallyHidden"> raised: {slot.rises.map(({ by }) => by).join(', ')}</span>
                  </>
                )}
              </span>
              <span className={styles['load']}>
                <LoadText slot={slot} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The effort cap every capped slot of a session has in common; said once at its head, not on every line. */
const sharedRpeCap = (session: Session): number | undefined => {
  const caps = session.slots.flatMap((slot) => slot.prescriptions.map((one) => one.prescription.rpeCap));
  const stated = new Set(caps.filter((cap) => cap !== undefined));
  return stated.size === 1 ? [...stated][0] : undefined;
};

const basisText = ({ prescription }: ProgramSlot['prescriptions'][number], sharedCap: number | undefined): string => {
  const { basis, rpeCap } = prescription;
  const cap = rpeCap === undefined || rpeCap === sharedCap ? '' : `, RPE≤${rpeCap}`;
  switch (basis.kind) {
    case 'pct1rm':
      return ` @ ${Math.round(basis.fraction * 1000) / 10} %${cap}`;
    case 'pctTm':
      return ` @ ${Math.round(basis.fraction * 1000) / 10} % TM${cap}`;
    case 'rpe':
      return ` @ RPE ${basis.rpe}`;
    case 'rir':
      return `, RIR ${basis.rir}`;
    case 'rm':
      return ` @ ${basis.rm}RM`;
    case 'mvc':
      return ` @ ${Math.round(basis.fraction * 100)} % effort`;
    case 'load':
    case 'bodyweight':
    case 'open':
      return cap;
  }
};

const doseText = (slot: ProgramSlot, sharedCap: number | undefined): string => {
  if (slot.state === 'skipped') return 'left out';
  if (slot.state === 'unread') return `“${slot.cell}” not understood`;
  return slot.prescriptions
    .map((one) => `${setsText(one.prescription, slot.isUnilateral, ENGLISH_SHEET)}${basisText(one, sharedCap)}`)
    .join(', ');
};

const LoadText = ({ slot }: { readonly slot: ProgramSlot }) => {
  const [first] = slot.prescriptions;
  if (first === undefined) return null;
  const { load, unit, missing } = first.resolved;
  if (load !== undefined) {
    return (
      <>
        {load} <span className="unit">{unit}</span>
      </>
    );
  }
  if (missing === 'bodyweight') return <span className="quiet">body weight</span>;
  if (missing === 'effort') return <span className="quiet">by effort</span>;
  return <span className="quiet">{missing === 'notLoadable' ? 'lighter bar' : 'by feel'}</span>;
};
